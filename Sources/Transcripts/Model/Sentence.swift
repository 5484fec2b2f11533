/// A sentence of a paragraph.
public struct Sentence: Hashable, Sendable {
  /// The transcript this is a view of.
  public let transcript: Transcript
  /// Which of the transcript's sentences this is, from 0.
  public let index: Int

  init(_ transcript: Transcript, _ index: Int) {
    self.transcript = transcript
    self.index = index
  }

  private var row: Layout.SentenceRow { transcript.layout.sentences[index] }

  /// From the first character to the closing mark, UTF-8 offsets.
  public var range: Range<Int> { row.range }

  /// The sentence's words.
  public var text: String { transcript.text(at: range) }

  /// The paragraph the sentence stands in.
  public var paragraph: Paragraph { Paragraph(transcript, row.paragraph) }

  /// The turn the sentence is part of.
  public var turn: Turn { paragraph.turn }
}
