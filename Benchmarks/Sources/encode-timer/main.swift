import Foundation
import SentenceEncoder

// Encodes each line of a file as a passage, on one core, and prints the seconds that it took.
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
print("{\"seconds\": \(duration / .seconds(1))}")
