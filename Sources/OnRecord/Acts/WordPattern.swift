/// A pattern of words: `*` stands for up to three, `**` for up to twelve, `[a|b]` for one of some, and
/// for none where one of them is empty.
struct WordPattern: ExpressibleByStringLiteral, Sendable {
  private let parts: [Part]

  private enum Part: Sendable {
    case word(String)
    case oneOf(Set<String>, isOptional: Bool)
    case any(upTo: Int)
  }

  init(stringLiteral pattern: String) {
    parts = pattern.split(separator: " ").map { part in
      if part == "*" { return .any(upTo: 3) }
      if part == "**" { return .any(upTo: 12) }
      guard part.hasPrefix("["), part.hasSuffix("]") else { return .word(String(part)) }
      let choices = part.dropFirst().dropLast()
        .split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      return .oneOf(Set(choices).subtracting([""]), isOptional: choices.contains(""))
    }
  }

  /// Whether the pattern takes all of `words`.
  func matches(_ words: some Collection<String>) -> Bool {
    lengths(in: Array(words)).contains(words.count)
  }

  /// How many of the first `words` the pattern takes, at most; 0 where it does not fit.
  func longestOpening(of words: some Collection<String>) -> Int {
    lengths(in: Array(words)).max() ?? 0
  }

  /// How many of the last `words` the pattern takes, at most; 0 where it does not fit.
  func longestClosing(of words: some Collection<String>) -> Int {
    let words = Array(words)
    return (1...max(1, min(longest, words.count))).reversed()
      .first { matches(words.suffix($0)) } ?? 0
  }

  /// The most words that it takes.
  private var longest: Int {
    parts.reduce(0) { sum, part in
      if case .any(let most) = part { sum + most } else { sum + 1 }
    }
  }

  /// Every number of words that the pattern can take from the front.
  private func lengths(in words: [String]) -> Set<Int> {
    var ends: Set<Int> = [0]
    for part in parts {
      var next: Set<Int> = []
      for end in ends {
        switch part {
        case .word(let word):
          if end < words.count, words[end] == word { next.insert(end + 1) }
        case .oneOf(let choices, let isOptional):
          if end < words.count, choices.contains(words[end]) { next.insert(end + 1) }
          if isOptional { next.insert(end) }
        case .any(let most):
          next.formUnion(end...min(end + most, words.count))
        }
      }
      if next.isEmpty { return [] }
      ends = next
    }
    return ends
  }
}
