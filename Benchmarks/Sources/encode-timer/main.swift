import CPeak
import Foundation
import SentenceEncoder

// Encodes each line of a file as a passage, on one core, and prints the seconds that it took, and the
// products of integers a second that the core makes in a loop of nothing else.
let texts = try String(contentsOfFile: CommandLine.arguments[1], encoding: .utf8)
  .split(separator: "\n").map(String.init)
guard let first = texts.first else {
  FileHandle.standardError.write(Data("\(CommandLine.arguments[1]) holds no text.\n".utf8))
  exit(1)
}
let encoder = SentenceEncoder()
_ = encoder.encode(passage: [first])
let clock = ContinuousClock()
let duration = clock.measure {
  _ = encoder.encode(texts.map { PassageText(sentences: [$0]) })
}
var products: Int64 = 0
let peakDuration = clock.measure { products = peak_products(20_000_000) }
let peak = Double(products) / (peakDuration / .seconds(1))
print("{\"seconds\": \(duration / .seconds(1)), \"peak\": \(peak)}")
