/// A line of a cue as words: tags left out, entities read, stray bytes as Latin-1.
struct CueLine {
  private(set) var words: [CueWord] = []
  /// What a `<v Name>` in it says.
  private(set) var voice: String?
  /// Whether a byte had to be read as Latin-1.
  private(set) var isLatin1 = false

  private let bytes: [UInt8]
  private var start: Int?
  private var end = 0
  /// The word so far, once it is not its own bytes.
  private var decoded: [UInt8]?
  private var time: Double?

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    var position = range.lowerBound
    while position < range.upperBound {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "<"):
        if let close = bytes[position..<min(range.upperBound, position + 400)].firstIndex(
          of: UInt8(ascii: ">")), isTag(position, close)
        {
          read(tag: position + 1..<close)
          position = close + 1
          continue
        }
        take(position..<position + 1)
      case UInt8(ascii: "{") where position + 1 < range.upperBound && bytes[position + 1] == 92:
        if let close = bytes[position..<min(range.upperBound, position + 400)].firstIndex(
          of: UInt8(ascii: "}"))
        {
          position = close + 1
          continue
        }
        take(position..<position + 1)
      case UInt8(ascii: "&"):
        if let entity = Entity(bytes, at: position, end: range.upperBound) {
          if entity.isSpace { closeWord() } else { take(position..<entity.end, as: entity.utf8) }
          position = entity.end
          continue
        }
        take(position..<position + 1)
      default:
        let space = spaceLength(bytes, position)
        if space > 0 {
          closeWord()
          position += space
          continue
        }
        let length = scalarLength(bytes, at: position, end: range.upperBound)
        if length == 0 {
          isLatin1 = true
          take(position..<position + 1, as: Array(String(UnicodeScalar(byte)).utf8))
        } else {
          take(position..<position + length)
          position += length
          continue
        }
      }
      position += 1
    }
    closeWord()
  }

  var text: [UInt8] {
    Array(words.map { $0.decoded ?? Array(bytes[$0.source]) }.joined(separator: [32]))
  }

  private func isTag(_ open: Int, _ close: Int) -> Bool {
    guard open + 1 < close else { return false }
    let next = bytes[open + 1]
    return isLetter(next) || next == UInt8(ascii: "/") || isDigit(next) || next == UInt8(ascii: "!")
  }

  private mutating func read(tag: Range<Int>) {
    if let stamp = Timestamp(bytes, at: tag.lowerBound, end: tag.upperBound) {
      closeWord()
      time = stamp.seconds
      return
    }
    let name = bytes[tag]
    guard name.first == UInt8(ascii: "v") || name.first == UInt8(ascii: "V"), name.count > 2,
      [32, 9, UInt8(ascii: ".")].contains(name[name.startIndex + 1])
    else { return }
    if let space = name.firstIndex(where: { $0 == 32 || $0 == 9 }) {
      let inner = CueLine(bytes, space..<tag.upperBound)
      voice = String(decoding: inner.text, as: UTF8.self)
    }
  }

  /// Goes on with the word by bytes that stand for `utf8`, or for themselves.
  private mutating func take(_ range: Range<Int>, as utf8: [UInt8]? = nil) {
    if start == nil {
      start = range.lowerBound
      end = range.lowerBound
      decoded = nil
    }
    // Until something is written otherwise, the word is its bytes.
    if utf8 != nil || end != range.lowerBound, decoded == nil {
      decoded = Array(bytes[start!..<end])
    }
    decoded?.append(contentsOf: utf8.map { $0[...] } ?? bytes[range])
    end = range.upperBound
  }

  private mutating func closeWord() {
    guard let first = start else { return }
    words.append(CueWord(source: first..<end, decoded: decoded, time: time))
    time = nil
    start = nil
  }
}

/// The length of the UTF-8 encoding of one scalar at `position`; 0 when the bytes are none.
func scalarLength(_ bytes: [UInt8], at position: Int, end: Int) -> Int {
  let lead = bytes[position]
  if lead < 0x80 { return 1 }
  let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
  guard lead >= 0xC2, lead <= 0xF4, position + length <= end else { return 0 }
  for offset in 1..<length where bytes[position + offset] & 0xC0 != 0x80 { return 0 }
  let second = bytes[position + 1]
  switch lead {
  case 0xE0 where second < 0xA0, 0xED where second > 0x9F, 0xF0 where second < 0x90,
    0xF4 where second > 0x8F:
    return 0
  default: return length
  }
}
