/// Walks through JSON without building it: values are visited in order, and keep their byte offsets.
struct JSONScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var position: Int
  private var depth = 0

  /// What is no JSON, and where.
  struct Fault: Error {
    let offset: Int
    let message: String
  }

  /// A string's bytes between the quotation marks.
  struct Text {
    let range: Range<Int>
    let isEscaped: Bool
  }

  private static let deepest = 128

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The first byte of the next value or mark; nil at the end.
  mutating func peek() -> UInt8? {
    while position < bytes.count {
      let byte = bytes[position]
      guard byte == 32 || byte == 10 || byte == 13 || byte == 9 else { return byte }
      position += 1
    }
    return nil
  }

  /// Visits an object's members; `visit` must read the value.
  mutating func object(_ visit: (inout JSONScanner, Text) throws(Fault) -> Void) throws(Fault) {
    try open(UInt8(ascii: "{"))
    if peek() == UInt8(ascii: "}") { return close() }
    while true {
      guard peek() == UInt8(ascii: "\"") else {
        throw fault("a name in quotation marks is missing")
      }
      let key = try string()
      guard peek() == UInt8(ascii: ":") else { throw fault("a colon is missing") }
      position += 1
      try visit(&self, key)
      if try endsList(UInt8(ascii: "}")) { return }
    }
  }

  /// Visits an array's elements; `visit` must read each.
  mutating func array(_ visit: (inout JSONScanner) throws(Fault) -> Void) throws(Fault) {
    try open(UInt8(ascii: "["))
    if peek() == UInt8(ascii: "]") { return close() }
    while true {
      try visit(&self)
      if try endsList(UInt8(ascii: "]")) { return }
    }
  }

  private mutating func open(_ mark: UInt8) throws(Fault) {
    guard peek() == mark else {
      throw fault(mark == UInt8(ascii: "{") ? "an object is missing" : "a list is missing")
    }
    position += 1
    depth += 1
    guard depth <= Self.deepest else { throw fault("this is nested too deeply") }
  }

  private mutating func close() {
    position += 1
    depth -= 1
  }

  private mutating func endsList(_ mark: UInt8) throws(Fault) -> Bool {
    let byte = peek()
    if byte == mark {
      close()
      return true
    }
    guard byte == UInt8(ascii: ",") else {
      throw fault(byte == nil ? "the file ends in the middle" : "a comma or an end is missing")
    }
    position += 1
    return false
  }

  /// Reads a string.
  mutating func string() throws(Fault) -> Text {
    guard peek() == UInt8(ascii: "\"") else { throw fault("a text in quotation marks is missing") }
    position += 1
    let start = position
    var isEscaped = false
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        position += 1
        return Text(range: start..<position - 1, isEscaped: isEscaped)
      }
      if byte == UInt8(ascii: "\\") {
        isEscaped = true
        position += 1
      } else if byte < 32 {
        throw fault("a text holds a control character")
      }
      position += 1
    }
    position = start
    throw fault("a text does not end")
  }

  /// Reads a number; nil where a string or null stands instead.
  mutating func number() throws(Fault) -> Double? {
    guard let first = peek() else { throw fault("the file ends in the middle") }
    if first == UInt8(ascii: "\"") {
      let text = try string()
      return Double(String(decoding: bytes[text.range], as: UTF8.self))
    }
    guard first == UInt8(ascii: "-") || (first >= 48 && first <= 57) else {
      try skip()
      return nil
    }
    let start = position
    var mantissa: UInt64 = 0
    var digits = 0
    var scale = 0
    var isPlain = first != UInt8(ascii: "-")
    var isFraction = false
    while position < bytes.count {
      let byte = bytes[position]
      if byte >= 48, byte <= 57 {
        if digits < 15 { mantissa = mantissa * 10 + UInt64(byte - 48) } else { isPlain = false }
        digits += 1
        if isFraction { scale += 1 }
      } else if byte == UInt8(ascii: ".") {
        isFraction = true
      } else if byte | 32 == UInt8(ascii: "e") || byte == UInt8(ascii: "+")
        || byte == UInt8(ascii: "-")
      {
        isPlain = false
      } else {
        break
      }
      position += 1
    }
    // Up to fifteen digits over a power of ten is exact, but for one rounding.
    if isPlain, scale < Self.powers.count { return Double(mantissa) / Self.powers[scale] }
    guard let value = Double(String(decoding: bytes[start..<position], as: UTF8.self)) else {
      position = start
      throw fault("this is no number")
    }
    return value
  }

  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  /// Passes over a value.
  mutating func skip() throws(Fault) {
    switch peek() {
    case UInt8(ascii: "\""): _ = try string()
    case UInt8(ascii: "{"): try object { (scanner, _) throws(Fault) in try scanner.skip() }
    case UInt8(ascii: "["): try array { (scanner) throws(Fault) in try scanner.skip() }
    case .some(let byte) where byte == UInt8(ascii: "-") || (byte >= 48 && byte <= 57):
      _ = try number()
    case UInt8(ascii: "t"): try literal("true")
    case UInt8(ascii: "f"): try literal("false")
    case UInt8(ascii: "n"): try literal("null")
    case UInt8(ascii: "N"): try literal("NaN")  // Python's writers leave it in Whisper's files
    case nil: throw fault("the file ends in the middle")
    default: throw fault("this is no JSON value")
    }
  }

  private mutating func literal(_ word: StaticString) throws(Fault) {
    let count = word.utf8CodeUnitCount
    guard position + count <= bytes.count,
      (0..<count).allSatisfy({ bytes[position + $0] == word.utf8Start[$0] })
    else { throw fault("this is no JSON value") }
    position += count
  }

  func fault(_ message: String) -> Fault { Fault(offset: position, message: message) }

  /// Whether a string's bytes are `word`.
  func matches(_ text: Text, _ word: StaticString) -> Bool {
    text.range.count == word.utf8CodeUnitCount
      && (0..<text.range.count).allSatisfy {
        bytes[text.range.lowerBound + $0] == word.utf8Start[$0]
      }
  }

  /// A string's characters.
  func decoded(_ text: Text) -> String {
    guard text.isEscaped else { return String(decoding: bytes[text.range], as: UTF8.self) }
    var utf8: [UInt8] = []
    forEachCharacter(of: text) { _, bytes in utf8 += bytes }
    return String(decoding: utf8, as: UTF8.self)
  }

  /// A string's words, each with its place.
  func words(of text: Text) -> [CueWord] {
    text.isEscaped ? escapedWords(of: text) : plainWords(of: text)
  }

  private func plainWords(of text: Text) -> [CueWord] {
    var words: [CueWord] = []
    var start = text.range.lowerBound
    var position = start
    while position < text.range.upperBound {
      let isNoBreak =
        bytes[position] == 0xC2 && position + 1 < text.range.upperBound
        && bytes[position + 1] == 0xA0
      guard isNoBreak || isSpace(bytes[position]) else {
        position += 1
        continue
      }
      if start < position { words.append(CueWord(source: start..<position)) }
      position += isNoBreak ? 2 : 1
      start = position
    }
    if start < position { words.append(CueWord(source: start..<position)) }
    return words
  }

  private func escapedWords(of text: Text) -> [CueWord] {
    var words: [CueWord] = []
    var start: Int?
    var end = 0
    var decoded: [UInt8] = []
    var isDecoded = false
    func close() {
      guard let first = start else { return }
      words.append(CueWord(source: first..<end, decoded: isDecoded ? decoded : nil))
      start = nil
    }
    forEachCharacter(of: text) { range, utf8 in
      if utf8.allSatisfy(isSpace) || utf8.elementsEqual([0xC2, 0xA0]) {
        close()
        return
      }
      if start == nil {
        start = range.lowerBound
        decoded = []
        isDecoded = false
      }
      isDecoded = isDecoded || range.count != utf8.count
      decoded += utf8
      end = range.upperBound
    }
    close()
    return words
  }

  /// Visits the characters between the quotation marks, as their bytes and where they stand.
  private func forEachCharacter(of text: Text, _ visit: (Range<Int>, ArraySlice<UInt8>) -> Void) {
    var position = text.range.lowerBound
    let end = text.range.upperBound
    while position < end {
      guard bytes[position] == UInt8(ascii: "\\") else {
        let lead = bytes[position]
        let length = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
        let next = min(end, position + length)
        visit(position..<next, ArraySlice(bytes[position..<next]))
        position = next
        continue
      }
      let start = position
      position = min(end, position + 2)
      switch bytes[position - 1] {
      case UInt8(ascii: "n"), UInt8(ascii: "t"), UInt8(ascii: "r"), UInt8(ascii: "b"),
        UInt8(ascii: "f"):
        visit(start..<position, [32])
      case UInt8(ascii: "u"):
        var scalar = hex(at: position, end)
        position = min(end, position + 4)
        if (0xD800..<0xDC00).contains(scalar), position + 6 <= end,
          bytes[position] == UInt8(ascii: "\\"), bytes[position + 1] == UInt8(ascii: "u")
        {
          let low = hex(at: position + 2, end)
          if (0xDC00..<0xE000).contains(low) {
            scalar = 0x10000 + (scalar - 0xD800) << 10 + (low - 0xDC00)
            position += 6
          }
        }
        let character = UnicodeScalar(scalar).map { $0.value < 32 ? " " : $0 } ?? "\u{FFFD}"
        visit(start..<position, ArraySlice(String(character).utf8))
      default: visit(start..<position, [bytes[position - 1]])
      }
    }
  }

  private func hex(at start: Int, _ end: Int) -> UInt32 {
    guard start + 4 <= end else { return 0xFFFF_FFFF }
    return UInt32(String(decoding: bytes[start..<start + 4], as: UTF8.self), radix: 16)
      ?? 0xFFFF_FFFF
  }
}
