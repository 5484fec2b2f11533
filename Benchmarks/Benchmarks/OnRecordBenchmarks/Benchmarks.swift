import Benchmark
import Foundation
import OnRecord
import SentenceEncoder

private let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent()

/// Prompts and talks with the shipped persona, and reading a transcript of a megabyte.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .throughput], warmupIterations: 3, maxDuration: .seconds(3))

  let encoder = SentenceEncoder()
  Benchmark("encode a prompt of 12 tokens") { benchmark in
    for _ in benchmark.scaledIterations {
      blackHole(encoder.encode(prompt: "Why did you order so many?"))
    }
  }
  Benchmark("encode it with 64 tokens of context") { benchmark in
    let context = String(repeating: "We needed more of them to train the models. ", count: 10)
    for _ in benchmark.scaledIterations {
      blackHole(encoder.encode(prompt: "Why did you order so many?", context: context))
    }
  }
  Benchmark("encode a passage of 110 words") { benchmark in
    let passage = String(
      repeating: "It was a big evolution for our services, and we knew it. ", count: 10)
    for _ in benchmark.scaledIterations { blackHole(encoder.encode(passage: [passage])) }
  }

  if let mark = try? Persona(at: root.appending(path: "Personas/mark-zuckerberg").path) {
    Benchmark("a first turn") { benchmark in
      for _ in benchmark.scaledIterations {
        var talk = Conversation(with: mark)
        blackHole(talk.ask("Why did you order so many GPUs?"))
      }
    }
    Benchmark("a follow-up") { benchmark in
      var talk = Conversation(with: mark)
      talk.ask("Why did you order so many GPUs?")
      for _ in benchmark.scaledIterations {
        var branch = talk
        blackHole(branch.ask("and why double it?"))
      }
    }
    Benchmark("turn 1,000 of a talk") { benchmark in
      var talk = Conversation(with: mark)
      for turn in 0..<999 { talk.ask(turn % 2 == 0 ? "Why did you order so many GPUs?" : "go on") }
      benchmark.startMeasurement()
      for _ in benchmark.scaledIterations {
        var branch = talk
        blackHole(branch.ask("and why double it?"))
      }
    }
  }

  Benchmark("read a labelled text of a megabyte") { benchmark in
    let turn =
      "Ada: Why did you leave? And when?\n\nBob: Because it was late, e.g. 5 p.m., and cold. We left.\n\n"
    let bytes = Array(String(repeating: turn, count: 1_000_000 / turn.utf8.count).utf8)
    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations { blackHole(try? Transcript(name: "talk.md", utf8: bytes)) }
  }
}
