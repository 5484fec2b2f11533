import CSentenceEncoder

/// A small transformer, tuned on interviews: what a text means, as vectors.
///
/// multilingual-e5-small (L. Wang et al., 2024) with a head for late interaction (O. Khattab,
/// M. Zaharia: ColBERT, 2020): one vector a text, [384], and one a token, [128], all of unit length.
/// The same text gives the same bits on every machine.
public struct SentenceEncoder: Sendable {
  /// How texts become pieces.
  public let tokenizer: Tokenizer
  private let weights: Weights
  private let kernels: Kernels
  private let transformer: Transformer

  /// The encoder on the machine's fastest path.
  public init() {
    guard let path = SentenceEncoder(path: 0) else { preconditionFailure("No path at all") }
    self = path
  }

  /// The encoder on one of the machine's paths, the fastest first; nil behind the last.
  package init?(path: Int) {
    guard let pointer = encoder_path(Int32(path)) else { return nil }
    let weights = Weights()
    self.weights = weights
    tokenizer = Tokenizer(weights)
    kernels = Kernels(pointer: pointer)
    transformer = Transformer(weights: weights, kernels: kernels)
  }

  /// SHA-256 of the model: vectors of another one cannot be compared with these.
  public var modelDigest: [UInt8] { weights.digest }

  /// The path's name.
  package var pathName: String { String(cString: kernels.pointer.pointee.name) }

  /// Tokens of a text that are read, its ends included.
  static let longestText = 256
  /// Tokens of a context that are read.
  static let longestContext = 64

  /// Characters that can matter: far more than 256 tokens ever hold.
  private static let readable = 8000

  // MARK: Prompts

  /// Encodes what somebody typed; long prompts, and those with a context, on two cores.
  ///
  /// - Parameters:
  ///   - prompt: what was typed.
  ///   - context: what was typed and quoted just before; it takes part in the meaning of the prompt
  ///     and has no token vectors of its own.
  public func encode(prompt: String, context: String = "") -> PromptEncoding {
    let (text, mark) = marked(prompt, side: 0)
    var ids = [Tokenizer.start] + text.prefix(Self.longestText - 2) + [Tokenizer.end]
    let own = ids.count
    if !context.isEmpty {
      ids +=
        tokenizer.pieces(of: String(context.prefix(Self.readable))).prefix(Self.longestContext) + [
          Tokenizer.end
        ]
    }
    return transformer.withHidden(of: [ids], inHalves: ids.count >= Self.leastHalved) { hidden in
      let rows = Self.rows(own: own, mark: mark)
      return PromptEncoding(
        pooled: mean(of: 0..<ids.count, hidden[0]), tokens: tokens(of: rows, hidden[0]),
        pieces: rows.map { ids[$0] })
    }
  }

  /// Tokens of a prompt from which two cores are sooner done with it than one.
  private static let leastHalved = 24

  // MARK: Passages

  /// Encodes passages, on one core; many at once take less time than one by one, and give the same.
  public func encode(_ passages: [PassageText]) -> [PassageEncoding] {
    var encodings: [PassageEncoding] = []
    encodings.reserveCapacity(passages.count)
    var rest = passages[...]
    while !rest.isEmpty {
      var inputs: [PassageInput] = []
      var rows = 0
      while rows < Self.enoughRows, let passage = rest.popFirst() {
        inputs.append(input(of: passage))
        rows += inputs[inputs.count - 1].ids.count
      }
      transformer.withHidden(of: inputs.map(\.ids), inHalves: false) { hidden in
        encodings += zip(inputs, hidden).map(encoding)
      }
    }
    return encodings
  }

  /// Encodes one passage.
  ///
  /// - Parameters:
  ///   - sentences: see ``PassageText/sentences``.
  ///   - before: see ``PassageText/before``.
  public func encode(passage sentences: [String], after before: String = "") -> PassageEncoding {
    encode([PassageText(sentences: sentences, before: before)])[0]
  }

  /// Tokens that are worth a walk through the weights.
  private static let enoughRows = 128

  /// A passage as the transformer reads it: `<s>`, the prefix, what was said before, the passage, `</s>`.
  private struct PassageInput {
    let ids: [Int32]
    /// Where the passage's own pieces begin.
    let first: Int
    /// How many pieces each sentence is, were it read whole.
    let counts: [Int]
  }

  private func input(of passage: PassageText) -> PassageInput {
    let (text, mark) = marked(passage.sentences.joined(separator: " "), side: 1)
    let lead =
      passage.before.isEmpty
      ? []
      : tokenizer.pieces(of: String(passage.before.suffix(Self.readable)))
        .suffix(Self.longestContext)
    let own = text.prefix(Self.longestText - 2)
    return PassageInput(
      ids: [Tokenizer.start] + own[..<mark] + lead + own[mark...] + [Tokenizer.end],
      first: 1 + mark + lead.count,
      counts: passage.sentences.map {
        tokenizer.pieces(of: String($0.prefix(Self.readable))).count
      })
  }

  private func encoding(
    of input: PassageInput, _ hidden: UnsafePointer<Float>
  ) -> PassageEncoding {
    let rows = [0] + Array(input.first..<input.ids.count)
    var spans: [Range<Int>] = []
    var means: [[Float]] = []
    var row = 1
    for count in input.counts {
      let end = min(row + count, rows.count)
      spans.append(row..<end)
      let places = row < end ? input.first + row - 1..<input.first + end - 1 : 0..<1
      means.append(mean(of: places, hidden))
      row = end
    }
    return PassageEncoding(
      pooled: mean(of: 0..<input.ids.count, hidden), tokens: tokens(of: rows, hidden),
      spans: spans, sentences: means, pieces: rows.map { input.ids[$0] })
  }

  private func marked(_ text: String, side: Int) -> (pieces: [Int32], mark: Int) {
    let prefix = weights.prefixes.indices.contains(side) ? weights.prefixes[side] : ""
    let read = text.prefix(Self.readable)
    return (tokenizer.pieces(of: prefix + " " + read), tokenizer.pieces(of: prefix).count)
  }

  /// A text's rows less those of its prefix.
  private static func rows(own: Int, mark: Int) -> [Int] { [0] + Array(1 + mark..<own) }

  /// The mean of some rows, of unit length.
  private func mean(of rows: Range<Int>, _ hidden: UnsafePointer<Float>) -> [Float] {
    let width = weights.width
    return [Float](unsafeUninitializedCapacity: width) { buffer, count in
      count = width
      guard let out = buffer.baseAddress else { return }
      let k = kernels.pointer.pointee
      k.mean(hidden + rows.lowerBound * width, Int32(rows.count), Int32(width), out)
      k.unit(out, 1, Int32(width))
    }
  }

  /// The token vectors of some rows.
  private func tokens(of rows: [Int], _ hidden: UnsafePointer<Float>) -> TokenVectors {
    let (width, head) = (weights.width, weights.head)
    let count = Int32(rows.count)
    let k = kernels.pointer.pointee
    return withScratch(of: Float.self, [rows.count * width, rows.count * head, rows.count]) {
      floats in
      for (index, row) in rows.enumerated() {
        (floats[0] + index * width).update(from: hidden + row * width, count: width)
      }
      k.linear(weights.tokenHead, floats[0], count, Int32(ENCODER_PLAIN), floats[1])
      k.unit(floats[1], count, Int32(head))
      return withScratch(of: Int8.self, [rows.count * head]) { bytes in
        k.pack(floats[1], count, Int32(head), bytes[0], floats[2])
        return TokenVectors(
          bytes: Array(UnsafeBufferPointer(start: bytes[0], count: rows.count * head)),
          scales: Array(UnsafeBufferPointer(start: floats[2], count: rows.count)))
      }
    }
  }

  // MARK: Scores

  /// The cosine of two vectors of unit length.
  ///
  /// - Precondition: both have as many numbers, a multiple of 16.
  public func cosine(_ a: [Float], _ b: [Float]) -> Float {
    precondition(a.count == b.count && a.count % 16 == 0, "No vectors of one encoder")
    return kernels.pointer.pointee.dot(a, b, Int32(a.count))
  }

  /// The cosine of a vector with one that is stored as bytes, times `scale`.
  package func cosine(_ a: [Float], _ bytes: UnsafePointer<Int8>, scale: Float) -> Float {
    kernels.pointer.pointee.dotBytes(a, bytes, Int32(a.count)) * scale
  }

  /// For each token of a prompt, the best cosine with one of some tokens; -1 where there are none.
  package func best(
    _ prompt: TokenVectors, _ bytes: UnsafePointer<Int8>, _ scales: UnsafePointer<Float>, count: Int
  ) -> [Float] {
    guard count > 0 else { return [Float](repeating: -1, count: prompt.count) }
    var best = [Float](repeating: 0, count: prompt.count)
    kernels.pointer.pointee.best(
      prompt.bytes, Int32(prompt.count), bytes, scales, Int32(count), &best)
    for index in best.indices { best[index] *= prompt.scales[index] }
    return best
  }
}
