#if Meaning
  import SentenceEncoder
  import Testing

  @testable import Retrieval

  @Suite("Slips of spelling")
  struct SpellingTests {
    private let corrector = SpellingCorrector(
      ["We ordered GPUs for the Facebook data center.", "Google trained Llama on coding."],
      tokenizer: SentenceEncoder().tokenizer)

    @Test(
      "A single slip is mended",
      arguments: [
        ("what does faecbook do", "what does Facebook do"),
        ("tell me about vidoe", "tell me about video"),
      ])
    func mends(typed: String, meant: String) {
      #expect(corrector.corrected(typed) == meant)
    }

    @Test(
      "What is right stays, though the transcript has a word like it",
      arguments: [
        "why bother with a merger", "the payoff was giant", "a brother in Paris", "is it scary",
        "what is Airbnb", "why the GPTs", "colleagues and a colleague", "12 monkeys",
      ])
    func stays(text: String) {
      #expect(corrector.corrected(text) == text)
    }
  }
#endif
