/// The words of a text, case-folded: runs of letters and digits, with apostrophes and the points
/// of decimals inside them (Unicode Standard Annex 29's word rules, as far as prose needs them).
struct Words: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private var position = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  mutating func next() -> (word: String, range: Range<Int>)? {
    while position < bytes.count {
      let (kind, length) = kind(at: position)
      if kind == .letter || kind == .digit { break }
      position += length
    }
    guard position < bytes.count else { return nil }
    let start = position
    var end = start
    var last = Kind.other
    while position < bytes.count {
      let (kind, length) = kind(at: position)
      switch kind {
      case .letter, .digit:
        position += length
        end = position
        last = kind
      case .apostrophe where last == .letter, .point where last == .digit:
        let next = position + length
        let wanted: Kind = kind == .point ? .digit : .letter
        guard next < bytes.count, self.kind(at: next).kind == wanted else {
          return (folded(start..<end), start..<end)
        }
        position = next
      default:
        return (folded(start..<end), start..<end)
      }
    }
    return (folded(start..<end), start..<end)
  }

  private enum Kind {
    case letter
    case digit
    case apostrophe
    case point
    case other
  }

  private func kind(at position: Int) -> (kind: Kind, length: Int) {
    let byte = bytes[position]
    switch byte {
    case 48...57: return (.digit, 1)
    case 65...90, 97...122: return (.letter, 1)
    case UInt8(ascii: "'"): return (.apostrophe, 1)
    case UInt8(ascii: "."), UInt8(ascii: ","): return (.point, 1)
    case ..<0x80: return (.other, 1)
    default:
      let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      let end = Swift.min(position + length, bytes.count)
      let scalars = String(decoding: bytes[position..<end], as: UTF8.self).unicodeScalars
      guard let scalar = scalars.first else { return (.other, length) }
      if scalar.value == 0x2019 { return (.apostrophe, length) }
      let properties = scalar.properties
      if properties.isAlphabetic || properties.canonicalCombiningClass.rawValue != 0 {
        return (.letter, length)
      }
      return (properties.numericType != nil ? .digit : .other, length)
    }
  }

  private func folded(_ range: Range<Int>) -> String {
    var result = bytes[range]
    var isASCII = true
    for index in result.indices {
      if result[index] >= 65, result[index] <= 90 { result[index] += 32 }
      if result[index] >= 0x80 { isASCII = false }
    }
    let text = String(decoding: result, as: UTF8.self)
    if isASCII { return text }
    return String(text.lowercased().map { $0 == "\u{2019}" ? "'" : $0 })
  }
}
