/// Where quoted words stand, in terms that a person can look up.
public struct Citation: Hashable, Sendable, Codable {
  /// Who said it.
  public let speaker: String?
  /// The transcript's title, or its file name.
  public let transcript: String
  /// The heading over the words.
  public let section: String?
  /// The turn's number in the transcript, from 1.
  public let turn: Int
  /// The paragraph's number in the turn, from 1.
  public let paragraph: Int
  /// The number of the paragraph in which the words end, if that is another.
  public let lastParagraph: Int?
  /// In seconds, where the transcript says: when the cue or the word starts with which the quotation
  /// does; in labelled text, when its turn starts.
  public let time: Double?
  /// When the interview was published, as its manifest or front matter writes it.
  public let date: String?
  /// Whether the speaker was named by whoever opened the file, not by the file.
  public let asserted: Bool?
  /// Where the words can be heard.
  public let url: String?
  /// What the words reply to: the last words of the turn before, by somebody else.
  public let asked: String?

  init(of quotation: Quotation) {
    let turn = quotation.turn
    speaker = turn.speaker?.name
    transcript = turn.transcript.facts.title ?? turn.transcript.name
    section = turn.section?.title
    self.turn = turn.number
    let touched = turn.paragraphs.filter { $0.range.overlaps(quotation.range) }.map(\.number)
    paragraph = touched.first ?? 1
    lastParagraph = touched.last.flatMap { $0 == touched.first ? nil : $0 }
    let start =
      turn.transcript.isBuilt
      ? turn.transcript.seconds(at: quotation.range.lowerBound) ?? turn.time : turn.time
    time = start
    date = turn.transcript.facts.date
    asserted = turn.transcript.assertedSpeaker == nil ? nil : true
    url = turn.transcript.facts.url.flatMap { TimedLink.url($0, at: start) }
    asked = turn.asked?.question
  }
}

extension Citation: CustomStringConvertible {
  /// "paragraph 2", or "paragraphs 2–3".
  public var paragraphs: String {
    lastParagraph.map { "paragraphs \(paragraph)–\($0)" } ?? "paragraph \(paragraph)"
  }

  /// One line: speaker, section, turn and paragraph.
  public var description: String {
    var parts = [speaker ?? "Unknown speaker"]
    if let section { parts.append("“\(section)”") }
    parts.append("turn \(turn)")
    parts.append(paragraphs)
    if asserted == true { parts.append("speaker asserted") }
    return parts.joined(separator: ", ")
  }
}

extension Turn {
  /// What the turn asks: from its first question to its end, or, when that is long, its longest
  /// question; its last sentence when it asks nothing.
  public var question: String {
    let all = Array(sentences)
    guard let first = all.firstIndex(where: { $0.text.hasSuffix("?") }) else {
      return all[all.count - 1].text
    }
    let range = all[first].range.lowerBound..<all[all.count - 1].range.upperBound
    if range.count <= Self.longestQuestion { return transcript.text(at: range) }
    let questions = all.filter { $0.text.hasSuffix("?") }
    return (questions.max { $0.range.count < $1.range.count } ?? all[first]).text
  }

  /// In bytes: about sixty words.
  private static var longestQuestion: Int { 360 }
}
