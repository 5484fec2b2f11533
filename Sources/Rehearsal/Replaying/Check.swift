import OnRecord

/// Compares one exchange with what its script claims.
struct Check {
  let exchange: Exchange
  /// The sentences quoted before.
  let shown: Set<Place>
  let persona: Persona

  /// Why `claim` does not hold; nil if it holds.
  func failure(of claim: Assertion.Claim) -> String? {
    let reply = exchange.reply
    let quotations = reply.quotations
    switch claim {
    case .says(let words):
      if quotations.contains(where: { matches(words, in: $0.text) }) { return nil }
      return whereabouts(of: words)
    case .neverSays(let words):
      let everything = quotations.map(\.text) + closest.map(\.text)
      return everything.contains { matches(words, in: $0) } ? "the words are quoted" : nil
    case .cites(let section, let paragraph):
      let places = quotations.map(\.citation)
      if places.contains(where: {
        $0.section == section && (paragraph == nil || $0.paragraph == paragraph)
      }) {
        return nil
      }
      let known = persona.transcripts.flatMap { $0.sections.map(\.title) }
      if !known.contains(section) { return "no transcript has the heading “\(section)”" }
      return places.isEmpty
        ? "nothing is quoted"
        : "the words stand in \(places.map(\.description).joined(separator: "; "))"
    case .citesTurn(let turn, let paragraph):
      let places = quotations.map(\.citation)
      if places.contains(where: {
        $0.turn == turn && (paragraph == nil || $0.paragraph == paragraph)
      }) {
        return nil
      }
      return places.isEmpty
        ? "nothing is quoted"
        : "the words stand in \(places.map(\.description).joined(separator: "; "))"
    case .declines(let reason):
      guard case .silence(let silence) = reply else {
        return "the reply does not decline; it was taken for: \(exchange.act.rawValue)"
      }
      return reason == nil || reason == silence.reason.rawValue
        ? nil : "it declines for another reason"
    case .quotes(let count):
      return quotations.count == count ? nil : "there are \(quotations.count)"
    case .closest(nil):
      return closest.isEmpty ? nil : "something near is shown"
    case .closest(let words?):
      return closest.contains { matches(words, in: $0.text) } ? nil : whereabouts(of: words)
    case .replies(let line):
      guard case .aside(let aside) = reply else {
        return "the reply is not the engine's own line; it was taken for: \(exchange.act.rawValue)"
      }
      return line == nil || line == aside.line.rawValue ? nil : "it is another line"
    case .saysSomethingNew:
      guard !quotations.isEmpty else { return "nothing is quoted" }
      let again = quotations.flatMap(\.places).first(where: shown.contains)
      return again.map { _ in "a sentence was quoted before" }
    case .saysItAgain:
      guard case .answer(let answer) = reply else { return "nothing is quoted" }
      return answer.isRepeated ? nil : "something in it is quoted for the first time"
    }
  }

  private var closest: [Quotation] {
    if case .silence(let silence) = exchange.reply { silence.closest } else { [] }
  }

  /// Where words that were expected stand, if they do: moved, ranked lower, or gone.
  private func whereabouts(of words: String) -> String {
    for transcript in persona.transcripts {
      for turn in transcript.turns {
        for paragraph in turn.paragraphs where matches(words, in: paragraph.text) {
          let place = "turn \(turn.number), paragraph \(paragraph.number)"
          guard turn.speaker == persona.interviewee else {
            return "the words are \(turn.speaker?.name ?? "nobody's"), in \(place)"
          }
          return exchange.reply.quotations.isEmpty
            ? "the words stand in \(place), but nothing was quoted (\(exchange.explanation.label))"
            : "the words stand in \(place), but other passages were chosen"
        }
      }
    }
    return "no transcript holds these words"
  }

  /// Whether `text` holds `words`, white space aside; `[...]` stands for anything.
  private func matches(_ words: String, in text: String) -> Bool {
    var rest = Self.squeezed(text)[...]
    for part in Self.squeezed(words).components(around: "[...]") where !part.isEmpty {
      guard let range = rest.firstRange(of: part) else { return false }
      rest = rest[range.upperBound...]
    }
    return true
  }

  private static func squeezed(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension String {
  fileprivate func components(around separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map { part in
      String(part.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
  }
}
