#if Meaning
  import Testing

  @testable import Retrieval

  @Suite("Capitals")
  struct CapitalsTests {
    /// Of these words alone, "reels", "office", "put" and "we" are English.
    private func restored(_ text: String, by passages: String...) -> String {
      Capitals(of: text, in: passages.map { Passage(text: $0, sentences: [0..<$0.utf8.count]) }) {
        ["reels", "office", "put", "we"].contains($0)
      }.restored(in: text)
    }

    @Test("Names get theirs, one that is an English word where it is one often")
    func names() {
      #expect(
        restored(
          "why the gpus for reels?", by: "We put GPUs and Reels first.", "I like Reels; Reels!")
          == "why the GPUs for Reels?")
      #expect(
        restored("was it in an office", by: "We watched The Office.") == "was it in an office")
    }

    @Test("A sentence's beginning says nothing of a word, but capitals within it do")
    func openings() {
      #expect(
        restored(
          "did sorbet use opentf?", by: "Sorbet was first. “OpenTF came later.” Sorbet? Sorbet.")
          == "did sorbet use OpenTF?")
    }

    @Test("The more frequent form wins, and lower case where both are as frequent")
    func frequency() {
      #expect(restored("the hub", by: "the Hub, the hub, the hub") == "the hub")
      #expect(restored("the hub", by: "the Hub, the hub") == "the hub")
      #expect(restored("the hub", by: "the Hub, the hub, a Hub") == "the Hub")
    }

    @Test("What has a capital stays, and so does what no passage holds")
    func stays() {
      #expect(
        restored("Why did Ipad’s café, née naïve", by: "an iPad, the CAFÉ")
          == "Why did Ipad’s café, née naïve")
      #expect(restored("", by: "An iPad") == "")
      #expect(restored("why?") == "why?")
    }
  }
#endif
