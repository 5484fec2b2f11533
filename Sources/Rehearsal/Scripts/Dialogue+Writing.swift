public import OnRecord

extension Dialogue {
  /// The script as text.
  public var text: String {
    var lines = ["persona \(persona)"]
    for turn in turns { lines += [""] + turn.lines }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A script of a talk that was held: each reply's own words become its assertions.
  public init(recording exchanges: [Exchange], with persona: String, file: String) {
    self.init(
      file: file, persona: persona,
      turns: exchanges.map { exchange in
        ScriptedTurn(
          line: 0, prompt: exchange.prompt, assertions: Assertion.recorded(from: exchange.reply))
      })
  }
}

extension ScriptedTurn {
  /// The prompt and its assertions, a line each.
  var lines: [String] {
    prompt.split(separator: "\n", omittingEmptySubsequences: false).map { "> \($0)" }
      + assertions.map { $0.claim.description }
  }
}

extension Assertion {
  /// What holds of a reply: its words and places, or its kind.
  static func recorded(from reply: Reply) -> [Assertion] {
    let claims: [Claim] =
      switch reply {
      case .answer(let answer):
        [.quotes(answer.quotations.count)]
          + answer.quotations.flatMap { quotation -> [Claim] in
            let citation = quotation.citation
            let place: Claim =
              citation.section.map { .cites(section: $0, paragraph: citation.paragraph) }
              ?? .citesTurn(citation.turn, paragraph: citation.paragraph)
            return [.says(quotation.firstSentence), place]
          }
      case .silence(let silence):
        [
          .declines(silence.reason.rawValue), .closest(silence.closest.first?.firstSentence),
        ]
      case .aside(let aside): [.replies(aside.line.rawValue)]
      }
    return claims.map { Assertion(line: 0, claim: $0) }
  }
}

extension Quotation {
  /// The quotation's first sentence, its white space single.
  var firstSentence: String {
    let first = sentences.first.map { turn.transcript.sentences[$0].text } ?? text
    return first.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
