import Foundation
import Testing

@Suite("The command line")
struct CommandTests {
  private let persona = ["-p", "Personas/mark-zuckerberg"]

  @Test("ask answers with the right passage, cited")
  func ask() throws {
    let result = try Program.run(["ask", "How did you know to get the H100s?"])
    #expect(result.code == 0)
    #expect(
      result.output.hasPrefix(
        "Mark Zuckerberg:\n  “I think it was because we were working on Reels."))
    #expect(result.output.contains("[1] Investing in AI Infrastructure · turn 2, paragraph 1"))
    #expect(result.errors.isEmpty)
  }

  @Test("Piped input: one JSON object a line, whatever the line")
  func json() throws {
    let prompts = [
      "hi", "why double the order?", "", "\u{1B}[31mred", "go on", "👩‍🚀",
      String(repeating: "a ", count: 20_000),
    ]
    for command in ["ask", "chat", "search"] {
      let result = try Program.run(
        [command, "--json"] + persona, input: prompts.joined(separator: "\n") + "\n")
      #expect(result.code == 0)
      let lines = result.output.split(separator: "\n")
      #expect(lines.count == prompts.count)
      for (line, prompt) in zip(lines, prompts) {
        let object = try #require(
          try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        #expect(object["prompt"] as? String == prompt)
      }
      #expect(!result.output.utf8.contains(0x1B))
    }
  }

  @Test("Through pipes, a reply comes before the next prompt is written")
  func pipes() throws {
    let process = Program.process(["chat", "mark-zuckerberg", "--json"])
    let (prompts, replies) = (Pipe(), Pipe())
    process.standardInput = prompts
    process.standardOutput = replies
    try process.run()
    try prompts.fileHandleForWriting.write(contentsOf: Data("hello\n".utf8))
    var reply = pollfd(
      fd: replies.fileHandleForReading.fileDescriptor, events: Int16(POLLIN), revents: 0)
    #expect(poll(&reply, 1, 20_000) == 1)
    try prompts.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test("Piped input without --json: no prompt, no colour")
  func plain() throws {
    let result = try Program.run(
      ["chat"] + persona, input: "hello\n", environment: ["TERM": "xterm-256color"])
    #expect(result.output.hasPrefix("· Hello."))
    #expect(!result.output.utf8.contains(0x1B))
  }

  @Test("verify accepts the program's own answers and refuses what was changed")
  func verify() throws {
    let answers = try Program.run(
      ["ask", "--json"] + persona,
      input: "why did you order so many GPUs?\nwhat is FAIR?\ndo you like lasagna?\n")
    let good = try Program.run(["verify"] + persona, input: answers.output)
    #expect(good.code == 0, "\(good.output)")
    let changed = answers.output.replacing("Reels", with: "Reals")
    #expect(changed != answers.output)
    let bad = try Program.run(["verify"] + persona, input: changed)
    #expect(bad.code == 1)
    #expect(bad.output.contains("-:1: refused: the transcript has other words there"))
    let invented = answers.output.replacing("\"text\":\"“", with: "\"text\":\"I hate puppies. “")
    #expect(invented != answers.output)
    #expect(try Program.run(["verify"] + persona, input: invented).code == 1)
    #expect(try Program.run(["verify"] + persona, input: "{}\n").code == 1)
    let own = try Program.run(
      ["chat", "--json"] + persona,
      input:
        "what is FAIR?\nwhere did you say that?\nwhat can we talk about?\nhow are taxes?\nwhich words did you not know?\n"
    )
    #expect(try Program.run(["verify"] + persona, input: own.output).code == 0)
    for (words, invention) in [
      ("That stands in ", "That stands in “I lied”, "), ("spoke of: ", "spoke of: “I lied”, "),
    ] {
      let invented = own.output.replacing(words, with: invention)
      #expect(invented != own.output)
      #expect(try Program.run(["verify"] + persona, input: invented).code == 1)
    }
    #expect(try Program.run(["verify"] + persona, input: "\n").code == 2)
  }

  @Test("verify refuses every answer when one byte of the transcript is changed")
  func changedTranscript() throws {
    let answers = try Program.run(["ask", "--json"] + persona, input: "what is FAIR?\n")
    var bytes = Array(
      try Data(
        contentsOf: Program.root.appending(
          path: "Personas/mark-zuckerberg/2024-04-18-dwarkesh-podcast.txt")))
    bytes[bytes.count - 2] ^= 1
    let file = try TemporaryFile(bytes)
    let result = try Program.run(
      ["verify", "-p", file.url.path, "--as", "Mark"], input: answers.output)
    #expect(result.code == 1)
    #expect(result.output.contains("the transcript's hash is none of the persona's"))
  }

  @Test(
    "Wrong use and unreadable input end with 2 and say the mend",
    arguments: [
      (["ask", "-p", "nobody", "hi"], "there is no persona “nobody”"),
      (["frobnicate"], "there is no persona “frobnicate”"),
      (["search", "-k", "0", "x"], "-k takes a number"),
      (["replay", "none.dialogue"], "no script or folder"),
      (["verify", "none.jsonl"], "cannot be read"), (["ask", "--frob"], "Unknown option"),
    ])
  func wrongUse(arguments: [String], message: String) throws {
    let result = try Program.run(arguments)
    #expect(result.code == 2)
    #expect(result.errors.contains(message), "\(result.errors)")
    #expect(result.output.isEmpty)
  }

  enum Garbage: String, CaseIterable {
    case empty
    case escapes
    case nul
    case utf16
    case noSpeakers
    case longLine

    var bytes: [UInt8] {
      switch self {
      case .empty: []
      case .escapes: Array("Ada: Why?\n\nBob: \u{1B}[31mred\u{9B}2J words\u{202E}.\n".utf8)
      case .nul: Array("A\0B".utf8)
      case .utf16: [0xFF, 0xFE, 0x41]
      case .noSpeakers: Array("just words\n".utf8)
      case .longLine: Array("Ada: ".utf8) + [UInt8](repeating: 0x61, count: 50_000_000)
      }
    }
    var code: Int32 { self == .escapes || self == .longLine ? 0 : 2 }
  }

  @Test(
    "Garbage is told or met with a sane answer, and no escape reaches the screen",
    arguments: Garbage.allCases)
  func garbage(_ garbage: Garbage) throws {
    let file = try TemporaryFile(garbage.bytes)
    let result = try Program.run(["ask", "-p", file.url.path, "what red words?"])
    #expect(result.code == garbage.code, "\(result.errors.prefix(500))")
    for text in [result.output, result.errors] {
      let hasEscape = text.unicodeScalars.contains { [0, 0x1B, 0x9B, 0x202E].contains($0.value) }
      #expect(!hasEscape)
    }
  }

  @Test("help and version end with 0")
  func help() throws {
    let help = try Program.run(["--help"])
    #expect(help.code == 0)
    for command in ["chat", "ask", "search", "replay", "verify"] {
      #expect(help.output.contains(command))
    }
    #expect(try Program.run(["--version"]).output == "0.1.0\n")
  }

  @Test("replay ends with 1 at a divergence and writes its report whole")
  func replay() throws {
    let script = try TemporaryFile(Array("persona mark-zuckerberg\n\n> hi\nreplies thanks\n".utf8))
    let report = try TemporaryFile()
    let result = try Program.run(["replay", script.url.path, "--junit", report.url.path])
    #expect(result.code == 1)
    #expect(result.output.contains("\(script.url.path):4: diverged\n"))
    #expect(try String(contentsOf: report.url, encoding: .utf8).contains("failures=\"1\""))
    #expect(
      try Program.run(["replay", "--update", script.url.path], environment: ["CI": "true"]).code
        == 2)
    #expect(
      try Program.run(["replay", "--update", script.url.path], environment: ["CI": ""]).code == 0)
    #expect(try Program.run(["replay", script.url.path]).code == 0)
  }
}
