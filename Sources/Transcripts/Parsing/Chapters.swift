/// Chapters told beside a transcript: Podcasting 2.0's chapters JSON.
public struct Chapters: Hashable, Sendable {
  /// A chapter's name and when it starts, in seconds.
  public struct Chapter: Hashable, Sendable {
    /// Its name.
    public var title: String
    /// When it starts.
    public var start: Double
  }

  /// The chapters in the order of their times; those that no table of contents shows are left out.
  public let chapters: [Chapter]

  /// Reads a chapters file.
  ///
  /// - Parameters:
  ///   - name: the file's name, for errors.
  ///   - utf8: its bytes.
  public init(name: String, utf8: [UInt8]) throws(TranscriptError) {
    if let problem = TextProblem.first(in: utf8, forgivesLatin1: false) {
      throw TranscriptError(
        file: name, line: utf8.line(of: problem.offset), problem: problem.problem)
    }
    var chapters: [Chapter] = []
    var hasList = false
    var fault: JSONScanner.Fault?
    utf8.withUnsafeBufferPointer { buffer in
      var scanner = JSONScanner(buffer)
      do throws(JSONScanner.Fault) {
        try scanner.object { (scanner, key) throws(JSONScanner.Fault) in
          guard scanner.matches(key, "chapters"), scanner.peek() == UInt8(ascii: "[") else {
            return try scanner.skip()
          }
          hasList = true
          try scanner.array { (scanner) throws(JSONScanner.Fault) in
            if let chapter = try Self.chapter(&scanner) { chapters.append(chapter) }
          }
        }
      } catch { fault = error }
    }
    if let fault {
      throw TranscriptError(
        file: name, line: utf8.line(of: fault.offset), problem: .malformed(fault.message))
    }
    guard hasList else { throw TranscriptError(file: name, line: 1, problem: .noChapters) }
    self.chapters = chapters.enumerated().sorted {
      ($0.element.start, $0.offset) < ($1.element.start, $1.offset)
    }.map(\.element)
  }

  private static func chapter(_ scanner: inout JSONScanner) throws(JSONScanner.Fault) -> Chapter? {
    guard scanner.peek() == UInt8(ascii: "{") else {
      try scanner.skip()
      return nil
    }
    var title = ""
    var start: Double?
    var isSilent = false
    try scanner.object { (scanner, key) throws(JSONScanner.Fault) in
      if scanner.matches(key, "title"), scanner.peek() == UInt8(ascii: "\"") {
        title = scanner.decoded(try scanner.string())
      } else if scanner.matches(key, "startTime") {
        start = try scanner.number()
      } else if scanner.matches(key, "toc") {
        isSilent = scanner.peek() == UInt8(ascii: "f")
        try scanner.skip()
      } else {
        try scanner.skip()
      }
    }
    guard let start, !isSilent, !title.allSatisfy(\.isWhitespace) else { return nil }
    return Chapter(title: title, start: start)
  }
}

extension Transcript {
  /// The same transcript under the headings of its chapters; unchanged where it tells no times.
  public func divided(by chapters: Chapters) -> Transcript {
    guard turns.contains(where: { $0.time != nil }), !chapters.chapters.isEmpty else { return self }
    var layout = Layout()
    var open = -1
    var last = 0.0
    for turn in turns {
      for (index, paragraph) in turn.paragraphs.enumerated() {
        last = seconds(at: paragraph.range.lowerBound) ?? (index == 0 ? turn.time : nil) ?? last
        let current = chapters.chapters.lastIndex { $0.start <= last + 0.001 } ?? -1
        let isNew = current > open
        while open < current {
          open += 1
          let chapter = chapters.chapters[open]
          layout.openSection(title: chapter.title, range: nil, time: chapter.start)
        }
        if isNew || index == 0 {
          layout.openTurn(
            by: turn.speaker, label: index == 0 ? turn.labelRange : nil,
            time: index == 0 ? turn.time : seconds(at: paragraph.range.lowerBound))
        }
        layout.append(paragraph: paragraph.range, sentences: paragraph.sentences.map(\.range))
      }
    }
    return with(layout: layout.closed())
  }
}
