/// An HTML transcript: `<cite>` names the speaker, `<time>` the time, `<p>` holds the words; or a saved
/// page whose blocks of text are labelled as plain text is.
struct HTMLTranscript {
  /// A block of text.
  private struct Block {
    enum Kind {
      case cite
      case time
      case heading
      case words
    }
    var kind: Kind
    var words: [CueWord] = []
    var offset: Int
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
    var position = 0
    var kind = Block.Kind.words
    var block = Block(kind: .words, offset: 0)
    func isEmpty(_ block: Block) -> Bool { block.words.isEmpty }
    func close(next: Block.Kind, at offset: Int) {
      if !isEmpty(block) { blocks.append(block) }
      kind = next
      block = Block(kind: kind, offset: offset)
    }
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "<"), let tag = HTMLTag(bytes, at: position) {
        position = tag.end
        switch tag.name {
        case "script", "style", "noscript", "template", "svg", "nav", "footer", "form", "button",
          "head", "iframe", "textarea", "select":
          guard !tag.isClosing, !tag.isEmpty else { continue }
          if tag.name == "head" { title = Self.title(in: bytes, from: position) }
          position = HTMLTag.end(of: tag.name, in: bytes, from: position)
        case "cite": close(next: tag.isClosing ? .words : .cite, at: position)
        case "time": close(next: tag.isClosing ? .words : .time, at: position)
        case "h1", "h2", "h3", "h4", "h5", "h6":
          close(next: tag.isClosing ? .words : .heading, at: position)
        default: if HTMLTag.blocks.contains(tag.name) { close(next: .words, at: position) }
        }
        continue
      }
      var end = position + 1
      while end < bytes.count, bytes[end] != UInt8(ascii: "<") { end += 1 }
      append(CueLine(bytes, position..<end).words, to: &block, joined: position)
      position = end
    }
    close(next: .words, at: position)
  }

  /// Words behind an inline tag that hug the last word go on with it: "un<b>believ</b>able".
  private func append(_ words: [CueWord], to block: inout Block, joined position: Int) {
    var rest = words[...]
    if let last = block.words.last, let first = words.first, first.source.lowerBound == position,
      last.source.upperBound < position, bytes[last.source.upperBound] == UInt8(ascii: "<")
    {
      let whole = last.source.lowerBound..<first.source.upperBound
      let decoded =
        (last.decoded ?? Array(bytes[last.source])) + (first.decoded ?? Array(bytes[first.source]))
      block.words[block.words.count - 1] = CueWord(source: whole, decoded: decoded)
      rest = words.dropFirst()
    }
    block.words += rest
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
    let cites = blocks.filter { $0.kind == .cite }.map { text(of: $0) }
    var running = CueText(capacity: bytes.count, names: NameFolding(cites))
    running.file = bytes
    var speaker = CueSpeaker.unknown
    var start: Double?
    for block in blocks {
      switch block.kind {
      case .cite:
        speaker = CueSpeaker(field: text(of: block))
        start = nil
      case .time: start = time(of: block)
      case .heading: speaker = .unknown
      case .words:
        if let bare = time(of: block) {
          start = bare
        } else {
          running.append(block.words, by: speaker, at: start)
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
      if !utf8.isEmpty { utf8 += [10, 10] }
      if block.kind == .heading { utf8 += [35, 32] }
      for (index, word) in block.words.enumerated() {
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

  private func text(of block: Block) -> String {
    String(
      decoding: Array(
        block.words.map { $0.decoded ?? Array(bytes[$0.source]) }.joined(separator: [32])),
      as: UTF8.self)
  }

  /// The time that a block is and nothing else.
  private func time(of block: Block) -> Double? {
    guard block.words.count == 1, let word = block.words.first,
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

  /// The tag at a `<`; nil where none opens.
  init?(_ bytes: [UInt8], at start: Int) {
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

  /// Tags that set text apart from what stands around it.
  static let blocks: Set<String> = [
    "p", "div", "br", "li", "ul", "ol", "tr", "td", "th", "table", "section", "article", "main",
    "header", "blockquote", "pre", "hr", "dl", "dt", "dd", "body", "html", "figure", "figcaption",
    "aside", "details", "summary", "address",
  ]

  /// Behind the closing tag of an element whose content is not text.
  static func end(of name: String, in bytes: [UInt8], from start: Int) -> Int {
    var position = start
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
