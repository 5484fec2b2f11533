/// What a transcript's Markdown says, without its marks.
enum SpokenText {
  /// Emphasis and links as plain words: `*so* [good](https://…)` is "so good".
  static func plain(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let character = rest.first {
      if character == "[", let link = link(rest) {
        result += link.words
        rest = link.rest
      } else if character == "*" || character == "`" {
        rest = rest.dropFirst()
      } else {
        result.append(character)
        rest = rest.dropFirst()
      }
    }
    return result
  }

  private static func link(_ text: Substring) -> (words: Substring, rest: Substring)? {
    guard let close = text.firstIndex(of: "]") else { return nil }
    let behind = text[text.index(after: close)...]
    guard behind.first == "(", let end = behind.firstIndex(of: ")") else { return nil }
    return (text[text.index(after: text.startIndex)..<close], text[text.index(after: end)...])
  }
}
