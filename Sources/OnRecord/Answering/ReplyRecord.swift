/// A reply as data: what `--json` prints, one object a line, and what `verify` reads.
public struct ReplyRecord: Hashable, Sendable, Codable {
  /// What kind of reply it is.
  public enum Kind: String, Hashable, Sendable, Codable {
    /// The interviewee's words.
    case answer
    /// A refusal.
    case decline
    /// The engine's own line.
    case reply
  }

  /// Words, where they stand, and the proof.
  public struct Quoted: Hashable, Sendable, Codable {
    /// The transcript's bytes.
    public var text: String
    /// Where they stand, for people.
    public var citation: Citation
    /// Where they stand, for machines.
    public var certificate: Certificate

    /// A quotation as data.
    public init(_ quotation: Quotation) {
      text = quotation.text
      citation = quotation.citation
      certificate = quotation.certificate
    }
  }

  /// What an answer leaves out between two quotations of one turn.
  public struct LeftOut: Hashable, Sendable, Codable {
    /// The number of the quotation that it follows, from 0.
    public var after: Int
    /// How many words are left out.
    public var words: Int
    /// Where they stand, for machines.
    public var certificate: Certificate
  }

  /// What was typed.
  public var prompt: String
  /// What the prompt was taken to do.
  public var act: Act
  /// What kind of reply it is.
  public var kind: Kind
  /// With a decline: why.
  public var reason: Silence.Reason?
  /// The reply as it is shown, without colour.
  public var text: String
  /// With an answer: the interviewee's words.
  public var quotations: [Quoted]
  /// With an answer: what is left out between quotations of one turn.
  public var elisions: [LeftOut]?
  /// With a decline: the closest that the interviewee came.
  public var closest: [Quoted]?
  /// With an answer: whether it was all quoted before in the talk.
  public var repeated: Bool?
  /// With a decline: words of the prompt that the transcripts do not hold.
  public var unknown: [String]?
  /// With the engine's own line: which one.
  public var line: Framing.Line?
  /// Why the reply is what it is; only on demand.
  public var explanation: Explanation?

  /// An exchange as data.
  public init(_ exchange: Exchange, framing: Framing, explained: Bool = false) {
    prompt = exchange.prompt
    act = exchange.act
    text = exchange.reply.text(in: framing)
    quotations = exchange.reply.quotations.map(Quoted.init)
    switch exchange.reply {
    case .answer(let answer):
      kind = .answer
      repeated = answer.isRepeated ? true : nil
      elisions = answer.elisions.isEmpty ? nil : answer.leftOut
    case .silence(let silence):
      kind = .decline
      reason = silence.reason
      closest = silence.closest.map(Quoted.init)
      unknown = silence.unknownWords.isEmpty ? nil : silence.unknownWords
    case .aside(let aside):
      kind = .reply
      line = aside.line
    }
    explanation = explained ? exchange.explanation : nil
  }
}

extension Answer {
  /// The elisions as data.
  var leftOut: [ReplyRecord.LeftOut] {
    elisions.compactMap { elision in
      quotations.firstIndex { $0.sentences.upperBound == elision.sentences.lowerBound }.map {
        ReplyRecord.LeftOut(
          after: $0, words: elision.words, certificate: elision.quotation.certificate)
      }
    }
  }
}

extension Reply {
  /// The reply in plain text: quotations in quotation marks, each with its citation.
  public func text(in framing: Framing) -> String {
    switch self {
    case .answer(let answer):
      let lines = answer.quotations.map { "“\($0.text)” (\($0.citation))" }
      return ((answer.isRepeated ? [framing.text(.saidBefore)] : []) + lines).joined(
        separator: "\n")
    case .silence(let silence):
      guard !silence.closest.isEmpty else { return silence.text }
      let lines = silence.closest.map { "“\($0.text)” (\($0.citation))" }
      return ([silence.text, framing.text(.closest)] + lines).joined(separator: "\n")
    case .aside(let aside): return aside.text
    }
  }
}
