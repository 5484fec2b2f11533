/// Reads a label from left to right: bold marks, a time, a name, a time, a colon.
struct LabelReader {
  struct Parts {
    let name: Range<Int>
    let end: Int
    /// Whether bold marks, or a time set apart, say that this is a label.
    let isMarked: Bool
    let time: Double?
  }

  private let bytes: [UInt8]
  private let end: Int
  private var position: Int

  init(_ bytes: [UInt8], _ line: Range<Int>) {
    self.bytes = bytes
    end = line.upperBound
    position = line.lowerBound
  }

  /// In bytes: a name further in is none.
  private static let longest = 120

  mutating func read() -> Parts? {
    var isBold = take("**")
    let early = leadingTime()
    if !isBold { isBold = take("**") }
    let start = position
    guard var tail = tail(behind: start) else { return nil }
    var nameEnd = trimmed(start, tail.nameEnd)
    if isBold {
      if bytes[start..<nameEnd].suffix(2).elementsEqual("**".utf8) {
        nameEnd = trimmed(start, nameEnd - 2)
      } else if !closesBold(&tail) {
        return nil
      }
    }
    return Parts(
      name: start..<nameEnd, end: tail.end, isMarked: isBold || early != nil || tail.isSetApart,
      time: early ?? tail.time)
  }

  /// A time in front of the name: `[12:34]`, `(00:12:34)`, `00:12:34 -`.
  private mutating func leadingTime() -> Double? {
    let start = position
    guard let time = bracketedTime()?.seconds ?? bareTime() else {
      position = start
      return nil
    }
    skipSpace()
    if position < end, dashLength(position) > 0 { position += dashLength(position) }
    skipSpace()
    return time
  }

  /// What ends the name, and where the label ends.
  private struct Tail {
    var nameEnd: Int
    var end: Int
    var time: Double?
    var isSetApart = false
  }

  private mutating func tail(behind start: Int) -> Tail? {
    var depth = 0
    let limit = min(end, start + Self.longest)
    while position < limit {
      let byte = bytes[position]
      let opensBracket = byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[")
      let opensWord = position > start && isSpace(bytes[position - 1])
      if depth == 0, position > start, opensBracket || (opensWord && isDigit(byte)),
        let tail = timeTail(behind: start)
      {
        return tail
      }
      if opensBracket { depth += 1 }
      if byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]") { depth -= 1 }
      if byte == UInt8(ascii: ":"), depth <= 0 {
        return Tail(nameEnd: position, end: position + 1)
      }
      position += 1
    }
    return nil
  }

  /// A time behind the name: in brackets, as a link, or bare before a colon or the line's end.
  private mutating func timeTail(behind start: Int) -> Tail? {
    let here = position
    var nameEnd = trimmed(start, here)
    for length in [3, 1] where nameEnd - length > start && dashLength(nameEnd - length) == length {
      nameEnd = trimmed(start, nameEnd - length)
      break
    }
    let bracketed = bracketedTime()
    if bracketed == nil { position = here }
    guard let time = bracketed?.seconds ?? bareTime() else {
      position = here
      return nil
    }
    var last = position
    let hasColon = last < end && bytes[last] == UInt8(ascii: ":")
    if hasColon { last += 1 }
    let rest = bytes[last..<end].drop { isSpace($0) || $0 == UInt8(ascii: "*") }
    guard hasColon || bracketed != nil || rest.isEmpty else {
      position = here
      return nil
    }
    return Tail(
      nameEnd: nameEnd, end: last, time: time,
      isSetApart: hasColon || rest.isEmpty || bracketed?.isLink == true)
  }

  private func closesBold(_ tail: inout Tail) -> Bool {
    var position = tail.end
    while position < end, isSpace(bytes[position]) { position += 1 }
    guard bytes[position..<end].starts(with: "**".utf8) else { return false }
    tail.end = position + 2
    return true
  }

  /// `(00:12:34)`, `[00:12:34]`, `[(00:12:34)](link)`.
  private mutating func bracketedTime() -> (seconds: Double, isLink: Bool)? {
    let openers: [UInt8] = [UInt8(ascii: "("), UInt8(ascii: "[")]
    let closers: [UInt8] = [UInt8(ascii: ")"), UInt8(ascii: "]")]
    var open = 0
    while position < end, openers.contains(bytes[position]) {
      position += 1
      open += 1
    }
    guard open > 0, let stamp = Timestamp(bytes, at: position, end: end) else { return nil }
    position = stamp.end
    while open > 0, position < end, closers.contains(bytes[position]) {
      position += 1
      open -= 1
    }
    guard open == 0 else { return nil }
    guard position < end, bytes[position] == UInt8(ascii: "("),
      let close = bytes[position..<end].firstIndex(of: UInt8(ascii: ")"))
    else { return (stamp.seconds, false) }
    position = close + 1
    return (stamp.seconds, true)
  }

  private mutating func bareTime() -> Double? {
    guard position < end, isDigit(bytes[position]),
      let stamp = Timestamp(bytes, at: position, end: end)
    else { return nil }
    position = stamp.end
    return stamp.seconds
  }

  private mutating func take(_ mark: String) -> Bool {
    guard bytes[position..<end].starts(with: mark.utf8) else { return false }
    position += mark.utf8.count
    return true
  }

  private mutating func skipSpace() {
    while position < end, isSpace(bytes[position]) { position += 1 }
  }

  /// The length of a hyphen, a dash or a bar at an offset; 0 where there is none.
  private func dashLength(_ offset: Int) -> Int {
    if bytes[offset] == UInt8(ascii: "-") || bytes[offset] == UInt8(ascii: "|") { return 1 }
    let isLong =
      offset + 2 < end && bytes[offset] == 0xE2 && bytes[offset + 1] == 0x80
      && (bytes[offset + 2] == 0x93 || bytes[offset + 2] == 0x94)
    return isLong ? 3 : 0
  }

  private func trimmed(_ start: Int, _ end: Int) -> Int {
    var end = end
    while end > start, isSpace(bytes[end - 1]) { end -= 1 }
    return end
  }
}
