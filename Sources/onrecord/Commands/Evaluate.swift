import ArgumentParser
import Foundation
import OnRecord
import Rehearsal

struct Evaluate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure how well a persona finds and answers judged prompts.",
    discussion: """
      JUDGED is JSON Lines: {"prompt": "…", "kind": "…", "gold": ["exact words of the interviewee", …]};
      any of the gold answers, and an empty gold is to be declined. "after": ["…"] holds the prompts that
      it follows in a talk; --afresh leaves them out.
      --least said=.7,declined=.85 ends with 1 when a figure is lower (hit1, hit3, hit5, mrr, ndcg, said,
      declined).
      """)

  @OptionGroup var who: PersonaOption
  @Argument(help: "A file of judged prompts.") var judged: String
  @Flag(help: "Print one JSON object.") var json = false
  @Flag(help: "Print coverage and risk by threshold, and where the setting sits.") var curve = false
  @Flag(help: "Ask every prompt by itself, whatever it follows.") var afresh = false
  @Option(help: ArgumentHelp("The least that figures may be.", valueName: "figure=share,…"))
  var least: String?

  func run() throws {
    let limits = try Self.limits(least ?? "")
    guard let data = FileManager.default.contents(atPath: judged) else {
      throw ValidationError("The file “\(judged)” cannot be read.")
    }
    let persona = try who.load()
    let prompts = try JudgedPrompt.all(
      in: String(decoding: data, as: UTF8.self), file: judged, of: persona)
    let evaluation = Evaluation(prompts, of: persona, afresh: afresh)
    if curve {
      try show(evaluation.curve)
    } else if json {
      Console.say(try JSONLine.text(Summary(evaluation)))
    } else {
      table(evaluation)
    }
    let failed = limits.filter { evaluation.figures[keyPath: $0.figure] < $0.least - 1e-9 }
    for limit in failed {
      Console.complain("onrecord: \(limit.name) is below \(limit.least)")
    }
    if !failed.isEmpty { throw ExitCode(1) }
  }

  private struct Summary: Encodable {
    struct Wrong: Encodable {
      var line: Int
      var prompt: String
      var kind: String
      var got: String
    }
    var all: Evaluation.Figures
    var kinds: [String: Evaluation.Figures]
    var wrong: [Wrong]

    init(_ evaluation: Evaluation) {
      all = evaluation.figures
      kinds = Dictionary(
        uniqueKeysWithValues: evaluation.figuresByKind.map { ($0.kind, $0.figures) })
      wrong = evaluation.worst.map {
        Wrong(
          line: $0.judged.line, prompt: $0.judged.prompt, kind: $0.judged.kind,
          got: Evaluate.gist($0.reply))
      }
    }
  }

  private func table(_ evaluation: Evaluation) {
    let rows =
      [("all", evaluation.figures)] + evaluation.figuresByKind.map { ($0.kind, $0.figures) }
    let width = max(8, rows.map { $0.0.count }.max() ?? 0)
    func pad(_ text: String, _ width: Int) -> String {
      text + String(repeating: " ", count: max(0, width - text.count))
    }
    Console.say(pad("", width) + "  prompts  hit@1  hit@3  hit@5    MRR   nDCG   said  declined")
    for (kind, f) in rows {
      func share(_ value: Double, _ count: Int) -> String {
        count == 0 ? "    –" : String(format: "%5.3f", value)
      }
      let ranks = [f.hit1, f.hit3, f.hit5, f.mrr, f.ndcg, f.said].map { share($0, f.answerable) }
      Console.say(
        Console.safe(pad(kind, width)) + String(format: "  %7d  ", f.answerable + f.unanswerable)
          + ranks.joined(separator: "  ") + "     " + share(f.declined, f.unanswerable))
    }
    for outcome in evaluation.worst.prefix(12) {
      Console.say(Console.safe("\n\(judged):\(outcome.judged.line): \(outcome.judged.prompt)"))
      Console.say(Console.safe("  got:    \(Self.gist(outcome.reply))"))
      let gold = outcome.judged.gold.first.map { "“\($0.text)”" } ?? "to be declined"
      Console.say(Console.safe("  judged: \(gold)"))
    }
  }

  private func show(_ curve: [Evaluation.Setting]) throws {
    if json {
      for setting in curve { Console.say(try JSONLine.text(setting)) }
      return
    }
    Console.say("threshold  coverage   said  declined   risk")
    for s in curve {
      let mark = s.threshold == Conversation.standardThreshold ? "  the setting" : ""
      Console.say(
        String(
          format: "%9.2f     %5.3f  %5.3f     %5.3f  %5.3f", s.threshold, s.coverage, s.said,
          s.declined, s.risk) + mark)
    }
  }

  private static func gist(_ reply: Reply) -> String {
    switch reply {
    case .answer(let answer):
      answer.quotations.map { "“\($0.text.prefix(90))”" }.joined(separator: " ")
    case .silence(let silence): "declined: \(silence.reason.rawValue)"
    case .aside(let aside): aside.text
    }
  }

  private typealias Limit = (
    name: String, figure: KeyPath<Evaluation.Figures, Double>, least: Double
  )

  private static func limits(_ text: String) throws -> [Limit] {
    let figures: [String: KeyPath<Evaluation.Figures, Double>] = [
      "hit1": \.hit1, "hit3": \.hit3, "hit5": \.hit5, "mrr": \.mrr, "ndcg": \.ndcg, "said": \.said,
      "declined": \.declined,
    ]
    return try text.split(separator: ",").map { part in
      let pair = part.split(separator: "=")
      guard pair.count == 2, let figure = figures[String(pair[0])],
        let least = Double("0" + pair[1]) ?? Double(pair[1]), (0...1).contains(least)
      else { throw ValidationError("--least takes pairs like said=.7, not “\(part)”.") }
      return (String(pair[0]), figure, least)
    }
  }
}
