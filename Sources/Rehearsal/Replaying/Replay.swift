public import OnRecord

/// Holds a scripted talk and compares.
public struct Replay: Sendable {
  /// The script.
  public let dialogue: Dialogue
  /// The exchanges that took place.
  public let exchanges: [Exchange]
  /// Where they differ from the script, in its order.
  public let divergences: [Divergence]

  /// Holds the talk with `persona`.
  public init(_ dialogue: Dialogue, with persona: Persona) {
    var talk = Conversation(with: persona)
    var shown: Set<Place> = []
    var divergences: [Divergence] = []
    var exchanges: [Exchange] = []
    for turn in dialogue.turns {
      talk.ask(turn.prompt)
      guard let exchange = talk.exchanges.last else { continue }
      exchanges.append(exchange)
      let check = Check(exchange: exchange, shown: shown, persona: persona)
      for assertion in turn.assertions {
        if let why = check.failure(of: assertion.claim) {
          divergences.append(
            Divergence(
              file: dialogue.file, line: assertion.line, prompt: turn.prompt,
              expected: assertion.claim.description, got: exchange.reply.gist, why: why))
        }
      }
      if turn.assertions.isEmpty, case .aside(let aside) = exchange.reply, aside.text.isEmpty {
        divergences.append(
          Divergence(
            file: dialogue.file, line: turn.line, prompt: turn.prompt, expected: "a reply",
            got: "nothing", why: "the reply is empty"))
      }
      shown.formUnion(exchange.reply.quotations.flatMap(\.places))
    }
    self.dialogue = dialogue
    self.exchanges = exchanges
    self.divergences = divergences
  }
}

/// A sentence of a transcript, for telling what was quoted before.
struct Place: Hashable {
  let transcript: SHA256Digest
  let sentence: Int
}

extension Quotation {
  var places: [Place] {
    sentences.map { Place(transcript: turn.transcript.digest, sentence: $0) }
  }
}

extension Reply {
  /// The reply in a line.
  var gist: String {
    switch self {
    case .answer(let answer):
      answer.quotations.map { quotation in
        let words = quotation.text.split(whereSeparator: \.isWhitespace)
        let short = words.prefix(18).joined(separator: " ") + (words.count > 18 ? " …" : "")
        return "“\(short)” (\(quotation.citation))"
      }.joined(separator: " | ")
    case .silence(let silence): "declines \(silence.reason.rawValue): \(silence.text)"
    case .aside(let aside): "replies \(aside.line.rawValue): \(aside.text)"
    }
  }
}
