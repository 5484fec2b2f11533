import Foundation
import Testing

@Suite("The REPL on a pseudo-terminal", .serialized)
struct ReplTests {
  private let state = Scratch.place()

  private func terminal(_ more: [String: String] = [:]) throws
    -> PseudoTerminal
  {
    let environment = [
      "XDG_STATE_HOME": state.path, "TERM": "xterm", "INPUTRC": "/dev/null", "NO_COLOR": "1",
    ]
    return try PseudoTerminal(
      ["chat", "-p", "mark-zuckerberg"], environment: environment.merging(more) { _, new in new },
      columns: 80)
  }

  @Test("Typing, completion, Ctrl-C, resize, Ctrl-D; the history is kept, private, and comes back")
  func session() throws {
    let first = try terminal()
    #expect(first.read(until: "\n> ").contains("Mark Zuckerberg"))
    first.type("why double the ordr\u{7F}er?\r")
    #expect(first.read(until: "\n\n> ").contains("double that"))
    first.type("/sou\t\r")
    let sources = first.read(until: "\n\n> ")
    #expect(sources.contains("/sources") && sources.contains("51e610f8"))
    first.type("never asked")
    #expect(first.read(until: "asked").contains("never"))
    first.type("\u{3}")
    #expect(first.read(until: "^C\n> ").hasSuffix("^C\n> "))
    first.resize(columns: 40)
    Thread.sleep(forTimeInterval: 0.3)
    first.type("what is FAIR?\r")
    let narrow = first.read(until: "\n\n> ")
    #expect(narrow.contains("We\n  started FAIR"))
    let words = narrow.drop { $0 != "M" }.split(separator: "\n")
    #expect(words.allSatisfy { $0.count <= 40 }, "\(narrow)")
    first.type("/quit\r")
    #expect(first.wait() == 0)

    let file = state.appending(path: "onrecord/mark-zuckerberg.history").path
    let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
    #expect(mode == 0o600)

    let second = try terminal()
    _ = second.read(until: "\n> ")
    second.type("\u{1B}[A\u{1B}[A\r")  // up, up: the question before /quit
    #expect(second.read(until: "\n\n> ").contains("We started FAIR"))
    second.type("\u{4}")
    #expect(second.wait() == 0)
  }

  @Test("A paste of several lines is one prompt")
  func paste() throws {
    let talk = try terminal()
    _ = talk.read(until: "\n> ")
    talk.type("\u{1B}[200~what is FAIR\nand when did you start it?\u{1B}[201~\r")
    let screen = talk.read(until: "\n\n> ")
    #expect(screen.contains("We started FAIR"))
    talk.type("/why\r")
    #expect(talk.read(until: "\n\n> ").contains("taken for: question"))
    talk.type("\u{4}")
    #expect(talk.wait() == 0)
  }

  @Test("Two sessions at once lose nothing of each other's history")
  func concurrent() throws {
    let (a, b) = (try terminal(), try terminal())
    _ = a.read(until: "\n> ")
    _ = b.read(until: "\n> ")
    a.type("hello\r")
    _ = a.read(until: "\n\n> ")
    b.type("thanks\r")
    _ = b.read(until: "\n\n> ")
    a.type("\u{4}")
    b.type("\u{4}")
    #expect(a.wait() == 0)
    #expect(b.wait() == 0)
    let history = try String(
      contentsOf: state.appending(path: "onrecord/mark-zuckerberg.history"), encoding: .utf8)
    #expect(history.contains("hello\n") && history.contains("thanks\n"))
  }

  @Test(
    "Colour only where it is wanted",
    arguments: [("NO_COLOR", "1", false), ("NO_COLOR", "", true), ("TERM", "dumb", false)])
  func color(variable: String, value: String, isColored: Bool) throws {
    let talk = try terminal([variable: value])
    #expect(talk.read(until: "> ").contains("Mark Zuckerberg"))
    #expect(talk.raw.contains("\u{1B}[1m") == isColored)
  }
}
