/// Running text built from cues, with a way back to the file.
///
/// Words stand a space apart; a change of speaker, and a pause behind a finished sentence, open a new
/// paragraph.
struct CueText {
  private(set) var utf8: [UInt8] = []
  private(set) var map = SourceMap()
  private(set) var layout = Layout()
  private var speaker: Speaker?
  /// The paragraph that is being written.
  private var paragraph: Int?
  private var wordsInParagraph = 0
  /// Offsets at which a cue begins in the paragraph: where a sentence without marks may be cut.
  private var cueStarts: [Int] = []
  private var hasTurn = false
  private let names: NameFolding

  init(capacity: Int, names: NameFolding = NameFolding()) {
    utf8.reserveCapacity(capacity)
    self.names = names
  }

  /// Writes one cue's words behind the last.
  mutating func append(_ words: [CueWord], by cueSpeaker: CueSpeaker, at start: Double?) {
    guard !words.isEmpty else { return }
    let next: Speaker? =
      switch cueSpeaker {
      case .named(let name) where name == speaker?.name: speaker
      case .named(let name): Speaker(name: names.name(of: name))
      case .same: speaker
      case .unknown: nil
      }
    if !hasTurn || next != speaker {
      close()
      speaker = next
      layout.openTurn(by: next, label: nil, time: start ?? words.first?.time)
      hasTurn = true
    } else if wordsInParagraph >= Self.paragraphWords, endsSentence {
      close()
    }
    if paragraph != nil { cueStarts.append(utf8.count + 1) }
    for (index, word) in words.enumerated() {
      if paragraph == nil {
        if !utf8.isEmpty { utf8 += [10, 10] }
        paragraph = utf8.count
      } else {
        utf8.append(32)
      }
      if let time = word.time ?? (index == 0 ? start : nil) {
        map.mark(text: utf8.count, seconds: time)
      }
      if let decoded = word.decoded {
        map.append(text: utf8.count, writtenAs: word.source)
        utf8 += decoded
      } else {
        map.append(text: utf8.count, source: word.source)
        appendBytes(word.source)
      }
    }
    wordsInParagraph += words.count
  }

  /// The file; set before words are appended.
  var file: [UInt8] = []

  private mutating func appendBytes(_ range: Range<Int>) { utf8 += file[range] }

  /// In words: a paragraph that is as long ends with the sentence.
  private static let paragraphWords = 60

  private var endsSentence: Bool {
    guard let last = utf8.last(where: { !Self.closers.contains($0) }) else { return false }
    return [UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!")].contains(last)
  }
  private static let closers: Set<UInt8> = [34, 39, 41, 93]

  private mutating func close() {
    guard let start = paragraph else { return }
    let range = start..<utf8.count
    let sentences = SentenceSplitter.sentences(in: utf8, range).flatMap(cut)
    layout.append(paragraph: range, sentences: sentences)
    paragraph = nil
    wordsInParagraph = 0
    cueStarts = []
  }

  /// A sentence that no mark ends for very long is cut where cues begin, or between words.
  private func cut(_ sentence: Range<Int>) -> [Range<Int>] {
    guard sentence.count > Self.longestSentence else { return [sentence] }
    var parts: [Range<Int>] = []
    var start = sentence.lowerBound
    while sentence.upperBound - start > Self.longestSentence {
      let reach = start + Self.partLength
      let atCue = cueStarts.last { $0 > start + Self.partLength / 2 && $0 <= reach }
      guard let next = atCue ?? wordStart(near: reach, in: start..<sentence.upperBound) else {
        break
      }
      parts.append(start..<next - 1)
      start = next
    }
    return parts + [start..<sentence.upperBound]
  }

  /// The last word that starts at an offset or before; where one endless word stands there, the next.
  private func wordStart(near offset: Int, in range: Range<Int>) -> Int? {
    var position = offset
    while position > range.lowerBound + 1 {
      if utf8[position - 1] == 32 { return position }
      position -= 1
    }
    position = offset
    while position < range.upperBound, utf8[position] != 32 { position += 1 }
    return position + 1 < range.upperBound ? position + 1 : nil
  }

  /// In bytes: about ninety words, and about forty.
  private static let longestSentence = 500
  private static let partLength = 220

  /// Ends the last paragraph.
  mutating func finish() {
    close()
    layout = layout.closed()
  }
}

/// The spelling of speakers' names: the first with a capital stands for those that differ in case.
struct NameFolding: Sendable {
  private var spelled: [String: String] = [:]

  init() {}

  init(_ names: [String]) {
    for name in names {
      let key = name.lowercased()
      if spelled[key] == nil || (spelled[key] == key && name != key) { spelled[key] = name }
    }
  }

  func name(of name: String) -> String { spelled[name.lowercased()] ?? name }
}
