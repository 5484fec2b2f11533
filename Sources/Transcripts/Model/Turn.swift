/// One speaker's uninterrupted speech.
public struct Turn: Hashable, Sendable {
  /// The transcript this is a view of.
  public let transcript: Transcript
  /// Which of the transcript's turns this is, from 0.
  public let index: Int

  init(_ transcript: Transcript, _ index: Int) {
    self.transcript = transcript
    self.index = index
  }

  private var row: Layout.TurnRow { transcript.layout.turns[index] }

  /// The turn's number as a citation gives it, from 1.
  public var number: Int { index + 1 }

  /// Who speaks; nil when the transcript does not say.
  public var speaker: Speaker? { row.speaker.map { transcript.speakers[$0] } }

  /// The section the turn stands in, if the transcript has sections.
  public var section: Section? { row.section.map { Section(transcript, $0) } }

  /// Where the speaker's label stands, if the turn has one of its own.
  public var labelRange: Range<Int>? { row.label.isEmpty ? nil : row.label }

  /// When the turn starts, in seconds, if the transcript says.
  public var time: Double? { row.time }

  /// The turn's paragraphs; never empty.
  public var paragraphs: Views<Paragraph> {
    let transcript = transcript
    return Views(row.paragraphs) { Paragraph(transcript, $0) }
  }

  /// The turn's sentences, in spoken order.
  public var sentences: Views<Sentence> {
    let transcript = transcript
    let rows = transcript.layout.paragraphs
    let first = rows[row.paragraphs.lowerBound].sentences.lowerBound
    let end = rows[row.paragraphs.upperBound - 1].sentences.upperBound
    return Views(first..<end) { Sentence(transcript, $0) }
  }

  /// From the first word to the last, UTF-8 offsets.
  public var range: Range<Int> {
    let rows = transcript.layout.paragraphs
    return rows[row.paragraphs.lowerBound].range
      .lowerBound..<rows[row.paragraphs.upperBound - 1].range.upperBound
  }

  /// Whether `range` lies between the turn's first word and its last.
  public func contains(_ range: Range<Int>) -> Bool {
    range.lowerBound >= self.range.lowerBound && range.upperBound <= self.range.upperBound
  }

  /// The nearest turn before this one by somebody else: what this turn replies to.
  public var asked: Turn? {
    var index = index - 1
    while index >= 0 {
      let turn = Turn(transcript, index)
      if turn.speaker != nil, turn.speaker != speaker { return turn }
      index -= 1
    }
    return nil
  }
}
