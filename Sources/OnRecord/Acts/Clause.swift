/// A stretch of a prompt between marks, as words without case, apostrophes and marks.
struct Clause {
  let text: Substring
  let words: [String]
  let endsInQuestionMark: Bool

  /// The clauses of a prompt: cut at `.`, `?`, `!`, `;`, `…` and line ends, and at a comma or a
  /// dash that a question word follows.
  static func all(of prompt: String) -> [Clause] {
    var clauses: [Clause] = []
    var start = prompt.startIndex
    var position = start
    func close(at end: String.Index, asks: Bool) {
      let text = prompt[start..<end]
      let words = words(of: text)
      if !words.isEmpty {
        clauses.append(Clause(text: text, words: words, endsInQuestionMark: asks))
      }
    }
    while position < prompt.endIndex {
      let character = prompt[position]
      let next = prompt.index(after: position)
      let isSpaced = next == prompt.endIndex || prompt[next].isWhitespace || isMark(prompt[next])
      if character.isNewline || (isMark(character) && isSpaced) {
        var asks = character == "?"
        var end = next
        while end < prompt.endIndex, isMark(prompt[end]) {
          asks = asks || prompt[end] == "?"
          end = prompt.index(after: end)
        }
        close(at: end, asks: asks)
        (start, position) = (end, end)
      } else if character == "," || character == "-" || character == "–" || character == "—",
        isSpaced, let word = words(of: prompt[next...].prefix(24)).first,
        Cues.openers.contains(word)
      {
        close(at: next, asks: false)
        (start, position) = (next, next)
      } else {
        position = next
      }
    }
    close(at: prompt.endIndex, asks: false)
    return clauses
  }

  private static func isMark(_ character: Character) -> Bool { ".?!;…".contains(character) }

  static func words(of text: some StringProtocol) -> [String] {
    text.lowercased().filter { $0 != "'" && $0 != "\u{2019}" }
      .split { !($0.isLetter || $0.isNumber || $0 == "&") }.map(String.init)
  }

  /// The words behind those that only lead in: "so", "ok", "and", a name.
  func body(names: Set<String>) -> ArraySlice<String> {
    words.drop { Cues.leads.contains($0) || names.contains($0) }
  }

  /// Whether the clause asks for something.
  func asks(names: Set<String>) -> Bool {
    if endsInQuestionMark { return true }
    let body = body(names: names)
    guard let first = body.first else { return false }
    if Cues.openers.contains(first), body.count > 1 || Cues.whWords.contains(first) {
      return !Cues.exclaims(body)
    }
    return Cues.requests.contains { body.joined(separator: " ").contains($0) }
  }
}
