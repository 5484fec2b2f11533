import ArgumentParser
import OnRecord

struct Search: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show the passages closest to a prompt.")

  @OptionGroup var who: PersonaOption
  @OptionGroup var output: OutputOptions
  @Option(name: .short, help: "How many passages.") var k = 10
  @Argument(help: "What to look for; without it (or -), a prompt a line from standard input.")
  var prompt: String?

  func validate() throws {
    guard (1...1000).contains(k) else { throw ValidationError("-k takes a number from 1 to 1000.") }
  }

  func run() throws {
    let talk = Conversation(with: try who.load(searchesOnly: true))
    if let prompt, prompt != "-" {
      try show(prompt, talk)
    } else {
      while let prompt = Prompts.next() { try show(prompt, talk) }
    }
  }

  private func show(_ prompt: String, _ talk: Conversation) throws {
    let findings = talk.search(prompt, limit: k)
    if output.json {
      Console.say(
        try JSONLine.text(
          SearchRecord(prompt: prompt, findings: findings, explained: output.explain)))
      return
    }
    let terminal = Terminal.standard
    for (index, finding) in findings.enumerated() {
      let score = (finding.score * 1000).rounded() / 1000
      Console.say(
        Style.footnote.apply(
          Console.safe("[\(index + 1)] \(score)  \(finding.quotation.citation)"), on: terminal))
      let text = Console.safe(finding.quotation.text)
      for line in Wrapping.lines(text, columns: terminal.columns, indent: "    ") {
        Console.say(line)
      }
      if output.explain { Console.say(Console.safe("\(finding.explanation)")) }
    }
    if findings.isEmpty { Console.say("Nothing found.") }
  }
}

/// The findings of a search as data.
private struct SearchRecord: Encodable {
  struct Passage: Encodable {
    var text: String
    var score: Double
    var citation: Citation
    var certificate: Certificate
    var explanation: Explanation?
  }
  var prompt: String
  var passages: [Passage]

  init(prompt: String, findings: [Finding], explained: Bool) {
    self.prompt = prompt
    passages = findings.map {
      Passage(
        text: $0.quotation.text, score: $0.score, citation: $0.quotation.citation,
        certificate: $0.quotation.certificate, explanation: explained ? $0.explanation : nil)
    }
  }
}
