/// What a transcript's Markdown says, without its marks.
enum SpokenText {
  /// Emphasis and links as plain words: `*so* [good](https://…)` is "so good".
  ///
  /// Only marks in pairs that hug their words go; `2 * 3` and `f***ing` stay as they are.
  static func plain(_ text: String) -> String {
    let characters = Array(text)
    var result = ""
    var index = 0
    while index < characters.count {
      let character = characters[index]
      if character == "[", let link = link(characters, index) {
        result += plain(String(characters[link.words]))
        index = link.end
      } else if character == "*" || character == "`", let emphasis = emphasis(characters, index) {
        result += String(characters[emphasis.words])
        index = emphasis.end
      } else {
        result.append(character)
        index += 1
      }
    }
    return result
  }

  private static let longest = 400

  private static func link(_ text: [Character], _ start: Int) -> (words: Range<Int>, end: Int)? {
    let limit = min(text.count, start + longest)
    guard let close = text[start..<limit].firstIndex(of: "]"), close + 1 < limit,
      text[close + 1] == "(", let end = text[close..<limit].firstIndex(of: ")")
    else { return nil }
    return (start + 1..<close, end + 1)
  }

  /// A run of marks in front of a word, and the same run behind one.
  private static func emphasis(_ text: [Character], _ start: Int) -> (words: Range<Int>, end: Int)?
  {
    let mark = text[start]
    var first = start
    while first < text.count, text[first] == mark { first += 1 }
    let count = first - start
    let opens = start == 0 || !text[start - 1].isLetter && !text[start - 1].isNumber
    guard count <= 3, opens, first < text.count, !text[first].isWhitespace else { return nil }
    let limit = min(text.count, first + longest)
    var end = first
    while end < limit {
      if text[end] == mark, !text[end - 1].isWhitespace {
        var run = end
        while run < text.count, text[run] == mark { run += 1 }
        if run - end == count { return (first..<end, run) }
        end = run
      } else {
        end += 1
      }
    }
    return nil
  }
}
