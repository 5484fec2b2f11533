/// The unit that an index finds: some sentences that stand together.
public struct Passage: Hashable, Sendable {
  /// The words.
  public let text: String
  /// The sentences, as UTF-8 offsets into ``text``; never empty, in order.
  public let sentences: [Range<Int>]
  /// The heading over the words; may be empty.
  public let section: String
  /// What the words reply to; may be empty.
  public let asked: String
  /// What was said just before the words; may be empty.
  public let before: String
  /// A number that passages of one stretch of speech share: neighbours are about the same.
  public let stretch: Int

  /// A passage of at least one sentence.
  public init(
    text: String, sentences: [Range<Int>], section: String = "", asked: String = "",
    before: String = "", stretch: Int = 0
  ) {
    precondition(!sentences.isEmpty, "A passage has a sentence")
    self.text = text
    self.sentences = sentences
    self.section = section
    self.asked = asked
    self.before = before
    self.stretch = stretch
  }

  /// The words of one sentence.
  public func sentence(_ index: Int) -> String {
    let range = sentences[index]
    let utf8 = text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    return String(text[start..<utf8.index(start, offsetBy: range.count)])
  }
}

extension Passage {
  /// Whether a sentence asks.
  func endsInQuestionMark(_ index: Int) -> Bool {
    let end = sentences[index].upperBound
    let utf8 = text.utf8
    return utf8[utf8.index(utf8.startIndex, offsetBy: end - 1)] == UInt8(ascii: "?")
  }
}

extension Index {
  /// The sentences around one, in its stretch of speech: one before, itself, two behind.
  package func near(_ sentence: Int, of passage: Int) -> [(passage: Int, sentence: Int)] {
    var result: [(passage: Int, sentence: Int)] = []
    for offset in -1...2 {
      var (p, s) = (passage, sentence + offset)
      if s < 0 {
        guard p > 0, passages[p - 1].stretch == passages[p].stretch else { continue }
        p -= 1
        s += passages[p].sentences.count
      }
      while p < passages.count, s >= passages[p].sentences.count {
        s -= passages[p].sentences.count
        p += 1
      }
      guard p < passages.count, passages[p].stretch == passages[passage].stretch, s >= 0 else {
        continue
      }
      result.append((p, s))
    }
    return result
  }
}
