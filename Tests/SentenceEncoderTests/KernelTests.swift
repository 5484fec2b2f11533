import CSentenceEncoder
import Foundation
import Testing

@Suite("The kernels")
struct KernelTests {
  /// Integers that come from a seed, among them the greatest.
  private struct Integers {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// One of the choices, or one of at most `most` in size.
    mutating func next(_ choices: [Int], most: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let value = Int(state >> 33)
      return choices.isEmpty ? value % (2 * most + 1) - most : choices[value % choices.count]
    }
  }

  @Test(
    "Products are exact on every path, however large they are",
    arguments: [ENCODER_BYTE, ENCODER_WIDE],
    [[], [2047, -2047], [31, 32, 33, -31, -32, -33], [2047, 0, 1], [-2047], [2047]] as [[Int]])
  func exact(most: Int, choices: [Int]) {
    // More rows than share a block, and no multiple of a tile's.
    let (inputs, outputs, rows) = (1536, 64, 31)
    var integers = Integers(seed: 7)
    // The greatest begins a row: as it is taken for the greatest integer, all are taken as they are.
    let x = (0..<rows * inputs).map { place in
      place % inputs == 0 ? most : max(-most, min(most, integers.next(choices, most: most)))
    }
    // All of the greatest, or the greatest among others.
    let plain = (0..<outputs * inputs).map { index in
      choices == [2047] || index % 3 == 0
        ? 127 : index % 7 == 0 ? -127 : integers.next([], most: 127)
    }
    // [outputs / 16][inputs / 4][16][4], each plus 128.
    var weight = [UInt8](repeating: 0, count: outputs * inputs)
    for output in 0..<outputs {
      for input in 0..<inputs {
        let place = (output / 16 * (inputs / 4) + input / 4) * 64 + output % 16 * 4 + input % 4
        weight[place] = UInt8(plain[output * inputs + input] + 128)
      }
    }
    let expected = (0..<rows * outputs).map { place -> Float in
      let (row, output) = (place / outputs, place % outputs)
      return Float(
        (0..<inputs).reduce(0) {
          $0 + x[row * inputs + $1] * plain[output * inputs + $1]
        })
    }
    let ones = [Float](repeating: 1, count: max(inputs, outputs))
    let zeros = [Float](repeating: 0, count: outputs)
    #expect(!paths.isEmpty)
    for path in paths {
      var out = [Float](repeating: 0, count: rows * outputs)
      ones.withUnsafeBufferPointer { ones in
        zeros.withUnsafeBufferPointer { zeros in
          weight.withUnsafeBufferPointer { weight in
            let layer = encoder_linear(
              gain: ones.baseAddress!, weight: weight.baseAddress!, scale: ones.baseAddress!,
              bias: zeros.baseAddress!, outputs: Int32(outputs), inputs: Int32(inputs),
              most: Int32(most))
            path.linear(layer, x.map(Float.init), Int32(rows), Int32(ENCODER_PLAIN), &out)
          }
        }
      }
      #expect(out == expected, "\(String(cString: path.name))")
    }
  }

  /// The paths of this machine.
  private var paths: [encoder_kernels] {
    (0..<3).compactMap { encoder_path($0)?.pointee }
  }

  @Test("GELU is within 1e-5 of x/2 · (1 + erf(x / √2))")
  func activation() {
    let count = 1536
    let x = (0..<count).map { Float($0 - count / 2) / 64 }
    let inputs = 64
    let none = [UInt8](repeating: 128, count: count * inputs)
    let ones = [Float](repeating: 1, count: count)
    for path in paths {
      var out = [Float](repeating: 0, count: count)
      x.withUnsafeBufferPointer { bias in
        ones.withUnsafeBufferPointer { ones in
          none.withUnsafeBufferPointer { none in
            let layer = encoder_linear(
              gain: ones.baseAddress!, weight: none.baseAddress!, scale: ones.baseAddress!,
              bias: bias.baseAddress!, outputs: Int32(count), inputs: Int32(inputs),
              most: Int32(ENCODER_BYTE))
            path.linear(
              layer, [Float](repeating: 0, count: inputs), 1, Int32(ENCODER_GELU), &out)
          }
        }
      }
      for (x, value) in zip(x, out) {
        let exact = Double(x) / 2 * (1 + erf(Double(x) / 2.0.squareRoot()))
        #expect(abs(Double(value) - exact) < 1e-5, "\(x)")
      }
    }
  }

  @Test("Attention is softmax, for any number of rows", arguments: [1, 5, 6, 16, 17, 47])
  func attention(rows: Int) {
    var integers = Integers(seed: UInt64(rows))
    let qkv = (0..<rows * 1152).map { _ in Float(integers.next([], most: 1000)) / 400 }
    for path in paths {
      var out = [Float](repeating: 0, count: rows * 384)
      var scratch = [Float](repeating: .nan, count: Int(encoder_attend_scratch(Int32(rows))))
      path.attend(qkv, Int32(rows), &out, &scratch)
      for row in Set([0, rows / 2, rows - 1]) {
        for head in [0, 11] {
          let weights = (0..<rows).map { other in
            exp(
              (0..<32).reduce(0) {
                $0 + Double(qkv[row * 1152 + head * 32 + $1])
                  * Double(qkv[other * 1152 + 384 + head * 32 + $1])
              } / 32.0.squareRoot())
          }
          let total = weights.reduce(0, +)
          for column in [0, 15, 16, 31] {
            let exact = (0..<rows).reduce(0) {
              $0 + weights[$1] / total * Double(qkv[$1 * 1152 + 768 + head * 32 + column])
            }
            #expect(abs(Double(out[row * 384 + head * 32 + column]) - exact) < 1e-5)
          }
        }
      }
    }
  }
}
