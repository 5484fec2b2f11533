/// Cuts a text into the pieces of a SentencePiece unigram model: the likeliest way to write it.
///
/// T. Kudo: Subword Regularization, 2018, section 3.2; the best path by Viterbi. O(n) in the text's
/// length, since no piece is longer than a few dozen bytes.
public struct Tokenizer: Sendable {
  private let weights: Weights
  private let normalizer: Normalizer
  private let unknownScore: Double

  /// Pieces that mark a text's ends.
  static let start: Int32 = 0
  static let end: Int32 = 2

  /// A tokenizer of the embedded model.
  public init() { self.init(Weights()) }

  init(_ weights: Weights) {
    self.weights = weights
    normalizer = Normalizer(weights)
    var least = 0.0
    for score in weights.scores where score < least { least = score }
    unknownScore = least - 10
  }

  /// How many pieces there are.
  public var pieceCount: Int { weights.pieceCount }

  /// How likely a word is as it is written: the sum of its pieces' scores, logarithms of shares.
  public func likelihood(of word: String) -> (score: Double, pieces: Int) {
    let pieces = pieces(of: word)
    return (pieces.reduce(0) { $0 + weights.scores[Int($1)] }, pieces.count)
  }

  /// The pieces of a text; none for a text without words.
  public func pieces(of text: String) -> [Int32] {
    let scalars = normalizer.normalized(Self.cleaned(text).unicodeScalars)
    guard !scalars.isEmpty else { return [] }
    return bestPath(marked(scalars))
  }

  /// Runs of white space are one space; a special piece never comes from text.
  static func cleaned(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var pending = false
    for scalar in text.unicodeScalars {
      if isSpace(scalar) {
        pending = true
        continue
      }
      if pending, !result.isEmpty { result.append(" ") }
      pending = false
      result.append(scalar)
    }
    return separated(String(result))
  }

  private static func separated(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "<")) else { return text }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.first {
      bytes.append(byte)
      rest = rest.dropFirst()
      if byte == UInt8(ascii: "<"), specials.contains(where: { rest.starts(with: $0.utf8) }) {
        bytes.append(32)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let specials = ["s>", "/s>", "pad>", "unk>", "mask>"]

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 9...13, 28...32, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      true
    default: false
    }
  }

  /// The UTF-8 of the text with U+2581 for its spaces and one in front.
  private func marked(_ scalars: [UInt32]) -> [UInt8] {
    let mark: [UInt8] = [0xE2, 0x96, 0x81]
    var bytes: [UInt8] = []
    bytes.reserveCapacity(scalars.count + 16)
    if scalars[0] != 0x2581 && scalars[0] != 32 { bytes += mark }
    var index = 0
    while index < scalars.count {
      if scalars[index] == 32 {
        // Two spaces, which normalization can make, are one; of three, the third is another.
        if index + 1 < scalars.count, scalars[index + 1] == 32 { index += 1 }
        bytes += mark
      } else if let scalar = Unicode.Scalar(scalars[index]) {
        bytes += UTF8.encode(scalar).map(Array.init) ?? []
      }
      index += 1
    }
    return bytes
  }

  private struct Node {
    var score = 0.0
    var start: Int32 = -1
    var piece: Int32 = 0
  }

  private func bestPath(_ bytes: [UInt8]) -> [Int32] {
    var nodes = [Node](repeating: Node(), count: bytes.count + 1)
    var position = 0
    while position < bytes.count {
      let base = nodes[position].score
      let length = Self.length(of: bytes[position])
      var hasSingle = false
      var node = 0
      var end = position
      while end < bytes.count, let child = child(of: node, bytes[end]) {
        node = child
        end += 1
        let piece = weights.triePiece[node]
        guard piece >= 0 else { continue }
        let score = base + weights.scores[Int(piece)]
        if nodes[end].start < 0 || score > nodes[end].score {
          nodes[end] = Node(score: score, start: Int32(position), piece: piece)
        }
        if end - position == length { hasSingle = true }
      }
      if !hasSingle {
        let end = min(position + length, bytes.count)
        let score = base + unknownScore
        if nodes[end].start < 0 || score > nodes[end].score {
          nodes[end] = Node(
            score: score, start: Int32(position), piece: Int32(weights.unknownPiece))
        }
      }
      position += length
    }
    return path(nodes)
  }

  /// Backwards from the end; neighbouring unknown pieces are one.
  private func path(_ nodes: [Node]) -> [Int32] {
    var pieces: [Int32] = []
    var end = nodes.count - 1
    let unknown = Int32(weights.unknownPiece)
    while end > 0 {
      let node = nodes[end]
      if node.piece != unknown || pieces.last != unknown { pieces.append(node.piece) }
      end = Int(node.start)
    }
    return pieces.reversed()
  }

  private func child(of node: Int, _ byte: UInt8) -> Int? {
    var low = Int(weights.trieFirst[node])
    var high = Int(weights.trieFirst[node + 1])
    while low < high {
      let middle = (low + high) / 2
      if weights.trieByte[middle] < byte { low = middle + 1 } else { high = middle }
    }
    return low < Int(weights.trieFirst[node + 1]) && weights.trieByte[low] == byte ? low : nil
  }

  private static func length(of lead: UInt8) -> Int {
    lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
  }
}
