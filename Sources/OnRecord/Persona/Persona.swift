/// Someone to talk with: an interviewee, and the transcripts of what they said.
///
/// ```swift
/// let mark = try Persona(at: "Personas/mark-zuckerberg")
/// var talk = Conversation(with: mark)
/// talk.ask("Why did you order so many GPUs?").quotations.first?.text
/// ```
public struct Persona: Sendable {
  /// The interviewee's name.
  public var name: String { interviewee.name }
  /// The interviewee, as the transcripts' turns name them.
  public let interviewee: Speaker
  /// Who asked, if it is known.
  public let interviewer: String?
  /// A sentence about the interviewee, from the manifest.
  public let about: String?
  /// The engine's own lines, as this persona words them.
  public let framing: Framing
  /// Whether the transcripts are in English, which alone the model knows; else words alone serve.
  public var isEnglish: Bool { corpus.isEnglish }
  /// Whether the interviewee was worked out from the transcript rather than named.
  public let isInferred: Bool
  let corpus: Corpus

  /// The transcripts, in the manifest's order.
  public var transcripts: [Transcript] { corpus.transcripts }

  init(
    interviewee: Speaker, interviewer: String?, about: String?, lines: [Framing.Line: String],
    isInferred: Bool, transcripts: [Transcript], indexing: Indexing
  ) {
    self.interviewee = interviewee
    self.interviewer = interviewer
    self.about = about
    self.isInferred = isInferred
    corpus = Corpus(transcripts, interviewee: interviewee, indexing: indexing)
    framing = Framing(
      overrides: lines,
      values: [
        "name": interviewee.name, "interviewer": interviewer ?? "Somebody unnamed",
        "source": transcripts.map(\.source).joined(separator: "; "),
      ])
  }

  /// A persona made of transcripts that are in memory.
  ///
  /// - Parameters:
  ///   - transcripts: at least one.
  ///   - name: the label of the interviewee; worked out when it is left out. Where no speaker is known at
  ///     all, whoever gives it asserts that this one person speaks; citations say so.
  ///   - indexing: where the index is kept.
  /// - Throws: ``PersonaError`` when nobody can be quoted.
  public init(
    transcripts: [Transcript], interviewee name: String? = nil, indexing: Indexing = .standard
  ) throws(PersonaError) {
    let file = transcripts.first?.name ?? "transcript"
    let worked = Interviewee(of: transcripts)
    let speakers = transcripts.flatMap(\.speakers)
    if let name, speakers.isEmpty, !name.allSatisfy(\.isWhitespace) {
      let speaker = Speaker(name: name)
      self.init(
        interviewee: speaker, interviewer: nil, about: nil, lines: [:], isInferred: false,
        transcripts: transcripts.map { $0.asserting(speaker) }, indexing: indexing)
    } else if let name {
      guard let speaker = Self.speaker(named: name, among: speakers) else {
        let known = speakers.map(\.name).reduce(into: [String]()) {
          if !$0.contains($1) { $0.append($1) }
        }
        throw PersonaError(
          file, 1, "nobody called “\(name)” speaks here",
          mend: "name one of the speakers (known: \(known.joined(separator: ", ")))")
      }
      let interviewer = worked.flatMap { $0.speaker == speaker ? $0.interviewer : $0.speaker }
      self.init(
        interviewee: speaker, interviewer: interviewer?.name, about: nil, lines: [:],
        isInferred: false, transcripts: transcripts, indexing: indexing)
    } else if let worked {
      self.init(
        interviewee: worked.speaker, interviewer: worked.interviewer?.name, about: nil, lines: [:],
        isInferred: true, transcripts: transcripts, indexing: indexing)
    } else {
      throw PersonaError(
        file, 1, "the transcript does not say who speaks, so nobody can be quoted",
        mend: "--as NAME asserts that one person speaks; or label each turn: “Name: what was said”")
    }
  }

  /// Transcripts in which passages can be found, whether or not they say who speaks.
  ///
  /// Where no speaker is known, the words are called an unknown speaker's.
  public init(searching transcripts: [Transcript], indexing: Indexing = .standard)
    throws(PersonaError)
  {
    guard transcripts.allSatisfy(\.speakers.isEmpty) else {
      try self.init(transcripts: transcripts, indexing: indexing)
      return
    }
    let unknown = Speaker(name: "Unknown speaker")
    self.init(
      interviewee: unknown, interviewer: nil, about: nil, lines: [:], isInferred: false,
      transcripts: transcripts.map { $0.naming(unknown: unknown) }, indexing: indexing)
  }

  /// Whoever speaks in the transcripts, most words first.
  public var speakers: [Speaker] {
    var bytes: [(speaker: Speaker, count: Int)] = []
    for transcript in transcripts {
      for turn in transcript.turns {
        guard let speaker = turn.speaker else { continue }
        let index = bytes.firstIndex { $0.speaker == speaker } ?? bytes.count
        if index == bytes.count { bytes.append((speaker, 0)) }
        bytes[index].count += turn.range.count
      }
    }
    return bytes.enumerated().sorted {
      ($0.element.count, $1.offset) > ($1.element.count, $0.offset)
    }
    .map(\.element.speaker)
  }

  /// The same interview, talking with another of its speakers; nil if nobody of that name speaks.
  public func speaking(as name: String, indexing: Indexing = .standard) -> Persona? {
    guard let speaker = Self.speaker(named: name, among: speakers) else { return nil }
    let worked = Interviewee(of: transcripts)
    let asker = worked.flatMap { $0.speaker == speaker ? $0.interviewer : $0.speaker }
    return Persona(
      interviewee: speaker, interviewer: asker?.name, about: nil, lines: [:], isInferred: false,
      transcripts: transcripts, indexing: indexing)
  }

  /// The speaker of that name, or the only one whose name begins with it or holds it as a word.
  private static func speaker(named name: String, among speakers: [Speaker]) -> Speaker? {
    let wanted = name.lowercased()
    if let exact = speakers.first(where: { $0.name.lowercased() == wanted }) { return exact }
    let near = Set(
      speakers.filter { $0.name.lowercased().split(separator: " ").contains { $0 == wanted } })
    return near.count == 1 ? near.first : nil
  }

  /// What can be talked about: the headings over the interviewee's turns, in order, each once; without
  /// headings, the names and phrases that come most often.
  ///
  /// O(n) in the interviewee's words.
  public var topics: [String] {
    let headings = headings
    guard headings.isEmpty else { return headings }
    let sentences = transcripts.lazy.flatMap { transcript in
      transcript.sentences.lazy.filter { $0.turn.speaker == interviewee }.map(\.text)
    }
    let names = Set(speakers.flatMap { Clause.words(of: $0.name) })
    return SalientTerms(in: sentences, analyzer: corpus.index.analyzer).most(8, without: names)
  }

  private var headings: [String] {
    var topics: [String] = []
    for transcript in transcripts {
      for turn in transcript.turns where turn.speaker == interviewee {
        if let title = turn.section?.title, !topics.contains(title) { topics.append(title) }
      }
    }
    return topics
  }
}

extension Persona {
  /// A line as the engine says it of this persona; topics are worked out where the line tells them.
  func text(_ line: Framing.Line, _ values: [String: String] = [:]) -> String {
    guard framing.tells("topics", line) else { return framing.text(line, values) }
    let topics = topics.prefix(6).map { "“\($0)”" }
    let list = topics.isEmpty ? framing.text(.noTopics) : topics.joined(separator: ", ")
    return framing.text(line, values.merging(["topics": list]) { own, _ in own })
  }
}

extension Transcript {
  /// Title, publisher and date, as far as they are known, in one line.
  var source: String {
    let extra = [facts.publisher, facts.date].compactMap(\.self).joined(separator: ", ")
    let title = facts.title.map { "“\($0)”" } ?? name
    return extra.isEmpty ? title : "\(title) (\(extra))"
  }
}
