import ArgumentParser
import Glibc

/// The program: what it is told on the command line, and the codes it ends with.
@main
struct Main: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "onrecord",
    abstract: "Talk with an interview: answers in the interviewee's own words, with citations.",
    discussion: """
      PERSONA is a name under Personas/ or among the user's data ($XDG_DATA_HOME/onrecord), a persona's folder, a
      folder of transcripts, or a transcript file: text, Markdown, WebVTT, SRT, HTML, JSON of podcasts and Whisper.

      Answers go to standard output, everything else to standard error.
      Exit codes: 0 fine; 1 a replay diverged, a proof failed or a figure is too low; 2 wrong use or unreadable input.
      """,
    version: "0.1.0",
    subcommands: [
      Chat.self, Ask.self, Search.self, Inspect.self, New.self, ReplayScripts.self, Verify.self,
      Evaluate.self,
    ],
    defaultSubcommand: Chat.self)

  static func main() {
    signal(SIGPIPE, SIG_DFL)  // a closed pipe ends the program quietly
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let code as ExitCode {
      Glibc.exit(code.rawValue)
    } catch {
      let isHelp = exitCode(for: error) == .success
      let text =
        isHelp || error is ValidationError || isUsage(error) ? fullMessage(for: error) : "\(error)"
      if isHelp {
        print(text)
        Glibc.exit(0)
      }
      Console.complain(text)
      Glibc.exit(2)
    }
  }

  private static func isUsage(_ error: any Error) -> Bool {
    exitCode(for: error) == .validationFailure
  }
}
