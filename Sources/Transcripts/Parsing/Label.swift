/// What stands in front of a turn and says who speaks: `Name:` or `**Name:**`.
struct Label {
  /// The name alone.
  let name: Range<Int>
  /// The label with its marks.
  let range: Range<Int>
  /// Whether the label is set in bold, which prose with a colon hardly ever is.
  let isBold: Bool

  /// The label that `line` opens with, if it may be one.
  init?(_ line: Range<Int>, in bytes: [UInt8]) {
    var start = line.lowerBound
    let isBold = bytes[line].starts(with: [UInt8(ascii: "*"), UInt8(ascii: "*")])
    if isBold { start += 2 }
    let limit = min(line.upperBound, start + Self.longest)
    guard let colon = Self.colon(in: bytes, start..<limit) else { return nil }
    var nameEnd = colon
    var end = colon + 1
    if isBold {
      let stars = [UInt8(ascii: "*"), UInt8(ascii: "*")]
      while nameEnd > start, isSpace(bytes[nameEnd - 1]) { nameEnd -= 1 }
      if bytes[end..<line.upperBound].starts(with: stars) {
        end += 2
      } else if bytes[start..<nameEnd].suffix(2).elementsEqual(stars) {
        nameEnd -= 2
      } else {
        return nil
      }
    }
    guard end == line.upperBound || spaceLength(bytes, end) > 0 else { return nil }
    guard Self.isName(bytes[start..<nameEnd]) else { return nil }
    name = Self.withoutNotes(start..<nameEnd, in: bytes)
    range = line.lowerBound..<end
    self.isBold = isBold
  }

  private static let longest = 80

  /// The first colon that stands in no brackets: a time in brackets has colons of its own.
  private static func colon(in bytes: [UInt8], _ range: Range<Int>) -> Int? {
    var depth = 0
    for index in range {
      switch bytes[index] {
      case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: ":") where depth <= 0: return index
      default: break
      }
    }
    return nil
  }

  /// A name without the role or time in brackets behind it.
  private static func withoutNotes(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var end = range.upperBound
    if let bracket = bytes[range].firstIndex(where: {
      $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: "[")
    }),
      bracket > range.lowerBound
    {
      end = bracket
    }
    while end > range.lowerBound, isSpace(bytes[end - 1]) { end -= 1 }
    return range.lowerBound..<end
  }

  /// Up to six words of which none is one that sentences are made of.
  ///
  /// What stands in brackets, a role or a time, is not looked at.
  private static func isName(_ bytes: ArraySlice<UInt8>) -> Bool {
    var depth = 0
    var bare: [UInt8] = []
    for byte in bytes {
      if byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") { depth += 1 }
      if depth == 0 { bare.append(byte) }
      if byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]") { depth -= 1 }
    }
    let words = bare.split(separator: UInt8(ascii: " "))
    guard depth == 0, (1...6).contains(words.count), let first = words.first?.first,
      isLetter(first) || first >= 0x80,
      !bare.contains(where: { [33, 34, 47, 59, 60, 62, 63, 64].contains($0) })
    else { return false }
    return words.allSatisfy { word in
      let text = String(decoding: word, as: UTF8.self).lowercased()
      return particles.contains(text) || !sentenceWords.contains(text)
    }
  }

  private static let particles: Set<String> = [
    "al", "and", "bin", "da", "de", "del", "den", "der", "di", "du", "el", "ibn", "la", "le", "of",
    "the", "van", "von", "y", "&",
  ]

  /// Words that a sentence in front of a colon would hold, and a name hardly would.
  private static let sentenceWords: Set<String> = Set(
    """
    a about after all also an any are as at be because been but by came can could did do does example \
    first for from get give go had has have he her here here's his how i i'm idea if in instance into \
    is it it's its just know like made make mean means more most my never next no not now on one only \
    or other our out point problem question reason remember said say says second see she should so \
    some something still such tell than that that's their them then there there's these they thing \
    things think this those three to too two up us was we were what what's when where which who why \
    will with would yes you your answer thought result rule example: yeah well ok okay
    """.split { " \n".contains($0) }.map(String.init))
}
