import OnRecord

extension Replay {
  /// The script with the assertions of each diverged prompt recorded anew; everything else, comments
  /// and blank lines with it, stays as it was written.
  ///
  /// - Parameter text: the script's text, as it was parsed.
  public func updated(_ text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let turns = dialogue.turns
    for index in turns.indices.reversed() {
      let end = index + 1 < turns.count ? turns[index + 1].line : Int.max
      guard divergences.contains(where: { $0.line >= turns[index].line && $0.line < end }),
        let first = turns[index].assertions.first
      else { continue }
      for assertion in turns[index].assertions.reversed() { lines.remove(at: assertion.line - 1) }
      lines.insert(
        contentsOf: Assertion.recorded(from: exchanges[index].reply).map { $0.claim.description },
        at: first.line - 1)
    }
    return lines.joined(separator: "\n")
  }
}
