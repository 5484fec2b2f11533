import CSentenceEncoder
import Testing

@Suite("The kernels")
struct KernelTests {
  /// Integers that come from a seed, among them the greatest.
  private struct Integers {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// One of the choices, or one of at most `most` in size.
    mutating func next(_ choices: [Int16], most: Int) -> Int16 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let value = Int(state >> 33)
      return choices.isEmpty
        ? Int16(value % (2 * most + 1) - most) : choices[value % choices.count]
    }
  }

  @Test(
    "Products are exact on every path, however large they are",
    arguments: [[], [2047, -2047], [31, 32, 33, -31, -32, -33], [2047, 0, 1], [-2047], [2047]]
      as [[Int16]])
  func exact(choices: [Int16]) {
    // More rows than share a block, and no multiple of a tile's.
    let (inputs, outputs, rows) = (1536, 64, 31)
    var integers = Integers(seed: 7)
    let x = (0..<rows * inputs).map { _ in integers.next(choices, most: ENCODER_MOST_INPUT) }
    // All of the greatest, or the greatest among others.
    let plain = (0..<outputs * inputs).map { index in
      choices == [2047] || index % 3 == 0
        ? 127 : index % 7 == 0 ? -127 : Int(integers.next([], most: 127))
    }
    // [outputs / 16][inputs / 4][16][4], each plus 128.
    var weight = [UInt8](repeating: 0, count: outputs * inputs)
    for output in 0..<outputs {
      for input in 0..<inputs {
        let place = (output / 16 * (inputs / 4) + input / 4) * 64 + output % 16 * 4 + input % 4
        weight[place] = UInt8(plain[output * inputs + input] + 128)
      }
    }
    let sums = (0..<rows).map { row in
      x[row * inputs..<(row + 1) * inputs].reduce(Int32(0)) { $0 + Int32($1) }
    }
    let expected = (0..<rows * outputs).map { place -> Float in
      let (row, output) = (place / outputs, place % outputs)
      return Float(
        (0..<inputs).reduce(0) {
          $0 + Int(x[row * inputs + $1]) * plain[output * inputs + $1]
        })
    }
    let ones = [Float](repeating: 1, count: max(inputs, outputs))
    let zeros = [Float](repeating: 0, count: outputs)
    var paths = 0
    while let path = encoder_path(Int32(paths)) {
      var out = [Float](repeating: 0, count: rows * outputs)
      ones.withUnsafeBufferPointer { ones in
        zeros.withUnsafeBufferPointer { zeros in
          weight.withUnsafeBufferPointer { weight in
            let layer = encoder_linear(
              gain: ones.baseAddress!, weight: weight.baseAddress!, scale: ones.baseAddress!,
              bias: zeros.baseAddress!, outputs: Int32(outputs), inputs: Int32(inputs))
            path.pointee.linear(
              layer, x, ones.baseAddress!, sums, Int32(rows), Int32(ENCODER_PLAIN), &out)
          }
        }
      }
      #expect(out == expected, "\(String(cString: path.pointee.name))")
      paths += 1
    }
    #expect(paths > 0)
  }
}
