/// Breaks text into lines of a number of columns.
enum Wrapping {
  /// The lines of `text`, each with `indent` in front, none wider than `columns` unless one word is.
  static func lines(_ text: String, columns: Int, indent: String, first: String? = nil) -> [String]
  {
    var lines: [String] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: true) {
      var line = lines.isEmpty ? first ?? indent : indent
      var width = Self.width(line)
      var isFresh = true
      for word in paragraph.split(whereSeparator: \.isWhitespace) {
        let size = Self.width(word)
        if !isFresh, width + 1 + size > columns {
          lines.append(line)
          line = indent
          width = Self.width(line)
          isFresh = true
        }
        if !isFresh {
          line += " "
          width += 1
        }
        line += word
        width += size
        isFresh = false
      }
      if !isFresh { lines.append(line) }
    }
    return lines
  }

  /// Columns that a terminal gives the text: two for wide characters, none for marks on others.
  static func width(_ text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + width(of: $1) }
  }

  private static func width(of character: Character) -> Int {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    if scalar.isASCII { return 1 }
    if scalar.properties.isEmojiPresentation { return 2 }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      return 2
    default:
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format: return 0
      default: return 1
      }
    }
  }
}
