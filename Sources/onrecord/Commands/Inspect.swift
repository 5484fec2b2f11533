import ArgumentParser
import OnRecord

struct Inspect: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what is found in a transcript file, or what keeps it from being read.",
    discussion: """
      Format, speakers and their shares, sections, times, who is interviewed and why, and what was
      forgiven or left out, with the lines. A folder is a persona: its transcripts are shown one by one.
      """)

  @Argument(help: "A transcript file, or a persona.") var file: String
  @Flag(help: "Print one JSON object a transcript.") var json = false

  func run() throws {
    for transcript in try Transcript.all(at: try PersonaFinder.path(of: file)) {
      let inspection = Inspection(of: transcript)
      if json {
        Console.say(try JSONLine.text(inspection))
      } else {
        for line in lines(of: inspection) { Console.say(Console.safe(line)) }
      }
    }
  }

  private func lines(of found: Inspection) -> [String] {
    var lines = ["\(found.file): \(found.format.title)"]
    let facts = [found.facts.title, found.facts.publisher, found.facts.date, found.facts.url]
      .compactMap(\.self)
    if !facts.isEmpty { lines.append("  " + facts.joined(separator: " · ")) }
    lines.append("  speakers:")
    for voice in found.speakers {
      let share = Int((voice.share * 100).rounded())
      let asks = Int((voice.asks * 100).rounded())
      lines.append(
        "    \(voice.name ?? "(nobody is named)"): \(voice.words.counted("word", "words")), \(share) %, in \(voice.turns.counted("turn", "turns")); \(asks) % of the sentences ask"
      )
    }
    lines.append("  interviewee: \(found.interviewee ?? "not known")")
    lines.append("    \(found.reason)")
    lines.append(
      found.timedTurns == 0
        ? "  times: none"
        : "  times: \(found.timedTurns) of \(found.turns.counted("turn", "turns"))")
    if found.sections.isEmpty {
      lines.append("  sections: none")
    } else {
      lines.append("  sections:")
      for section in found.sections {
        lines.append("    " + (section.time.map { Clock.text($0) + "  " } ?? "") + section.title)
      }
    }
    if !found.isEnglish {
      lines.append("  language: not English; answers are found by words alone")
    }
    for forgiven in found.forgiven {
      let places = forgiven.lines.map { "\(found.file):\($0)" }.joined(separator: ", ")
      let more = forgiven.count > forgiven.lines.count ? ", …" : ""
      lines.append("  \(forgiven.kind.title): \(forgiven.count) (\(places)\(more))")
    }
    return lines
  }
}
