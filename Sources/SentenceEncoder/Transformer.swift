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
  ///   - inHalves: whether two cores share the products' rows.
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
    let count = Int32(rows)
    let (width, inner) = (weights.width, weights.inner)
    let k = kernels.pointer.pointee
    let padded = (longest + 15) / 16 * 16
    return withScratch(
      of: Float.self,
      [
        rows * width, rows * 3 * width, rows * width, rows * inner,
        64 * padded + 6 * ENCODER_MOST_ROWS, rows,
      ]
    ) { floats in
      withScratch(of: Int16.self, [rows * inner]) { integers in
        withScratch(of: Int32.self, [rows]) { sums in
          let (x, qkv, attended, up, scratch, scale) = (
            floats[0], floats[1], floats[2], floats[3], floats[4], floats[5]
          )
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
          for (text, start) in zip(texts, starts) {
            k.embed(
              text, Int32(text.count), weights.vectors, weights.scales, weights.positions,
              x + start * width)
          }
          k.normalize(x, count, weights.norm.gain, weights.norm.bias)
          for layer in weights.layers {
            product(layer.qkv, x, ENCODER_PLAIN, qkv)
            for (text, start) in zip(texts, starts) {
              k.attend(
                qkv + start * 3 * width, Int32(text.count), attended + start * width, scratch)
            }
            product(layer.out, attended, ENCODER_ADD, x)
            k.normalize(x, count, layer.norm1.gain, layer.norm1.bias)
            product(layer.up, x, ENCODER_GELU, up)
            product(layer.down, up, ENCODER_ADD, x)
            k.normalize(x, count, layer.norm2.gain, layer.norm2.bias)
          }
          return body(starts.map { UnsafePointer(x + $0 * width) })
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
}

/// Memory for some arrays, gone after `body`.
func withScratch<T, Result>(
  of type: T.Type, _ counts: [Int], _ body: ([UnsafeMutablePointer<T>]) -> Result
) -> Result {
  let arrays = counts.map { UnsafeMutablePointer<T>.allocate(capacity: max(1, $0)) }
  defer { for array in arrays { array.deallocate() } }
  return body(arrays)
}
