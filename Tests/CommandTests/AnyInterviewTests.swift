import Foundation
import Testing

@Suite("Any interview, in one command")
struct AnyInterviewTests {
  private let bakery = Program.root.appending(path: "Tests/Fixtures/bakery").path

  private func withEmptyFolder(_ body: (URL) throws -> Void) throws {
    let folder = Scratch.place()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try body(folder)
  }

  @Test("chat FILE talks; the interviewee is named on standard error")
  func chat() throws {
    let result = try Program.run(["chat", "\(bakery)/bakery.vtt"], input: "who taught you?\n")
    #expect(result.code == 0)
    #expect(result.output.contains("My grandmother Adaeze"))
    #expect(result.errors.contains("taking Sam Okoye for the interviewee"))
  }

  @Test("inspect says what was found, and where something is wrong")
  func inspect() throws {
    let good = try Program.run(["inspect", "\(bakery)/bakery.srt"])
    #expect(good.code == 0)
    #expect(good.output.contains("SubRip"))
    #expect(good.output.contains("Sam Okoye: 145 words, 81 %"))
    let nobody = try Program.run(["inspect", "\(bakery)/bakery.whisper.json", "--json"])
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(nobody.output.utf8)) as? [String: Any])
    #expect(object["interviewee"] == nil)
    #expect((object["reason"] as? String)?.contains("--as NAME") == true)
    try withEmptyFolder { folder in
      try Data("{\"segments\": [\n{\"body\": 3".utf8).write(to: folder.appending(path: "t.json"))
      let bad = try Program.run(["inspect", "t.json"], in: folder)
      #expect(bad.code == 2)
      #expect(bad.errors.contains("t.json:2: error: the JSON is broken"))
    }
  }

  @Test(
    "Nobody named: ask says what is missing, search finds, --as answers and says that it is asserted"
  )
  func nobody() throws {
    let file = ["-p", "\(bakery)/bakery.whisper.json"]
    let refused = try Program.run(["ask", "who taught you?"] + file)
    #expect(refused.code == 2)
    #expect(refused.errors.contains("--as NAME asserts"))
    let found = try Program.run(["search", "flood"] + file)
    #expect(found.code == 0)
    #expect(found.output.contains("Unknown speaker"))
    let asserted = try Program.run(["ask", "who taught you?", "--as", "Sam"] + file)
    #expect(asserted.output.contains("speaker asserted"))
    #expect(asserted.errors.contains("asserted by you"))
  }

  @Test("verify proves answers from captions, back to the file")
  func verify() throws {
    let file = ["-p", "\(bakery)/bakery.podcast.json"]
    let answers = try Program.run(["ask", "--json", "who taught you?"] + file)
    #expect(answers.output.contains("\"source\":["))
    #expect(try Program.run(["verify"] + file, input: answers.output).code == 0)
    let other = answers.output.replacing("podcast-json\\/1", with: "podcast-json\\/0")
      .replacing("podcast-json/1", with: "podcast-json/0")
    #expect(other != answers.output)
    #expect(try Program.run(["verify"] + file, input: other).code == 1)
  }

  @Test("new makes a persona of files, whole or not at all; it is found by its name")
  func new() throws {
    try withEmptyFolder { folder in
      let made = try Program.run(
        ["new", "Sam Okoye", "\(bakery)/bakery.md", "\(bakery)/bakery.vtt"], in: folder)
      #expect(made.code == 0, "\(made.errors)")
      let answer = try Program.run(["ask", "-p", "sam-okoye", "who taught you?"], in: folder)
      #expect(answer.output.contains("My grandmother Adaeze"))
      #expect(answer.output.contains("The Night Baker"))
      let again = try Program.run(["new", "Sam Okoye", "\(bakery)/bakery.md"], in: folder)
      #expect(again.code == 2)
      let broken = try Program.run(["new", "Nobody", "\(bakery)/bakery.whisper.json"], in: folder)
      #expect(broken.code == 2)
      let left = try FileManager.default.contentsOfDirectory(
        atPath: folder.appending(path: "Personas").path)
      #expect(left == ["sam-okoye"])
    }
  }

  @Test("Far from every folder, the shipped persona talks")
  func shipped() throws {
    try withEmptyFolder { folder in
      let home = ["HOME": folder.path, "XDG_DATA_HOME": folder.path]
      let answer = try Program.run(
        ["ask", "How did you know to get the H100s?"], in: folder, environment: home)
      #expect(answer.output.hasPrefix("Mark Zuckerberg:\n  “I think it was because"))
    }
  }
}
