/// The items of a list that is written into one paragraph.
///
/// Markers are "1)", "1.", "a.", "•" and the like, counted up.
enum ListItems {
  /// Where the second and later items start; empty unless the paragraph opens with a marker.
  static func starts(in bytes: [UInt8], _ paragraph: Range<Int>) -> [Int] {
    guard let style = Style(bytes, paragraph) else { return [] }
    var starts: [Int] = []
    var position = paragraph.lowerBound + style.marker(0).count
    while let next = find(
      style.marker(starts.count + 1), in: bytes, position..<paragraph.upperBound)
    {
      starts.append(next)
      position = next + 1
    }
    return starts
  }

  private enum Style {
    case bullet([UInt8])
    case counted(first: UInt8, suffix: [UInt8])

    init?(_ bytes: [UInt8], _ paragraph: Range<Int>) {
      for bullet in ["•", "⁃", "‣"] where bytes[paragraph].starts(with: bullet.utf8) {
        self = .bullet(Array(bullet.utf8))
        return
      }
      for first in [UInt8(ascii: "1"), UInt8(ascii: "a")] where bytes[paragraph].first == first {
        for suffix in [".) ", ") ", ". "]
        where bytes[paragraph].dropFirst().starts(with: suffix.utf8) {
          self = .counted(first: first, suffix: Array(suffix.utf8))
          return
        }
      }
      return nil
    }

    /// The marker of item `index`, counted from 0.
    func marker(_ index: Int) -> [UInt8] {
      switch self {
      case .bullet(let bullet): return bullet
      case .counted(UInt8(ascii: "a"), let suffix):
        return [UInt8(ascii: "a") + UInt8(min(index, 25))] + suffix
      case .counted(_, let suffix): return Array(String(index + 1).utf8) + suffix
      }
    }
  }

  private static func find(_ marker: [UInt8], in bytes: [UInt8], _ range: Range<Int>) -> Int? {
    var position = range.lowerBound
    while position + marker.count <= range.upperBound {
      if bytes[position] == marker[0], isSpace(bytes[position - 1]),
        bytes[position..<position + marker.count].elementsEqual(marker)
      {
        return position
      }
      position += 1
    }
    return nil
  }
}
