import CSentenceEncoder

/// The embedded file's sections, as Scripts/convert-encoder.py lays them out.
///
/// The bytes are constants of the program: they are never written and never go away.
final class Weights: @unchecked Sendable {
  struct Norm: @unchecked Sendable {
    let gain: UnsafePointer<Float>
    let bias: UnsafePointer<Float>
  }
  struct Layer: @unchecked Sendable {
    let qkv: encoder_linear
    let out: encoder_linear
    let norm1: Norm
    let up: encoder_linear
    let down: encoder_linear
    let norm2: Norm
  }

  /// SHA-256 of the sections: says which model this is.
  let digest: [UInt8]
  let width: Int
  let inner: Int
  let head: Int
  let pieceCount: Int
  let unknownPiece: Int
  let vectors: UnsafePointer<Int8>
  let scales: UnsafePointer<Float>
  let positions: UnsafePointer<Float>
  let positionCount: Int
  let norm: Norm
  let layers: [Layer]
  let tokenHead: encoder_linear
  let trieByte: UnsafeBufferPointer<UInt8>
  let trieFirst: UnsafeBufferPointer<UInt32>
  let triePiece: UnsafeBufferPointer<Int32>
  let scores: UnsafeBufferPointer<Double>
  let decompositionCodes: UnsafeBufferPointer<UInt32>
  let decompositionStarts: UnsafeBufferPointer<UInt32>
  let decompositionParts: UnsafeBufferPointer<UInt32>
  let combining: UnsafeBufferPointer<UInt32>
  let compositions: UnsafeBufferPointer<UInt32>
  let prefixes: [String]

  /// - Precondition: the embedded file is of this version; a build with another does not start.
  init() {
    let base = UnsafeRawPointer(encoder_weights())
    let magic = UnsafeRawBufferPointer(start: base, count: 8)
    precondition(magic.elementsEqual("ONRECENC".utf8), "The embedded weights are of another kind")
    func number(_ index: Int) -> Int {
      Int(base.loadUnaligned(fromByteOffset: 8 + 4 * index, as: UInt32.self))
    }
    precondition(number(0) == 1, "The embedded weights are of another version")
    let layerCount = number(1)
    digest = Array(UnsafeRawBufferPointer(start: base + 40, count: 32))
    width = number(2)
    inner = number(3)
    head = number(4)
    pieceCount = number(5)
    unknownPiece = number(6)
    var next = 0
    let sectionCount = number(7)
    func section() -> UnsafeRawBufferPointer {
      precondition(next < sectionCount, "The embedded weights end early")
      let entry = 72 + 16 * next
      next += 1
      let offset = Int(base.loadUnaligned(fromByteOffset: entry, as: UInt64.self))
      let size = Int(base.loadUnaligned(fromByteOffset: entry + 8, as: UInt64.self))
      precondition(offset + size <= encoder_weights_size(), "The embedded weights end early")
      return UnsafeRawBufferPointer(start: base + offset, count: size)
    }
    func array<T>(_: T.Type) -> UnsafeBufferPointer<T> { section().bindMemory(to: T.self) }
    func pointer<T>(_ type: T.Type) -> UnsafePointer<T> {
      guard let start = array(type).baseAddress else { preconditionFailure("An empty section") }
      return start
    }
    func linear(_ outputs: Int, _ inputs: Int, most: Int = ENCODER_WIDE) -> encoder_linear {
      encoder_linear(
        gain: pointer(Float.self), weight: pointer(UInt8.self), scale: pointer(Float.self),
        bias: pointer(Float.self), outputs: Int32(outputs), inputs: Int32(inputs),
        most: Int32(most))
    }
    func norm() -> Norm { Norm(gain: pointer(Float.self), bias: pointer(Float.self)) }

    vectors = pointer(Int8.self)
    scales = pointer(Float.self)
    let allPositions = array(Float.self)
    positions = allPositions.baseAddress!
    positionCount = allPositions.count / width
    self.norm = norm()
    let (width, inner) = (width, inner)
    layers = (0..<layerCount).map { layer in
      // Rounding these inputs to bytes moves the error of a late score (root mean square, 123,200
      // pairs beside float32) from .0016 to .0018. The others need their 12 bits.
      Layer(
        qkv: linear(3 * width, width, most: layer == 0 ? ENCODER_BYTE : ENCODER_WIDE),
        out: linear(width, width), norm1: norm(),
        up: linear(inner, width, most: layer < 4 ? ENCODER_BYTE : ENCODER_WIDE),
        down: linear(
          width, inner, most: layer == layerCount - 1 ? ENCODER_BYTE : ENCODER_WIDE),
        norm2: norm())
    }
    tokenHead = linear(head, width)
    trieByte = array(UInt8.self)
    trieFirst = array(UInt32.self)
    triePiece = array(Int32.self)
    scores = array(Double.self)
    decompositionCodes = array(UInt32.self)
    decompositionStarts = array(UInt32.self)
    decompositionParts = array(UInt32.self)
    combining = array(UInt32.self)
    compositions = array(UInt32.self)
    prefixes = String(decoding: section(), as: UTF8.self).split(separator: "\n").map(String.init)
  }
}
