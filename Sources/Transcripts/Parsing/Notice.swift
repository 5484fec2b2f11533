/// Paragraphs between turns that nobody speaks: notes, stage directions, markup.
enum Notice {
  /// Whether a paragraph is one.
  static func opens(_ paragraph: ArraySlice<UInt8>) -> Bool {
    guard let first = paragraph.first, let last = paragraph.last else { return false }
    switch (first, last) {
    case (UInt8(ascii: "["), UInt8(ascii: "]")), (UInt8(ascii: "("), UInt8(ascii: ")")): return true
    case (UInt8(ascii: ">"), _), (UInt8(ascii: "|"), _): return true
    default: break
    }
    if ["<!--", "![", "```", "~~~"].contains(where: { paragraph.starts(with: $0.utf8) }) {
      return true
    }
    if !paragraph.contains(where: { isLetter($0) || isDigit($0) || $0 >= 0x80 }) { return true }
    let opening = String(decoding: paragraph.prefix(48), as: UTF8.self).lowercased()
    if labels.contains(where: { opening.hasPrefix($0 + ":") }) { return true }
    return ["interview", "transcript", "conversation", "episode"].contains {
      opening.hasPrefix("this \($0) has been") || opening.hasPrefix("this \($0) was")
    }
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

  /// Words that like to stand before a colon without being anybody's name.
  static let labels: Set<String> = [
    "note", "notes", "editor's note", "editor’s note", "warning", "update", "disclaimer", "p.s.",
    "ps", "links", "topics", "source", "sources", "transcript", "date", "title", "summary",
    "important", "caveat", "spoiler", "references", "correction", "question", "answer", "example",
    "result", "remember", "conclusion",
  ]
}
