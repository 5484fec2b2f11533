/// A text in which labels say who speaks and headings what about.
struct LabelledText {
  private let bytes: [UInt8]
  private let lines: [Line]
  /// The number of the first line behind the front matter.
  private let firstLine: Int
  /// Where the lines between `---` and `---` at the file's head stand.
  let frontMatter: Range<Int>?
  private(set) var notes: [ImportNote] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    lines = Line.all(of: bytes)
    let fence = "---".utf8
    if let open = lines.first, bytes[open.range].elementsEqual(fence),
      let close = lines.dropFirst().prefix(200).firstIndex(where: {
        bytes[$0.range].elementsEqual(fence) || bytes[$0.range].elementsEqual("...".utf8)
      }), lines[1..<close].contains(where: { bytes[$0.range].contains(UInt8(ascii: ":")) })
    {
      frontMatter = open.range.upperBound + 1..<lines[close].range.lowerBound
      firstLine = close + 1
    } else {
      frontMatter = nil
      firstLine = 0
    }
  }

  mutating func layout() -> Layout {
    let labels = SpeakerLabels(in: bytes, lines: lines, from: firstLine)
    var layout = Layout()
    var paragraph: Range<Int>?
    var hasTurn = false

    var speaker: Speaker?
    // A line that is a time and nothing else is when the next words are said.
    var time: Double?
    func close() {
      guard let range = paragraph else { return }
      if !hasTurn {
        layout.openTurn(by: nil, label: nil)
        hasTurn = true
      }
      let isNobodys = Notice.opens(bytes[range])
      if isNobodys {
        layout.openTurn(by: nil, label: nil)
        note(Notice.isDirection(bytes[range]) ? .stageDirection : .notice, at: range.lowerBound)
      }
      layout.append(paragraph: range, sentences: SentenceSplitter.sentences(in: bytes, range))
      if isNobodys { layout.openTurn(by: speaker, label: nil) }
      paragraph = nil
    }

    for (index, line) in lines.enumerated().dropFirst(firstLine) {
      if line.isBlank {
        close()
      } else if let stamp = bareTime(line.range) {
        close()
        time = stamp
        if hasTurn { layout.openTurn(by: speaker, label: nil, time: stamp) }
      } else if let entry = labels[index] {
        close()
        let label = entry.label
        speaker = entry.speaker
        layout.openTurn(by: speaker, label: label.range, time: label.time ?? time)
        time = nil
        hasTurn = true
        let words = skipSpace(label.range.upperBound, line.range.upperBound)
        if words < line.range.upperBound { paragraph = words..<line.range.upperBound }
      } else if let title = heading(at: index, labels) {
        close()
        let (words, start) = timed(title)
        layout.openSection(
          title: String(decoding: bytes[words], as: UTF8.self), range: words, time: start)
        if Notice.isHeading(bytes[title]) { speaker = nil }
        layout.openTurn(by: speaker, label: nil)
        hasTurn = true
      } else {
        paragraph = (paragraph?.lowerBound ?? line.range.lowerBound)..<line.range.upperBound
      }
    }
    close()
    return layout.closed()
  }

  private mutating func note(_ kind: ImportNote.Kind, at offset: Int) {
    notes.append(ImportNote(kind: kind, line: offset))
  }

  /// The time that a line is and nothing else: `00:12:34`, `[12:34]`, `0:01 - 0:05`.
  private func bareTime(_ line: Range<Int>) -> Double? {
    guard line.count <= 40 else { return nil }
    let marks = "[]()-> \u{2013}".utf8
    guard
      bytes[line].allSatisfy({
        isDigit($0) || $0 == 58 || $0 == 46 || $0 == 44 || marks.contains($0)
      }),
      let start = line.first(where: { isDigit(bytes[$0]) })
    else { return nil }
    return Timestamp(bytes, at: start, end: line.upperBound)?.seconds
  }

  /// A heading's words, and the time that stands in front of them: `00:08:32 - Title`.
  private func timed(_ title: Range<Int>) -> (words: Range<Int>, time: Double?) {
    var position = title.lowerBound
    let isBracketed = bytes[position] == UInt8(ascii: "[") || bytes[position] == UInt8(ascii: "(")
    if isBracketed { position += 1 }
    guard position < title.upperBound, isDigit(bytes[position]),
      let stamp = Timestamp(bytes, at: position, end: title.upperBound)
    else { return (title, nil) }
    position = stamp.end
    while position < title.upperBound,
      isSpace(bytes[position]) || ")]-:|".utf8.contains(bytes[position]) || bytes[position] == 0xE2
        || bytes[position] == 0x80 || bytes[position] == 0x93 || bytes[position] == 0x94
    { position += 1 }
    return position < title.upperBound ? (position..<title.upperBound, stamp.seconds) : (title, nil)
  }

  /// The words of a heading: `# …`, or a line of title case between blanks with a label below it.
  private func heading(at index: Int, _ labels: SpeakerLabels) -> Range<Int>? {
    let line = lines[index].range
    let hashes = bytes[line].prefix { $0 == UInt8(ascii: "#") }.count
    if (1...6).contains(hashes), hashes < line.count, isSpace(bytes[line.lowerBound + hashes]) {
      let start = skipSpace(line.lowerBound + hashes, line.upperBound)
      var end = line.upperBound
      while end > start, bytes[end - 1] == UInt8(ascii: "#") || isSpace(bytes[end - 1]) { end -= 1 }
      return start < end ? start..<end : nil
    }
    guard index == 0 || lines[index - 1].isBlank, index + 1 < lines.count, lines[index + 1].isBlank,
      let below = lines[index...].indices.dropFirst().first(where: { !lines[$0].isBlank }),
      labels[below] != nil, isTitle(bytes[line])
    else { return nil }
    return line
  }

  private func isTitle(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count <= 90, let last = line.last,
      isLetter(last) || isDigit(last) || last == UInt8(ascii: "?") || last >= 0x80
    else { return false }
    let words = line.split(separator: UInt8(ascii: " "))
    let long = words.filter { $0.count > 3 }
    let capitals = long.count { word in
      word.first.map { isUpper($0) || isDigit($0) || isOpener($0) || $0 >= 0x80 } ?? false
    }
    return words.count <= 12 && !long.isEmpty && capitals == long.count
      && (words.first?.first).map(isUpper) == true
  }

  private func skipSpace(_ start: Int, _ end: Int) -> Int {
    var position = start
    while position < end, isSpace(bytes[position]) { position += 1 }
    return position
  }
}
