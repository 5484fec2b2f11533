import Testing

@testable import OnRecord

@Suite("Personas")
struct PersonaTests {
  @Test("The shipped persona has its facts, and the correction is made")
  func shipped() throws {
    let mark = try #require(Fixture.mark)
    #expect(mark.name == "Mark Zuckerberg")
    #expect(mark.interviewer == "Dwarkesh Patel")
    #expect(mark.transcripts.count == 1)
    #expect(mark.transcripts[0].facts.publisher == "Dwarkesh Podcast")
    let words = "is that the version that will be powerful enough to replace a programmer"
    let turn = try #require(
      mark.transcripts[0].turns.first { turn in turn.sentences.contains { $0.text.contains(words) }
      })
    #expect(turn.speaker?.name == "Dwarkesh Patel")
    #expect(turn.sentences.count == 1)
  }

  @Test("A bare transcript is a persona: who answers at length is the interviewee")
  func bare() throws {
    try Fixture.withFolder([
      "talk.md":
        "Ada: Why did you leave? And when?\n\nBob: Because it was late, and the road was long.\n\nAda: Was it?\n\nBob: It was."
    ]) { folder in
      let bob = try Persona(at: folder + "/talk.md")
      #expect(bob.name == "Bob")
      #expect(bob.interviewer == "Ada")
      #expect(bob.isInferred)
      #expect(try Persona(at: folder + "/talk.md", as: "ada").name == "Ada")
      #expect(throws: PersonaError.self) { try Persona(at: folder + "/talk.md", as: "Eve") }
    }
  }

  private static let talk = "Ada: Why?\n\nBob: Because."

  @Test(
    "Each fault is named with its line and its mend",
    arguments: [
      (
        "name: Bob\nlabls: [B]\ntranscripts:\n  - file: t.md\n",
        "2: error: unknown key “labls”\n  mend: did you mean “labels”?"
      ),
      (
        "name: Bob\ntranscripts:\n  - file: x.md\n",
        "3: error: “x.md” cannot be read\n  mend: put the file into the folder, or mend its name"
      ),
      (
        "name: Bob\ntranscripts:\n  - file: ../t.md\n",
        "3: error: “../t.md” leads out of the persona's folder\n  mend: put the file into the folder and give its name alone"
      ),
      (
        "name: Bob\ntranscripts:\n  - file: /etc/passwd\n",
        "3: error: “/etc/passwd” leads out of the persona's folder\n  mend: put the file into the folder and give its name alone"
      ),
      (
        "name: Bob\n",
        "1: error: the manifest names no transcript\n  mend: add “transcripts:” and below it “- file: …”"
      ),
      (
        "transcripts:\n  - file: t.md\n",
        "1: error: the manifest has no name\n  mend: add a line “name: …”: whom one talks with"
      ),
      (
        "name: Eve\ntranscripts:\n  - file: t.md\n",
        "1: error: nobody called “Eve” speaks in the transcripts\n  mend: add “labels:” with the name that they use (known: Ada, Bob)"
      ),
      (
        "name: Bob\ntranscripts:\n  - file: t.md\ncorrections:\n  - words: Perhaps.\n    speaker: Ada\n",
        "5: error: the correction quotes words that the transcript does not hold: “Perhaps.”\n  mend: copy the words from the transcript, to the character"
      ),
      (
        "name: [a, b]\ntranscripts:\n  - file: t.md\n",
        "1: error: “name” is no text\n  mend: write “name: some text”"
      ),
    ])
  func faults(manifest: String, expected: String) throws {
    try Fixture.withFolder(["persona.yml": manifest, "t.md": Self.talk]) { folder in
      let error = #expect(throws: PersonaError.self) { try Persona(at: folder) }
      #expect(
        error.map { "\($0)".contains("\(folder)/persona.yml:\(expected)") } == true,
        "\(String(describing: error))")
    }
  }

  @Test("Without headings, the topics are the names and phrases that come again and again")
  func salientTopics() throws {
    let answers = [
      "We built BB-8 for Star Wars, and Bob liked the tiny motors.",
      "I saw Star Wars as a child. The tiny motors came later, and so did BB-8.",
      "People ask me of Star Wars or BB-8. It was the tiny motors that I loved.",
    ]
    let text = answers.map { "Ada: Why is that?\n\nBob: \($0)" }.joined(separator: "\n\n")
    try Fixture.withFolder(["talk.md": text]) { folder in
      let bob = try Persona(at: folder + "/talk.md", indexing: .none)
      #expect(Set(bob.topics) == ["BB-8", "Star Wars", "tiny motors"])
      var talk = Conversation(with: bob)
      let reply = talk.ask("what can we talk about?")
      #expect(reply.quotations.isEmpty)
      #expect(reply.text(in: bob.framing).contains("“Star Wars”"))
    }
  }

  @Test("All faults of a manifest are collected")
  func allFaults() throws {
    try Fixture.withFolder(["persona.yml": "nam: Bob\nlabls: x\n"]) { folder in
      let error = #expect(throws: PersonaError.self) { try Persona(at: folder) }
      #expect(error?.faults.count == 4)
    }
  }

  @Test(
    "What is no YAML is told with its line",
    arguments: ["name: [", "a: b: c", "\tname: Bob", "- x", "", "name: Bob\nname: Bob\n"])
  func notYAML(manifest: String) throws {
    try Fixture.withFolder(["persona.yml": manifest]) { folder in
      #expect(throws: PersonaError.self) { try Persona(at: folder) }
    }
  }

  @Test("A transcript without speakers quotes nobody")
  func noSpeakers() throws {
    try Fixture.withFolder(["talk.md": "It was late.\n\nThe road was long."]) { folder in
      let error = #expect(throws: PersonaError.self) { try Persona(at: folder + "/talk.md") }
      #expect(error.map { "\($0)".contains("does not say who speaks") } == true)
    }
  }
}
