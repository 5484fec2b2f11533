import Retrieval
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
      ("what do you think about .NET?", ".NET"),
      ("What about \u{201C}double\u{201D} orders?", "\u{201C}double\u{201D} orders"),
    ])
  func framed(_ prompt: String, _ question: String) {
    #expect(Request(prompt).question == question)
    #expect(!Request(prompt).isBrief)
  }

  @Test(
    "A short answer may be asked for, in front or behind",
    arguments: [
      ("In one sentence, why did you not sell?", "why did you not sell?"),
      ("why did you not sell? briefly", "why did you not sell?"),
      ("tl;dr on AGI", "AGI"),
      ("summarize what you said about businesses in two sentences", "businesses"),
      ("Why did you not sell — in one sentence, please?", "Why did you not sell?"),
      ("Why did you not sell? Give me the short version please", "Why did you not sell?"),
      ("keep it short please, what is fair", "what is fair"),
      ("Please answer in one sentence: why did you not sell?", "why did you not sell?"),
      ("give me the short version of why you bought them", "why you bought them"),
    ])
  func brief(_ prompt: String, _ question: String) {
    #expect(Request(prompt).question == question)
    #expect(Request(prompt).isBrief)
  }

  @Test(
    "What leans on the talk, or asks by itself, stays whole",
    arguments: [
      "Can you talk about it as a project?", "what do you think about that", "what about you?",
      "Why did you order so many GPUs?", "What do you think when you hear that?", "in one sentence",
      "What do you make on each ad?", "What is your position on the board?",
      "Do you have a view of the sea?", "What is coming shortly?",
      "What about AI? Why did you do it?",
      "Why did you publish the short version?", "How did you describe it in two words?",
      "What do you think about in the morning?", "why do you keep it short?",
      "briefly", "tell me about", "", "…", "What was said about the order, and by whom?",
    ])
  func whole(_ prompt: String) {
    #expect(Request(prompt).question == prompt)
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
      "coding in Fortran", "What do you think about Bard's coding?", "Facebook revenue",
    ])
  func absent(_ prompt: String) throws {
    let mark = try #require(Fixture.mark)
    #expect(Conversation.replying(mark, prompt).quotations.isEmpty)
  }

  @Test(
    "A subject alone is told from a question, and from a sentence",
    arguments: [
      ("smart glasses", true), ("glasses?", true), ("what is Meta AI?", true), ("whos Tom", true),
      ("who founded Meta", false), ("what is it", false), ("why coding", false),
      ("you like coding", false), ("what is the license of Llama", false), ("", false),
    ])
  func subject(_ prompt: String, _ isSubject: Bool) {
    #expect(Request(prompt).isSubject(Analyzer()) == isSubject)
  }

  @Test("A subject that the talk was not on is found by itself")
  func shift() throws {
    let mark = try #require(Fixture.mark)
    let reply = Conversation.replying(mark, "what do you think about coding", "what is fair")
    #expect(reply.quotations.contains { $0.text.contains("We started FAIR") })
  }

  @Test("An answer is as short as was asked, and the next is as long as before")
  func length() throws {
    let mark = try #require(Fixture.mark)
    func words(_ reply: Reply) -> Int { reply.quotations.reduce(0) { $0 + $1.text.wordCount } }
    var brief = Conversation(with: mark)
    var usual = Conversation(with: mark)
    let asked = words(brief.ask("In one sentence, why did you not sell Facebook?"))
    #expect(0 < asked && asked < words(usual.ask("Why did you not sell Facebook?")))
    let next = "Why did you order so many GPUs for Reels?"
    #expect(words(brief.ask(next)) == words(usual.ask(next)))
  }
}
