import Retrieval

/// Chooses the sentences that are quoted from the passages that were found.
struct Composer {
  let corpus: Corpus
  let budget: Budget

  /// How many words the quotations may have, by how many there are.
  struct Budget: Sendable, Hashable {
    /// For one quotation, for each of two, and for each of three.
    var words: [[Int]]
    /// What an answer never exceeds.
    var limit: Int
  }

  /// Contiguous sentences of one passage.
  struct Span: Hashable {
    let transcript: Int
    var sentences: ClosedRange<Int>
  }

  /// One to three spans out of `ranking`, the best first.
  ///
  /// - Parameter shown: sentences that must not come again.
  func spans(of ranking: Ranking, without shown: Set<SentencePlace> = []) -> [Span] {
    let openings = openings(of: ranking, without: shown).filter { isReply($0, ranking.closeness) }
    guard let first = openings.first else { return [] }
    let margin = ranking.closeness == nil ? Self.lexicalMargin * first.score : Self.margin
    let admitted = openings.prefix(Self.most).prefix { $0.score >= first.score - margin }
    let words = budget.words[admitted.count - 1]
    var spans: [Span] = []
    var total = 0
    for (opening, room) in zip(admitted, words) {
      let span = grown(from: opening, within: room)
      let count = self.words(in: span)
      if !spans.isEmpty, total + count > budget.limit { continue }
      total += count
      spans.append(span)
    }
    return joined(spans)
  }

  /// Where a prompt all but repeats a question of the interview, what followed it is the answer, and
  /// nothing else is.
  private func isReply(_ opening: Opening, _ closeness: Ranking.Closeness?) -> Bool {
    guard let closeness, closeness.repeatsQuestion else { return true }
    let passages = corpus.index.passages
    return passages[opening.hit.passage].stretch == passages[closeness.passage].stretch
  }

  static let most = 3
  /// How far below the best sentence another passage's best may be and still support it.
  private static let margin = 0.13
  private static let lexicalMargin = 0.25

  /// The best sentence of a passage, and where to go from there.
  private struct Opening {
    let place: Corpus.Place
    let hit: Hit
    let sentence: Int
    let score: Double
    /// The passage's sentences that may be quoted.
    let usable: Set<Int>
  }

  private func openings(of ranking: Ranking, without shown: Set<SentencePlace>) -> [Opening] {
    let all = ranking.hits.compactMap { hit -> Opening? in
      let place = corpus.places[hit.passage]
      let usable = place.sentences.filter { sentence in
        !shown.contains(SentencePlace(place.transcript, sentence))
          && !isDirection(corpus.transcripts[place.transcript].sentences[sentence].text)
      }
      func score(_ sentence: Int) -> Double { hit.sentences[sentence - place.sentences.lowerBound] }
      guard let best = usable.max(by: { (score($0), $1) < (score($1), $0) }) else { return nil }
      return Opening(
        place: place, hit: hit, sentence: best, score: score(best), usable: Set(usable))
    }
    return all.enumerated().sorted { ($0.1.score, $1.0) > ($1.1.score, $0.0) }.map(\.1)
  }

  /// Whether all that a sentence holds is in brackets: "[laughs]".
  private func isDirection(_ sentence: String) -> Bool {
    guard let first = sentence.first, first == "[" || first == "(" else { return false }
    var depth = 0
    for character in sentence {
      if character == "[" || character == "(" { depth += 1 }
      if depth == 0, character.isLetter || character.isNumber { return false }
      if character == "]" || character == ")" { depth -= 1 }
    }
    return true
  }

  /// The best sentence and, of its neighbours, always the better one that the room still holds.
  private func grown(from opening: Opening, within room: Int) -> Span {
    let place = opening.place
    func score(_ sentence: Int) -> Double {
      opening.hit.sentences[sentence - place.sentences.lowerBound]
    }
    var span = Span(transcript: place.transcript, sentences: opening.sentence...opening.sentence)
    while true {
      let before = span.sentences.lowerBound - 1
      let after = span.sentences.upperBound + 1
      let next = [before, after].filter { opening.usable.contains($0) }
        .map { sentence -> (sentence: Int, span: Span) in
          var larger = span
          larger.sentences = min(sentence, before + 1)...max(sentence, after - 1)
          return (sentence, larger)
        }
        .filter { words(in: $0.span) <= room }
        .max { score($0.sentence) < score($1.sentence) }
      guard let next else { break }
      span = next.span
    }
    return antecedent(of: span, usable: opening.usable, within: room)
  }

  /// The span with what it is not understood without: the sentence before one that points back, or
  /// whose sense that sentence turns round, and the sentence behind that takes its last one back.
  ///
  /// What points back stays as it is when its antecedent is too long; what is turned round does not.
  private func antecedent(of span: Span, usable: Set<Int>, within room: Int) -> Span {
    var span = span
    let before = span.sentences.lowerBound - 1
    if usable.contains(before) {
      let opening = text(span.sentences.lowerBound, span)
      let extra =
        Reversal.governs(text(before, span), opening)
        ? Self.reversalRoom : Dangling.opens(opening) ? Self.antecedentRoom : nil
      var larger = span
      larger.sentences = before...span.sentences.upperBound
      if let extra, words(in: larger) <= room + extra { span = larger }
    }
    let after = span.sentences.upperBound + 1
    if usable.contains(after), Reversal.takesBack(text(after, span)) {
      var larger = span
      larger.sentences = span.sentences.lowerBound...after
      if words(in: larger) <= room + Self.antecedentRoom { span = larger }
    }
    return span
  }

  /// In words: by so much an antecedent may exceed the room.
  private static let antecedentRoom = 20
  /// In words: by so much a sentence that turns the sense round may.
  private static let reversalRoom = 40

  private func text(_ sentence: Int, _ span: Span) -> String {
    corpus.transcripts[span.transcript].sentences[sentence].text
  }

  func words(in span: Span) -> Int {
    corpus.quotation(span.sentences, in: span.transcript).text.wordCount
  }

  /// Spans of one turn that touch become one; the others of a turn stand in spoken order.
  private func joined(_ spans: [Span]) -> [Span] {
    var result: [Span] = []
    for span in spans {
      if let index = result.firstIndex(where: { touches($0, span) }) {
        let both = result[index].sentences
        result[index].sentences =
          min(
            both.lowerBound, span.sentences.lowerBound)...max(
            both.upperBound, span.sentences.upperBound)
      } else {
        result.append(span)
      }
    }
    return inSpokenOrder(result)
  }

  /// The turns in the order of their best spans; a turn's own spans as they were spoken.
  private func inSpokenOrder(_ spans: [Span]) -> [Span] {
    var turns: [Turn] = []
    let homes = spans.map { span -> Int in
      let turn = corpus.transcripts[span.transcript].sentences[span.sentences.lowerBound].turn
      if let known = turns.firstIndex(of: turn) { return known }
      turns.append(turn)
      return turns.count - 1
    }
    return zip(homes, spans).sorted { a, b in
      (a.0, a.1.sentences.lowerBound) < (b.0, b.1.sentences.lowerBound)
    }.map(\.1)
  }

  private func touches(_ a: Span, _ b: Span) -> Bool {
    guard a.transcript == b.transcript else { return false }
    let sentences = corpus.transcripts[a.transcript].sentences
    guard sentences[a.sentences.lowerBound].turn == sentences[b.sentences.lowerBound].turn else {
      return false
    }
    return a.sentences.upperBound + 1 == b.sentences.lowerBound
      || b.sentences.upperBound + 1 == a.sentences.lowerBound
  }
}

/// A sentence of a persona's transcripts.
struct SentencePlace: Hashable, Sendable, Codable {
  let transcript: Int
  let sentence: Int

  init(_ transcript: Int, _ sentence: Int) {
    self.transcript = transcript
    self.sentence = sentence
  }
}

extension Quotation {
  /// Whether the words open a turn and point back: they are understood behind the question alone.
  public var leansOnQuestion: Bool {
    guard range.lowerBound == turn.range.lowerBound, turn.asked != nil else { return false }
    return Dangling.opens(text)
  }
}

/// Sentences that lean on the one before them.
enum Dangling {
  /// Whether a sentence opens with a word that points back.
  static func opens(_ sentence: String) -> Bool {
    let words = Clause.words(of: String(sentence.prefix(40)))
    let body = words.drop { ["so", "and", "but", "or", "because", "well"].contains($0) }
    return body.first.map { pointers.contains($0) } ?? true
  }

  private static let pointers: Set<String> = [
    "that", "thats", "it", "its", "this", "these", "those", "they", "theyre", "he", "she", "which",
    "yes", "yeah", "no", "also",
  ]
}
