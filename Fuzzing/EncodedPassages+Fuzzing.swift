// Compiled into Retrieval by fuzz.sh: what the fuzzer needs of its insides.
package import SentenceEncoder

extension EncodedPassages {
  /// The bytes with a right header and a right checksum, padded or cut to the size that the counts say.
  package static func mended(_ bytes: [UInt8], key: [UInt8]) -> [UInt8]? {
    guard bytes.count >= headerSize else { return nil }
    var bytes = magic + bytes.dropFirst(8)
    func count(_ offset: Int) -> Int { Int(bytes[offset]) % 4 }
    let counts = [count(12), count(16), count(20) * 3, count(24)]
    for (index, value) in ([Int(version)] + counts).enumerated() {
      for byte in 0..<4 {
        bytes[8 + 4 * index + byte] = UInt8(truncatingIfNeeded: value >> (8 * byte))
      }
    }
    bytes.replaceSubrange(32..<64, with: key)
    var end = headerSize
    for section in Layout.allCases {
      end +=
        (section.size(
          passages: counts[0], sentences: counts[1], tokens: counts[2], asked: counts[3]) + 63) / 64
        * 64
    }
    bytes = Array(bytes.prefix(end)) + [UInt8](repeating: 0, count: max(0, end - bytes.count))
    let sum = bytes.withUnsafeBytes { checksum($0[...]) }
    return bytes + (0..<8).map { UInt8(truncatingIfNeeded: sum >> (8 * $0)) }
  }

  /// Follows every number, as a search does.
  package func readEverything(with encoder: SentenceEncoder, prompt: PromptEncoding) {
    let index = MeaningIndex([self], encoder: encoder, candidates: Array(0..<passageCount))
    _ = index.matches(of: prompt, among: Array(0..<passageCount))
  }
}
