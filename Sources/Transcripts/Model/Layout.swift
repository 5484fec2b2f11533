/// The structure of a transcript as flat tables: each level's rows name their range of the next.
struct Layout: Hashable, Sendable {
  struct SectionRow: Hashable, Sendable {
    var title: String
    /// Where the words stand; nil for a chapter that is told beside the transcript.
    var range: Range<Int>?
    var time: Double?
  }
  struct TurnRow: Hashable, Sendable {
    var speaker: Int?
    var section: Int?
    var label: Range<Int>?
    var time: Double?
    var paragraphs: Range<Int>
  }
  struct ParagraphRow: Hashable, Sendable {
    var range: Range<Int>
    var turn: Int
    var sentences: Range<Int>
  }
  struct SentenceRow: Hashable, Sendable {
    var range: Range<Int>
    var paragraph: Int
  }

  private(set) var speakers: [Speaker] = []
  private(set) var sections: [SectionRow] = []
  private(set) var turns: [TurnRow] = []
  private(set) var paragraphs: [ParagraphRow] = []
  private(set) var sentences: [SentenceRow] = []

  mutating func openSection(title: String, range: Range<Int>?, time: Double? = nil) {
    sections.append(SectionRow(title: title, range: range, time: time))
  }

  /// Starts a turn in the last section; paragraphs appended from now on belong to it.
  mutating func openTurn(by speaker: Speaker?, label: Range<Int>?, time: Double? = nil) {
    dropEmptyTurn()
    let number = speaker.map { speaker in
      speakers.firstIndex(of: speaker)
        ?? {
          speakers.append(speaker)
          return speakers.count - 1
        }()
    }
    turns.append(
      TurnRow(
        speaker: number, section: sections.isEmpty ? nil : sections.count - 1, label: label,
        time: time, paragraphs: paragraphs.count..<paragraphs.count))
  }

  mutating func append(paragraph range: Range<Int>, sentences split: [Range<Int>]) {
    precondition(!turns.isEmpty, "A paragraph needs a turn")
    guard !split.isEmpty else { return }
    let first = sentences.count
    for sentence in split {
      sentences.append(SentenceRow(range: sentence, paragraph: paragraphs.count))
    }
    paragraphs.append(
      ParagraphRow(range: range, turn: turns.count - 1, sentences: first..<sentences.count))
    turns[turns.count - 1].paragraphs =
      turns[turns.count - 1].paragraphs.lowerBound..<paragraphs.count
  }

  /// The finished tables: no turn is left without words.
  consuming func closed() -> Layout {
    dropEmptyTurn()
    let speaking = turns.reduce(into: [Int]()) { found, turn in
      if let speaker = turn.speaker, !found.contains(speaker) { found.append(speaker) }
    }
    speakers = speaking.map { speakers[$0] }
    for index in turns.indices {
      turns[index].speaker = turns[index].speaker.flatMap { speaking.firstIndex(of: $0) }
    }
    return self
  }

  private mutating func dropEmptyTurn() {
    if let last = turns.last, last.paragraphs.isEmpty { turns.removeLast() }
  }
}
