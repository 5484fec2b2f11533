import Testing
import Transcripts

@Suite("Sentences")
struct SentenceTests {
  private func sentences(_ text: String) throws -> [String] {
    try parsed(text).sentences.map(\.text)
  }

  @Test(
    "End at a mark that white space follows",
    arguments: [
      "We left. | They stayed.", "Why? | Because!", "Really?! | Yes.", "So?? | So!!",
      "It was 1996. | It snowed.",
      "we left. | then we ate.", "He said “stop.” | Then he ran.", "(He had run.) | We had not.",
      "I had $4.50. | She had none.", "Write to a.b@c.org. | Then wait.",
      "It broke.... | We cried.",
      "I live in the U.S. | How about you?", "Ask Ann and co. | They know.",
      "You and I. | Did it rain?",
      "今日は。 | いい日。", "It was bold… | Then it was not.", "**So.** | _Why?_",
    ])
  func split(picture: String) throws {
    let expected = picture.split(separator: " | ").map(String.init)
    #expect(try sentences(expected.joined(separator: " ")) == expected)
  }

  @Test(
    "Do not end at abbreviations, initials, decimals, addresses, trailing quotes",
    arguments: [
      "Dr. Who met Mrs. Bell.", "J. R. Smith wrote it.", "It was 2.5 miles.",
      "See p. 12 for No. 5.",
      "At 5 p.m. we ate.", "He works for the U.S. Navy.", "Go to www.a.org/b.html now.",
      "We use e.g. Postgres and etc. and so on.", "“Stop!” he said.", "It was... not good.",
      "She is at Yahoo! in the morning.",
      "Version 3.1.4 is out.", "I think . . . no.", "Smith et al. found it.",
      "St. Mary's is on 5th st. by the sea.",
    ])
  func whole(text: String) throws {
    #expect(try sentences(text) == [text])
  }

  @Test("Items of a list are sentences of their own")
  func list() throws {
    #expect(try sentences("1) The lamp 2) The stairs") == ["1) The lamp", "2) The stairs"])
    #expect(try sentences("• Lamp • Stairs") == ["• Lamp", "• Stairs"])
  }
}
