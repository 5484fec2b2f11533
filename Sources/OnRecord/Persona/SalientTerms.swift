import Retrieval

/// What an interviewee names and comes back to: topics where no heading tells them.
///
/// Names are words with a capital within a sentence; besides them count pairs of words that come
/// together again and again.
struct SalientTerms {
  private let analyzer: Analyzer
  /// How often each form of a term was seen, by the term.
  private var forms: [String: [String: Int]] = [:]

  /// - Parameter sentences: the interviewee's words.
  init(in sentences: some Sequence<String>, analyzer: Analyzer) {
    self.analyzer = analyzer
    for sentence in sentences { count(sentence) }
  }

  /// The terms that come most often, at most `limit`, none within another.
  ///
  /// - Parameter known: words in lower case that are no topics: the speakers' names.
  func most(_ limit: Int, without known: Set<String>) -> [String] {
    let ranked = forms.map { term, forms in
      (
        count: forms.values.reduce(0, +),
        form: forms.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? term
      )
    }
    .filter { $0.count >= Self.least && !Self.words(of: $0.form).contains(where: known.contains) }
    .sorted { ($0.count, $1.form) > ($1.count, $0.form) }
    var terms: [String] = []
    for (_, form) in ranked where terms.count < limit {
      let words = Set(Self.words(of: form))
      if terms.allSatisfy({ words.isDisjoint(with: Self.words(of: $0)) }) { terms.append(form) }
    }
    return terms
  }

  /// How often a term comes at the least.
  private static let least = 3

  private static func words(of form: String) -> [String] {
    form.lowercased().split(separator: " ").map(String.init)
  }

  private mutating func count(_ sentence: String) {
    let utf8 = Array(sentence.utf8)
    let tokens = analyzer.tokens(of: sentence)
    func isName(_ index: Int) -> Bool {
      index > 0 && !tokens[index].isCommon && tokens[index].range.count > 1
        && isCapital(utf8[tokens[index].range.lowerBound])
    }
    /// What stands between a token and the one before it, if that is a single byte.
    func joint(_ index: Int) -> UInt8? {
      guard index < tokens.count,
        tokens[index].range.lowerBound == tokens[index - 1].range.upperBound + 1
      else { return nil }
      return utf8[tokens[index - 1].range.upperBound]
    }
    func adjoins(_ index: Int) -> Bool { joint(index) == UInt8(ascii: " ") }
    func add(_ range: ClosedRange<Int>) {
      let bytes = utf8[
        tokens[range.lowerBound].range.lowerBound..<tokens[range.upperBound].range.upperBound]
      let term = range.map { tokens[$0].term }.joined(separator: " ")
      forms[term, default: [:]][String(decoding: bytes, as: UTF8.self), default: 0] += 1
    }
    var index = 0
    while index < tokens.count {
      var end = index
      if isName(index) {
        // "Star Wars", "BB-8"
        while joint(end + 1) == UInt8(ascii: "-") || (adjoins(end + 1) && isName(end + 1)) {
          end += 1
        }
        add(index...end)
      } else if isWord(tokens[index]), adjoins(index + 1), isWord(tokens[index + 1]),
        !isName(index + 1)
      {
        add(index...index + 1)
      }
      index = end + 1
    }
  }

  private func isCapital(_ byte: UInt8) -> Bool { byte >= 65 && byte <= 90 }

  /// Whether a word may be part of a pair: no filler, and long enough to mean something.
  private func isWord(_ token: Analyzer.Token) -> Bool {
    !token.isCommon && token.range.count >= 4 && token.word.allSatisfy(\.isLetter)
  }
}
