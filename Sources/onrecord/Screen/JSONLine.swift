import Foundation

/// One object a line; what a terminal might obey is escaped.
enum JSONLine {
  static func text(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let text = String(decoding: try encoder.encode(value), as: UTF8.self)
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    return text.unicodeScalars.reduce(into: "") { result, scalar in
      if isControl(scalar) {
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
  }

  /// U+007F to U+009F: JSON allows them as they are, an 8-bit terminal obeys some.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x7F && scalar.value < 0xA0
  }
}
