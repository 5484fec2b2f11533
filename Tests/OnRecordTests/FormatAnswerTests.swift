import Foundation
import Testing

@testable import OnRecord

@Suite("Talking with any file")
struct FormatAnswerTests {
  private static let folder = Fixture.root.appending(path: "Tests/Fixtures/bakery").path
  private static let prompts = [
    "what happened to the oven in the flood?", "who taught you to bake?",
    "how many loaves do you shape?", "when does your day begin?", "would you sell to a chain?",
    "where did you bake after the flood?", "when did you buy a scale?",
    "what do you tell apprentices?", "how much did they offer you?",
    "who carried the starter upstairs?",
  ]

  private func persona(_ name: String) throws -> Persona {
    try Persona(at: "\(Self.folder)/\(name)", indexing: .none)
  }

  @Test("Every format gives the same first quotation")
  func sameAnswers() throws {
    let plain = try persona("bakery.txt")
    let expected = Self.prompts.map { Conversation.replying(plain, $0).quotations.first?.text }
    #expect(expected.count { $0 != nil } >= 9)
    for name in [
      "bakery.md", "bakery-below.txt", "bakery.vtt", "bakery.srt", "bakery.podcast.json",
      "bakery.whisperx.json", "bakery.html", "page.html",
    ] {
      let other = try persona(name)
      #expect(other.name == "Sam Okoye")
      #expect(
        Self.prompts.map { Conversation.replying(other, $0).quotations.first?.text } == expected,
        "\(name)")
    }
  }

  @Test("Where nobody is named, passages are found, nobody is quoted, and a name may be asserted")
  func nobody() throws {
    #expect(throws: PersonaError.self) { try persona("bakery.whisper.json") }
    let file = "\(Self.folder)/bakery.whisper.json"
    let found = Conversation(
      with: try Persona(searching: try Transcript.all(at: file), indexing: .none)
    ).search("flood")
    #expect(found.first?.quotation.text.contains("flood") == true)
    let asserted = try Persona(at: file, as: "Sam Okoye", indexing: .none)
    let reply = Conversation.replying(asserted, "who carried the starter upstairs?")
    #expect(reply.quotations.first?.citation.asserted == true)
    #expect(reply.text(in: asserted.framing).contains("speaker asserted"))
  }

  @Test("A folder of interviews is one persona; a talk can be narrowed to one of them")
  func manyTranscripts() throws {
    try Fixture.withFolder([
      "a.md":
        "---\ntitle: First\ndate: 2020-01-01\n---\n\nAnn: What is your boat called?\n\nBob: The boat is called Heron.\n\nAnn: Thanks.",
      "b.md":
        "---\ntitle: Second\ndate: 2024-05-05\n---\n\nAnn: What is your dog called?\n\nBob: The dog is called Otter.\n\nAnn: Thanks.",
    ]) { folder in
      let bob = try Persona(at: folder, as: "Bob", indexing: .none)
      #expect(bob.transcripts.map(\.facts.title) == ["Second", "First"])
      var talk = Conversation(with: bob)
      #expect(talk.ask("what is the boat called?").quotations.first?.citation.transcript == "First")
      #expect(talk.narrow(to: "2024").map(\.facts.title) == ["Second"])
      #expect(talk.search("boat").allSatisfy { $0.quotation.citation.transcript == "Second" })
      #expect(talk.narrow(to: "nothing of that name").isEmpty)
      talk.narrow(to: nil)
      #expect(talk.search("boat").count == 2)
    }
  }

  @Test("A sponsor's words and stage directions answer nothing")
  func sponsors() throws {
    let text = """
      **Ann:** How do you sleep?

      **Bob:** [laughs] I sleep on a mattress of straw. [laughs]

      **Bob:** This talk is brought to you by SoftCloud mattresses. Sleep well with SoftCloud.
      """
    let bob = try Persona(
      transcripts: [try Transcript(name: "bed.md", utf8: Array(text.utf8))], interviewee: "Bob",
      indexing: .none)
    var talk = Conversation(with: bob)
    talk.threshold = -.infinity
    let words = talk.ask("which mattress do you sleep on?").quotations.map(\.text).joined()
    #expect(words.contains("straw"))
    #expect(!words.contains("SoftCloud"))
  }

  @Test("Another language is noticed, and words alone serve")
  func language() throws {
    let text = """
      **Anna:** Warum haben Sie den Leuchtturm gebaut, und wie lange hat das gedauert?

      **Bernd:** Wir haben den Leuchtturm gebaut, weil die Schiffe im Winter keinen Hafen gefunden haben. \
      Das hat neun Jahre gedauert, und am Ende war das Geld alle.

      **Anna:** Und heute?

      **Bernd:** Heute wohnt meine Schwester dort und malt die Wellen.
      """
    let bernd = try Persona(
      transcripts: [try Transcript(name: "turm.md", utf8: Array(text.utf8))], interviewee: "Bernd",
      indexing: .none)
    #expect(!bernd.isEnglish)
    let reply = Conversation.replying(bernd, "Warum haben Sie den Leuchtturm gebaut?")
    #expect(reply.quotations.first?.text.contains("Leuchtturm gebaut") == true)
  }
}
