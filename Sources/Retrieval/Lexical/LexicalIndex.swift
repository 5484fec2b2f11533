/// Finds passages by the words they hold: BM25F over the words, the heading and the question.
///
/// S. Robertson, H. Zaragoza, M. Taylor: Simple BM25 Extension to Multiple Weighted Fields, 2004:
/// a term's frequencies in the fields are weighted and added before they saturate.
struct LexicalIndex: Sendable {
  private struct Posting {
    let passage: Int
    /// The frequency, weighted by field and normalized by the field's length.
    let frequency: Double
  }

  private let analyzer: Analyzer
  /// How many passages are filed, and how many there are.
  private let count: Int
  private let total: Int
  private var postings: [String: [Posting]] = [:]
  /// The headings' terms, and the passages under each.
  private let headings: [(terms: Set<String>, passages: [Int])]

  /// Field weights and normalization; `k1` is where a frequency is half saturated.
  private static let k1 = 1.2
  private static let fields: [(weight: Double, b: Double, text: @Sendable (Passage) -> String)] = [
    (1.0, 0.75, \.text), (0.2, 0.5, \.section), (0.2, 0.5, \.asked),
  ]

  /// Files the candidates among `passages`; the others have no postings.
  init(_ passages: [Passage], candidates: [Int], analyzer: Analyzer) {
    self.analyzer = analyzer
    count = candidates.count
    total = passages.count
    let fields = Self.fields.map { field in
      (field.weight, field.b, candidates.map { analyzer.content(of: field.text(passages[$0])) })
    }
    var frequencies = candidates.map { _ in [String: Double]() }
    for (weight, b, terms) in fields {
      let total = terms.reduce(0) { $0 + $1.count }
      let mean = max(1, Double(total) / Double(max(1, count)))
      for (passage, terms) in terms.enumerated() {
        let norm = 1 - b + b * Double(terms.count) / mean
        var counts: [String: Int] = [:]
        for term in terms { counts[term, default: 0] += 1 }
        for (term, count) in counts {
          frequencies[passage][term, default: 0] += weight * Double(count) / norm
        }
      }
    }
    headings = Dictionary(grouping: candidates) { passages[$0].section }
      .compactMap { $0.isEmpty ? nil : (Set(analyzer.content(of: $0)), $1) }
    for (passage, terms) in zip(candidates, frequencies) {
      for (term, frequency) in terms {
        postings[term, default: []].append(Posting(passage: passage, frequency: frequency))
      }
    }
  }

  /// In how many passages `term` stands.
  func documentFrequency(of term: String) -> Int { postings[term]?.count ?? 0 }

  /// How rare a term is, in nats: ln(1 + (N - n + ½) / (n + ½)).
  func rarity(of term: String) -> Double {
    let n = Double(documentFrequency(of: term))
    return Arithmetic.ln(1 + (Double(count) - n + 0.5) / (n + 0.5))
  }

  /// The score of every passage for the weighted terms.
  func scores(for terms: [WeightedTerm]) -> [Double] {
    var scores = [Double](repeating: 0, count: total)
    for term in terms {
      let rarity = rarity(of: term.term) * term.weight
      for posting in postings[term.term] ?? [] {
        scores[posting.passage] += rarity * Self.saturated(posting.frequency)
      }
    }
    return scores
  }

  /// For every passage, the share of some terms, by rarity, that its heading holds.
  ///
  /// A word that half of the passages hold tells no heading from another, and one telling word is no
  /// more than a coincidence: with fewer than two, the share is 0.
  func headingShares(for terms: [String]) -> [Double] {
    var shares = [Double](repeating: 0, count: total)
    let all = terms.reduce(0) { $0 + rarity(of: $1) }
    let telling = terms.filter { 2 * documentFrequency(of: $0) < count }
    for heading in headings {
      let held = telling.filter(heading.terms.contains)
      guard held.count >= 2 else { continue }
      let share = held.reduce(0) { $0 + rarity(of: $1) } / all
      for passage in heading.passages { shares[passage] = share }
    }
    return shares
  }

  /// What each term adds to the score of one passage.
  func explanation(of passage: Int, for terms: [WeightedTerm]) -> Explanation {
    let parts = terms.compactMap { term -> Explanation? in
      guard let posting = postings[term.term]?.first(where: { $0.passage == passage }) else {
        return nil
      }
      let rarity = rarity(of: term.term)
      let saturation = Self.saturated(posting.frequency)
      return Explanation(
        "“\(term.term)”", rarity * term.weight * saturation,
        [
          Explanation("rarity", rarity), Explanation("weight in the query", term.weight),
          Explanation("saturated frequency", saturation),
        ])
    }
    return Explanation("words (BM25F)", parts.reduce(0) { $0 + $1.value }, parts)
  }

  private static func saturated(_ frequency: Double) -> Double {
    frequency * (k1 + 1) / (frequency + k1)
  }
}
