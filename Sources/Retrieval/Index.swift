#if Meaning
  package import SentenceEncoder
#endif

/// Passages, filed so that the closest to a query are found: by their words, and by what they mean.
///
/// An index knows texts and numbers, nothing of speakers: who may be quoted is the caller's
/// business, given as the candidates.
public struct Index: Sendable {
  /// The passages, by number.
  public let passages: [Passage]
  /// The numbers of the passages that may be found, ascending.
  public let candidates: [Int]
  /// How texts and queries become terms.
  public let analyzer: Analyzer
  let lexical: LexicalIndex

  /// Files `passages` by their words.
  ///
  /// O(n) in their words.
  ///
  /// - Parameters:
  ///   - passages: what to file.
  ///   - candidates: the numbers of those that may be found, ascending; all when left out.
  ///   - analyzer: how texts become terms.
  public init(_ passages: [Passage], candidates: [Int]? = nil, analyzer: Analyzer = Analyzer()) {
    self.passages = passages
    self.candidates = candidates ?? Array(passages.indices)
    self.analyzer = analyzer
    lexical = LexicalIndex(passages, candidates: self.candidates, analyzer: analyzer)
    #if Meaning
      meaning = nil
      corrector = nil
    #endif
  }

  #if Meaning
    let meaning: MeaningIndex?
    private let corrector: SpellingCorrector?

    /// Files `passages` by their words and by what they mean.
    ///
    /// - Parameter encoded: the passages' vectors, of one transcript after another.
    package init(
      _ passages: [Passage], candidates: [Int], analyzer: Analyzer, encoded: [EncodedPassages],
      encoder: SentenceEncoder
    ) {
      self.passages = passages
      self.candidates = candidates
      self.analyzer = analyzer
      lexical = LexicalIndex(passages, candidates: candidates, analyzer: analyzer)
      meaning = MeaningIndex(encoded, encoder: encoder, candidates: candidates)
      corrector = SpellingCorrector(
        candidates.map { passages[$0].text }, tokenizer: encoder.tokenizer)
    }
  #endif

  /// The passages closest to `query`, best first; equal ones in the order of the transcript.
  ///
  /// - Parameters:
  ///   - query: what to look for.
  ///   - limit: the most passages.
  ///   - some: the numbers of the candidates to look at, ascending; all when left out.
  public func search(_ query: Query, limit: Int = 10, among some: [Int]? = nil) -> Ranking {
    let terms = terms(of: query)
    let looked = some ?? candidates
    #if Meaning
      if let meaning { return ranking(of: query, terms, by: meaning, among: looked, limit: limit) }
    #endif
    return lexicalRanking(of: terms, among: looked, limit: limit)
  }

  private func lexicalRanking(of terms: [WeightedTerm], among looked: [Int], limit: Int) -> Ranking
  {
    let scores = lexical.scores(for: terms)
    let best = looked.filter { scores[$0] > 0 }
      .sorted { (scores[$0], $1) > (scores[$1], $0) }
      .prefix(limit)
    return Ranking(
      hits: best.map { passage in
        Hit(
          passage: passage, score: scores[passage],
          sentences: sentenceScores(of: passages[passage], for: terms),
          explanation: lexical.explanation(of: passage, for: terms))
      })
  }

  /// The query's terms: each once, those typed at full weight.
  public func terms(of query: Query) -> [WeightedTerm] {
    var seen: Set<String> = []
    var terms: [WeightedTerm] = []
    for term in analyzer.content(of: query.prompt) where seen.insert(term).inserted {
      terms.append(WeightedTerm(term))
    }
    for term in query.carried where seen.insert(term.term).inserted { terms.append(term) }
    return terms
  }

  /// A prompt with its slips of typing mended, as far as the passages' words allow.
  public func corrected(_ prompt: String) -> String {
    #if Meaning
      return corrector?.corrected(prompt) ?? prompt
    #else
      return prompt
    #endif
  }

  /// A prompt with its words in the capitals that the passages mostly write them in, where it has none.
  public func capitalised(_ prompt: String) -> String {
    #if Meaning
      guard let tokenizer = meaning?.encoder.tokenizer else { return prompt }
      return Capitals(of: prompt, in: passages) { tokenizer.pieces(of: $0).count == 1 }
        .restored(in: prompt)
    #else
      return prompt
    #endif
  }

  /// How rare a term is, in nats; at its greatest for a term that no passage holds.
  public func rarity(of term: String) -> Double { lexical.rarity(of: term) }

  /// Whether any candidate holds `term`.
  public func knows(_ term: String) -> Bool { lexical.documentFrequency(of: term) > 0 }

  private func sentenceScores(of passage: Passage, for terms: [WeightedTerm]) -> [Double] {
    passage.sentences.indices.map { index in
      let held = Set(analyzer.content(of: passage.sentence(index)))
      return terms.reduce(0) { sum, term in
        held.contains(term.term) ? sum + term.weight * lexical.rarity(of: term.term) : sum
      }
    }
  }
}
