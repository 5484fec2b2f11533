#if Meaning
  import SentenceEncoder

  /// Finds passages by what they mean.
  struct MeaningIndex: Sendable {
    let encoder: SentenceEncoder
    /// The vectors of one transcript after another, and the number of each one's first passage.
    private let parts: [EncodedPassages]
    private let starts: [Int]
    private let candidates: [Int]
    /// In how many of the candidates a piece stands.
    private let frequencies: [UInt16: Int]
    /// How close each passage is to the mean of the candidates, which is what everything here is about.
    private let hubCosines: [Float]

    init(_ parts: [EncodedPassages], encoder: SentenceEncoder, candidates: [Int]) {
      self.parts = parts
      var starts = [0]
      for part in parts { starts.append(starts[starts.count - 1] + part.passageCount) }
      self.starts = starts
      self.encoder = encoder
      self.candidates = candidates
      var frequencies: [UInt16: Int] = [:]
      var hub = [Float](repeating: 0, count: 384)
      let pooled = candidates.map { passage -> [Float] in
        let (part, local) = Self.locate(passage, parts, starts)
        for piece in Set(part.pieces(of: local)) { frequencies[piece, default: 0] += 1 }
        return part.pooled(local)
      }
      for vector in pooled {
        for (index, value) in vector.enumerated() { hub[index] += value }
      }
      for index in hub.indices { hub[index] /= Float(max(1, candidates.count)) }
      var cosines = [Float](repeating: 0, count: starts[parts.count])
      for (passage, vector) in zip(candidates, pooled) {
        cosines[passage] = encoder.cosine(vector, hub)
      }
      self.frequencies = frequencies
      hubCosines = cosines
    }

    private static func locate(
      _ passage: Int, _ parts: [EncodedPassages], _ starts: [Int]
    ) -> (EncodedPassages, Int) {
      var part = 0
      while starts[part + 1] <= passage { part += 1 }
      return (parts[part], passage - starts[part])
    }

    /// How close one passage is, from several sides.
    struct Match: Sendable {
      /// The cosine with the passage as a whole.
      var pooled: Float
      /// The cosine with what the passage replies to.
      var asked: Float
      var hub: Float
      /// The late score of the whole passage.
      var late: Float
      var sentences: [SentenceMatch]
    }

    /// How close one sentence is: alone, and behind the words said before its passage.
    struct SentenceMatch: Sendable {
      var cosine: Float
      var late: Float
      var cosineInContext: Float
      var lateInContext: Float
      /// For each token of the prompt, the best cosine with a token of the sentence.
      var tokens: [Float]
    }

    /// The matches of `candidates`, by passage.
    func matches(of prompt: PromptEncoding, among candidates: [Int]) -> [Int: Match] {
      let weights = weights(of: prompt)
      var matches: [Int: Match] = [:]
      matches.reserveCapacity(candidates.count)
      for passage in candidates { matches[passage] = match(passage, prompt, weights) }
      return matches
    }

    /// Each token's share of a late score: rare ones count more, ln(1 + (N + 1) / (n + ½)).
    private func weights(of prompt: PromptEncoding) -> [Float] {
      let all = Double(candidates.count)
      let raw = prompt.pieces.map { piece -> Double in
        let holding = Double(UInt16(exactly: piece).flatMap { frequencies[$0] } ?? 0)
        return Arithmetic.ln(1 + (all + 1) / (holding + 0.5))
      }
      let total = raw.reduce(0, +)
      return raw.map { Float($0 / total) }
    }

    private func match(_ passage: Int, _ prompt: PromptEncoding, _ weights: [Float]) -> Match {
      let (encoded, local) = Self.locate(passage, parts, starts)
      let tokens = encoded.tokenRange(of: local)
      let first = tokens.lowerBound
      var whole = encoded.best(
        prompt.tokens, tokens: first..<min(first + 1, tokens.upperBound), .alone, encoder)
      let last = encoded.best(
        prompt.tokens, tokens: max(first, tokens.upperBound - 1)..<tokens.upperBound, .alone,
        encoder)
      for index in whole.indices { whole[index] = max(whole[index], last[index]) }
      var sentences: [SentenceMatch] = []
      for sentence in encoded.sentenceRange(of: local) {
        let span = encoded.span(of: sentence)
        let place = first + span.lowerBound..<first + span.upperBound
        let alone = encoded.best(prompt.tokens, tokens: place, .alone, encoder)
        let inContext = encoded.best(prompt.tokens, tokens: place, .inContext, encoder)
        for index in whole.indices { whole[index] = max(whole[index], alone[index]) }
        sentences.append(
          SentenceMatch(
            cosine: span.isEmpty
              ? -1 : encoded.cosine(prompt.pooled, sentence: sentence, .alone, encoder),
            late: weighted(alone, weights),
            cosineInContext: span.isEmpty
              ? -1 : encoded.cosine(prompt.pooled, sentence: sentence, .inContext, encoder),
            lateInContext: weighted(inContext, weights), tokens: alone))
      }
      return Match(
        pooled: encoder.cosine(prompt.pooled, encoded.pooled(local)),
        asked: encoded.asked(local).map { encoder.cosine(prompt.pooled, $0) } ?? 0,
        hub: hubCosines[passage], late: weighted(whole, weights), sentences: sentences)
    }

    private func weighted(_ best: [Float], _ weights: [Float]) -> Float {
      var sum: Float = 0
      for (value, weight) in zip(best, weights) { sum += value * weight }
      return sum
    }
  }
#endif
