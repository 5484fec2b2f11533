/// A passage that was found.
public struct Hit: Sendable, Hashable {
  /// The passage's number.
  public let passage: Int
  /// How close it is; comparable within one search.
  public let score: Double
  /// How close each of the passage's sentences is; comparable within one search.
  public let sentences: [Double]
  /// What the score is made of.
  public let explanation: Explanation
}

/// What a search found.
public struct Ranking: Sendable, Hashable {
  /// The passages, best first.
  public let hits: [Hit]
  /// What speaks by meaning for an answer; nil where only words were compared.
  public var closeness: Closeness?

  /// How close the best sentence comes by meaning.
  public struct Closeness: Sendable, Hashable {
    /// The cosine with the question that the best sentence's passage replies to; 0 without one.
    public let asked: Double
    /// The best sentence's score.
    public let score: Double
    /// A lower quartile over the prompt's tokens: how well even the worse ones are met around the
    /// best sentence.
    public let lowerQuartile: Double
    /// The best cosine with a passage and its best sentence, half and half.
    public let cosine: Double
    /// The passage with the best sentence, and the sentence's number in it.
    public let passage: Int
    /// See ``passage``.
    public let sentence: Int

    /// Whether the prompt all but repeats the question that the best sentence's passage replies to.
    public var repeatsQuestion: Bool { asked >= 0.6 }
  }

  init(hits: [Hit], closeness: Closeness? = nil) {
    self.hits = hits
    self.closeness = closeness
  }
}
