import Testing
import Transcripts

@Suite("Reading a labelled text")
struct ParsingTests {
  @Test("Labels open turns, headings open sections, unlabelled paragraphs go on")
  func structure() throws {
    let talk = try parsed(
      """
      # Beginnings

      **Ada:** Why? And how?

      **Bob:** Because.

      It was late.

      Middle Of The Talk

      Ada: And then?

      Bob: Then we left.
      """)
    #expect(
      talk.picture == """
        # Beginnings
        Ada: Why? | And how?
        # Beginnings
        Bob: Because.
        Bob: It was late.
        # Middle Of The Talk
        Ada: And then?
        # Middle Of The Talk
        Bob: Then we left.
        """)
  }

  @Test("A colon in prose makes no speaker")
  func prose() throws {
    let talk = try parsed(
      """
      Ada: Why?

      Bob: For one reason: money. I said this:
      never again.

      Note: he laughed here.

      Ada: I see.

      Bob: Yes.
      """)
    #expect(talk.speakers.map(\.name) == ["Ada", "Bob"])
    #expect(
      talk.turns[1].paragraphs.map(\.text) == ["For one reason: money. I said this:\nnever again."])
    #expect(talk.turns[2].speaker == nil)
  }

  @Test(
    "Notes, stage directions, markup and others who speak once are not the speaker's before them")
  func nobodys() throws {
    let talk = try parsed(
      """
      **Bob (host):** Why?

      **Ann [00:01:02]:** I like it.

      Note: this was cut.

      Audience member: It smells!

      Dr. Carl Jones, MD: It bites.

      Ann: Here is the thing: we left.

      [Applause]

      > Said Kant.

      This interview has been edited.

      We left.
      """)
    let mine = talk.turns.filter { $0.speaker?.name == "Ann" }.flatMap { $0.paragraphs.map(\.text) }
    #expect(mine == ["I like it.", "Here is the thing: we left.", "We left."])
    #expect(talk.speakers.map(\.name) == ["Bob", "Ann", "Audience member", "Dr. Carl Jones, MD"])
  }

  @Test("Lines that end in CR alone, each with its label, are turns")
  func carriageReturns() throws {
    let talk = try parsed("Bob: Why?\rAnn: Because.")
    #expect(talk.turns.map { $0.speaker?.name } == ["Bob", "Ann"])
  }

  @Test("Words in front of the first label are nobody's")
  func preface() throws {
    let talk = try parsed("Recorded in May.\n\nAda: Why?\n\nBob: Because.")
    #expect(talk.turns[0].speaker == nil)
    #expect(talk.turns[0].paragraphs[0].text == "Recorded in May.")
  }

  @Test("What a reply was asked is the question of the nearest turn by somebody else")
  func asked() throws {
    let talk = try #require(Fixture.lighthouse)
    #expect(talk.turns[1].asked?.question == "How did you come to the light?")
    #expect(talk.turns[5].section?.title == "Storms and Ships")
  }

  @Test(
    "The structure and the gaps between give the file back, byte for byte",
    arguments: [
      "Tests/Fixtures/lighthouse/interview.md",
      "Personas/mark-zuckerberg/2024-04-18-dwarkesh-podcast.txt", "README.md",
    ])
  func reproduces(path: String) throws {
    try checkReproduction(of: Fixture.repository(path))
  }

  @Test(
    "So it is with line ends, byte order marks, emoji and odd spaces",
    arguments: [
      "\u{FEFF}Ada: Why?\r\n\r\nBob: Because… 🙂 So.\r\n", "Ada: a.\rBob: b.\r",
      "  Ada:   a  \n\n\n  b.  ",
      "Ada: “Why?” he’d asked. No.\u{A0}Yes.\n\n# H #\n\nBob: 今日は。いい日。", "x", "Ada:\nhello\n\nBob:",
      "\u{1B}[31mAda: red\n", "Ada: a.\n\n\u{A0}\n\n\u{2028}\n\nb.",
    ])
  func reproduces(text: String) throws {
    try checkReproduction(of: Array(text.utf8))
  }

  private func checkReproduction(of bytes: [UInt8]) throws {
    let talk = try Transcript(name: "file", utf8: bytes)
    var rebuilt: [UInt8] = []
    var end = 0
    for sentence in talk.sentences {
      #expect(sentence.range.lowerBound >= end)
      #expect(sentence.paragraph.range.lowerBound <= sentence.range.lowerBound)
      #expect(sentence.paragraph.range.upperBound >= sentence.range.upperBound)
      #expect(sentence.turn.contains(sentence.range))
      rebuilt += bytes[end..<sentence.range.lowerBound] + Array(sentence.text.utf8)
      end = sentence.range.upperBound
    }
    rebuilt += bytes[end...]
    #expect(rebuilt == bytes)
    // What lies between the sentences of a paragraph is white space alone.
    for paragraph in talk.paragraphs {
      let covered = paragraph.sentences.reduce(0) { $0 + $1.range.count }
      let solid = bytes[paragraph.range].count { ![9, 10, 13, 32, 0xC2, 0xA0].contains($0) }
      #expect(covered >= solid)
      #expect(!paragraph.sentences.isEmpty)
    }
  }

  @Test("The shipped transcript is the file that was received")
  func shipped() throws {
    let bytes = try Fixture.repository("Personas/mark-zuckerberg/2024-04-18-dwarkesh-podcast.txt")
    #expect(
      SHA256Digest(of: bytes).description
        == "51e610f89b8ffc72b8469b2bbb45f934506b6e020c194146d002877b1478ca05")
    let talk = try Transcript(name: "shipped", utf8: bytes)
    #expect(talk.sections.map(\.title).last == "Future Use Cases & Scaling Challenges")
    #expect(talk.speakers.map(\.name) == ["Dwarkesh", "Mark"])
  }
}

@Suite("Files that are no transcripts")
struct UnreadableTests {
  private func error(_ bytes: [UInt8]) -> String? {
    do {
      _ = try Transcript(name: "talk.md", utf8: bytes)
      return nil
    } catch {
      return "\(error)"
    }
  }

  @Test("An empty file")
  func empty() {
    #expect(
      error([]) == """
        talk.md:1: error: the file holds no words
          mend: give a transcript: lines that read “Name: what was said”
        """)
    #expect(error(Array(" \n\n".utf8)) != nil)
  }

  @Test(
    "Bytes that are not UTF-8, with their line",
    arguments: [
      [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xE2, 0x82], [0xF5, 0x80, 0x80, 0x80],
    ] as [[UInt8]])
  func invalid(bytes: [UInt8]) {
    let text = error(Array("Ada: Why?\n\nBob: ".utf8) + bytes)
    #expect(text?.hasPrefix("talk.md:3: error: these bytes are not UTF-8\n  mend: ") == true)
  }

  @Test("NUL bytes")
  func binary() {
    #expect(error(Array("Ada\0".utf8))?.hasPrefix("talk.md:1: error: a NUL byte") == true)
  }

  @Test("One line of fifty megabytes is read")
  func huge() throws {
    let bytes = Array("Ada: ".utf8) + [UInt8](repeating: UInt8(ascii: "a"), count: 50_000_000)
    let talk = try Transcript(name: "huge", utf8: bytes)
    #expect(talk.sentences.count == 1)
  }
}
