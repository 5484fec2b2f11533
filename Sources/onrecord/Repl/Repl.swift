import LineEditing
import OnRecord
import Rehearsal

/// The talk in a terminal.
struct Repl {
  private(set) var persona: Persona
  /// The persona's name in scripts and files.
  let name: String
  let terminal: Terminal
  private var talk: Conversation

  init(persona: Persona, name: String, length: AnswerLength, terminal: Terminal) {
    self.persona = persona
    self.name = name
    self.terminal = terminal
    talk = Conversation(with: persona)
    talk.length = length
  }

  mutating func run() {
    greet()
    let editor = LineEditor(
      name: "onrecord", historyPath: StateFolder.historyPath(for: name)
    ) { line, word in
      line.first == "/" && !line.contains(" ") ? Command.names.filter { $0.hasPrefix(word) } : []
    }
    while true {
      switch editor.read(prompt) {
      case .end:
        Console.say("")
        return
      case .interrupted: continue
      case .line(let line):
        let trimmed = line.drop(while: \.isWhitespace)
        if trimmed.isEmpty { continue }
        if trimmed.first == "/" {
          if !perform(String(trimmed)) { return }
        } else {
          talk.ask(line)
          if let exchange = talk.exchanges.last { show(view.lines(of: exchange.reply)) }
        }
      }
    }
  }

  private var prompt: String {
    // Readline counts what stands between these two marks as invisible.
    terminal.hasColor ? "\u{1}\u{1B}[1;32m\u{2}> \u{1}\u{1B}[0m\u{2}" : "> "
  }

  private var view: ReplyView { ReplyView(persona: persona, terminal: terminal) }

  private func greet() {
    Console.say(Style.speaker.apply(Console.safe(persona.name), on: terminal))
    if let about = persona.about { show(view.engine(about), spaced: false) }
    show(view.engine(persona.framing.text(.greeting)))
    show(view.engine("/help lists commands; Ctrl-D leaves."))
  }

  private func show(_ lines: [String], spaced: Bool = true) {
    for line in lines { Console.say(line) }
    if spaced { Console.say("") }
    Console.write("")
  }

  /// Carries out a command; false when it ends the talk.
  private mutating func perform(_ line: String) -> Bool {
    switch Command.parse(line) {
    case .success(.quit): return false
    case .success(.help): show(Command.overview.flatMap(view.engine))
    case .success(.new):
      let length = talk.length
      talk = Conversation(with: persona)
      talk.length = length
      show(view.engine("A new talk."))
    case .success(.length(let length)):
      talk.length = length
      show(view.engine("Answers are \(length.rawValue) from now on."))
    case .success(.more):
      talk.ask("go on")
      if let exchange = talk.exchanges.last { show(view.lines(of: exchange.reply)) }
    case .success(.only(let words)): show(narrow(to: words))
    case .success(.persona(let name)): changeSpeaker(to: name)
    case .success(.topics):
      let topics = persona.topics
      show(
        topics.isEmpty
          ? view.engine("The interview tells no topics.") : topics.flatMap(view.engine))
    case .success(.sources): show(sources)
    case .success(.context(let number)): show(context(number))
    case .success(.why): show(why)
    case .success(.record(let path)): record(to: StateFolder.expanded(path))
    case .failure(let problem): show(view.engine(problem.text))
    }
    return true
  }

  private mutating func narrow(to words: String?) -> [String] {
    let transcripts = talk.narrow(to: words)
    guard !transcripts.isEmpty else {
      return view.engine("No transcript's title or date holds “\(words ?? "")”.")
    }
    let names = transcripts.map { $0.facts.title ?? $0.name }.joined(separator: "; ")
    return view.engine(words == nil ? "Answers come from everything again." : "Only from: \(names)")
  }

  private mutating func changeSpeaker(to name: String?) {
    guard let name else {
      return show(
        view.engine("Who speaks: \(persona.speakers.map(\.name).joined(separator: ", "))"))
    }
    guard let other = persona.speaking(as: name, indexing: IndexingReport.indexing(cached: true))
    else {
      return show(view.engine("Nobody called “\(name)” speaks here; /persona lists who does."))
    }
    persona = other
    let length = talk.length
    talk = Conversation(with: other)
    talk.length = length
    show(view.engine("You talk with \(other.name) now."))
  }

  // MARK: The last reply, looked at

  private var lastQuotations: [Quotation] {
    for exchange in talk.exchanges.reversed() {
      switch exchange.reply {
      case .answer(let answer): return answer.quotations
      case .silence(let silence) where !silence.closest.isEmpty: return silence.closest
      default: continue
      }
    }
    return []
  }

  private var sources: [String] {
    let quotations = lastQuotations
    guard !quotations.isEmpty else { return view.engine(persona.framing.text(.nothingQuotedYet)) }
    return quotations.enumerated().flatMap { index, quotation -> [String] in
      let citation = quotation.citation
      let facts = quotation.turn.transcript.facts
      var lines = [
        "[\(index + 1)] \(citation)",
        "in: \([citation.transcript, facts.publisher, facts.date].compactMap(\.self).joined(separator: ", "))",
      ]
      if let url = facts.url { lines.append("at: \(url)") }
      if let asked = citation.asked { lines.append("asked: “\(asked)”") }
      let certificate = quotation.certificate
      lines.append(
        "bytes \(certificate.utf8.lowerBound)–\(certificate.utf8.upperBound) of SHA-256 \(certificate.sha256)"
      )
      return lines.flatMap(view.engine)
    }
  }

  /// The question asked and the paragraphs around a quotation.
  private func context(_ number: Int) -> [String] {
    let quotations = lastQuotations
    guard !quotations.isEmpty else { return view.engine(persona.framing.text(.nothingQuotedYet)) }
    guard quotations.indices.contains(number - 1) else {
      return view.engine("There is no quotation \(number); the last reply has \(quotations.count).")
    }
    let quotation = quotations[number - 1]
    var lines: [String] = []
    if let asked = quotation.turn.asked {
      lines += passage(asked.speaker?.name ?? "Unknown speaker", asked.question)
    }
    let first = quotation.turn.paragraphs.filter { $0.range.overlaps(quotation.range) }
    guard let start = first.first?.number, let end = first.last?.number else { return lines }
    let near = quotation.turn.paragraphs.filter { $0.number >= start - 1 && $0.number <= end + 1 }
    lines += passage(persona.name, near.map(\.text).joined(separator: "\n"))
    return lines
  }

  private func passage(_ speaker: String, _ text: String) -> [String] {
    [Style.speaker.apply(Console.safe(speaker) + ":", on: terminal)]
      + Wrapping.lines(
        SpokenText.plain(Console.safe(text)), columns: terminal.columns, indent: "  ")
  }

  private var why: [String] {
    guard let exchange = talk.exchanges.last else { return view.engine("Nothing was said yet.") }
    let lines =
      ["taken for: \(exchange.act.rawValue)"]
      + exchange.explanation.outline(depth: 4).description.split(separator: "\n")
      .map(String.init)
    return lines.map { Style.engine.apply("  " + Console.safe($0), on: terminal) }
  }

  private func record(to path: String) {
    guard !talk.exchanges.isEmpty else { return show(view.engine("Nothing was said yet.")) }
    guard !SafeFile.exists(path) else {
      return show(view.engine("\(path) is there already; choose another name."))
    }
    do {
      try SafeFile.write(Dialogue(recording: talk.exchanges, with: name, file: path).text, to: path)
      show(view.engine("The talk is written to \(path); onrecord replay \(path) holds it again."))
    } catch {
      show(view.engine("\(error)"))
    }
  }
}
