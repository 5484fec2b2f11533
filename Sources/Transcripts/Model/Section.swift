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

  /// Where the heading's words stand.
  public var titleRange: Range<Int> { transcript.layout.sections[index].title }

  /// The heading's words.
  public var title: String { transcript.text(at: titleRange) }

  /// The turns under this heading.
  public var turns: [Turn] { transcript.turns.filter { $0.section?.index == index } }
}
