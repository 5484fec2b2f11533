import Foundation
import SentenceEncoder

// Encodes each line of a file as a passage, on one core, and prints the seconds that it took.
let texts = try String(contentsOfFile: CommandLine.arguments[1], encoding: .utf8)
  .split(separator: "\n").map(String.init)
let encoder = SentenceEncoder()
_ = encoder.encode(passage: [texts[0]])
let clock = ContinuousClock()
let duration = clock.measure {
  _ = encoder.encode(texts.map { PassageText(sentences: [$0]) })
}
print("{\"seconds\": \(duration / .seconds(1))}")
