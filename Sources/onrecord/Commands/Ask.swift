import ArgumentParser
import OnRecord

struct Ask: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Ask once; with no PROMPT (or -), a prompt a line from standard input, each asked afresh.")

  @OptionGroup var who: PersonaOption
  @OptionGroup var answers: AnswerOptions
  @OptionGroup var output: OutputOptions
  @Argument(help: "What to ask.") var prompt: String?

  func run() throws {
    let persona = try who.load()
    let isOne = prompt.map { $0 != "-" } ?? false
    let printer = ReplyPrinter(persona: persona, output: output, isOneOfMany: !isOne)
    if let prompt, prompt != "-" {
      try answer(prompt, persona, printer)
    } else {
      while let prompt = Prompts.next() { try answer(prompt, persona, printer) }
    }
  }

  private func answer(_ prompt: String, _ persona: Persona, _ printer: ReplyPrinter) throws {
    var talk = Conversation(with: persona)
    talk.length = answers.length
    talk.ask(prompt)
    if let exchange = talk.exchanges.last { try printer.print(exchange) }
  }
}

/// What answers are like.
struct AnswerOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How much an answer quotes: brief, normal (about 70 words) or full (at most 140).",
      valueName: "brief|normal|full"),
    transform: { word in
      guard let length = AnswerLength(rawValue: word) else {
        throw ValidationError("--length takes brief, normal or full, not “\(word)”.")
      }
      return length
    })
  var length = AnswerLength.normal
}

/// How replies are printed.
struct OutputOptions: ParsableArguments {
  @Flag(help: "Print one JSON object a line.") var json = false
  @Flag(help: "With --json, say why the reply is what it is.") var explain = false
}

/// Prints replies as text or as JSON Lines.
struct ReplyPrinter {
  let persona: Persona
  let output: OutputOptions
  /// Whether more replies follow: a blank line then sets them apart.
  var isOneOfMany = false
  var terminal = Terminal.standard

  func print(_ exchange: Exchange) throws {
    if output.json {
      Console.say(
        try JSONLine.text(
          ReplyRecord(exchange, framing: persona.framing, explained: output.explain)))
      return
    }
    let view = ReplyView(persona: persona, terminal: terminal)
    for line in view.lines(of: exchange.reply) { Console.say(line) }
    if isOneOfMany { Console.say("") }
    if output.explain { Console.say(Console.safe("\n\(exchange.explanation)")) }
  }
}
