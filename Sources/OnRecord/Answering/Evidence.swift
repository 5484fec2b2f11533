import Retrieval

/// What speaks for and against that the interviewee spoke of what is asked, and the sum of it.
///
/// By meaning: a logistic model over ten features and a constant, fitted by Scripts/fit-evidence.py on
/// interviews that the encoder was not tuned on; three weights are set there, with the reason. By words
/// alone: the share of the prompt's words that is there.
struct Evidence: Hashable, Sendable {
  /// Words of the prompt that no passage holds.
  let unknownWords: [String]
  /// The logarithm of the odds that there is an answer; above ``threshold``, one is given.
  let logit: Double
  /// What the logit is made of.
  let parts: [Explanation]
  /// Whether a subject alone is asked for, and its words stand in what was found.
  let namesSubject: Bool
  /// Whether the prompt all but repeats a question of the interview.
  private let repeatsQuestion: Bool
  /// The best sentence's score; by words alone there is none, and any is good enough.
  private let score: Double

  /// - Parameters:
  ///   - query: what was looked for.
  ///   - request: what was typed to that end.
  init(_ query: Query, for request: Request, ranking: Ranking, in corpus: Corpus) {
    let prompt = request.question
    let index = corpus.index
    let tokens = index.analyzer.tokens(of: query.prompt).filter { !$0.isCommon }
    var unknown: [String] = []
    for token in tokens where !index.knows(token.term) && !unknown.contains(token.word) {
      unknown.append(token.word)
    }
    unknownWords = unknown
    repeatsQuestion = ranking.closeness?.repeatsQuestion ?? false
    score = ranking.closeness?.score ?? .infinity
    if let closeness = ranking.closeness {
      let near = index.near(closeness.sentence, of: closeness.passage)
        .map { index.passages[$0.passage].sentence($0.sentence) }.joined(separator: " ")
      // A capital opens a sentence, but not behind words that only ask.
      let lead = request.isFramed ? "about " : ""
      let names = Self.names(in: lead + prompt)
      // A name typed without its capital counts for half.
      let written = Self.names(in: lead + query.prompt)
      let unknownNames = names.count { name in
        index.analyzer.content(of: name).contains { !index.knows($0) }
      }
      // What the question named, the answer need not name again.
      namesSubject =
        request.isSubject(index.analyzer)
        && [near, index.passages[closeness.passage].asked].contains { text in
          let held = Set(index.analyzer.content(of: text))
          return tokens.allSatisfy { held.contains($0.term) }
        }
      let size = Double(max(1, index.candidates.count)) / 130
      let features = [
        Feature("the outset", 1, Weight.constant),
        Feature("best sentence", closeness.score, Weight.score),
        Feature(
          "how well the prompt's worse words are met", closeness.lowerQuartile, Weight.lowerQuartile
        ),
        Feature("cosine of passage and sentence", closeness.cosine, Weight.cosine),
        Feature("what was asked", max(0, closeness.asked - 0.5), Weight.asked),
        Feature(
          "what it asks for, in the words around",
          AskedKind(of: prompt).weight(of: near, for: prompt), Weight.kind),
        Feature("a subject whose words stand there", namesSubject ? 1 : 0, Weight.subject),
        Feature("names that were never said", Double(min(2, unknownNames)), Weight.unknownNames),
        Feature(
          "names", Double(min(3, names.count) + min(3, written.count)) / 2, Weight.names),
        Feature("the prompt's length", Arithmetic.ln(1 + Double(tokens.count)), Weight.length),
        Feature("the interview's length", Arithmetic.ln(size), Weight.size),
      ]
      parts = features.map(\.explanation)
      logit = parts.reduce(0) { $0 + $1.value }
    } else {
      namesSubject = false
      let coverage = Self.coverage(of: query, by: ranking, in: index)
      parts = [
        Explanation("share of the prompt's words that the passages hold", coverage),
        Explanation("least share to answer", Self.leastCoverage),
      ]
      logit = 10 * (coverage - Self.leastCoverage) + Self.threshold
    }
  }

  private var isAnswerable: Bool { logit >= Self.threshold }
  /// Whether there is hardly a doubt: the answer may be longer.
  var isSure: Bool { logit >= Self.sure || (isAnswerable && repeatsQuestion) }
  /// Whether it is declined by a narrow margin: two of five such prompts have an answer.
  var isDoubtful: Bool { logit >= -1 }
  /// Whether anything is near enough to be shown as the closest.
  var isNear: Bool { logit >= -2 && score >= Self.leastScore }

  /// Where the setting sits on the curve of coverage and risk.
  static let threshold = 0.3
  /// From here on there is hardly a doubt.
  static let sure = 1.0
  /// What the best sentence must score to be shown: below, three of four are of something else.
  private static let leastScore = 1.3
  /// By words alone, so much of what was asked must be there.
  private static let leastCoverage = 0.4

  private enum Weight {
    static let constant = -8.683
    static let score = 2.487
    static let lowerQuartile = 5.466
    static let cosine = 4.455
    static let asked = 10.0
    static let kind = 1.096
    static let subject = 2.0
    static let unknownNames = -1.208
    static let names = -0.74
    static let length = 0.703
    static let size = -0.75
  }

  /// A number that speaks for an answer or against one.
  private struct Feature {
    let explanation: Explanation

    init(_ label: String, _ value: Double, _ weight: Double) {
      explanation = Explanation(
        label, value * weight, [Explanation("value", value), Explanation("weight", weight)])
    }
  }

  var explanation: Explanation {
    Explanation(isAnswerable ? "answerable" : "not answerable", logit, parts)
  }

  /// Capitalised words that begin no sentence; model numbers ("H100s") are no names.
  private static func names(in prompt: String) -> [String] {
    var names: [String] = []
    var isOpening = true
    for word in prompt.split(whereSeparator: \.isWhitespace) {
      let bare = word.drop { !$0.isLetter && !$0.isNumber }
      var name = String(
        bare.prefix { $0.isLetter || $0.isNumber || $0 == "+" || $0 == "#" || $0 == "-" })
      while let last = name.last, !last.isLetter, !last.isNumber { name.removeLast() }
      let isCommon = Analyzer().content(of: name).isEmpty
      if !isOpening, name.count >= 2, name.first?.isUppercase == true, !isCommon,
        !name.contains(where: \.isNumber)
      {
        names.append(name)
      }
      isOpening = word.last.map { ".?!…:".contains($0) } ?? false
    }
    return names
  }

  /// The share of the query's content words that the best passages hold, weighted by rarity, 0…1.
  private static func coverage(of query: Query, by ranking: Ranking, in index: Index) -> Double {
    let held = Set(
      ranking.hits.prefix(3).flatMap { hit in
        let passage = index.passages[hit.passage]
        return index.analyzer.content(of: passage.text)
          + index.analyzer.content(of: passage.section) + index.analyzer.content(of: passage.asked)
      })
    var total = 0.0
    var found = 0.0
    for term in index.terms(of: query) {
      let weight = term.weight * index.rarity(of: term.term)
      total += weight
      if held.contains(term.term) { found += weight }
    }
    return total > 0 ? found / total : 0
  }
}
