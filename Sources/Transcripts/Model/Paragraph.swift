/// A paragraph of a turn, as the transcript sets it.
public struct Paragraph: Hashable, Sendable {
  /// The transcript this is a view of.
  public let transcript: Transcript
  /// Which of the transcript's paragraphs this is, from 0.
  public let index: Int

  init(_ transcript: Transcript, _ index: Int) {
    self.transcript = transcript
    self.index = index
  }

  private var row: Layout.ParagraphRow { transcript.layout.paragraphs[index] }

  /// The paragraph's number within its turn, from 1.
  public var number: Int {
    index - transcript.layout.turns[row.turn].paragraphs.lowerBound + 1
  }

  /// From the first word to the last, UTF-8 offsets; the speaker's label is left out.
  public var range: Range<Int> { row.range }

  /// The paragraph's words.
  public var text: String { transcript.text(at: range) }

  /// The turn the paragraph is part of.
  public var turn: Turn { Turn(transcript, row.turn) }

  /// The paragraph's sentences; never empty.
  public var sentences: Views<Sentence> {
    let transcript = transcript
    return Views(row.sentences) { Sentence(transcript, $0) }
  }
}
