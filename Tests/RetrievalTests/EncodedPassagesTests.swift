#if Meaning
  import SentenceEncoder
  import Testing

  @testable import Retrieval

  @Suite("Vectors in a file")
  struct EncodedPassagesTests {
    private static let key = [UInt8](repeating: 7, count: 32)
    private static let bytes: [UInt8] = {
      let passages = ["It was quiet. There were gulls.", "The horn."].map { text in
        Passage(
          text: text, sentences: text.hasPrefix("It") ? [0..<13, 14..<31] : [0..<9],
          asked: "Was it lonely?")
      }
      return EncodedPassages.build(passages, with: SentenceEncoder(), key: key) { _, _ in }
    }()

    @Test("What was written is read")
    func reads() throws {
      let encoded = try #require(EncodedPassages(Blob(copying: Self.bytes), key: Self.key))
      #expect(encoded.passageCount == 2)
      #expect(encoded.sentenceRange(of: 0) == 0..<2)
      #expect(encoded.pooled(0).count == 384)
      #expect(encoded.asked(1)?.count == 384)
    }

    @Test("Any cut, any flipped bit and any other key is noticed")
    func damaged() {
      #expect(
        EncodedPassages(Blob(copying: Self.bytes), key: [UInt8](repeating: 8, count: 32)) == nil)
      for count in stride(from: 0, to: Self.bytes.count, by: 997) {
        #expect(
          EncodedPassages(Blob(copying: Array(Self.bytes.prefix(count))), key: Self.key) == nil)
      }
      for place in stride(from: 0, to: Self.bytes.count, by: 641) {
        var bytes = Self.bytes
        bytes[place] ^= 0x10
        #expect(EncodedPassages(Blob(copying: bytes), key: Self.key) == nil)
      }
    }

    @Test("The result does not depend on what ran beside it")
    func deterministic() {
      let again = (0..<3).map { _ in
        let text = "It was quiet. There were gulls."
        let passages = [
          Passage(text: text, sentences: [0..<13, 14..<31], asked: "Was it lonely?"),
          Passage(text: "The horn.", sentences: [0..<9], asked: "Was it lonely?"),
        ]
        return EncodedPassages.build(passages, with: SentenceEncoder(), key: Self.key) { _, _ in }
      }
      #expect(again.allSatisfy { $0 == Self.bytes })
    }

    @Test("Slips of typing are mended, words and names are not")
    func spelling() {
      let corrector = SpellingCorrector(
        ["We recommend content to creators on our platforms. Llama models need GPUs."],
        tokenizer: Tokenizer())
      #expect(
        corrector.corrected("how mnay creaters are on yuor platfroms")
          == "how many creators are on your platforms")
      #expect(corrector.corrected("why train modls?") == "why train models?")
      for text in [
        "What does the bakery hope for?", "Who is Lamma?", "ASCII and 2.5x", "café naïve",
      ] {
        #expect(corrector.corrected(text) == text)
      }
    }
  }
#endif
