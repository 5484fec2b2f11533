/// A line of a file, without its end.
struct Line {
  /// UTF-8 offsets, white space at both ends left out.
  @Narrow private(set) var range: Range<Int>

  var isBlank: Bool { range.isEmpty }

  /// The lines of a file, whether they end in LF, CRLF or CR; a byte order mark is skipped.
  static func all(of bytes: [UInt8]) -> [Line] {
    var lines: [Line] = []
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var position = start
    while position <= bytes.count {
      if position == bytes.count || bytes[position] == 10 || bytes[position] == 13 {
        lines.append(Line(range: trimmed(start..<position, of: bytes)))
        if position + 1 < bytes.count, bytes[position] == 13, bytes[position + 1] == 10 {
          position += 1
        }
        start = position + 1
      }
      position += 1
    }
    return lines
  }

  private static func trimmed(_ range: Range<Int>, of bytes: [UInt8]) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end {
      let length = spaceLength(bytes, start)
      guard length > 0 else { break }
      start += length
    }
    while end > start {
      let length =
        isSpace(bytes[end - 1])
        ? 1 : [2, 3].first { end - $0 >= start && spaceLength(bytes, end - $0) == $0 } ?? 0
      guard length > 0 else { break }
      end -= length
    }
    return start..<max(start, end)
  }
}
