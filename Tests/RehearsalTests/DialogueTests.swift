import Foundation
import OnRecord
import Testing

@testable import Rehearsal

private let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

@Suite("Scripts")
struct ScriptTests {
  @Test("A script reads as it is written")
  func roundTrip() throws {
    let text = """
      persona tom

      > why?
      > and how?
      says "By \\"accident\\" [...] others."
      cites "Storms and Ships" 2
      cites turn 4 paragraph 1

      > go on
      says something new
      never says "horn"

      > write a poem
      declines task
      closest nothing

      > hi
      replies greeting

      """
    let dialogue = try Dialogue(parsing: text, file: "x.dialogue")
    #expect(dialogue.text == text)
    #expect(dialogue.turns[0].prompt == "why?\nand how?")
    #expect(dialogue.turns[1].assertions.map(\.line) == [10, 11])
  }

  @Test(
    "Faults carry file, line and mend",
    arguments: [
      (
        "> hi\nsay \"x\"",
        "x.dialogue:2: error: “say \"x\"” is no assertion\n  mend: write it as: says \"words of the answer\""
      ),
      (
        "persona tom\n> hi\nreplies greting",
        "x.dialogue:3: error: unknown line “greting”\n  mend: did you mean “greeting”?"
      ),
      (
        "persona tom\n> hi\nsays \"x",
        "x.dialogue:3: error: words are missing, or not closed\n  mend: write the words between quotation marks: says \"…\""
      ),
      (
        "persona tom\nsays \"x\"",
        "x.dialogue:2: error: “says \"x\"” stands before the first prompt\n  mend: write a prompt first: “> what is typed”"
      ),
      (
        "> hi",
        "x.dialogue:1: error: the script names no persona\n  mend: begin with “persona NAME”"
      ),
      (
        "persona tom",
        "x.dialogue:1: error: the script has no prompt\n  mend: write prompts as “> what is typed”"
      ),
      (
        "persona tom\n> hi\ncites 3",
        "x.dialogue:3: error: this is no citation\n  mend: write: cites \"Heading\", cites \"Heading\" 2, or cites turn 4 paragraph 2"
      ),
    ])
  func faults(text: String, expected: String) {
    let error = #expect(throws: DialogueError.self) {
      try Dialogue(parsing: text, file: "x.dialogue")
    }
    #expect(error.map { "\($0)" } == expected)
  }
}

@Suite("Replaying")
struct ReplayTests {
  let tom: Persona

  init() throws {
    tom = try Persona(at: root.appending(path: "Tests/Fixtures/lighthouse").path, indexing: .none)
  }

  private func divergences(_ script: String) throws -> [String] {
    Replay(try Dialogue(parsing: "persona tom\n" + script, file: "x.dialogue"), with: tom)
      .divergences
      .map(\.description)
  }

  @Test("A divergence tells line, expected, got and why")
  func divergence() throws {
    let found = try divergences(
      "> how many steps were there?\nsays \"I trust it to be on.\"\ncites \"Nowhere\"\n")
    #expect(found.count == 2)
    #expect(
      found.first?.hasPrefix(
        "x.dialogue:3: diverged\n  prompt:   how many steps were there?\n  expected: says \"I trust it to be on.\"\n  got:      “"
      ) == true)
    #expect(
      found.first?.hasSuffix(
        "why:      the words stand in turn 10, paragraph 1, but other passages were chosen") == true
    )
    #expect(found.last?.hasSuffix("no transcript has the heading “Nowhere”") == true)
  }

  @Test("What holds does not diverge")
  func holds() throws {
    #expect(
      try divergences(
        """
        > how many steps were there?
        says "There were the gulls, [...] 217 steps"
        never says "horn"
        cites "The Last Keeper" 1
        > how many steps were there?
        says it again
        > hello
        replies greeting
        > write a poem
        declines task
        """) == [])
  }

  @Test("An update records what diverged and leaves the rest as it was")
  func update() throws {
    let script =
      "# why\npersona tom\n\n> hello\nreplies thanks\n\n# then\n> write a poem\ndeclines task\n"
    let replay = Replay(try Dialogue(parsing: script, file: "x"), with: tom)
    #expect(
      replay.updated(script)
        == "# why\npersona tom\n\n> hello\nreplies greeting\n\n# then\n> write a poem\ndeclines task\n"
    )
  }

  @Test("A talk that was recorded replays")
  func recorded() throws {
    var talk = Conversation(with: tom)
    for prompt in ["hi", "how many steps?", "go on", "do you like jazz?", "write a poem"] {
      talk.ask(prompt)
    }
    let script = Dialogue(recording: talk.exchanges, with: "tom", file: "x").text
    #expect(Replay(try Dialogue(parsing: script, file: "x"), with: tom).divergences == [])
  }

  @Test("The JUnit report names each prompt and escapes its words")
  func junit() throws {
    let replay = Replay(
      try Dialogue(parsing: "persona tom\n> a <b> & c\nreplies\n> hi\nreplies\n", file: "x"),
      with: tom)
    let xml = JUnitReport([replay]).xml
    #expect(xml.contains("<testcase name=\"2: a &lt;b&gt; &amp; c\">"))
    #expect(xml.contains("tests=\"2\" failures=\"1\""))
    #expect(xml.contains("<testcase name=\"4: hi\"/>"))
  }
}

@Suite("Scripts that can tell replies apart")
struct DiscriminationTests {
  @Test("Each prompt's assertions fail for another prompt's reply", arguments: DialogueTests.files)
  func discriminates(file: String) throws {
    let text = try String(contentsOf: root.appending(path: "Dialogues/\(file)"), encoding: .utf8)
    let dialogue = try Dialogue(parsing: text, file: file)
    let persona = try #require(DialogueTests.personas[dialogue.persona])
    let exchanges = Replay(dialogue, with: persona).exchanges
    for (turn, own) in zip(dialogue.turns, exchanges) {
      let others = exchanges.filter { $0.reply != own.reply && $0.reply.gist != own.reply.gist }
      for other in others {
        let check = Check(exchange: other, shown: [], persona: persona)
        let holds = turn.assertions.allSatisfy { check.failure(of: $0.claim) == nil }
        #expect(!holds, "\(file):\(turn.line) would accept: \(other.reply.gist.prefix(120))")
      }
    }
  }
}

@Suite("The dialogues of the repository")
struct DialogueTests {
  static let files: [String] = {
    let folder = root.appending(path: "Dialogues").path
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".dialogue") }.sorted()
  }()

  /// Encoded afresh: an old index would hide a change.
  static let personas: [String: Persona] = ["mark-zuckerberg"].reduce(into: [:]) { found, name in
    found[name] = try? Persona(at: root.appending(path: "Personas/\(name)").path, indexing: .none)
  }

  @Test("The talk goes as scripted", arguments: files)
  func replay(file: String) throws {
    let text = try String(contentsOf: root.appending(path: "Dialogues/\(file)"), encoding: .utf8)
    let dialogue = try Dialogue(parsing: text, file: file)
    let persona = try #require(Self.personas[dialogue.persona])
    let divergences = Replay(dialogue, with: persona).divergences
    #expect(divergences.isEmpty, "\(divergences.map(\.description).joined(separator: "\n"))")
  }

  @Test("There are dialogues to hold")
  func exist() { #expect(Self.files.count >= 8) }
}
