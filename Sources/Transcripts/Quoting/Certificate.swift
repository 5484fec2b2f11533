/// A proof that a text stands in a transcript: the file's hash and the range of its bytes.
public struct Certificate: Hashable, Sendable {
  /// SHA-256 of the transcript's file.
  public let sha256: SHA256Digest
  /// UTF-8 offsets of the words: in the file, or in the running text that is built from it.
  public let utf8: Range<Int>
  /// Where the text is built: the bytes of the file that the words were made of.
  public let source: Range<Int>?
  /// Where the text is built: by which rules.
  public let parser: String?
  /// Who was said to speak, where the file does not say.
  public let asserted: String?

  /// A certificate as it was received; ``verify(text:in:)`` tells whether it holds.
  public init(
    sha256: SHA256Digest, utf8: Range<Int>, source: Range<Int>? = nil, parser: String? = nil,
    asserted: String? = nil
  ) {
    self.sha256 = sha256
    self.utf8 = utf8
    self.source = source
    self.parser = parser
    self.asserted = asserted
  }

  /// The quotation that this certifies.
  ///
  /// It fails closed: what cannot be shown to be one speaker's words is refused.
  ///
  /// - Parameters:
  ///   - text: the words as an answer gives them.
  ///   - transcript: the transcript that they are said to stand in.
  public func verify(text: String, in transcript: Transcript) throws(CertificateError) -> Quotation
  {
    guard transcript.digest == sha256 else { throw .otherTranscript }
    guard utf8.lowerBound >= 0, utf8.upperBound <= transcript.utf8.count else { throw .outside }
    guard transcript.isScalarBoundary(utf8), Array(text.utf8) == Array(transcript.utf8[utf8])
    else { throw .otherWords }
    guard let turn = transcript.turns.first(where: { $0.contains(utf8) }),
      let quotation = try? Quotation(utf8, of: turn)
    else { throw .noSingleTurn }
    guard quotation.certificate == self else { throw .otherSource }
    return quotation
  }
}

/// Why a certificate does not hold.
public enum CertificateError: Error, Hashable, Sendable {
  /// The file's hash is another one: not the transcript that was quoted.
  case otherTranscript
  /// The range reaches beyond the file.
  case outside
  /// The file has other bytes at the range.
  case otherWords
  /// The range is not inside one turn.
  case noSingleTurn
  /// The words were made of other bytes of the file, by other rules, or on another's word.
  case otherSource
}

extension Certificate: Codable {
  private enum CodingKeys: String, CodingKey {
    case sha256
    case utf8
    case source
    case parser
    case asserted
  }

  /// Reads `{"sha256": "…", "utf8": [start, end]}`, and `source`, `parser`, `asserted` where they are.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let bounds = try container.decode([Int].self, forKey: .utf8)
    let source = try container.decodeIfPresent([Int].self, forKey: .source)
    for pair in [bounds, source ?? [0, 0]] where pair.count != 2 || pair[0] > pair[1] {
      throw DecodingError.dataCorruptedError(
        forKey: .utf8, in: container, debugDescription: "ranges are [start, end]")
    }
    self.init(
      sha256: try container.decode(SHA256Digest.self, forKey: .sha256),
      utf8: bounds[0]..<bounds[1], source: source.map { $0[0]..<$0[1] },
      parser: try container.decodeIfPresent(String.self, forKey: .parser),
      asserted: try container.decodeIfPresent(String.self, forKey: .asserted))
  }

  /// Writes `{"sha256": "…", "utf8": [start, end]}`, and `source`, `parser`, `asserted` where they are.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(sha256, forKey: .sha256)
    try container.encode([utf8.lowerBound, utf8.upperBound], forKey: .utf8)
    try container.encodeIfPresent(
      source.map { [$0.lowerBound, $0.upperBound] }, forKey: .source)
    try container.encodeIfPresent(parser, forKey: .parser)
    try container.encodeIfPresent(asserted, forKey: .asserted)
  }
}
