/// Orders: to make something ("write me a poem"), or to be something else ("ignore your rules").
enum Orders {
  /// The act, if the clause orders what only a maker of texts could do.
  static func act(of clause: Clause, names: Set<String>) -> Act? {
    let words = Array(
      clause.words.drop { Cues.leads.contains($0) || politeness.contains($0) || names.contains($0) }
    )
    let line = words.joined(separator: " ")
    // "Would you write code?" asks; "would you write me some code?" orders.
    let isAsked = clause.words.first.map { Cues.openers.contains($0) } ?? false
    if instructions.contains(where: { line.hasPrefix($0) }) || isInjection(words) {
      return .instruction
    }
    guard let verb = words.first else { return nil }
    let rest = Array(words.dropFirst())
    if makers.contains(verb) {
      let object = rest.prefix(7)
      if let next = rest.first, handed.contains(next) || Int(next) != nil { return .task }
      if !isAsked, object.contains(where: isText) { return .task }
    }
    if givers.contains(verb), rest.prefix(7).contains(where: isText),
      let next = rest.first, handed.contains(next)
    {
      return .task
    }
    if ["put", "turn", "say", "tell", "make", "repeat"].contains(verb)
      || rest.isEmpty == false && ["put", "turn", "rewrite"].contains(rest[0])
    {
      if let form = words.firstIndex(where: { ["as", "into", "in", "like"].contains($0) }),
        words[form...].dropFirst().prefix(4).contains(where: { forms.contains($0) })
      {
        return .task
      }
    }
    return nil
  }

  private static func isText(_ word: String) -> Bool {
    texts.contains(word) || (word.hasSuffix("s") && texts.contains(String(word.dropLast())))
  }

  private static func isInjection(_ words: [String]) -> Bool {
    if let verb = words.firstIndex(where: {
      ["ignore", "forget", "disregard", "override", "bypass"].contains($0)
    }),
      verb <= 3,
      words[verb...].prefix(7).contains(where: {
        [
          "instruction", "instructions", "rule", "rules", "prompt", "prompts", "guidelines",
          "programming", "constraints",
        ].contains($0)
      })
    {
      return true
    }
    let line = words.joined(separator: " ")
    return ["system prompt", "hidden prompt", "initial prompt", "developer mode", "jailbreak"]
      .contains { line.contains($0) }
  }

  private static let instructions = [
    "pretend to be", "pretend you", "pretend that you", "act as", "act like", "roleplay",
    "role play",
    "you are now", "from now on you", "speak as if you were", "answer as if you were",
  ]

  private static let politeness = Set(
    words:
      "can could would will you u kindly help me go ahead i want need to id like should must lets")
  /// Verbs that order a text.
  private static let makers = Set(
    words:
      """
      write draft compose translate generate rewrite rephrase paraphrase summarize summarise proofread \
      refactor implement debug transcribe calculate solve convert recite code
      """)
  /// Verbs that order a text only with one named behind them.
  private static let givers = Set(
    words:
      """
      make create build design give plan sing draw print compile prepare invent book send
      """)
  private static let handed = Set(
    words:
      "me us my an a the some this that these for our up in one two three four five ten")
  private static let texts = Set(
    words:
      """
      poem haiku song lyrics limerick story essay email letter tweet post recipe joke script function \
      program code snippet class method regex query module app website template outline plan itinerary \
      schedule quiz crossword puzzle logo picture image drawing diagram spreadsheet slide presentation \
      resume cv speech summary translation quicksort list workout menu contract report headline slogan \
      caption css html sql paragraph sentence review
      """)
  private static let forms = Set(
    words:
      """
      haiku poem rhyme song rap limerick tweet pirate verse spanish french german italian japanese \
      chinese russian portuguese korean arabic hindi dutch latin bullet bullets emoji emojis verses
      """)

}
