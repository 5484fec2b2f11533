/// Replays as a JUnit XML report: a suite a script, a case a prompt.
public struct JUnitReport: Sendable {
  private let replays: [Replay]

  /// A report on some replays.
  public init(_ replays: [Replay]) { self.replays = replays }

  /// The report's text.
  public var xml: String {
    var lines = ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<testsuites>"]
    for replay in replays {
      let dialogue = replay.dialogue
      let failures = failures(of: replay)
      lines.append(
        "  <testsuite name=\"\(escaped(dialogue.file))\" tests=\"\(dialogue.turns.count)\" failures=\"\(failures.count { !$0.isEmpty })\">"
      )
      for (turn, divergences) in zip(dialogue.turns, failures) {
        let name = escaped("\(turn.line): \(turn.prompt)")
        if divergences.isEmpty {
          lines.append("    <testcase name=\"\(name)\"/>")
        } else {
          lines.append("    <testcase name=\"\(name)\">")
          for divergence in divergences {
            lines.append(
              "      <failure message=\"\(escaped(divergence.expected))\">\(escaped(divergence.description))</failure>"
            )
          }
          lines.append("    </testcase>")
        }
      }
      lines.append("  </testsuite>")
    }
    return (lines + ["</testsuites>"]).joined(separator: "\n") + "\n"
  }

  /// For each prompt, the divergences on its lines.
  private func failures(of replay: Replay) -> [[Divergence]] {
    let turns = replay.dialogue.turns
    return turns.indices.map { index in
      let end = index + 1 < turns.count ? turns[index + 1].line : Int.max
      return replay.divergences.filter { $0.line >= turns[index].line && $0.line < end }
    }
  }

  private func escaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n": result += "&#10;"
      default:
        // XML 1.0, section 2.2: other control characters cannot be written at all.
        result.unicodeScalars.append(scalar.value < 32 || scalar.value == 127 ? "\u{FFFD}" : scalar)
      }
    }
  }
}
