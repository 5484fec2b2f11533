public import OnRecord

/// How well a persona finds and answers judged prompts.
public struct Evaluation: Sendable {
  /// Figures over some prompts, each 0…1.
  public struct Figures: Hashable, Sendable, Codable {
    /// How many prompts have an answer, and how many are to be declined.
    public var answerable = 0
    /// See ``answerable``.
    public var unanswerable = 0
    /// The share of the answerable whose words are in the first passage found.
    public var hit1 = 0.0
    /// … in the first three.
    public var hit3 = 0.0
    /// … in the first five.
    public var hit5 = 0.0
    /// The mean of one over the rank of the first passage that holds the words, of ten.
    public var mrr = 0.0
    /// Normalized discounted cumulative gain over ten passages: every passage that holds gold counts.
    public var ndcg = 0.0
    /// The share of the answerable whose answer quotes the words.
    public var said = 0.0
    /// The share of the others that are declined.
    public var declined = 0.0
  }

  /// One prompt's outcome.
  public struct Outcome: Sendable {
    /// The prompt.
    public let judged: JudgedPrompt
    /// The reply.
    public let reply: Reply
    /// The rank of the first passage that holds the words, from 1; nil beyond ten.
    public let rank: Int?
    /// The gain over ten passages, normalized.
    let ndcg: Double
    /// Whether the reply is as judged.
    public let isRight: Bool
    /// The evidence that there is an answer, and whether one given upon any evidence quotes the words;
    /// nil where the prompt is not taken for a question.
    let venture: Venture?
  }

  /// What would come if everything were answered.
  struct Venture: Hashable, Sendable {
    let evidence: Double
    let quotesGold: Bool
  }

  /// A threshold of evidence, and what comes of it.
  public struct Setting: Hashable, Sendable, Codable {
    /// The least evidence to answer upon.
    public var threshold: Double
    /// The share of the answerable that is answered.
    public var coverage: Double
    /// The share of the answerable whose answer quotes the judged words.
    public var said: Double
    /// The share of the others that is declined.
    public var declined: Double
    /// Of all that is answered, the share that does not quote the judged words.
    public var risk: Double
  }

  /// Coverage and risk by threshold, from answering everything to answering next to nothing.
  public var curve: [Setting] {
    let steps = stride(from: -2.0, through: 3.0, by: 0.5).map(\.self)
    return (steps + [Conversation.standardThreshold]).sorted().map(setting(at:))
  }

  private func setting(at threshold: Double) -> Setting {
    func answered(_ outcome: Outcome) -> Bool {
      outcome.venture.map { $0.evidence >= threshold } ?? false
    }
    let answerable = outcomes.filter(\.judged.isAnswerable)
    let others = outcomes.filter { !$0.judged.isAnswerable }
    let said = answerable.count { answered($0) && $0.venture?.quotesGold == true }
    let all = outcomes.count(where: answered)
    func share(_ part: Int, of whole: Int) -> Double {
      whole == 0 ? 0 : Double(part) / Double(whole)
    }
    return Setting(
      threshold: threshold,
      coverage: share(answerable.count(where: answered), of: answerable.count),
      said: share(said, of: answerable.count),
      declined: share(others.count { !answered($0) }, of: others.count),
      risk: share(all - said, of: all))
  }

  /// Every prompt's outcome, in the file's order.
  public let outcomes: [Outcome]

  /// Asks every prompt in a talk of its own, behind the prompts that it follows.
  ///
  /// - Parameters:
  ///   - judged: the prompts.
  ///   - persona: who answers them.
  ///   - isAfresh: leaves out what the prompts follow, which shows what following is worth.
  public init(_ judged: [JudgedPrompt], of persona: Persona, afresh isAfresh: Bool = false) {
    outcomes = judged.map { prompt in
      var talk = Conversation(with: persona)
      if !isAfresh { for earlier in prompt.after { talk.ask(earlier) } }
      let findings = talk.search(prompt.prompt, limit: 10, following: true).map(\.quotation)
      let venture = Self.venture(prompt, talk)
      let reply = talk.ask(prompt.prompt)
      let hits = findings.map { finding in prompt.gold.contains { $0.isMostly(in: finding) } }
      let isRight =
        prompt.isAnswerable
        ? reply.quotations.contains { quoted in prompt.gold.contains { $0.isMostly(in: quoted) } }
        : reply.declines
      return Outcome(
        judged: prompt, reply: reply, rank: hits.firstIndex(of: true).map { $0 + 1 },
        ndcg: Self.gain(hits, of: prompt.gold), isRight: isRight, venture: venture)
    }
  }

  private static func venture(_ prompt: JudgedPrompt, _ talk: Conversation) -> Venture? {
    var talk = talk
    talk.threshold = -.infinity
    let reply = talk.ask(prompt.prompt)
    guard let exchange = talk.exchanges.last, exchange.act == .question else { return nil }
    return Venture(
      evidence: exchange.explanation.value,
      quotesGold: reply.quotations.contains { quoted in
        prompt.gold.contains { $0.isMostly(in: quoted) }
      })
  }

  /// The figures over all prompts.
  public var figures: Figures { Self.figures(of: outcomes) }

  /// The figures of each kind, by its name.
  public var figuresByKind: [(kind: String, figures: Figures)] {
    Dictionary(grouping: outcomes, by: \.judged.kind).sorted { $0.key < $1.key }
      .map { ($0.key, Self.figures(of: $0.value)) }
  }

  /// What went wrong, the worst first: answered though to be declined, wrong words, declined.
  public var worst: [Outcome] {
    outcomes.filter { !$0.isRight }.enumerated().sorted { a, b in
      (Self.badness(a.element), a.offset) < (Self.badness(b.element), b.offset)
    }.map(\.element)
  }

  private static func badness(_ outcome: Outcome) -> Int {
    if !outcome.judged.isAnswerable { return 0 }
    return outcome.reply.quotations.isEmpty ? 2 : 1
  }

  private static func figures(of outcomes: [Outcome]) -> Figures {
    var figures = Figures()
    let answerable = outcomes.filter(\.judged.isAnswerable)
    let others = outcomes.filter { !$0.judged.isAnswerable }
    func share(_ outcomes: [Outcome], _ value: (Outcome) -> Double) -> Double {
      outcomes.isEmpty ? 0 : outcomes.reduce(0) { $0 + value($1) } / Double(outcomes.count)
    }
    func hit(_ limit: Int) -> Double { share(answerable) { ($0.rank ?? 99) <= limit ? 1 : 0 } }
    figures.answerable = answerable.count
    figures.unanswerable = others.count
    (figures.hit1, figures.hit3, figures.hit5) = (hit(1), hit(3), hit(5))
    figures.mrr = share(answerable) { $0.rank.map { 1 / Double($0) } ?? 0 }
    figures.ndcg = share(answerable, \.ndcg)
    figures.said = share(answerable) { $0.isRight ? 1 : 0 }
    figures.declined = share(others) { $0.isRight ? 1 : 0 }
    return figures
  }

  /// 1 / log2(rank + 1) for each passage that holds gold, over the same with all of them in front.
  private static func gain(_ hits: [Bool], of gold: [Quotation]) -> Double {
    // log2(2) … log2(11): a table, so that no function of the C library reaches a figure.
    let logarithms = [
      1, 1.584962500721156, 2, 2.321928094887362, 2.584962500721156, 2.807354922057604, 3,
      3.169925001442312, 3.321928094887362, 3.459431618637297,
    ]
    // As many passages at least as paragraphs hold gold could have been found.
    let paragraphs = Set(gold.map { [$0.turn.index, $0.citation.paragraph] })
    let count = min(hits.count, max(hits.count { $0 }, paragraphs.count))
    guard count > 0 else { return 0 }
    let gain = zip(hits, logarithms).reduce(0) { $0 + ($1.0 ? 1 / $1.1 : 0) }
    return gain / logarithms.prefix(count).reduce(0) { $0 + 1 / $1 }
  }
}

extension Reply {
  fileprivate var declines: Bool { if case .silence = self { true } else { false } }
}

extension Quotation {
  /// Whether more than half of this quotation's words stand in `other`.
  fileprivate func isMostly(in other: Quotation) -> Bool {
    guard turn == other.turn, range.overlaps(other.range) else { return false }
    return range.clamped(to: other.range).count * 2 > range.count
  }
}
