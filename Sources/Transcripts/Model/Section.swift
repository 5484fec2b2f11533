/// The part of a transcript under one heading.
public struct Section: Hashable, Sendable {
  /// The transcript this is a view of.
  public let transcript: Transcript
  /// Which of the transcript's sections this is, from 0.
  public let index: Int

  init(_ transcript: Transcript, _ index: Int) {
    self.transcript = transcript
    self.index = index
  }

  private var row: Layout.SectionRow { transcript.layout.sections[index] }

  /// Where the heading's words stand; nil for a chapter that is told beside the transcript.
  public var titleRange: Range<Int>? { row.range }

  /// The heading's words.
  public var title: String { row.title }

  /// When the section starts, in seconds, if that is told.
  public var time: Double? { row.time }

  /// The turns under this heading.
  public var turns: [Turn] { transcript.turns.filter { $0.section?.index == index } }
}
