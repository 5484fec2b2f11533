import CSentenceEncoder
import Dispatch

/// The arithmetic of one path; constants of the program.
struct Kernels: @unchecked Sendable {
  let pointer: UnsafePointer<encoder_kernels>
}

/// The layers between pieces and what is made of their vectors.
struct Transformer: Sendable {
  let weights: Weights
  let kernels: Kernels

  /// Runs the layers over some texts at once: one walk through the weights serves them all, and
  /// each attends to itself alone.
  ///
  /// - Parameters:
  ///   - texts: the pieces of each.
  ///   - inHalves: whether two cores share the rows.
  ///   - body: gets the last layer's output, for each text `[pieces × 384]`. Neither the texts beside
  ///     it nor the halves change a bit of it.
  func withHidden<Result>(
    of texts: [[Int32]], inHalves: Bool, _ body: ([UnsafePointer<Float>]) -> Result
  ) -> Result {
    let longest = texts.reduce(0) { max($0, $1.count) }
    precondition(
      longest <= min(weights.positionCount, ENCODER_MOST_ROWS), "A text of more tokens than fit")
    let rows = texts.reduce(0) { $0 + $1.count }
    var starts = [0]
    for text in texts.dropLast() { starts.append(starts[starts.count - 1] + text.count) }
    let width = weights.width
    let k = kernels.pointer.pointee
    return withScratch(
      of: Float.self,
      [rows * width, rows * 3 * width, rows * width, Int(encoder_attend_scratch(Int32(longest)))]
    ) { floats in
      let (x, qkv, attended, scratch) = (floats[0], floats[1], floats[2], floats[3])
      let everyRow = Rows(weights: weights, kernels: k, x: x, qkv: qkv, attended: attended)
      func forEachRow(behind layer: Weights.Layer?, before next: Weights.Layer?) {
        guard inHalves else { return everyRow.run(0..<rows, behind: layer, before: next) }
        DispatchQueue.concurrentPerform(iterations: 2) { half in
          everyRow.run(
            half == 0 ? 0..<rows / 2 : rows / 2..<rows, behind: layer, before: next)
        }
      }
      for (text, start) in zip(texts, starts) {
        k.embed(
          text, Int32(text.count), weights.vectors, weights.scales, weights.positions,
          x + start * width)
      }
      k.normalize(x, Int32(rows), weights.norm.gain, weights.norm.bias)
      forEachRow(behind: nil, before: weights.layers.first)
      for (index, layer) in weights.layers.enumerated() {
        for (text, start) in zip(texts, starts) {
          k.attend(qkv + start * 3 * width, Int32(text.count), attended + start * width, scratch)
        }
        forEachRow(behind: layer, before: weights.layers.dropFirst(index + 1).first)
      }
      return body(starts.map { UnsafePointer(x + $0 * width) })
    }
  }
}

/// What is done for each row by itself; several may run at once on rows of their own.
private struct Rows: @unchecked Sendable {
  let weights: Weights
  let kernels: encoder_kernels
  /// The residual stream, `[rows × 384]`.
  let x: UnsafeMutablePointer<Float>
  /// Queries, keys and values, `[rows × 1152]`.
  let qkv: UnsafeMutablePointer<Float>
  /// What attention gave, `[rows × 384]`.
  let attended: UnsafeMutablePointer<Float>

  /// Rows that go through all products before the next do: their numbers stay near the processor.
  private static let inHand = 48

  /// From one layer's attention to the next one's.
  ///
  /// - Parameters:
  ///   - layer: the layer whose attention is done; nil before the first.
  ///   - next: the layer that follows; nil behind the last.
  func run(_ rows: Range<Int>, behind layer: Weights.Layer?, before next: Weights.Layer?) {
    let (width, inner) = (weights.width, weights.inner)
    withScratch(of: Float.self, [Self.inHand * inner]) { floats in
      let up = floats[0]
      for first in stride(from: rows.lowerBound, to: rows.upperBound, by: Self.inHand) {
        let count = Int32(min(Self.inHand, rows.upperBound - first))
        let x = x + first * width
        if let layer {
          let attended = attended + first * width
          kernels.linear(layer.out, attended, count, Int32(ENCODER_ADD), x)
          kernels.normalize(x, count, layer.norm1.gain, layer.norm1.bias)
          kernels.linear(layer.up, x, count, Int32(ENCODER_GELU), up)
          kernels.linear(layer.down, up, count, Int32(ENCODER_ADD), x)
          kernels.normalize(x, count, layer.norm2.gain, layer.norm2.bias)
        }
        if let next {
          kernels.linear(next.qkv, x, count, Int32(ENCODER_PLAIN), qkv + first * 3 * width)
        }
      }
    }
  }
}

/// Memory for some arrays, gone after `body`.
func withScratch<T, Result>(
  of type: T.Type, _ counts: [Int], _ body: ([UnsafeMutablePointer<T>]) -> Result
) -> Result {
  let arrays = counts.map { UnsafeMutablePointer<T>.allocate(capacity: max(1, $0)) }
  defer { for array in arrays { array.deallocate() } }
  return body(arrays)
}
