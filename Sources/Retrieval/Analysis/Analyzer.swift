/// Makes terms of a text: what an index files and a query looks up.
///
/// A chain: Unicode words, case folding, contractions and possessives, stemming.
public struct Analyzer: Sendable, Hashable {
  /// Whether English stems are taken; without, words are compared as they stand.
  public let stems: Bool

  /// An analyzer of English, or of any language's words as they stand.
  public init(stems: Bool = true) { self.stems = stems }

  /// A term and the place it was made of.
  public struct Token: Sendable, Hashable {
    /// What an index files: folded, without possessive, stemmed.
    public let term: String
    /// The word, folded, as it was typed.
    public let word: String
    /// UTF-8 offsets into the text.
    public let range: Range<Int>
    /// Whether the word says hardly anything by itself: "the", "did", "you".
    public let isCommon: Bool
  }

  /// The tokens of `text`, in order.
  ///
  /// O(n).
  public func tokens(of text: String) -> [Token] {
    var tokens: [Token] = []
    for (word, range) in Words(text) {
      for part in Contractions.parts(of: word) {
        let common = CommonWords.contains(part)
        let term = stems && !common ? stem(of: part) : part
        tokens.append(Token(term: term, word: part, range: range, isCommon: common))
      }
    }
    return tokens
  }

  /// Snowball's stem; of a word that ends in a digit and an "s", as in "H100s", without the "s".
  private func stem(of word: String) -> String {
    if word.last == "s", word.dropLast().last?.isNumber == true { return String(word.dropLast()) }
    return Stemmer.stem(word)
  }

  /// The terms of `text` that say something: what a query weighs.
  public func content(of text: String) -> [String] {
    tokens(of: text).filter { !$0.isCommon }.map(\.term)
  }
}
