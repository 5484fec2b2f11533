/// A prompt as it was understood.
struct Reading: Hashable, Sendable {
  /// What the prompt does.
  var act: Act
  /// The part that asks: what is looked for.
  var question: String
  /// Where the prompt asks two things, each by itself; else empty.
  var questions: [String] = []
}

/// Tells what a prompt does, by its words alone.
struct PromptReader {
  /// The words of the interviewee's name, in lower case.
  let names: Set<String>
  /// Whether the transcripts are in English, so that another language is a foreign one.
  var isEnglish = true
  /// Whether a word stands in the transcripts.
  let knows: (String) -> Bool

  func reading(of prompt: String, afterAnswer: Bool) -> Reading {
    let clauses = Clause.all(of: prompt)
    if let act = noise(prompt, clauses) { return Reading(act: act, question: prompt) }
    for clause in clauses {
      if let act = Orders.act(of: clause, names: names) {
        return Reading(act: act, question: prompt)
      }
    }
    if let act = wholeAct(clauses, afterAnswer: afterAnswer) {
      return Reading(act: act, question: prompt)
    }
    return question(clauses, prompt, afterAnswer: afterAnswer)
  }

  private func noise(_ prompt: String, _ clauses: [Clause]) -> Act? {
    if prompt.allSatisfy(\.isWhitespace) { return .empty }
    if isEnglish, Languages.isForeign(prompt) { return .foreign }
    if clauses.isEmpty || isEnglish && Gibberish.isNoise(prompt, knows: knows) { return .gibberish }
    return nil
  }

  // MARK: Prompts that do one thing and ask nothing

  private func wholeAct(_ clauses: [Clause], afterAnswer: Bool) -> Act? {
    let words = clauses.flatMap(\.words)
    let bare = words.filter { !names.contains($0) && !Self.vocatives.contains($0) }
    if let act = MetaQuestions.act(of: words, names: names) { return act }
    if let last = clauses.last, clauses.count > 1, isPrelude(clauses.dropLast()),
      let act = MetaQuestions.act(of: last.words, names: names)
    {
      return act
    }
    if isContinuation(words) { return .continuation }
    if consists(bare, of: Cues.greetings, Cues.greetingPhrases)
      || words.allSatisfy(names.contains)
    {
      return .greeting
    }
    let line = words.filter { !names.contains($0) }.joined(separator: " ")
    if Cues.patience.contains(line) { return .patience }
    if Cues.apologies.contains(line) { return .apology }
    if Cues.yesPhrases.contains(line)
      || (bare.allSatisfy(Cues.yes.contains)
        && bare.contains { $0 != "ok" && $0 != "okay" && $0 != "sure" })
    {
      return .assent
    }
    if bare.allSatisfy(Cues.no.contains) || Cues.noPhrases.contains(line) { return .refusal }
    if consists(
      bare, of: Cues.farewells.union(Cues.thanks), Cues.farewellPhrases + Cues.thanksPhrases)
    {
      return bare.contains(where: Cues.farewells.contains)
        && !bare.contains(where: Cues.thanks.contains) ? .farewell : .thanks
    }
    if words.count <= 12, !clauses.contains(where: { $0.asks(names: names) }) {
      if thanks(words) { return .thanks }
      if Cues.compliments.contains(where: { line.contains($0) }) { return .compliment }
      if Cues.patience.contains(where: { line.hasSuffix($0) }) { return .patience }
    }
    if !clauses.contains(where: \.endsInQuestionMark),
      bare.allSatisfy({ Cues.interjections.contains($0) || Cues.fillers.contains($0) }),
      bare.contains(where: Cues.interjections.contains) || Self.acknowledgements.contains(line)
    {
      return .reaction
    }
    return nil
  }

  /// Whether words that ask nothing begin or end with thanks: "thanks, I learned a lot".
  private func thanks(_ words: [String]) -> Bool {
    guard let first = words.drop(while: Cues.leads.subtracting(Cues.thanks).contains).first,
      let last = words.last
    else { return false }
    return (Cues.thanks.contains(first) && !words.dropFirst().starts(with: ["to"]))
      || Cues.thanks.contains(last) || words.suffix(2) == ["thank", "you"]
  }

  private static let vocatives: Set<String> = [
    "there", "man", "mate", "sir", "again", "everyone", "all", "buddy", "friend", "so", "very",
    "much", "a", "lot", "for", "and", "the", "now", "then", "well", "that", "everything", "your",
    "time",
  ]
  private static let acknowledgements: Set<String> = [
    "i see", "makes sense", "got it", "i get it", "that makes sense", "i got it", "me too",
    "same here",
  ]

  private func isPrelude(_ clauses: ArraySlice<Clause>) -> Bool {
    clauses.allSatisfy {
      $0.words.allSatisfy {
        Cues.leads.contains($0) || Cues.interjections.contains($0) || Cues.fillers.contains($0)
          || Cues.greetings.contains($0) || names.contains($0)
      }
    }
  }

  /// Only words of `set` and phrases of `phrases`, in any order.
  private func consists(_ words: [String], of set: Set<String>, _ phrases: [String]) -> Bool {
    guard !words.isEmpty else { return false }
    var rest = words[...]
    var found = false
    let longest = phrases.map { $0.split(separator: " ") }.sorted { $0.count > $1.count }
    while let first = rest.first {
      if let phrase = longest.first(where: { rest.starts(with: $0, by: ==) }) {
        rest = rest.dropFirst(phrase.count)
        found = true
      } else if set.contains(first) {
        rest = rest.dropFirst()
        found = true
      } else if Cues.interjections.contains(first) || Cues.fillers.contains(first)
        || Self.vocatives.contains(first) || Cues.leads.contains(first)
      {
        rest = rest.dropFirst()
      } else {
        return false
      }
    }
    return found
  }

  /// "Tell me more", and behind it nothing that names a subject of its own.
  private func isContinuation(_ words: [String]) -> Bool {
    let body = words.drop { Cues.leads.contains($0) && $0 != "and" && $0 != "then" }
    for phrase in Cues.continuations {
      let phrase = phrase.split(separator: " ").map(String.init)
      guard body.starts(with: phrase) else { continue }
      let rest = body.dropFirst(phrase.count)
      if rest.isEmpty { return true }
      if phrase.count == 1, phrase[0] == "and" || phrase[0] == "next" { continue }
      if rest.allSatisfy({ Self.emptyWords.contains($0) || names.contains($0) }) { return true }
    }
    return false
  }

  private static let emptyWords: Set<String> = Set(
    words: """
      about that this it them these those on of how works work did do you say said please pls a bit \
      little more the there then is was in detail details to me us though i can could here what \
      happened topic subject point with from for and so examples example
      """)

  // MARK: Prompts that ask, with or without words around

  private func question(_ clauses: [Clause], _ prompt: String, afterAnswer: Bool) -> Reading {
    let asking = clauses.indices.filter { clauses[$0].asks(names: names) }
    guard let last = asking.last else {
      if isReaction(clauses, afterAnswer: afterAnswer) {
        return Reading(act: .reaction, question: prompt)
      }
      return Reading(act: .question, question: prompt)
    }
    // Short prompts are taken whole; of long ones, what asks.
    let total = clauses.reduce(0) { $0 + $1.words.count }
    let apart = questionsApart(asking.map { clauses[$0] })
    guard total > Self.longestWhole, clauses.count > 1 else {
      return Reading(
        act: .question, question: withoutLead(clauses, prompt), questions: apart)
    }
    var chosen = asking
    if isBare(clauses[last]), last > 0, !chosen.contains(last - 1) {
      chosen.insert(last - 1, at: chosen.count - 1)
    }
    let question = chosen.map { String(clauses[$0].text) }.joined()
    return Reading(act: .question, question: trimmed(question), questions: apart)
  }

  /// Two questions that stand each by itself: full ones, of which the second points to nothing.
  private func questionsApart(_ asking: [Clause]) -> [String] {
    guard asking.count == 2, asking[0].endsInQuestionMark,
      asking.allSatisfy({ !isBare($0) && $0.words.count >= 4 }),
      !asking[1].words.contains(where: Self.pointers.contains)
    else { return [] }
    return asking.map { trimmed(String($0.text)) }
  }

  private static let pointers = Set(
    words: """
      it its that thats this they them their those these he she him her one ones there then so else \
      other instead too
      """)

  private static let longestWhole = 24

  /// The prompt without clauses in front that only greet, thank or react.
  private func withoutLead(_ clauses: [Clause], _ prompt: String) -> String {
    let kept = clauses.drop { isPrelude([$0]) && !$0.asks(names: names) }
    guard let first = kept.first, let start = clauses.first,
      first.text.startIndex > start.text.startIndex
    else { return prompt }
    return trimmed(String(prompt[first.text.startIndex...]))
  }

  /// A question without a subject: "what's your take?".
  private func isBare(_ clause: Clause) -> Bool {
    clause.words.count <= 5
      && clause.words.allSatisfy {
        Cues.openers.contains($0) || Self.emptyWords.contains($0)
          || [
            "your", "take", "thoughts", "think", "opinion", "right", "really", "true", "would",
            "are",
          ].contains($0)
      }
  }

  /// A statement that judges, agrees or tells of the one who types.
  private func isReaction(_ clauses: [Clause], afterAnswer: Bool) -> Bool {
    guard afterAnswer else { return false }
    var words = clauses.flatMap(\.words)
    if let thanks = words.firstIndex(of: "thank"), words.dropFirst(thanks + 1).first == "you" {
      words.removeSubrange(thanks...thanks + 1)
    }
    if words.count <= 8, ["youre", "your", "you"].contains(words.first ?? ""),
      words.contains(where: Cues.evaluations.contains)
    {
      return true
    }
    guard words.count <= 20, !words.contains(where: Self.addressing.contains) else { return false }
    let body = words.drop { Cues.leads.contains($0) || Cues.interjections.contains($0) }
    let opensWithInterjection = words.first.map { Cues.interjections.contains($0) } ?? false
    let closesWithInterjection = words.last.map { Cues.interjections.contains($0) } ?? false
    guard let first = body.first else { return true }
    if ["thats", "this", "that", "those", "these", "its"].contains(first), body.count <= 14 {
      return true
    }
    if ["i", "im", "id", "ive", "my", "we", "same", "me", "love", "sounds", "what", "how"].contains(
      first)
    {
      return true
    }
    return opensWithInterjection || closesWithInterjection
  }

  private static let addressing: Set<String> = [
    "you", "your", "youre", "youve", "yours", "u", "ur", "surely",
  ]

  private func trimmed(_ text: String) -> String {
    let isEdge = { (c: Character) in c.isWhitespace || c == "," || c == "-" }
    return String(text.drop(while: isEdge).reversed().drop(while: \.isWhitespace).reversed())
  }
}
