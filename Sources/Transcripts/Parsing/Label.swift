/// What stands in front of a turn and says who speaks, with or without a time: `Name:`, `**Name:**`,
/// `Name (00:12:34):`, `Name [(00:12:34)](link)`, `Name 00:12:34`, `**[12:34] Name:**`.
struct Label {
  /// The name alone.
  @Narrow private(set) var name: Range<Int>
  /// The label with its marks.
  @Narrow private(set) var range: Range<Int>
  /// Whether the label is set in bold or has a time, which prose with a colon hardly ever has.
  let isMarked: Bool
  /// When the turn starts, in seconds.
  let time: Double?

  /// The label that `line` opens with, if it may be one.
  init?(_ line: Range<Int>, in bytes: [UInt8]) {
    var reader = LabelReader(bytes, line)
    guard let label = reader.read() else { return nil }
    guard label.end == line.upperBound || spaceLength(bytes, label.end) > 0,
      label.end <= line.lowerBound + Self.longest || label.isMarked, Self.isName(bytes[label.name])
    else { return nil }
    name = Self.withoutNotes(label.name, in: bytes)
    range = line.lowerBound..<label.end
    isMarked = label.isMarked
    time = label.time
  }

  private static let longest = 80

  /// Whether each word opens with a capital, as names do.
  static func isCapitalised(_ name: [UInt8]) -> Bool {
    name.split(separator: 32).allSatisfy { word in
      word.first.map { isUpper($0) || isDigit($0) || $0 >= 0x80 } ?? false
    }
  }

  static func isLowerCase(_ name: [UInt8]) -> Bool {
    name.first.map { $0 >= 97 && $0 <= 122 } ?? true
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
    guard let bare = withoutBrackets(bytes) else { return false }
    let words = bare.split(separator: UInt8(ascii: " "))
    guard (1...6).contains(words.count), let first = words.first?.first,
      isLetter(first) || first >= 0x80,
      !bare.contains(where: isNoNames)
    else { return false }
    return words.allSatisfy { word in
      let text = String(decoding: word, as: UTF8.self).lowercased()
      return particles.contains(text) || !sentenceWords.contains(text)
    }
  }

  /// Whether a byte is a mark that stands in no name: `!"/;<>?@`.
  private static func isNoNames(_ byte: UInt8) -> Bool {
    switch byte {
    case 33, 34, 47, 59, 60, 62, 63, 64: return true
    default: return false
    }
  }

  /// What stands outside brackets; nil where one does not close.
  private static func withoutBrackets(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    func opens(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") }
    func closes(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]") }
    guard bytes.contains(where: { opens($0) || closes($0) }) else { return bytes }
    var depth = 0
    var bare: [UInt8] = []
    for byte in bytes {
      if opens(byte) { depth += 1 }
      if depth == 0 { bare.append(byte) }
      if closes(byte) { depth -= 1 }
    }
    return depth == 0 ? bare[...] : nil
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
