/// The structure of a transcript as flat tables: each level's rows name their range of the next.
struct Layout: Hashable, Sendable {
  struct SectionRow: Hashable, Sendable {
    var title: String
    /// Where the words stand; nil for a chapter that is told beside the transcript.
    var range: Range<Int>?
    var time: Double?
  }
  struct TurnRow: Hashable, Sendable {
    @NarrowNumber var speaker: Int?
    @NarrowNumber var section: Int?
    /// Empty where the turn has no label of its own.
    @Narrow var label: Range<Int>
    var time: Double?
    @Narrow var paragraphs: Range<Int>
  }
  struct ParagraphRow: Hashable, Sendable {
    @Narrow var range: Range<Int>
    @Narrow var sentences: Range<Int>
    var turn: Int
  }
  struct SentenceRow: Hashable, Sendable {
    @Narrow var range: Range<Int>
    var paragraph: Int
  }

  private(set) var speakers: [Speaker] = []
  private(set) var sections: [SectionRow] = []
  private(set) var turns: [TurnRow] = []
  private(set) var paragraphs: [ParagraphRow] = []
  private(set) var sentences: [SentenceRow] = []
  private var rows: [Speaker: Int] = [:]

  mutating func openSection(title: String, range: Range<Int>?, time: Double? = nil) {
    sections.append(SectionRow(title: title, range: range, time: time))
  }

  /// Starts a turn in the last section; paragraphs appended from now on belong to it.
  mutating func openTurn(by speaker: Speaker?, label: Range<Int>?, time: Double? = nil) {
    dropEmptyTurn()
    let number = speaker.map { row(of: $0) }
    turns.append(
      TurnRow(
        speaker: number, section: sections.isEmpty ? nil : sections.count - 1,
        label: label ?? 0..<0,
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
      ParagraphRow(range: range, sentences: first..<sentences.count, turn: turns.count - 1))
    turns[turns.count - 1].paragraphs =
      turns[turns.count - 1].paragraphs.lowerBound..<paragraphs.count
  }

  private mutating func row(of speaker: Speaker) -> Int {
    if let row = rows[speaker] { return row }
    speakers.append(speaker)
    rows[speaker] = speakers.count - 1
    return speakers.count - 1
  }

  /// The finished tables: no turn is left without words, no speaker without a turn.
  consuming func closed() -> Layout {
    dropEmptyTurn()
    let known = speakers
    (speakers, rows) = ([], [:])
    for index in turns.indices {
      turns[index].speaker = turns[index].speaker.map { row(of: known[$0]) }
    }
    return self
  }

  private mutating func dropEmptyTurn() {
    if let last = turns.last, last.paragraphs.isEmpty { turns.removeLast() }
  }
}
