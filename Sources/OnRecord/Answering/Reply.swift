/// What the persona replies: quoted words, a refusal with the closest words, or the engine's own line.
public enum Reply: Hashable, Sendable {
  /// The interviewee's words, best first.
  case answer(Answer)
  /// Nothing that answers; the closest that the interviewee came, if anything is close.
  case silence(Silence)
  /// The engine's own voice: a greeting, thanks, a word about the talk.
  case aside(Aside)

  /// What answers; empty unless the reply is an answer.
  public var quotations: [Quotation] {
    if case .answer(let answer) = self { answer.quotations } else { [] }
  }
}

/// The interviewee's words on what was asked.
public struct Answer: Hashable, Sendable {
  /// One to three quotations, best first; those of one turn in spoken order.
  public let quotations: [Quotation]
  /// Whether all of this was quoted before in the talk.
  public let isRepeated: Bool

  /// What stands between two neighbouring quotations of one turn and was left out.
  public var elisions: [Elision] {
    zip(quotations, quotations.dropFirst()).compactMap { Elision(between: $0, and: $1) }
  }
}

/// Words between two quotations of one turn that an answer leaves out.
public struct Elision: Hashable, Sendable {
  /// The sentences left out, as indexes into the transcript's sentences.
  public let sentences: Range<Int>
  /// UTF-8 offsets of the words left out.
  public let range: Range<Int>
  /// How many words are left out.
  public let words: Int
  /// The words left out, and the proof that they stand there.
  public let quotation: Quotation

  /// Nil unless the quotations are of one turn, in order, with words between.
  init?(between first: Quotation, and second: Quotation) {
    guard first.turn == second.turn, first.range.upperBound < second.range.lowerBound else {
      return nil
    }
    sentences = first.sentences.upperBound..<second.sentences.lowerBound
    guard !sentences.isEmpty else { return nil }
    let all = first.turn.transcript.sentences
    range =
      all[sentences.lowerBound].range.lowerBound..<all[sentences.upperBound - 1].range.upperBound
    guard let quotation = try? Quotation(range, of: first.turn) else { return nil }
    self.quotation = quotation
    words = quotation.text.wordCount
  }
}

/// A refusal to answer.
public struct Silence: Hashable, Sendable {
  /// Why nothing is answered.
  public enum Reason: String, Hashable, Sendable, Codable, CaseIterable {
    /// The interviewee did not speak of it.
    case notSpoken = "not-spoken"
    /// All that there is was quoted.
    case nothingMore = "nothing-more"
    /// The prompt orders a text.
    case task
    /// The prompt gives the engine orders.
    case instruction
    /// The prompt has no words.
    case gibberish
    /// The prompt is in another language.
    case foreign
    /// Nothing was typed.
    case empty
  }

  /// Why nothing is answered.
  public let reason: Reason
  /// The engine's line.
  public let text: String
  /// The closest that the interviewee came; empty when nothing is near.
  public let closest: [Quotation]
  /// Words of the prompt that the transcripts do not hold.
  public let unknownWords: [String]
}

/// A line in the engine's own voice.
public struct Aside: Hashable, Sendable {
  /// Which of the closed list of lines.
  public let line: Framing.Line
  /// The line as it is said.
  public let text: String
}
