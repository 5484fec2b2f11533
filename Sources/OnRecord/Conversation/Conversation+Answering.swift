import Retrieval

extension Conversation {
  /// Looks for what answers a question, and quotes it or says that nothing does.
  mutating func answer(_ reading: Reading, to prompt: String) -> Exchange {
    let both = reading.questions.map { find($0) }.filter(\.answers)
    if both.count == 2, both[0].spans[0] != both[1].spans[0] { return exchange(prompt, both) }
    let found = find(reading.question)
    guard found.answers else {
      let near = found.evidence.isNear ? Array(found.spans.prefix(1)) : []
      let silence = silence(spans: near, evidence: found.evidence)
      return Exchange(
        prompt: prompt, act: .question, reply: .silence(silence),
        explanation: Explanation("declined", found.evidence.logit, found.parts))
    }
    return exchange(
      prompt, .question, question: found.question, spans: found.spans, value: found.evidence.logit,
      parts: found.parts)
  }

  /// What a search brought for a question.
  private struct Found {
    let question: String
    let evidence: Evidence
    let spans: [Composer.Span]
    let parts: [Explanation]
    /// The least evidence to answer upon.
    let threshold: Double

    var answers: Bool { evidence.logit >= threshold && !spans.isEmpty }
  }

  /// Looks for a question as a part of the talk; for a subject that is not named there, by itself.
  private func find(_ typed: String) -> Found {
    let request = Request(typed)
    let question = persona.corpus.index.corrected(request.question)
    let query = query(for: question)
    let found = find(request, question, query)
    guard !found.evidence.namesSubject, !query.context.isEmpty,
      request.isSubject(persona.corpus.index.analyzer)
    else { return found }
    let alone = find(request, question, Query(persona.corpus.written(question)))
    return alone.answers && alone.evidence.namesSubject ? alone : found
  }

  private func find(_ request: Request, _ question: String, _ query: Query) -> Found {
    let corpus = persona.corpus
    let ranking = corpus.index.search(query, among: candidates)
    let evidence = Evidence(query, for: request, ranking: ranking, in: corpus)
    let budget = (request.isBrief ? .brief : length).budget(isSure: evidence.isSure)
    let spans = spans(of: ranking, for: question, isSure: evidence.isSure, budget)
    return Found(
      question: question, evidence: evidence, spans: spans,
      parts: [query.explanation, evidence.explanation] + ranking.hits.prefix(5).map { explain($0) },
      // What was told before is told again, to a few words, only where there is hardly a doubt.
      threshold: isElliptical(question) && spans.allSatisfy(isShown)
        ? max(threshold, Evidence.sure) : threshold)
  }

  /// What is quoted of a ranking.
  ///
  /// A few words that lean on the talk ask for what it has not told yet; where there is nothing of it,
  /// for the words themselves out of what it has told.
  private func spans(
    of ranking: Ranking, for question: String, isSure: Bool, _ budget: Composer.Budget
  ) -> [Composer.Span] {
    let corpus = persona.corpus
    let spans = Composer(corpus: corpus, budget: budget).spans(of: ranking)
    guard isElliptical(question) else { return spans }
    let fresh = spans.filter { !isShown($0) }
    guard fresh.isEmpty else { return fresh }
    let brief = Composer(corpus: corpus, budget: AnswerLength.brief.budget(isSure: isSure))
      .spans(of: ranking).filter(isShown)
    return brief.isEmpty ? spans : brief
  }

  /// Whether all of a span was quoted before.
  private func isShown(_ span: Composer.Span) -> Bool {
    span.sentences.allSatisfy { shown.contains(SentencePlace(span.transcript, $0)) }
  }

  /// Answers two questions that were asked in one prompt: the best of each.
  private mutating func exchange(_ prompt: String, _ both: [Found]) -> Exchange {
    let composer = Composer(corpus: persona.corpus, budget: length.budget(isSure: true))
    var spans: [Composer.Span] = []
    for found in both {
      let lead = found.spans[0]
      let isFresh = !spans.contains {
        $0.transcript == lead.transcript && $0.sentences.overlaps(lead.sentences)
      }
      let total = (spans + [lead]).reduce(0) { $0 + composer.words(in: $1) }
      if isFresh, total <= composer.budget.limit { spans.append(lead) }
    }
    return exchange(
      prompt, .question, question: both.map(\.question).joined(separator: " "), spans: spans,
      value: both.map(\.evidence.logit).min() ?? 0, parts: both.flatMap(\.parts))
  }

  /// Goes on with the topic: what was not shown yet, next in the same turn first.
  mutating func continuation(of prompt: String) -> Exchange {
    let corpus = persona.corpus
    guard let topic else {
      let aside = Aside(line: .assent, text: persona.text(.assent))
      return Exchange(
        prompt: prompt, act: .continuation, reply: .aside(aside),
        explanation: Explanation("nothing to go on with", 0))
    }
    let composer = Composer(corpus: corpus, budget: length.budget(isSure: true))
    let next = composer.following(topic.lead, without: shown)
    let spans =
      !next.isEmpty
      ? next
      : composer.spans(
        of: corpus.index.search(Query(topic.question), among: candidates), without: shown)
    guard !spans.isEmpty else {
      let text = persona.text(.nothingMore)
      let silence = Silence(reason: .nothingMore, text: text, closest: [], unknownWords: [])
      return Exchange(
        prompt: prompt, act: .continuation, reply: .silence(silence),
        explanation: Explanation("all was quoted", 0))
    }
    let label = next.isEmpty ? "next-best passage" : "next in the same turn"
    return exchange(
      prompt, .continuation, question: topic.question, spans: spans, value: 1,
      parts: [Explanation(label, 1)])
  }

  /// Quotes the last answer again, all of it or its best sentences; nil before the first.
  mutating func again(_ act: Act, to prompt: String) -> Exchange? {
    guard let topic else { return nil }
    let quoted = Composer.spans(of: topic.quoted, in: persona.corpus)
    let spans = act == .shortening ? [best(of: topic) ?? quoted[0]] : quoted
    return exchange(
      prompt, act, question: topic.question, spans: spans, value: 1,
      parts: [Explanation("quoted before", 1)])
  }

  /// Of what was quoted, the sentences that answer best, in brief.
  private func best(of topic: Topic) -> Composer.Span? {
    let corpus = persona.corpus
    let quoted = Set(topic.quoted)
    func places(_ passage: Int) -> [SentencePlace] {
      let place = corpus.places[passage]
      return place.sentences.map { SentencePlace(place.transcript, $0) }
    }
    let passages = (candidates ?? corpus.index.candidates).filter {
      places($0).contains(where: quoted.contains)
    }
    let others = Set(passages.flatMap(places)).subtracting(quoted)
    let composer = Composer(corpus: corpus, budget: AnswerLength.brief.budget(isSure: true))
    let ranking = corpus.index.search(Query(topic.question), among: passages)
    return composer.spans(of: ranking, without: others).first
  }

  private mutating func exchange(
    _ prompt: String, _ act: Act, question: String, spans: [Composer.Span],
    value: Double, parts: [Explanation]
  ) -> Exchange {
    let corpus = persona.corpus
    let quoted = spans.flatMap { span in span.sentences.map { SentencePlace(span.transcript, $0) } }
    let quotations = spans.map { corpus.quotation($0.sentences, in: $0.transcript) }
    let answer = Answer(quotations: quotations, isRepeated: quoted.allSatisfy(shown.contains))
    shown.formUnion(quoted)
    let lead = SentencePlace(spans[0].transcript, spans[0].sentences.upperBound)
    topic = Topic(question: question, quoted: quoted, lead: lead)
    let elisions = answer.elisions.map {
      Explanation("left out: “\($0.quotation.text)”", Double($0.words))
    }
    return Exchange(
      prompt: prompt, act: act, reply: .answer(answer),
      explanation: Explanation("answered", value, parts + elisions))
  }

  /// What is looked for: the question as the transcripts would write it; or as it was typed, with what
  /// the talk carries, while that has not let go of it.
  func query(for question: String) -> Query {
    let corpus = persona.corpus
    guard let topic else { return Query(corpus.written(question)) }
    let analyzer = corpus.index.analyzer
    let quoted = topic.quoted
      .map { corpus.transcripts[$0.transcript].sentences[$0.sentence].text }.joined(separator: " ")
    let room = max(Self.leastContext, Self.longestQuery - question.wordCount)
    let context = (topic.question + " " + quoted).split(separator: " ").prefix(room)
      .joined(separator: " ")
    let content = analyzer.content(of: question)
    let leans =
      isElliptical(question)
      || Clause.words(of: question).contains(where: Self.pronouns.contains)
    guard leans else { return Query(corpus.written(question)) }
    let weight = content.isEmpty ? 0.6 : 0.25
    let carried =
      analyzer.content(of: topic.question).map { WeightedTerm($0, weight) }
      + analyzer.content(of: quoted).map { WeightedTerm($0, weight / 2) }
    return Query(question, context: context, carried: carried)
  }

  /// Whether a question of a talk has too few words of its own to be understood by itself.
  private func isElliptical(_ question: String) -> Bool {
    topic != nil && persona.corpus.index.analyzer.content(of: question).count <= 2
  }

  /// In words, of a prompt and its context: the less is typed, the more of the talk it leans on.
  ///
  /// More context finds no more, and takes time to encode.
  private static let longestQuery = 24
  /// In words: what a long prompt still leans on.
  private static let leastContext = 8

  private static let pronouns: Set<String> = [
    "it", "its", "that", "thats", "this", "they", "them", "their", "those", "these", "he", "she",
    "him", "her", "one", "ones", "there", "then", "so", "else", "other",
  ]

  private func explain(_ hit: Hit) -> Explanation {
    let place = persona.corpus.places[hit.passage]
    let citation = persona.corpus.quotation(place.sentences, in: place.transcript).citation
    return Explanation(
      "turn \(citation.turn), paragraph \(citation.paragraph)", hit.score, [hit.explanation])
  }
}

extension Composer {
  /// Sentences as they were quoted: those of one turn that follow each other are one span.
  static func spans(of places: [SentencePlace], in corpus: Corpus) -> [Span] {
    var spans: [Span] = []
    for place in places {
      let sentences = corpus.transcripts[place.transcript].sentences
      if let last = spans.last, last.transcript == place.transcript,
        last.sentences.upperBound + 1 == place.sentence,
        sentences[last.sentences.upperBound].turn == sentences[place.sentence].turn
      {
        spans[spans.count - 1].sentences = last.sentences.lowerBound...place.sentence
      } else {
        spans.append(
          Span(transcript: place.transcript, sentences: place.sentence...place.sentence))
      }
    }
    return spans
  }

  /// What follows a sentence in its turn, and, where that is little, in the next turn, if nothing was
  /// asked between.
  func following(_ place: SentencePlace, without shown: Set<SentencePlace>) -> [Span] {
    var spans: [Span] = []
    var words = 0
    var turn = corpus.transcripts[place.transcript].sentences[place.sentence].turn
    var first = place.sentence + 1
    while words < Self.fewWords, spans.count < Self.most {
      if let span = next(from: first, of: turn, in: place.transcript, without: shown) {
        spans.append(span)
        words += self.words(in: span)
        first = span.sentences.upperBound + 1
      } else if let other = unasked(after: turn) {
        turn = other
        first = other.sentences[0].index
      } else {
        break
      }
    }
    return spans
  }

  /// In words: a continuation of fewer goes on into the next turn.
  private static let fewWords = 30

  /// The interviewee's next turn, if all between is a word or two that asks nothing.
  private func unasked(after turn: Turn) -> Turn? {
    let turns = turn.transcript.turns
    for next in turns[(turn.index + 1)...] {
      if next.speaker == corpus.interviewee { return next }
      let text = turn.transcript.text(at: next.range)
      guard !text.contains("?"), text.wordCount <= Self.interjectionWords else { return nil }
    }
    return nil
  }

  /// In words: what an interviewer throws in.
  private static let interjectionWords = 15

  /// What stands from a sentence on in its turn and was not shown, as far as the budget goes; nil at
  /// the end of the turn.
  private func next(
    from start: Int, of turn: Turn, in number: Int, without shown: Set<SentencePlace>
  ) -> Span? {
    let transcript = corpus.transcripts[number]
    guard let end = turn.sentences.last?.index else { return nil }
    var first = start
    while first <= end, shown.contains(SentencePlace(number, first)) { first += 1 }
    guard first <= end else { return nil }
    var span = Span(transcript: number, sentences: first...first)
    let room = budget.words[0][0]
    let paragraph = transcript.sentences[first].paragraph
    for next in (first + 1)..<(end + 2) where next <= end {
      guard !shown.contains(SentencePlace(number, next)) else { break }
      var larger = span
      larger.sentences = first...next
      let count = words(in: larger)
      let isNewParagraph = transcript.sentences[next].paragraph != paragraph
      if count > room || (isNewParagraph && count > room / 2) { break }
      span = larger
    }
    return span
  }
}

extension Query {
  /// The query's parts, for people.
  var explanation: Explanation {
    Explanation(
      "looked for: \(prompt)", 1,
      carried.prefix(8).map { Explanation("carried “\($0.term)”", $0.weight) })
  }
}
