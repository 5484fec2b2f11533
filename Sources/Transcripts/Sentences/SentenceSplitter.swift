/// Finds the sentences of a paragraph.
///
/// A mark (`.`, `?`, `!`, `…`) with its closing quotes and brackets ends a sentence when white space
/// follows and nothing speaks against it: an abbreviation or initial before it, a list number, a
/// lower-case word after an ellipsis or a closing quote. Decimals, addresses and times hold no
/// white space, so they never come into question. O(n).
struct SentenceSplitter {
  private let bytes: [UInt8]
  private let paragraph: Range<Int>

  private init(_ bytes: [UInt8], _ paragraph: Range<Int>) {
    self.bytes = bytes
    self.paragraph = paragraph
  }

  /// The sentences in `paragraph`, UTF-8 offsets into `bytes`, without the white space between.
  static func sentences(in bytes: [UInt8], _ paragraph: Range<Int>) -> [Range<Int>] {
    let splitter = SentenceSplitter(bytes, paragraph)
    let items = ListItems.starts(in: bytes, paragraph)
    let bounds = items + [paragraph.upperBound]
    var result: [Range<Int>] = []
    var start = paragraph.lowerBound
    for bound in bounds where bound > start {
      splitter.split(start..<bound, into: &result)
      start = bound
    }
    return result
  }

  private func split(_ part: Range<Int>, into result: inout [Range<Int>]) {
    var start = skipSpace(part.lowerBound)
    var position = start
    while position < part.upperBound {
      guard Self.mayOpenMark(bytes[position]), let mark = mark(at: position) else {
        position += 1
        continue
      }
      var end = mark.range.upperBound
      while let closer = closer(at: end) { end += closer }
      let next = skipSpace(end)
      let isSpaced = next > end || mark.isWide
      if next < part.upperBound, isSpaced,
        !continues(from: start, mark: mark, closed: end > mark.range.upperBound, next: next)
      {
        result.append(start..<end)
        start = next
        position = next
      } else {
        position = end
      }
    }
    let end = trimmed(start..<part.upperBound)
    if start < end { result.append(start..<end) }
  }

  // MARK: Marks

  private struct Mark {
    var range: Range<Int>
    var isEllipsis = false
    var asksOrCries = false
    /// Ideographic: no white space need follow.
    var isWide = false
  }

  /// Whether a mark can start with `byte`: most bytes are told from one by this alone.
  private static func mayOpenMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "!")
      || byte >= 0xE2
  }

  /// The run of closing marks that starts at `position`, if one does.
  private func mark(at position: Int) -> Mark? {
    var end = position
    var dots = 0
    var result = Mark(range: position..<position)
    while end < paragraph.upperBound {
      switch bytes[end] {
      case UInt8(ascii: "."):
        dots += 1
        end += 1
      case UInt8(ascii: "?"), UInt8(ascii: "!"):
        result.asksOrCries = true
        end += 1
      case 0xE2 where matches([0xE2, 0x80, 0xA6], at: end):
        dots += 3
        end += 3
      case 0xE3 where matches([0xE3, 0x80, 0x82], at: end):
        result.isWide = true
        end += 3
      case 0xEF
      where matches([0xEF, 0xBC, 0x81], at: end) || matches([0xEF, 0xBC, 0x9F], at: end):
        result.isWide = true
        end += 3
      case UInt8(ascii: " ")
      where dots > 0 && end + 1 < paragraph.upperBound && bytes[end + 1] == UInt8(ascii: ".")
        && !(end + 2 < paragraph.upperBound && isDigit(bytes[end + 2])):
        end += 1  // a spaced ellipsis: ". . ."
      default:
        result.range = position..<end
        result.isEllipsis = dots > 1
        return end > position ? result : nil
      }
    }
    result.range = position..<end
    result.isEllipsis = dots > 1
    return end > position ? result : nil
  }

  /// The length of a closing quote, bracket or emphasis at `position`, if one stands there.
  private func closer(at position: Int) -> Int? {
    guard position < paragraph.upperBound else { return nil }
    switch bytes[position] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"),
      UInt8(ascii: "*"), UInt8(ascii: "_"):
      return 1
    case 0xE2 where matches([0xE2, 0x80, 0x9D], at: position): return 3  // ”
    case 0xE2 where matches([0xE2, 0x80, 0x99], at: position): return 3  // ’
    case 0xC2 where matches([0xC2, 0xBB], at: position): return 2  // »
    case 0xE3 where matches([0xE3, 0x80, 0x8D], at: position): return 3  // 」
    default: return nil
    }
  }

  // MARK: Evidence against an end

  private func continues(from start: Int, mark: Mark, closed: Bool, next: Int) -> Bool {
    if mark.isWide { return false }
    let word = Word(after: next, in: bytes, before: paragraph.upperBound)
    let previous = wordBefore(mark.range.lowerBound, from: start)

    if mark.isEllipsis {
      let bracket = bytes[next] == UInt8(ascii: "(")
      return word.startsLower || bracket
        || (mark.range.count == 3 && isSpaced(mark) && !word.startsUpper)
    }
    if mark.asksOrCries {
      guard word.startsLower else { return false }
      if closed { return true }
      // "She works at Yahoo! in the …": a name with a mark of its own, not the sentence's first word
      return bytes[mark.range.upperBound - 1] == UInt8(ascii: "!")
        && previous.first.map(isUpper) == true
        && mark.range.lowerBound - previous.count > start
    }
    if closed && word.startsLower { return true }
    return Abbreviations.continues(after: previous, isFirst: isFirst(previous, mark, start), word) {
      wordBefore(mark.range.lowerBound - previous.count, from: start, skippingSpace: true)
    }
  }

  private func isFirst(_ word: ArraySlice<UInt8>, _ mark: Mark, _ start: Int) -> Bool {
    !bytes[start..<mark.range.lowerBound - word.count].contains { isLetter($0) || isDigit($0) }
  }

  private func isSpaced(_ mark: Mark) -> Bool {
    mark.range.lowerBound > paragraph.lowerBound
      && bytes[mark.range.lowerBound - 1] == UInt8(ascii: " ")
  }

  /// The bytes between white space (or an opening quote or bracket) and `end`.
  private func wordBefore(
    _ end: Int, from start: Int, skippingSpace: Bool = false
  ) -> ArraySlice<UInt8> {
    var end = end
    if skippingSpace { while end > start, isSpace(bytes[end - 1]) { end -= 1 } }
    var begin = end
    while begin > start, !isSpace(bytes[begin - 1]), !isOpener(bytes[begin - 1]),
      end - begin < 32
    {
      begin -= 1
    }
    return bytes[begin..<end]
  }

  // MARK: Bytes

  private func matches(_ expected: [UInt8], at position: Int) -> Bool {
    position + expected.count <= paragraph.upperBound
      && bytes[position..<position + expected.count].elementsEqual(expected)
  }

  private func skipSpace(_ position: Int) -> Int {
    var position = position
    while position < paragraph.upperBound {
      let length = spaceLength(bytes, position)
      guard length > 0 else { break }
      position += length
    }
    return position
  }

  private func trimmed(_ range: Range<Int>) -> Int {
    var end = range.upperBound
    while end > range.lowerBound, isSpace(bytes[end - 1]) { end -= 1 }
    return end
  }
}

/// The word behind a possible end of a sentence.
struct Word {
  let text: ArraySlice<UInt8>

  /// The letters and digits from `position` on, behind opening quotes, brackets and emphasis.
  init(after position: Int, in bytes: [UInt8], before end: Int) {
    var start = position
    while start < end, isOpener(bytes[start]) || bytes[start] == 0xE2 {
      if bytes[start] == 0xE2 {
        guard start + 2 < end, bytes[start + 1] == 0x80, [0x9C, 0x98].contains(bytes[start + 2])
        else { break }
        start += 3
      } else {
        start += 1
      }
    }
    var stop = start
    while stop < end, isLetter(bytes[stop]) || isDigit(bytes[stop]) || bytes[stop] >= 0x80 {
      stop += 1
      if stop - start > 24 { break }
    }
    text = bytes[start..<stop]
  }

  var startsLower: Bool { text.first.map { $0 >= 97 && $0 <= 122 } ?? false }
  var startsUpper: Bool { text.first.map(isUpper) ?? false }
  var startsWithDigit: Bool { text.first.map(isDigit) ?? false }
}

func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (byte >= 9 && byte <= 13) }
func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }
func isUpper(_ byte: UInt8) -> Bool { byte >= 65 && byte <= 90 }
func isLetter(_ byte: UInt8) -> Bool { isUpper(byte) || (byte >= 97 && byte <= 122) }
func isOpener(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "("), UInt8(ascii: "["),
    UInt8(ascii: "*"), UInt8(ascii: "_"):
    return true
  default: return false
  }
}

/// The length of the white space character at `position`: 0 for none, 2 for U+00A0, 3 for U+2028–9.
func spaceLength(_ bytes: [UInt8], _ position: Int) -> Int {
  switch bytes[position] {
  case 32, 9...13: return 1
  case 0xC2 where position + 1 < bytes.count && bytes[position + 1] == 0xA0: return 2
  case 0xE2
  where position + 2 < bytes.count && bytes[position + 1] == 0x80
    && (bytes[position + 2] == 0xA8 || bytes[position + 2] == 0xA9):
    return 3
  default: return 0
  }
}
