/// What was found in a transcript file: its format, who speaks how much, and what was forgiven.
public struct Inspection: Hashable, Sendable, Codable {
  /// A speaker's share of the words.
  public struct Voice: Hashable, Sendable, Codable {
    /// The name; nil for words that nobody is known to have said.
    public var name: String?
    /// How many turns.
    public var turns: Int
    /// How many words.
    public var words: Int
    /// Of all words, 0…1.
    public var share: Double
    /// Of the speaker's sentences, the share that ask, 0…1.
    public var asks: Double
  }

  /// A kind of thing that was forgiven or left out, and where.
  public struct Forgiven: Hashable, Sendable, Codable {
    /// What it was.
    public var kind: ImportNote.Kind
    /// How often.
    public var count: Int
    /// The first lines of the file where, at most five.
    public var lines: [Int]
  }

  /// A section's title and when it starts.
  public struct Heading: Hashable, Sendable, Codable {
    /// The words.
    public var title: String
    /// In seconds, if it is told.
    public var time: Double?
  }

  /// The file's name.
  public let file: String
  /// How it is written.
  public let format: TranscriptFormat
  /// The interview's title and the like, where the file tells them.
  public let facts: TranscriptFacts
  /// The speakers, most words first.
  public let speakers: [Voice]
  /// Who seems to be interviewed; nil where no speaker is known.
  public let interviewee: String?
  /// Why it seems so, or what is missing.
  public let reason: String
  /// The headings.
  public let sections: [Heading]
  /// How many turns tell when they start.
  public let timedTurns: Int
  /// How many turns there are.
  public let turns: Int
  /// Whether it is in English.
  public let isEnglish: Bool
  /// What was forgiven or left out.
  public let forgiven: [Forgiven]

  /// Looks at a transcript.
  public init(of transcript: Transcript) {
    file = transcript.name
    format = transcript.format
    facts = transcript.facts
    turns = transcript.turns.count
    timedTurns = transcript.turns.count { $0.time != nil }
    sections = transcript.sections.map { Heading(title: $0.title, time: $0.time) }
    isEnglish = Languages.isEnglish(transcript.paragraphs.lazy.map(\.text))
    speakers = Self.voices(of: transcript)
    let worked = Interviewee(of: [transcript])
    interviewee = worked?.speaker.name
    reason = Self.reason(worked, speakers)
    forgiven = ImportNote.Kind.allCases.compactMap { kind in
      let lines = transcript.notes.filter { $0.kind == kind }.map(\.line)
      return lines.isEmpty
        ? nil : Forgiven(kind: kind, count: lines.count, lines: Array(lines.prefix(5)))
    }
  }

  private static func voices(of transcript: Transcript) -> [Voice] {
    struct Count {
      var turns = 0
      var words = 0
      var sentences = 0
      var questions = 0
    }
    var order: [Speaker?] = []
    var counts: [Speaker?: Count] = [:]
    for turn in transcript.turns {
      if counts[turn.speaker] == nil { order.append(turn.speaker) }
      var count = counts[turn.speaker] ?? Count()
      count.turns += 1
      for sentence in turn.sentences {
        count.words += sentence.text.wordCount
        count.sentences += 1
        if transcript.utf8[sentence.range.upperBound - 1] == UInt8(ascii: "?") {
          count.questions += 1
        }
      }
      counts[turn.speaker] = count
    }
    let all = Double(max(1, counts.values.reduce(0) { $0 + $1.words }))
    return order.compactMap { speaker in
      counts[speaker].map {
        Voice(
          name: speaker?.name, turns: $0.turns, words: $0.words, share: Double($0.words) / all,
          asks: Double($0.questions) / Double(max(1, $0.sentences)))
      }
    }.enumerated().sorted { ($0.element.words, $1.offset) > ($1.element.words, $0.offset) }
      .map(\.element)
  }

  private static func reason(_ worked: Interviewee?, _ voices: [Voice]) -> String {
    guard let worked else {
      return
        "the file names no speaker: ask and chat quote nobody; --as NAME asserts that one person speaks"
    }
    let own = voices.first { $0.name == worked.speaker.name }
    let share = Int(((own?.share ?? 0) * 100).rounded())
    guard let asker = worked.interviewer else {
      return "\(worked.speaker.name) speaks most, \(share) % of the words, and nobody else asks"
    }
    return
      "\(worked.speaker.name) answers at length, \(share) % of the words, and \(asker.name) asks"
  }
}
