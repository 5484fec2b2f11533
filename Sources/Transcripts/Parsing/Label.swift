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
    guard let colon = bytes[start..<limit].firstIndex(of: UInt8(ascii: ":")) else { return nil }
    var nameEnd = colon
    var end = colon + 1
    if isBold {
      let stars = [UInt8(ascii: "*"), UInt8(ascii: "*")]
      if bytes[end..<line.upperBound].starts(with: stars) {
        end += 2
      } else if bytes[start..<colon].suffix(2).elementsEqual(stars) {
        nameEnd -= 2
      } else {
        return nil
      }
    }
    guard end == line.upperBound || isSpace(bytes[end]) else { return nil }
    guard Self.isName(bytes[start..<nameEnd]) else { return nil }
    name = start..<nameEnd
    range = line.lowerBound..<end
    self.isBold = isBold
  }

  private static let longest = 64

  /// Up to five words, each with a capital or a digit first, but for the small words of names.
  private static func isName(_ bytes: ArraySlice<UInt8>) -> Bool {
    let words = bytes.split(separator: UInt8(ascii: " "))
    guard (1...5).contains(words.count), let first = words.first?.first, !isDigit(first)
    else { return false }
    guard !bytes.contains(where: { [33, 34, 44, 47, 59, 60, 62, 63, 64].contains($0) })
    else { return false }
    return words.enumerated().allSatisfy { index, word in
      guard let initial = word.first(where: { !isOpener($0) }) else { return false }
      if isUpper(initial) || isDigit(initial) || initial >= 0x80 { return true }
      return index > 0 && particles.contains(String(decoding: word, as: UTF8.self))
    }
  }

  private static let particles: Set<String> = [
    "al", "and", "bin", "da", "de", "del", "den", "der", "di", "du", "el", "ibn", "la", "le", "of",
    "the", "van", "von", "y", "&", "(host)", "(guest)",
  ]
}
