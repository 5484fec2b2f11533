extension CodingUserInfoKey {
  /// Whom a saved conversation was with: needed to read one.
  public static var persona: CodingUserInfoKey { CodingUserInfoKey(rawValue: "OnRecord.persona")! }
}

extension Conversation: Codable {
  private struct SavedExchange: Codable {
    var prompt: String
    var act: Act
    var record: ReplyRecord
    var explanation: Explanation
  }
  private struct Saved: Codable {
    var persona: String
    var transcripts: [SHA256Digest]
    var exchanges: [SavedExchange]
    var shown: [SentencePlace]
    var topic: Topic?
    var offersMore: Bool
    var length: AnswerLength?
  }

  /// Reads a saved conversation; `decoder.userInfo[.persona]` is the ``Persona`` it was with.
  public init(from decoder: any Decoder) throws {
    let saved = try Saved(from: decoder)
    guard let persona = decoder.userInfo[.persona] as? Persona else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: [], debugDescription: "put the persona into userInfo[.persona]"))
    }
    guard saved.transcripts == persona.transcripts.map(\.digest), saved.persona == persona.name
    else {
      throw DecodingError.dataCorrupted(
        .init(
          codingPath: [],
          debugDescription: "the talk was with “\(saved.persona)” and other transcripts"))
    }
    self.init(with: persona)
    exchanges = try saved.exchanges.map {
      Exchange(
        prompt: $0.prompt, act: $0.act, reply: try persona.verified($0.record),
        explanation: $0.explanation)
    }
    let places = saved.shown + (saved.topic.map { $0.quoted + [$0.lead] } ?? [])
    guard places.allSatisfy(persona.corpus.isQuotable) else {
      throw DecodingError.dataCorrupted(
        .init(
          codingPath: [],
          debugDescription: "the talk was with other transcripts, or other corrections"))
    }
    shown = Set(saved.shown)
    topic = saved.topic
    offersMore = saved.offersMore
    length = saved.length ?? .normal
  }

  /// Writes what a later process needs to go on with the talk.
  public func encode(to encoder: any Encoder) throws {
    try Saved(
      persona: persona.name, transcripts: persona.transcripts.map(\.digest),
      exchanges: exchanges.map {
        SavedExchange(
          prompt: $0.prompt, act: $0.act, record: ReplyRecord($0, framing: persona.framing),
          explanation: $0.explanation)
      },
      shown: shown.sorted { ($0.transcript, $0.sentence) < ($1.transcript, $1.sentence) },
      topic: topic, offersMore: offersMore, length: length
    ).encode(to: encoder)
  }
}
