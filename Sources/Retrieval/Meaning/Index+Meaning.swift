#if Meaning
  import SentenceEncoder

  /// What the parts of a score count, found by measurement on nineteen sets of prompts; the plateaus
  /// are wide.
  private enum Weight {
    // A passage
    static let inContext = 0.3
    static let asked = 0.25
    static let hub = -0.1
    static let heading = 1.0
    // A sentence
    static let sentenceLate = 1.0
    static let sentenceLateInContext = 0.5
    static let sentenceCosine = 0.5
    static let passageLate = 0.5
    static let sentenceWords = 0.015
    static let sentenceHeading = 0.6
    static let question = -0.1
    static let repeatsAsked = 0.3
    static let leastRepeated = 0.4
  }

  /// What a query's words say, by passage.
  private struct Wording {
    /// BM25F.
    let scores: [Double]
    /// The share of what was typed that the heading holds.
    let headings: [Double]
  }

  extension Index {
    func ranking(
      of query: Query, _ terms: [WeightedTerm], by meaning: MeaningIndex, among candidates: [Int],
      limit: Int
    ) -> Ranking {
      let prompt = meaning.encoder.encode(prompt: query.prompt, context: query.context)
      let matches = meaning.matches(of: prompt, among: candidates)
      let wording = Wording(
        scores: lexical.scores(for: terms),
        headings: lexical.headingShares(for: terms.filter(\.isTyped).map(\.term)))
      let scores = candidates.map { score(matches[$0], heading: wording.headings[$0]) }
      let order = candidates.indices.sorted { (scores[$0], $1) > (scores[$1], $0) }
      let hits = order.prefix(limit).compactMap { index -> Hit? in
        let passage = candidates[index]
        guard let match = matches[passage] else { return nil }
        return Hit(
          passage: passage, score: scores[index],
          sentences: sentenceScores(of: passage, match, wording),
          explanation: explanation(of: passage, match, wording, terms, score: scores[index]))
      }
      return Ranking(hits: hits, closeness: closeness(of: matches, wording))
    }

    private func score(_ match: MeaningIndex.Match?, heading: Double) -> Double {
      guard let match else { return 0 }
      return best(match) { Double($0.cosine + $0.late) }
        + Weight.inContext * best(match) { Double($0.cosineInContext + $0.lateInContext) }
        + Weight.asked * Double(match.asked) + Weight.hub * Double(match.hub)
        + Weight.heading * heading
    }

    private func best(
      _ match: MeaningIndex.Match, _ value: (MeaningIndex.SentenceMatch) -> Double
    ) -> Double {
      match.sentences.reduce(-2) { max($0, value($1)) }
    }

    private func sentenceScores(
      of passage: Int, _ match: MeaningIndex.Match, _ wording: Wording
    ) -> [Double] {
      match.sentences.enumerated().map { index, sentence in
        let isQuestion = passages[passage].endsInQuestionMark(index)
        return Weight.sentenceLate * Double(sentence.late)
          + Weight.sentenceLateInContext * Double(sentence.lateInContext)
          + Weight.sentenceCosine * Double(sentence.cosine + sentence.cosineInContext)
          + Weight.passageLate * Double(match.late) + Weight.sentenceWords * wording.scores[passage]
          + Weight.sentenceHeading * wording.headings[passage]
          + Weight.repeatsAsked * max(0, Double(match.asked) - Weight.leastRepeated)
          + (isQuestion ? Weight.question : 0)
      }
    }

    private func closeness(
      of matches: [Int: MeaningIndex.Match], _ wording: Wording
    ) -> Ranking.Closeness? {
      var best: (score: Double, passage: Int, sentence: Int)?
      var cosine = -1.0
      for passage in candidates {
        guard let match = matches[passage] else { continue }
        let scores = sentenceScores(of: passage, match, wording)
        for (sentence, score) in scores.enumerated() where score > best?.score ?? -.infinity {
          best = (score, passage, sentence)
        }
        let sentenceCosine = match.sentences.reduce(-1) { max($0, $1.cosine) }
        cosine = max(cosine, Double(match.pooled + sentenceCosine) / 2)
      }
      guard let best else { return nil }
      return Ranking.Closeness(
        asked: Double(matches[best.passage]?.asked ?? 0), score: best.score,
        lowerQuartile: lowerQuartile(around: best.sentence, of: best.passage, matches),
        cosine: cosine, passage: best.passage, sentence: best.sentence)
    }

    /// Of the best cosine of each prompt token with the sentences near one, the lower quartile.
    private func lowerQuartile(
      around sentence: Int, of passage: Int, _ matches: [Int: MeaningIndex.Match]
    ) -> Double {
      let near = near(sentence, of: passage)
      var tokens: [Float] = []
      for (passage, sentence) in near {
        guard let match = matches[passage] else { continue }
        let own = match.sentences[sentence].tokens
        tokens = tokens.isEmpty ? own : zip(tokens, own).map { max($0, $1) }
      }
      guard !tokens.isEmpty else { return 0 }
      let sorted = tokens.sorted()
      let place = 0.25 * Double(sorted.count - 1)
      let low = Int(place)
      let high = min(low + 1, sorted.count - 1)
      let share = place - Double(low)
      return Double(sorted[low]) * (1 - share) + Double(sorted[high]) * share
    }

    private func explanation(
      of passage: Int, _ match: MeaningIndex.Match, _ wording: Wording, _ terms: [WeightedTerm],
      score: Double
    ) -> Explanation {
      Explanation(
        "score", score,
        [
          Explanation(
            "best sentence, cosine and late score", best(match) { Double($0.cosine + $0.late) }),
          Explanation(
            "the same behind what was said before, by \(Weight.inContext)",
            Weight.inContext * best(match) { Double($0.cosineInContext + $0.lateInContext) }),
          Explanation(
            "the question it replies to, by \(Weight.asked)", Weight.asked * Double(match.asked)),
          Explanation(
            "nearness to what everything is about, by \(Weight.hub)", Weight.hub * Double(match.hub)
          ),
          Explanation(
            "what its heading holds of the words, by \(Weight.heading)",
            Weight.heading * wording.headings[passage]),
          Explanation(
            "sentences",
            0,
            sentenceScores(of: passage, match, wording)
              .enumerated().map { Explanation("sentence \($0.offset + 1)", $0.element) }),
          lexical.explanation(of: passage, for: terms),
        ])
    }
  }
#endif
