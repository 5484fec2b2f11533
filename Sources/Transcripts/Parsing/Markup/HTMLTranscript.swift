/// An HTML transcript: `<cite>` names the speaker, `<time>` the time, `<p>` holds the words; or a saved
/// page whose blocks of text are labelled as plain text is.
struct HTMLTranscript {
  /// A block of text: what stands between two tags that set text apart.
  private struct Block {
    enum Kind {
      case cite
      case time
      case heading
      case words
    }
    var kind: Kind
    @Narrow var range: Range<Int>
  }

  private let bytes: [UInt8]
  private var blocks: [Block] = []
  /// The page's title.
  private(set) var title: String?

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    read()
  }

  // MARK: Blocks

  private mutating func read() {
    var start = 0
    var kind = Block.Kind.words
    var hasText = false
    func close(before tag: Int, next: Block.Kind, at offset: Int) {
      if hasText { blocks.append(Block(kind: kind, range: start..<tag)) }
      (kind, start, hasText) = (next, offset, false)
    }
    var position = 0
    while position < bytes.count {
      guard let tag = HTMLTag(bytes, at: position) else {
        hasText = hasText || !isSpace(bytes[position])
        position += 1
        continue
      }
      if tag.name == "head", !tag.isClosing { title = Self.title(in: bytes, from: tag.end) }
      let end = tag.endOfElement(in: bytes)
      switch tag.name {
      case "cite": close(before: position, next: tag.isClosing ? .words : .cite, at: end)
      case "time": close(before: position, next: tag.isClosing ? .words : .time, at: end)
      case "h1", "h2", "h3", "h4", "h5", "h6":
        close(before: position, next: tag.isClosing ? .words : .heading, at: end)
      default: if tag.opensBlock { close(before: position, next: .words, at: end) }
      }
      position = end
    }
    close(before: position, next: .words, at: position)
  }

  /// The words of a block; tags that set nothing apart are passed over.
  private func words(of block: Block) -> [CueWord] {
    var words: [CueWord] = []
    var position = block.range.lowerBound
    while position < block.range.upperBound {
      if let tag = HTMLTag(bytes, at: position) {
        position = tag.endOfElement(in: bytes)
        continue
      }
      var end = position + 1
      while end < block.range.upperBound, bytes[end] != UInt8(ascii: "<") { end += 1 }
      append(CueLine(bytes, position..<end).words, to: &words, from: position)
      position = end
    }
    return words
  }

  /// Words behind an inline tag that hug the last word go on with it: "un<b>believ</b>able".
  private func append(_ more: [CueWord], to words: inout [CueWord], from position: Int) {
    guard let last = words.last, let first = more.first, first.source.lowerBound == position,
      last.source.upperBound < position, bytes[last.source.upperBound] == UInt8(ascii: "<")
    else {
      words += more
      return
    }
    let whole = last.source.lowerBound..<first.source.upperBound
    let decoded =
      (last.decoded ?? Array(bytes[last.source])) + (first.decoded ?? Array(bytes[first.source]))
    words[words.count - 1] = CueWord(source: whole, decoded: decoded)
    words += more.dropFirst()
  }

  private static func title(in bytes: [UInt8], from start: Int) -> String? {
    let head = bytes[start..<min(bytes.count, start + 20_000)]
    guard let open = head.firstRange(of: Array("<title>".utf8)),
      let close = head[open.upperBound...].firstRange(of: Array("</title>".utf8))
    else { return nil }
    let words = CueLine(bytes, open.upperBound..<close.lowerBound).text
    return words.isEmpty ? nil : String(decoding: words, as: UTF8.self)
  }

  // MARK: What is made of them

  /// Whether the speakers are marked as such.
  var hasCites: Bool { blocks.contains { $0.kind == .cite } }

  /// Running text, where speakers are marked.
  func cueText() -> CueText {
    let cites = blocks.filter { $0.kind == .cite }.map { text(of: words(of: $0)) }
    var running = CueText(capacity: bytes.count, names: NameFolding(cites))
    running.file = bytes
    var speaker = CueSpeaker.unknown
    var start: Double?
    for block in blocks {
      let words = words(of: block)
      if words.isEmpty { continue }
      switch block.kind {
      case .cite:
        speaker = CueSpeaker(field: text(of: words))
        start = nil
      case .time: start = time(of: words)
      case .heading: speaker = .unknown
      case .words:
        if let bare = time(of: words) {
          start = bare
        } else {
          running.append(words, by: speaker, at: start)
          start = nil
        }
      }
    }
    running.finish()
    return running
  }

  /// Labelled text with blank lines between the blocks, and the way back; where no speaker is marked.
  func labelledText() -> (utf8: [UInt8], map: SourceMap) {
    var utf8: [UInt8] = []
    var map = SourceMap()
    for block in blocks {
      let words = words(of: block)
      if words.isEmpty { continue }
      if !utf8.isEmpty { utf8 += [10, 10] }
      if block.kind == .heading { utf8 += [35, 32] }
      for (index, word) in words.enumerated() {
        if index > 0 { utf8.append(32) }
        if let decoded = word.decoded {
          map.append(text: utf8.count, writtenAs: word.source)
          utf8 += decoded
        } else {
          map.append(text: utf8.count, source: word.source)
          utf8 += bytes[word.source]
        }
      }
    }
    return (utf8, map)
  }

  private func text(of words: [CueWord]) -> String {
    String(
      decoding: Array(words.map { $0.decoded ?? Array(bytes[$0.source]) }.joined(separator: [32])),
      as: UTF8.self)
  }

  /// The time that some words are and nothing else.
  private func time(of words: [CueWord]) -> Double? {
    guard words.count == 1, let word = words.first,
      let stamp = Timestamp(bytes, at: word.source.lowerBound, end: word.source.upperBound),
      stamp.end == word.source.upperBound
    else { return nil }
    return stamp.seconds
  }
}

/// A tag, or a comment, which has no name.
struct HTMLTag {
  let name: String
  let isClosing: Bool
  /// Whether it closes itself: `<br/>`.
  let isEmpty: Bool
  let end: Int

  /// The tag at `start`; nil where none opens.
  init?(_ bytes: [UInt8], at start: Int) {
    guard bytes[start] == UInt8(ascii: "<") else { return nil }
    let rest = bytes[(start + 1)...]
    guard let first = rest.first else { return nil }
    if first == UInt8(ascii: "!") || first == UInt8(ascii: "?") {
      name = ""
      isClosing = false
      isEmpty = true
      if rest.starts(with: "!--".utf8) {
        end = Self.find("-->", in: bytes, from: start + 4)
      } else {
        end = (rest.firstIndex(of: UInt8(ascii: ">")) ?? bytes.count - 1) + 1
      }
      return
    }
    isClosing = first == UInt8(ascii: "/")
    var position = start + (isClosing ? 2 : 1)
    let nameStart = position
    while position < bytes.count, isLetter(bytes[position]) || isDigit(bytes[position]) {
      position += 1
    }
    guard position > nameStart, isLetter(bytes[nameStart]), position - nameStart <= 20 else {
      return nil
    }
    name = String(decoding: bytes[nameStart..<position], as: UTF8.self).lowercased()
    var quote: UInt8?
    while position < bytes.count {
      let byte = bytes[position]
      if let mark = quote {
        if byte == mark { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") || byte == UInt8(ascii: "<") {
        break
      }
      position += 1
    }
    guard position < bytes.count, bytes[position] == UInt8(ascii: ">") else { return nil }
    isEmpty = bytes[position - 1] == UInt8(ascii: "/")
    end = position + 1
  }

  /// Whether it sets text apart from what stands around it.
  var opensBlock: Bool { Self.blocks.contains(name) }

  private static let blocks: Set<String> = [
    "p", "div", "br", "li", "ul", "ol", "tr", "td", "th", "table", "section", "article", "main",
    "header", "blockquote", "pre", "hr", "dl", "dt", "dd", "body", "html", "figure", "figcaption",
    "aside", "details", "summary", "address",
  ]

  /// Elements whose content is no text of the page.
  private static let withoutText: Set<String> = [
    "script", "style", "noscript", "template", "svg", "nav", "footer", "form", "button", "head",
    "iframe", "textarea", "select",
  ]

  /// Behind the tag; behind the whole element where its content is no text of the page.
  func endOfElement(in bytes: [UInt8]) -> Int {
    guard !isClosing, !isEmpty, Self.withoutText.contains(name) else { return end }
    var position = end
    let closing = Array("</\(name)".utf8)
    while position + closing.count <= bytes.count {
      guard let next = bytes[position...].firstIndex(of: UInt8(ascii: "<")) else { break }
      position = next
      if position + closing.count <= bytes.count,
        zip(bytes[position...], closing).allSatisfy({ $0 | 32 == $1 | 32 })
      {
        return (bytes[position...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count - 1) + 1
      }
      position += 1
    }
    return bytes.count
  }

  private static func find(_ text: String, in bytes: [UInt8], from start: Int) -> Int {
    guard start < bytes.count, let range = bytes[start...].firstRange(of: Array(text.utf8)) else {
      return bytes.count
    }
    return range.upperBound
  }
}
