import CSentenceEncoder
import Dispatch

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

  /// The arithmetic of one path; constants of the program.
  private struct Kernels: @unchecked Sendable {
    let pointer: UnsafePointer<encoder_kernels>
  }

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
    return withHidden(of: ids, inHalves: ids.count >= Self.leastHalved) { hidden in
      let rows = Self.rows(own: own, mark: mark)
      return PromptEncoding(
        pooled: mean(of: 0..<ids.count, hidden), tokens: tokens(of: rows, hidden),
        pieces: rows.map { ids[$0] })
    }
  }

  // MARK: Passages

  /// Encodes a passage: its sentences, joined by a space.
  ///
  /// - Parameters:
  ///   - sentences: in order; what is beyond 256 tokens is not read.
  ///   - before: what was said just before; it takes part in the meaning and has no vectors.
  public func encode(passage sentences: [String], after before: String = "") -> PassageEncoding {
    let (text, mark) = marked(sentences.joined(separator: " "), side: 1)
    let lead =
      before.isEmpty
      ? []
      : Array(
        tokenizer.pieces(of: String(before.suffix(Self.readable))).suffix(Self.longestContext))
    let room = Self.longestText - 2
    let own = Array(text.prefix(room))
    let ids = [Tokenizer.start] + own[..<mark] + lead + own[mark...] + [Tokenizer.end]
    return withHidden(of: ids, inHalves: false) { hidden in
      let first = 1 + mark + lead.count
      let rows = [0] + Array(first..<ids.count)
      var spans: [Range<Int>] = []
      var means: [[Float]] = []
      var row = 1
      for sentence in sentences {
        let count =
          row < rows.count ? tokenizer.pieces(of: String(sentence.prefix(Self.readable))).count : 0
        let end = min(row + count, rows.count)
        spans.append(min(row, rows.count)..<end)
        let places = row < end ? first + row - 1..<first + end - 1 : 0..<1
        means.append(mean(of: places, hidden))
        row = end
      }
      return PassageEncoding(
        pooled: mean(of: 0..<ids.count, hidden), tokens: tokens(of: rows, hidden), spans: spans,
        sentences: means, pieces: rows.map { ids[$0] })
    }
  }

  private func marked(_ text: String, side: Int) -> (pieces: [Int32], mark: Int) {
    let prefix = weights.prefixes.indices.contains(side) ? weights.prefixes[side] : ""
    let read = text.prefix(Self.readable)
    return (tokenizer.pieces(of: prefix + " " + read), tokenizer.pieces(of: prefix).count)
  }

  /// A text's rows less those of its prefix.
  private static func rows(own: Int, mark: Int) -> [Int] { [0] + Array(1 + mark..<own) }

  // MARK: The transformer

  /// Tokens of a prompt from which two cores are sooner done with it than one.
  private static let leastHalved = 24

  /// Runs the layers over the pieces; the last layer's output is `[ids × 384]`.
  ///
  /// - Parameter inHalves: whether two cores share the rows, which changes no bit.
  private func withHidden<Result>(
    of ids: [Int32], inHalves: Bool, _ body: (UnsafePointer<Float>) -> Result
  ) -> Result {
    precondition(
      ids.count <= weights.positionCount, "A text of more tokens than there are positions")
    let rows = ids.count
    let count = Int32(rows)
    let (width, inner) = (weights.width, weights.inner)
    let k = kernels.pointer.pointee
    let padded = (rows + 15) / 16 * 16
    return withScratch(
      of: Float.self,
      [rows * width, rows * 3 * width, rows * width, rows * inner, 70 * padded, rows]
    ) { floats in
      withScratch(of: Int16.self, [rows * inner]) { integers in
        withScratch(of: Int32.self, [rows]) { sums in
          let (x, qkv, attended, up, scratch, scale) = (
            floats[0], floats[1], floats[2], floats[3], floats[4], floats[5]
          )
          k.embed(ids, count, weights.vectors, weights.scales, weights.positions, x)
          k.normalize(x, count, weights.norm.gain, weights.norm.bias)
          func product(
            _ layer: encoder_linear, _ input: UnsafePointer<Float>, _ epilogue: Int,
            _ output: UnsafeMutablePointer<Float>
          ) {
            k.quantize(input, layer.gain, count, layer.inputs, integers[0], scale, sums[0])
            let product = Product(
              linear: k.linear, layer: layer, integers: integers[0], scale: scale, sums: sums[0],
              epilogue: Int32(epilogue), output: output)
            guard inHalves else { return product.run(0..<rows) }
            DispatchQueue.concurrentPerform(iterations: 2) { half in
              product.run(half == 0 ? 0..<rows / 2 : rows / 2..<rows)
            }
          }
          for layer in weights.layers {
            product(layer.qkv, x, ENCODER_PLAIN, qkv)
            k.attend(qkv, count, attended, scratch)
            product(layer.out, attended, ENCODER_ADD, x)
            k.normalize(x, count, layer.norm1.gain, layer.norm1.bias)
            product(layer.up, x, ENCODER_GELU, up)
            product(layer.down, up, ENCODER_ADD, x)
            k.normalize(x, count, layer.norm2.gain, layer.norm2.bias)
          }
          return body(x)
        }
      }
    }
  }

  /// A layer's product with rows of integers; several may run at once on rows of their own.
  private struct Product: @unchecked Sendable {
    let linear:
      @convention(c) (
        encoder_linear, UnsafePointer<Int16>, UnsafePointer<Float>, UnsafePointer<Int32>, Int32,
        Int32,
        UnsafeMutablePointer<Float>
      ) -> Void
    let layer: encoder_linear
    let integers: UnsafePointer<Int16>
    let scale: UnsafePointer<Float>
    let sums: UnsafePointer<Int32>
    let epilogue: Int32
    let output: UnsafeMutablePointer<Float>

    func run(_ rows: Range<Int>) {
      let first = rows.lowerBound
      linear(
        layer, integers + first * Int(layer.inputs), scale + first, sums + first, Int32(rows.count),
        epilogue, output + first * Int(layer.outputs))
    }
  }

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
      withScratch(of: Int16.self, [rows.count * width]) { integers in
        withScratch(of: Int32.self, [rows.count]) { sums in
          for (index, row) in rows.enumerated() {
            (floats[0] + index * width).update(from: hidden + row * width, count: width)
          }
          k.quantize(
            floats[0], weights.tokenHead.gain, count, Int32(width), integers[0], floats[2], sums[0])
          k.linear(
            weights.tokenHead, integers[0], floats[2], sums[0], count, Int32(ENCODER_PLAIN),
            floats[1])
        }
      }
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

/// Memory for some arrays, gone after `body`.
private func withScratch<T, Result>(
  of type: T.Type, _ counts: [Int], _ body: ([UnsafeMutablePointer<T>]) -> Result
) -> Result {
  let arrays = counts.map { UnsafeMutablePointer<T>.allocate(capacity: max(1, $0)) }
  defer { for array in arrays { array.deallocate() } }
  return body(arrays)
}
