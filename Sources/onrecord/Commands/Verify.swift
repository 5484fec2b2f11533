import ArgumentParser
import Foundation
import OnRecord

struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prove saved answers against the transcripts.",
    discussion: """
      Reads JSON Lines as --json prints them, from a file or standard input. Exit code 1 when a
      quotation is not the interviewee's, to the byte, or a text holds other words.
      """)

  @OptionGroup var who: PersonaOption
  @Argument(help: "A file of answers; without it (or -), standard input.") var answers: String?

  func run() throws {
    let persona = try who.load()
    let file = answers ?? "-"
    if file != "-", !Prompts.redirect(to: file) {
      throw ValidationError("The file “\(file)” cannot be read.")
    }
    var tally = Tally()
    var number = 0
    while let line = Prompts.next() {
      number += 1
      if line.allSatisfy(\.isWhitespace) { continue }
      verify(line, at: "\(file):\(number)", persona, &tally)
    }
    if tally.lines == 0 { throw ValidationError("There is no answer in “\(file)”.") }
    Console.say(
      "\(tally.lines.counted("reply", "replies")), \(tally.proven.counted("quotation", "quotations")) proven, \(tally.refused) refused"
    )
    if tally.refused > 0 { throw ExitCode(1) }
  }

  private struct Tally {
    var lines = 0
    var proven = 0
    var refused = 0
  }

  private func verify(_ line: String, at place: String, _ persona: Persona, _ tally: inout Tally) {
    tally.lines += 1
    let record: ReplyRecord
    do {
      record = try JSONDecoder().decode(ReplyRecord.self, from: Data(line.utf8))
    } catch {
      tally.refused += 1
      Console.say("\(place): refused: this is no answer as --json prints it")
      return
    }
    do {
      _ = try persona.verified(record)
      tally.proven += record.quotations.count + (record.closest ?? []).count
    } catch {
      tally.refused += 1
      Console.say(Console.safe("\(place): refused: \(error)\n  “\(record.text.prefix(80))”"))
    }
  }
}
