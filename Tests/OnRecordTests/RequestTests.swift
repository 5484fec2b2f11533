import Testing
@testable import OnRecord

@Suite("What is asked, apart from how")
struct RequestTests {
  @Test(
    "Words that only say that one asks are taken away",
    arguments: [
      ("What do you think about open source?", "open source"),
      ("so what did you say about Reels", "Reels"),
      ("Can you tell me a bit more about the lens, please?", "the lens"),
      ("ok let's talk about smart glasses", "smart glasses"),
      ("your thoughts on coding", "coding"),
      ("remind me what you said about C++", "C++"),
      ("got a quote on creators?", "creators"),
      ("I'd like to hear about how it began", "how it began"),
      ("What about \u{201C}double\u{201D} orders?", "\u{201C}double\u{201D} orders"),
    ])
  func framed(_ prompt: String, _ subject: String) {
    #expect(Request(prompt).subject == subject)
    #expect(!Request(prompt).isBrief)
  }

  @Test(
    "A short answer may be asked for, in front or behind",
    arguments: [
      ("In one sentence, why did you not sell?", "why did you not sell?"),
      ("why did you not sell? briefly", "why did you not sell?"),
      ("tl;dr on AGI", "AGI"),
      ("summarize what you said about businesses in two sentences", "businesses"),
      ("give me the short version of why you bought them", "why you bought them"),
    ])
  func brief(_ prompt: String, _ subject: String) {
    #expect(Request(prompt).subject == subject)
    #expect(Request(prompt).isBrief)
  }

  @Test(
    "What leans on the talk, or asks by itself, stays whole",
    arguments: [
      "Can you talk about it as a project?", "what do you think about that", "what about you?",
      "Why did you order so many GPUs?", "What do you think when you hear that?", "in one sentence",
      "briefly", "tell me about", "", "…", "What was said about the order, and by whom?",
    ])
  func whole(_ prompt: String) {
    #expect(Request(prompt).subject == prompt)
    #expect(!Request(prompt).isBrief)
  }

  @Test(
    "A subject of which much is said is answered, however it is asked about",
    arguments: [
      "coding", "coding?", "what about coding?", "What do you think about coding?",
      "let's talk about coding", "remind me what you said about coding", "your view on coding",
    ])
  func named(_ prompt: String) throws {
    let mark = try #require(Fixture.mark)
    let reply = Conversation.replying(mark, prompt)
    #expect(reply.quotations.contains { $0.text.contains("coding is important") })
  }

  @Test(
    "One that was never spoken of is not",
    arguments: [
      "sailing", "what do you think about sailing?", "what are sonnets", "your view on sailing",
      "coding in Fortran",
    ])
  func absent(_ prompt: String) throws {
    let mark = try #require(Fixture.mark)
    #expect(Conversation.replying(mark, prompt).quotations.isEmpty)
  }

  @Test("An answer is as short as was asked, and the next is as long as before")
  func length() throws {
    let mark = try #require(Fixture.mark)
    var talk = Conversation(with: mark)
    let question = "Why did you not sell Facebook?"
    func words(_ reply: Reply) -> Int { reply.quotations.reduce(0) { $0 + $1.text.wordCount } }
    let brief = words(talk.ask("In one sentence, why did you not sell Facebook?"))
    #expect(0 < brief && brief <= 60)
    var afresh = Conversation(with: mark)
    #expect(brief < words(afresh.ask(question)))
    #expect(talk.length == .normal)
  }
}
