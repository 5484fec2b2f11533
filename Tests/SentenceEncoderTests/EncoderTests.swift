import Foundation
import Testing

@testable import SentenceEncoder

private let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent()
  .appending(path: "Fixtures")

private func lines(_ path: String) throws -> [Data] {
  try Data(contentsOf: fixtures.appending(path: path)).split(separator: UInt8(ascii: "\n")).map {
    Data($0)
  }
}

@Suite("The tokenizer")
struct TokenizerTests {
  private struct Case: Decodable {
    let text: String
    let pieces: [Int32]
    init(from decoder: any Decoder) throws {
      var container = try decoder.unkeyedContainer()
      text = try container.decode(String.self)
      pieces = try container.decode([Int32].self)
    }
  }

  @Test(
    "gives the reference's pieces for 5,200 strings: prose, emoji, scripts, marks, special pieces, noise"
  )
  func oracle() throws {
    let tokenizer = Tokenizer()
    let cases = try lines("encoder/tokens.jsonl").map {
      try JSONDecoder().decode(Case.self, from: $0)
    }
    #expect(cases.count == 5200)
    let different = cases.filter { tokenizer.pieces(of: $0.text) != $0.pieces }.map(\.text)
    #expect(different.isEmpty)
  }

  @Test("is linear, whatever the text")
  func linear() {
    let tokenizer = Tokenizer()
    for unit in ["a", "▁", "e\u{301}", "字", "<s>", "\u{301}"] {
      #expect(tokenizer.pieces(of: String(repeating: unit, count: 20_000)).count > 0)
    }
  }
}

@Suite("The encoder")
struct EncoderTests {
  private struct Reference: Decodable {
    let kind: String
    let text: String
    let context: String
    let pooled: [Float]
    let tokens: Int
    let first: [Float]
    let last: [Float]
  }

  private func dot(_ a: [Float], _ b: [Float]) -> Float { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }

  @Test("comes within .98 of the reference in float32")
  func oracle() throws {
    let encoder = SentenceEncoder()
    for line in try lines("encoder/vectors.jsonl") {
      let reference = try JSONDecoder().decode(Reference.self, from: line)
      let (pooled, tokens): ([Float], TokenVectors)
      if reference.kind == "prompt" {
        let encoding = encoder.encode(prompt: reference.text, context: reference.context)
        (pooled, tokens) = (encoding.pooled, encoding.tokens)
      } else {
        let encoding = encoder.encode(passage: [reference.text])
        (pooled, tokens) = (encoding.pooled, encoding.tokens)
      }
      #expect(dot(pooled, reference.pooled) > 0.98, "\(reference.text.prefix(40))")
      #expect(tokens.count == reference.tokens)
      #expect(dot(tokens.vector(0), reference.first) > 0.97)
      #expect(dot(tokens.vector(tokens.count - 1), reference.last) > 0.97)
    }
  }

  @Test("gives 4,020 late scores within .01 of the reference's in float32")
  func lateScores() throws {
    struct Row: Decodable {
      let prompt: String
      let scores: [Float]
    }
    let encoder = SentenceEncoder()
    let lines = try lines("encoder/late.jsonl")
    let passages = try JSONDecoder().decode([String].self, from: lines[0])
      .map { encoder.encode(passage: [$0]).tokens }
    var count = 0
    for line in lines.dropFirst() {
      let row = try JSONDecoder().decode(Row.self, from: line)
      let prompt = encoder.encode(prompt: row.prompt).tokens
      for (passage, score) in zip(passages, row.scores) {
        let best = encoder.best(prompt, passage.bytes, passage.scales, count: passage.count)
        let late = best.reduce(0, +) / Float(best.count)
        #expect(abs(late - score) < 0.01, "\(row.prompt): \(late), \(score)")
        count += 1
      }
    }
    #expect(count == 4020)
  }

  @Test("gives the same bits on every path that the machine has, and on every machine")
  func reproducible() throws {
    let texts = try lines("encoder/tokens.jsonl").prefix(2600).compactMap { line -> String? in
      let array = try JSONSerialization.jsonObject(with: line) as? [Any]
      return array?.first as? String
    }
    .filter { $0.count > 3 }.prefix(500)
    #expect(texts.count == 500)
    for path in 0..<3 {
      guard let encoder = SentenceEncoder(path: path) else { continue }
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      for (index, text) in texts.enumerated() {
        let vector =
          index % 2 == 0
          ? encoder.encode(prompt: text).pooled : encoder.encode(passage: [text]).pooled
        for value in vector { hash = (hash ^ UInt64(value.bitPattern)) &* 0x0000_0100_0000_01B3 }
      }
      #expect(hash == Self.hashOfAll, "\(encoder.pathName): \(hash)")
    }
  }

  private static let hashOfAll: UInt64 = 3_177_737_881_566_930_724

  @Test("reads at most 256 tokens of a text and 64 of a context")
  func limits() {
    let encoder = SentenceEncoder()
    // Less the prefix's: "query:" is three pieces, "passage:" two.
    let long = String(repeating: "word ", count: 1000)
    #expect(encoder.encode(prompt: long, context: long).tokens.count == 256 - 3)
    let passage = encoder.encode(passage: [long, "Beyond."], after: long)
    #expect(passage.tokens.count == 256 - 2)
    #expect(passage.spans[1].isEmpty)
    #expect(encoder.encode(prompt: "").tokens.count == 2)
  }

  @Test("gives the same for passages at once and one by one")
  func together() throws {
    let encoder = SentenceEncoder()
    let sentences = try lines("encoder/vectors.jsonl").prefix(40).map {
      try JSONDecoder().decode(Reference.self, from: $0).text
    }
    let passages = sentences.indices.map { index in
      PassageText(
        sentences: Array(sentences[index...].prefix(index % 4)),
        before: index % 3 == 0 ? sentences[index] : "")
    }
    let alone = passages.map { encoder.encode(passage: $0.sentences, after: $0.before) }
    #expect(encoder.encode(passages) == alone)
    #expect(encoder.encode([]).isEmpty)
  }

  @Test("places each sentence's tokens")
  func spans() {
    let encoder = SentenceEncoder()
    let encoding = encoder.encode(passage: ["It was quiet.", "There were gulls."])
    #expect(encoding.spans[0].lowerBound == 1)
    #expect(encoding.spans[0].upperBound == encoding.spans[1].lowerBound)
    #expect(encoding.spans[1].upperBound == encoding.tokens.count - 1)
  }

  @Test("draws like things together")
  func meaning() {
    let encoder = SentenceEncoder()
    let prompt = encoder.encode(prompt: "Did you feel alone out there?").pooled
    let near = encoder.encode(passage: ["It was lonely on the rock, and the winters were long."])
      .pooled
    let far = encoder.encode(passage: ["The lamp draws less power than a toaster."]).pooled
    #expect(encoder.cosine(prompt, near) > encoder.cosine(prompt, far))
  }
}
