import Benchmark
import Foundation
import OnRecord
import SentenceEncoder

private let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent()

/// A podcast's transcript as Foundation's decoder reads it: the peer of our own scanner.
private struct Podcast: Decodable {
  struct Segment: Decodable {
    var speaker: String
    var startTime: Double
    var endTime: Double
    var body: String
  }
  var version: String
  var segments: [Segment]
}

/// Prompts and talks with the shipped persona, and reading transcripts of a megabyte.
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

  let turns =
    "Ada: Why did you leave? And when?\n\nBob: Because it was late, e.g. 5 p.m., and cold. We left.\n\n"
  let interview =
    (try? String(
      contentsOf: root.appending(path: "Personas/mark-zuckerberg/2024-04-18-dwarkesh-podcast.txt"),
      encoding: .utf8))
    ?? turns
  for (what, text) in [("the shipped interview", interview), ("one-line turns", turns)] {
    let bytes = Array(String(repeating: text, count: 1_000_000 / text.utf8.count).utf8)
    Benchmark("read a megabyte of \(what)") { benchmark in
      for _ in benchmark.scaledIterations {
        blackHole(try? Transcript(name: "talk.md", utf8: bytes))
      }
    }
  }

  let segments = (0..<8_000).map { index in
    #"{"speaker":"\#(index / 40 % 2 == 0 ? "Ada" : "Bob")","startTime":\#(index).25,"endTime":\#(index + 1).5,"body":"Because it was late, and cold. We left the house again."}"#
  }
  let podcast = Array(
    (#"{"version":"1.0.0","segments":["# + segments.joined(separator: ",\n") + "]}").utf8)
  Benchmark("read a podcast's JSON of a megabyte") { benchmark in
    for _ in benchmark.scaledIterations {
      blackHole(try? Transcript(name: "talk.json", utf8: podcast))
    }
  }
  Benchmark("decode the same with JSONDecoder, no transcript made") { benchmark in
    let data = Data(podcast)
    for _ in benchmark.scaledIterations {
      blackHole(try? JSONDecoder().decode(Podcast.self, from: data))
    }
  }
}
