#if Meaning
  import Testing

  @testable import OnRecord

  @Suite("A question as the transcripts would write it")
  struct WrittenQuestionTests {
    private func written(_ question: String) throws -> String {
      try #require(Fixture.mark).corpus.written(question)
    }

    @Test(
      "has names in their capitals, an opening capital and a mark",
      arguments: [
        ("how did you know to buy the gpus", "How did you know to buy the GPUs?"),
        ("so why did reels need h100s?", "So why did Reels need H100s?"),
        ("WHY IS CODING IMPORTANT FOR META AI", "Why is coding important for Meta AI?"),
        ("Why the GPUs", "Why the GPUs?"),
      ])
    func written(typed: String, expected: String) throws {
      #expect(try written(typed) == expected)
    }

    @Test(
      "is left alone where it is none, or more than one",
      arguments: [
        "", "fine-tuning", "gpus and reels", "we bought gpus. why did you?", "FAIR?", "?",
      ])
    func others(typed: String) throws {
      #expect(try written(typed) == typed)
    }

    @Test("What is declined by a narrow margin, and has nothing near, is not said to be unspoken")
    func doubtful() throws {
      let reply = Conversation.replying(
        try #require(Fixture.mark), "why turn down yahoo's billion")
      guard case .silence(let silence) = reply else {
        Issue.record("\(reply)")
        return
      }
      #expect(silence.closest.isEmpty)
      #expect(silence.text.contains("not sure"))
    }
  }
#endif
