/// Paragraphs between turns that nobody speaks: notes, stage directions, markup.
package enum Notice {
  /// Whether a paragraph is one.
  static func opens(_ paragraph: ArraySlice<UInt8>) -> Bool {
    guard let first = paragraph.first, let last = paragraph.last else { return false }
    switch (first, last) {
    case (UInt8(ascii: "["), UInt8(ascii: "]")), (UInt8(ascii: "("), UInt8(ascii: ")")):
      if closesAtEnd(paragraph) { return true }
    case (UInt8(ascii: ">"), _), (UInt8(ascii: "|"), _): return true
    case (UInt8(ascii: "<"), _), (UInt8(ascii: "!"), _), (UInt8(ascii: "`"), _),
      (UInt8(ascii: "~"), _):
      if ["<!--", "![", "```", "~~~"].contains(where: { paragraph.starts(with: $0.utf8) }) {
        return true
      }
    default: break
    }
    if !paragraph.contains(where: { isLetter($0) || isDigit($0) || $0 >= 0x80 }) { return true }
    if let colon = paragraph.prefix(24).firstIndex(of: UInt8(ascii: ":")),
      isLabel(paragraph[..<colon])
    {
      return true
    }
    guard first | 0x20 == UInt8(ascii: "t") else { return false }
    let opening = String(decoding: paragraph.prefix(48), as: UTF8.self).lowercased()
    return ["interview", "transcript", "conversation", "episode"].contains {
      opening.hasPrefix("this \($0) has been") || opening.hasPrefix("this \($0) was")
    }
  }

  /// Whether the bracket that opens a paragraph closes at its end; else there is speech between two.
  private static func closesAtEnd(_ paragraph: ArraySlice<UInt8>) -> Bool {
    var depth = 0
    for (index, byte) in zip(paragraph.indices, paragraph) {
      if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: "]") || byte == UInt8(ascii: ")") { depth -= 1 }
      if depth == 0 { return index == paragraph.endIndex - 1 }
    }
    return false
  }

  /// Whether a paragraph tells what is done, not said: [laughs], (crosstalk).
  static func isDirection(_ paragraph: ArraySlice<UInt8>) -> Bool {
    paragraph.count <= 60
      && (paragraph.first == UInt8(ascii: "[") || paragraph.first == UInt8(ascii: "("))
  }

  /// Whether a heading stands over what no guest says: sponsors, links, credits.
  static func isHeading(_ title: ArraySlice<UInt8>) -> Bool {
    let title = String(decoding: title, as: UTF8.self).lowercased()
    return [
      "sponsor", "advert", "ad break", "commercial", "credits", "links", "show notes", "references",
      "resources",
    ]
    .contains { title.contains($0) }
  }

  /// Whether words are a sponsor's, whoever reads them out.
  package static func isSponsored(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      bytes.indices.contains { start in
        guard openings[Int(bytes[start] | 0x20)], beginsWord(at: start, of: bytes) else {
          return false
        }
        return sponsorPhrases.contains { phrase in
          phrase.count <= bytes.count - start
            && phrase.indices.allSatisfy { lowercase(bytes[start + $0]) == phrase[$0] }
        }
      }
    }
  }

  /// Whether no letter stands before `start`: "because the code" holds no "use the code".
  ///
  /// Quotation marks and dashes are no letters.
  private static func beginsWord(at start: Int, of bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard start > 0 else { return true }
    let before = bytes[start - 1]
    guard before >= 0x80 else { return !isLetter(before) }
    return start >= 3 && bytes[start - 3] == 0xE2 && bytes[start - 2] == 0x80
  }

  private static func lowercase(_ byte: UInt8) -> UInt8 {
    UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte ? byte | 0x20 : byte
  }

  private static let sponsorPhrases = [
    "brought to you by", "is sponsored by", "today's sponsor", "today’s sponsor",
    "thanks to our sponsor", "thank our sponsor", "our sponsors", "this episode's sponsor",
    "promo code", "coupon code", "discount code", "code at checkout", "percent off your",
    "percent off at", "for a free trial", "your free trial",
    "support for this podcast", "support for this show", "word from our sponsor",
    "word from our partners", "quick break to", "rate and review us", "leave us a review",
    "subscribe to the podcast", "subscribe to the show", "wherever you get your podcasts",
  ].map { Array($0.utf8) }

  /// Whether a phrase begins with a byte.
  private static let openings = (0..<256).map { byte in
    sponsorPhrases.contains { $0[0] == UInt8(byte) }
  }

  /// Whether a word likes to stand before a colon without being anybody's name.
  static func isLabel(_ word: some Collection<UInt8>) -> Bool {
    labels.contains(String(decoding: word, as: UTF8.self).lowercased())
  }

  private static let labels: Set<String> = [
    "note", "notes", "editor's note", "editor’s note", "warning", "update", "disclaimer", "p.s.",
    "ps", "links", "topics", "source", "sources", "transcript", "date", "title", "summary",
    "important", "caveat", "spoiler", "references", "correction", "question", "answer", "example",
    "result", "remember", "conclusion",
  ]
}
