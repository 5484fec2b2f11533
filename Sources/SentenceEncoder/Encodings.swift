/// Vectors of unit length, one a token, as bytes with a scale each: `[count × 128]`.
public struct TokenVectors: Hashable, Sendable {
  /// Row-major, 128 to a token.
  package let bytes: [Int8]
  /// What a token's bytes are multiplied with.
  package let scales: [Float]

  package init(bytes: [Int8], scales: [Float]) {
    self.bytes = bytes
    self.scales = scales
  }

  /// How many tokens there are.
  public var count: Int { scales.count }

  /// One token's vector.
  package func vector(_ index: Int) -> [Float] {
    bytes[index * 128..<index * 128 + 128].map { Float($0) * scales[index] }
  }
}

/// What a prompt means.
public struct PromptEncoding: Hashable, Sendable {
  /// The whole, `[384]`, of unit length.
  public let pooled: [Float]
  /// Each of the prompt's own tokens; the first stands for its beginning, the last for its end.
  public let tokens: TokenVectors
  /// The pieces that the token vectors are of.
  public let pieces: [Int32]
}

/// A passage to be encoded.
public struct PassageText: Hashable, Sendable {
  /// In order; what is beyond 256 tokens is not read.
  public var sentences: [String]
  /// What was said just before; it takes part in the meaning and has no vectors.
  public var before: String

  /// A passage of these sentences, said after `before`.
  public init(sentences: [String], before: String = "") {
    self.sentences = sentences
    self.before = before
  }
}

/// What a passage means.
public struct PassageEncoding: Hashable, Sendable {
  /// The whole, `[384]`, of unit length.
  public let pooled: [Float]
  /// Each of the passage's own tokens; the first stands for its beginning, the last for its end.
  public let tokens: TokenVectors
  /// Which tokens are each sentence's; empty for one beyond what is read.
  public let spans: [Range<Int>]
  /// Each sentence out of the passage's encoding, `[384]`, of unit length.
  public let sentences: [[Float]]
  /// The pieces that the token vectors are of.
  public let pieces: [Int32]
}
