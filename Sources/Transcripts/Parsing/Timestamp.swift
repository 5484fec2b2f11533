/// A time as transcripts write it: `1:02:03`, `02:03`, `00:02:03.500`, `00:02:03,500`.
struct Timestamp {
  let seconds: Double
  /// Where it ends.
  let end: Int

  /// The time at `start`, if the digits there are one; followed by no further digit or colon.
  ///
  /// - Parameter allowsSeconds: whether a number without a colon ("12.5") is one.
  init?(_ bytes: [UInt8], at start: Int, end limit: Int, allowsSeconds: Bool = false) {
    var position = start
    var parts: [Int] = []
    while position < limit, isDigit(bytes[position]), parts.count < 3 {
      var value = 0
      var digits = 0
      while position < limit, isDigit(bytes[position]), digits < 9 {
        value = value * 10 + Int(bytes[position] - 48)
        digits += 1
        position += 1
      }
      guard parts.isEmpty || digits == 2 || (digits == 1 && parts.count == 2) else { return nil }
      parts.append(value)
      guard parts.count < 3, position + 1 < limit, bytes[position] == UInt8(ascii: ":"),
        isDigit(bytes[position + 1])
      else { break }
      position += 1
    }
    guard parts.count >= (allowsSeconds ? 1 : 2), parts.dropFirst().allSatisfy({ $0 < 60 }) else {
      return nil
    }
    var fraction = 0.0
    if position + 1 < limit, bytes[position] == UInt8(ascii: ".") || bytes[position] == 44,
      isDigit(bytes[position + 1])
    {
      position += 1
      var value = 0
      var scale = 1
      while position < limit, isDigit(bytes[position]) {
        if scale < 1_000_000 {
          value = value * 10 + Int(bytes[position] - 48)
          scale *= 10
        }
        position += 1
      }
      fraction = Double(value) / Double(scale)
    }
    if position < limit, isDigit(bytes[position]) || bytes[position] == UInt8(ascii: ":") {
      // "12:34:" ends a label; "12:34:5" is no time.
      if position + 1 < limit, isDigit(bytes[position + 1]) || isDigit(bytes[position]) {
        return nil
      }
    }
    seconds = Double(parts.reduce(0) { $0 * 60 + $1 }) + fraction
    self.end = position
  }
}

/// The line of a cue that says when it is shown: `00:00:01.000 --> 00:00:04.000 align:start`.
struct CueTimes {
  let start: Double?

  /// Nil when the line has no arrow; `start` is nil when the time in front of it cannot be read.
  init?(_ bytes: [UInt8], _ line: Range<Int>) {
    guard let first = line.first(where: { !isSpace(bytes[$0]) }), isDigit(bytes[first]),
      let arrow = line.dropLast(2).first(where: {
        bytes[$0] == UInt8(ascii: "-") && bytes[$0 + 1] == UInt8(ascii: "-")
          && bytes[$0 + 2] == UInt8(ascii: ">")
      })
    else { return nil }
    start = Timestamp(bytes, at: first, end: arrow, allowsSeconds: true)?.seconds
  }
}
