extension Transcript {
  /// Reads a transcript: who said what, where.
  ///
  /// ```swift
  /// let talk = try Transcript(name: "talk.md", utf8: Array("Ada: Why?\n\nBob: Because.".utf8))
  /// talk.turns[1].speaker?.name  // "Bob"
  /// ```
  ///
  /// The format is told by the content. In text and Markdown, lines that read `Name: text`,
  /// `**Name:** text`, `Name (00:12:34): text` and the like open a turn; paragraphs without a label go
  /// on with it; headings open a section. Words in front of the first label belong to nobody. For
  /// captions, JSON and HTML see ``TranscriptFormat``.
  ///
  /// - Parameters:
  ///   - name: the file's name, for errors and citations.
  ///   - utf8: the file's bytes.
  /// - Throws: when the file is empty, no text, malformed, or, as text or JSON, no UTF-8; with the line.
  /// - Complexity: O(n) in the number of bytes.
  public init(name: String, utf8: [UInt8]) throws(TranscriptError) {
    guard utf8.count < Narrow.limit else {
      throw TranscriptError(file: name, line: 1, problem: .tooLarge)
    }
    let format = TranscriptFormat(of: utf8)
    if let problem = TextProblem.first(in: utf8, forgivesLatin1: format.forgivesLatin1) {
      throw TranscriptError(
        file: name, line: utf8.line(of: problem.offset), problem: problem.problem)
    }
    switch format {
    case .text: try self.init(name: name, text: utf8)
    case .webVTT, .subRip:
      var captions = Captions(utf8, isWebVTT: format == .webVTT)
      let text = captions.text()
      try self.init(name: name, file: utf8, format: format, text: text, notes: captions.notes)
    case .podcastJSON, .whisperJSON, .whisperXJSON: try self.init(name: name, json: utf8)
    case .html: try self.init(name: name, html: utf8)
    }
  }

  private init(name: String, text utf8: [UInt8]) throws(TranscriptError) {
    var labelled = LabelledText(utf8)
    let layout = labelled.layout()
    let lines = LineNumbers(utf8)
    let notes = labelled.notes.map { ImportNote(kind: $0.kind, line: lines.line(of: $0.line)) }
    try self.init(
      name: name, utf8: utf8,
      origin: Origin(
        digest: SHA256Digest(of: utf8), format: .text, notes: notes,
        frontMatter: labelled.frontMatter),
      layout: layout, lines: lines)
  }

  private init(
    name: String, file: [UInt8], format: TranscriptFormat, text: CueText, notes: [ImportNote],
    facts: TranscriptFacts = TranscriptFacts()
  ) throws(TranscriptError) {
    try self.init(
      name: name, utf8: text.utf8,
      origin: Origin(
        digest: SHA256Digest(of: file), format: format, map: text.map, notes: notes),
      layout: text.layout, lines: LineNumbers(file), facts: facts)
  }

  private init(name: String, json file: [UInt8]) throws(TranscriptError) {
    let segments: SegmentsJSON
    do {
      segments = try SegmentsJSON(file)
    } catch {
      throw TranscriptError(
        file: name, line: file.line(of: error.offset), problem: .malformed(error.message))
    }
    guard segments.hasSegments else {
      throw TranscriptError(file: name, line: 1, problem: .noSegments)
    }
    let lines = LineNumbers(file)
    let notes = segments.notes.map { ImportNote(kind: $0.kind, line: lines.line(of: $0.offset)) }
    try self.init(
      name: name, file: file, format: segments.format, text: segments.text, notes: notes)
  }

  private init(name: String, html file: [UInt8]) throws(TranscriptError) {
    let page = HTMLTranscript(file)
    let facts = TranscriptFacts(title: page.title)
    if page.hasCites {
      try self.init(
        name: name, file: file, format: .html, text: page.cueText(), notes: [], facts: facts)
      return
    }
    let (utf8, map) = page.labelledText()
    var labelled = LabelledText(utf8)
    let layout = labelled.layout()
    let lines = LineNumbers(file)
    let notes = labelled.notes.map {
      ImportNote(
        kind: $0.kind, line: lines.line(of: map.source(of: $0.line..<$0.line + 1)?.lowerBound ?? 0))
    }
    try self.init(
      name: name, utf8: utf8,
      origin: Origin(digest: SHA256Digest(of: file), format: .html, map: map, notes: notes),
      layout: layout, lines: lines, facts: facts)
  }

  private init(
    name: String, utf8: [UInt8], origin: Origin, layout: Layout, lines: LineNumbers,
    facts: TranscriptFacts = TranscriptFacts()
  ) throws(TranscriptError) {
    guard !layout.turns.isEmpty else {
      throw TranscriptError(file: name, line: 1, problem: .empty)
    }
    var origin = origin
    // What a line's note has explained needs no second.
    let explained = origin.map == nil ? Set(origin.notes.map(\.line)) : []
    for turn in layout.turns where turn.speaker == nil {
      let range = layout.paragraphs[turn.paragraphs.lowerBound].range
      let offset = origin.map.map { $0.source(of: range)?.lowerBound ?? 0 } ?? range.lowerBound
      let line = lines.line(of: offset)
      if !explained.contains(line) {
        origin.notes.append(ImportNote(kind: .noSpeaker, line: line))
      }
    }
    self.init(name: name, utf8: utf8, origin: origin, facts: facts, layout: layout)
  }
}

extension TranscriptFormat {
  /// Whether stray bytes are read as Latin-1: the text is built from the file, not the file itself.
  fileprivate var forgivesLatin1: Bool { self == .webVTT || self == .subRip || self == .html }
}

extension [UInt8] {
  /// The line that an offset stands in, counted from 1.
  func line(of offset: Int) -> Int { prefix(offset).reduce(1) { $0 + ($1 == 10 ? 1 : 0) } }
}

/// Line numbers of many offsets of one file.
struct LineNumbers {
  private let starts: [Int]

  init(_ bytes: [UInt8]) {
    var starts = [0]
    for (offset, byte) in bytes.enumerated() where byte == 10 { starts.append(offset + 1) }
    self.starts = starts
  }

  func line(of offset: Int) -> Int {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// What keeps some bytes from being a text.
struct TextProblem {
  let offset: Int
  let problem: TranscriptError.Problem

  static func first(in utf8: [UInt8], forgivesLatin1: Bool) -> TextProblem? {
    if let nul = utf8.firstIndex(of: 0) { return TextProblem(offset: nul, problem: .binary) }
    if !forgivesLatin1, let invalid = firstInvalid(in: utf8) {
      return TextProblem(offset: invalid, problem: .invalidUTF8)
    }
    return nil
  }

  /// The offset of the first byte that breaks the encoding (RFC 3629).
  private static func firstInvalid(in utf8: [UInt8]) -> Int? {
    var position = 0
    while position < utf8.count {
      let lead = utf8[position]
      if lead < 0x80 {
        position += 1
        continue
      }
      let (length, lowest, highest): (Int, UInt8, UInt8)
      switch lead {
      case 0xC2...0xDF: (length, lowest, highest) = (2, 0x80, 0xBF)
      case 0xE0: (length, lowest, highest) = (3, 0xA0, 0xBF)
      case 0xED: (length, lowest, highest) = (3, 0x80, 0x9F)
      case 0xE1...0xEF: (length, lowest, highest) = (3, 0x80, 0xBF)
      case 0xF0: (length, lowest, highest) = (4, 0x90, 0xBF)
      case 0xF1...0xF3: (length, lowest, highest) = (4, 0x80, 0xBF)
      case 0xF4: (length, lowest, highest) = (4, 0x80, 0x8F)
      default: return position
      }
      guard position + length <= utf8.count, (lowest...highest).contains(utf8[position + 1])
      else { return position }
      for offset in 2..<max(2, length) where utf8[position + offset] & 0xC0 != 0x80 {
        return position
      }
      position += length
    }
    return nil
  }
}
