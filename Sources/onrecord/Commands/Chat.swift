import ArgumentParser
import OnRecord

struct Chat: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Talk; with piped input, a prompt a line.",
    discussion: "Inside, /help lists the commands.")

  @Argument(help: ArgumentHelp("Whom to talk with; -p does the same.", valueName: "persona"))
  var with: String?
  @OptionGroup var who: PersonaOption
  @OptionGroup var answers: AnswerOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let persona = try who.load(with)
    let terminal = Terminal.standard
    if terminal.isInteractive, !output.json {
      var repl = Repl(
        persona: persona, name: who.shortName(with), length: answers.length, terminal: terminal)
      repl.run()
      return
    }
    let printer = ReplyPrinter(persona: persona, output: output, isOneOfMany: true)
    var talk = Conversation(with: persona)
    talk.length = answers.length
    while let prompt = Prompts.next() {
      if prompt == "/quit" { return }
      talk.ask(prompt)
      if let exchange = talk.exchanges.last { try printer.print(exchange) }
    }
  }
}
