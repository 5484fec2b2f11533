extension Transcript {
  /// Reads a transcript: who said what, where.
  ///
  /// ```swift
  /// let talk = try Transcript(name: "talk.md", utf8: Array("Ada: Why?\n\nBob: Because.".utf8))
  /// talk.turns[1].speaker?.name  // "Bob"
  /// ```
  ///
  /// Lines that read `Name: text` or `**Name:** text` open a turn; paragraphs without a label go on
  /// with it; Markdown headings open a section. Words in front of the first label belong to nobody.
  ///
  /// - Parameters:
  ///   - name: the file's name, for errors and citations.
  ///   - utf8: the file's bytes.
  /// - Throws: when the file is empty, no text, or no UTF-8; with the line.
  /// - Complexity: O(n) in the number of bytes.
  public init(name: String, utf8: [UInt8]) throws(TranscriptError) {
    if let problem = TextProblem.first(in: utf8) {
      let line = utf8.prefix(problem.offset).reduce(1) { $0 + ($1 == 10 ? 1 : 0) }
      throw TranscriptError(file: name, line: line, problem: problem.problem)
    }
    let layout = LabelledText(utf8).layout()
    guard !layout.turns.isEmpty else {
      throw TranscriptError(file: name, line: 1, problem: .empty)
    }
    self.init(
      name: name, utf8: utf8, digest: SHA256Digest(of: utf8), facts: TranscriptFacts(),
      layout: layout)
  }
}

/// What keeps some bytes from being a text.
struct TextProblem {
  let offset: Int
  let problem: TranscriptError.Problem

  static func first(in utf8: [UInt8]) -> TextProblem? {
    if let nul = utf8.firstIndex(of: 0) { return TextProblem(offset: nul, problem: .binary) }
    if let invalid = firstInvalid(in: utf8) {
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
