/// WebVTT and SubRip: numbered or not, cues of lines under a line of times.
struct Captions {
  private struct Cue {
    var start: Double?
    /// The lines of words.
    var lines: [Int] = []
    /// The line of the times.
    var line: Int
    var hasBadTime = false
  }

  private let bytes: [UInt8]
  private let lines: [Line]
  private let isWebVTT: Bool
  private var cues: [Cue] = []
  private(set) var notes: [ImportNote] = []

  init(_ bytes: [UInt8], isWebVTT: Bool) {
    self.bytes = bytes
    self.isWebVTT = isWebVTT
    lines = Line.all(of: bytes)
    readCues()
  }

  // MARK: Cues

  private mutating func readCues() {
    var isInBlock = false
    var times: CueTimes?
    var next = lines.first.flatMap { CueTimes(bytes, $0.range) }
    for index in lines.indices {
      (times, next) = (
        next, index + 1 < lines.count ? CueTimes(bytes, lines[index + 1].range) : nil
      )
      let line = lines[index].range
      if let times {
        cues.append(Cue(start: times.start, line: index, hasBadTime: times.start == nil))
        isInBlock = true
      } else if line.isEmpty {
        // In WebVTT an empty line ends a cue, one of spaces does not; SubRip in the wild has both inside.
        if isWebVTT, !hasSpaces(line) { isInBlock = false }
      } else if isInBlock, next == nil || !mayNameCue(index) {
        cues[cues.count - 1].lines.append(index)
      }
    }
  }

  private func hasSpaces(_ blank: Range<Int>) -> Bool {
    blank.lowerBound > 0 && [32, 9].contains(bytes[blank.lowerBound - 1])
  }

  /// Whether a line in front of times is the number or name of their cue.
  private func mayNameCue(_ index: Int) -> Bool {
    isWebVTT
      ? index > 0 && lines[index - 1].isBlank : bytes[lines[index].range].allSatisfy(isDigit)
  }

  // MARK: Words and speakers

  /// A line of words, and who its own marks say speaks.
  private struct Spoken {
    var words: [CueWord]
    var speaker: CueSpeaker?
  }

  mutating func text() -> CueText {
    let names = speakerNames()
    var text = CueText(
      capacity: bytes.count,
      names: NameFolding(names.map { String(decoding: $0, as: UTF8.self) }.sorted()))
    text.file = bytes
    let known = Set(names)
    let voices = voiceShare
    let isRolling = isRolling
    let unlabelled: CueSpeaker =
      voices > 0.8 || (voices == 0 && known.isEmpty) ? .unknown : .same
    var shown: [[UInt8]] = []
    var last = -1.0
    for cue in cues {
      if cue.hasBadTime { note(.badTime, cue.line) }
      if let start = cue.start {
        if start < last { note(.outOfOrder, cue.line) }
        last = max(last, start)
      }
      var own: [[UInt8]] = []
      var wrote = false
      let isDialogue = cue.lines.count { bytes[lines[$0].range].first == UInt8(ascii: "-") } > 1
      for index in cue.lines {
        let parsed = CueLine(bytes, lines[index].range)
        if parsed.isLatin1 { note(.latin1, index) }
        if isRolling {
          let utf8 = parsed.text
          own.append(utf8)
          if shown.contains(utf8) {
            note(.repeated, index)
            continue
          }
        }
        let spoken = spoken(index, parsed, known)
        var speaker = spoken.speaker ?? (wrote ? .same : unlabelled)
        if isDialogue, spoken.speaker == nil { speaker = .unknown }
        text.append(spoken.words, by: speaker, at: cue.start)
        wrote = wrote || !spoken.words.isEmpty
      }
      if !wrote, own.isEmpty { note(.emptyCue, cue.line) }
      if isRolling, !own.isEmpty { shown = own }
    }
    text.finish()
    return text
  }

  private mutating func note(_ kind: ImportNote.Kind, _ line: Int) {
    notes.append(ImportNote(kind: kind, line: line + 1))
  }

  private func spoken(_ index: Int, _ parsed: CueLine, _ names: Set<[UInt8]>) -> Spoken {
    if let voice = parsed.voice {
      return Spoken(words: parsed.words, speaker: CueSpeaker(field: voice))
    }
    let opening = opening(of: lines[index].range)
    if let label = Label(opening.line, in: bytes) {
      let name = Array(bytes[label.name])
      if names.contains(name) {
        let rest = CueLine(bytes, label.range.upperBound..<lines[index].range.upperBound)
        return Spoken(
          words: rest.words, speaker: CueSpeaker(field: String(decoding: name, as: UTF8.self)))
      }
    }
    guard opening.isMarked else { return Spoken(words: parsed.words, speaker: nil) }
    return Spoken(words: CueLine(bytes, opening.line).words, speaker: .unknown)
  }

  /// The line behind marks that say that somebody else speaks now: ">>".
  private func opening(of line: Range<Int>) -> (line: Range<Int>, isMarked: Bool) {
    for mark in [">>>", ">>", "&gt;&gt;&gt;", "&gt;&gt;"] where bytes[line].starts(with: mark.utf8)
    {
      var start = line.lowerBound + mark.utf8.count
      while start < line.upperBound, isSpace(bytes[start]) { start += 1 }
      return (start..<line.upperBound, true)
    }
    if bytes[line].starts(with: "- ".utf8) {
      return (line.lowerBound + 2..<line.upperBound, false)
    }
    return (line, false)
  }

  /// The names in front of colons that are speakers.
  private func speakerNames() -> [[UInt8]] {
    var counts: [[UInt8]: Int] = [:]
    for cue in cues {
      for index in cue.lines {
        guard let label = Label(opening(of: lines[index].range).line, in: bytes) else { continue }
        counts[Array(bytes[label.name]), default: 0] += 1
      }
    }
    let names = counts.filter { name, count in
      !Notice.isLabel(name)
        && (count > 1 || Label.isCapitalised(name)) && !Label.isLowerCase(name)
    }
    // One name that comes once, in captions that name nobody else, is a colon in prose.
    return names.values.reduce(0, +) > 1 ? Array(names.keys) : []
  }

  /// The share of the cues that name their voice.
  private var voiceShare: Double {
    guard isWebVTT, !cues.isEmpty else { return 0 }
    let named = cues.count { cue in
      cue.lines.contains { index in
        bytes[lines[index].range].contains(UInt8(ascii: "<"))
          && CueLine(bytes, lines[index].range).voice != nil
      }
    }
    return Double(named) / Double(cues.count)
  }

  /// Whether each cue shows the end of the one before again, as live captions do; the first tell.
  private var isRolling: Bool {
    let cues = cues.prefix(1_000)
    guard cues.count > 3 else { return false }
    var again = 0
    var previous: [UInt8]?
    for cue in cues {
      let first = cue.lines.first.map { CueLine(bytes, lines[$0].range).text }
      if let first, first == previous { again += 1 }
      previous = cue.lines.last.map { CueLine(bytes, lines[$0].range).text } ?? previous
    }
    return again * 10 >= cues.count * 3
  }
}
