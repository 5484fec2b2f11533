/// What a prompt asks, apart from how it asks: "what do you think about open source, in one sentence?"
/// asks "open source", and that the answer be brief.
///
/// Words that only ask for words come near to whatever was said, and hide what is asked.
struct Request: Hashable, Sendable {
  /// What is asked: the prompt itself, where nothing is around it.
  private(set) var subject: String
  /// Whether a short answer is asked for.
  private(set) var isBrief = false

  init(_ prompt: String) {
    subject = prompt
    var words = prompt.split(whereSeparator: \.isWhitespace).map(Word.init)[...]
    let isBrief = Self.takeBrevity(from: &words)
    let isFramed = Self.takeFrame(from: &words)
    guard isBrief || isFramed, words.contains(where: { !Self.nameless.contains($0.bare) }) else {
      return
    }
    self.isBrief = isBrief
    subject = Self.text(of: words, asksBySelf: !isFramed)
  }

  /// A word as it was typed, and without case and marks.
  private struct Word {
    let text: Substring
    let bare: String

    init(_ text: Substring) {
      self.text = text
      bare = text.lowercased().filter { $0.isLetter || $0.isNumber || $0 == "&" }
    }
  }

  /// Takes away what asks for a short answer, in front or behind; returns whether anything does.
  private static func takeBrevity(from words: inout ArraySlice<Word>) -> Bool {
    var isBrief = false
    if let length = brevity.closing(of: words.map(\.bare)) {
      words = words.dropLast(length)
      isBrief = true
    }
    let opening = words.drop { isLead($0) }
    if let length = brevity.opening(of: opening.map(\.bare)) {
      words = opening.dropFirst(length)
      if let next = words.first, prepositions.contains(next.bare) { words = words.dropFirst() }
      isBrief = true
    }
    return isBrief
  }

  /// Takes away what only says that one asks; returns whether anything did.
  ///
  /// "Can you talk about it as a project?" leans on what was said, and stays whole.
  private static func takeFrame(from words: inout ArraySlice<Word>) -> Bool {
    let opening = words.drop { isLead($0) }
    guard let length = frames.opening(of: opening.map(\.bare)),
      let first = opening.dropFirst(length).first, !pointers.contains(first.bare)
    else { return false }
    words = opening.dropFirst(length)
    if words.last.map({ courtesies.contains($0.bare) }) ?? false { words = words.dropLast() }
    return true
  }

  private static func isLead(_ word: Word) -> Bool {
    word.bare.isEmpty || Cues.leads.contains(word.bare)
  }

  /// The words without the marks at their edges; what asks by itself keeps its question mark.
  private static func text(of words: ArraySlice<Word>, asksBySelf: Bool) -> String {
    let marks = asksBySelf ? ",:;-" : ",:;-.?!"
    let text = words.map(\.text).joined(separator: " ").drop { marks.contains($0) }
    return String(text.reversed().drop { marks.contains($0) }.reversed())
  }

  private static let pointers = Set(
    words: "it its that thats this they them their those these he him his she her there")
  /// Words that name nothing to speak of.
  private static let nameless = pointers.union(
    Set(
      words: """
        one ones then so else other instead too you your yourself me us all everything anything \
        something about again now please the a an of and or
        """))
  private static let prepositions: Set<String> = ["on", "of", "about", "for"]
  private static let courtesies: Set<String> = ["please", "pls", "thanks"]

  /// Ways to ask for a short answer.
  private static let brevity = Patterns([
    "[briefly|tldr]", "in [short|brief]", "in a nutshell", "[very|] [briefly|shortly]",
    "in [a|one|1|two|2|three|3] [single|short|] [sentence|sentences|word|words]",
    "[the|] [short|quick] [version|answer] [please|]", "long story short",
    "[give|tell] me the [short|quick] [version|answer]", "keep it [short|brief]",
  ])

  /// Ways to say that one asks, up to what one asks about.
  private static let frames = Patterns([
    "[can|could|would|will|] [you|u|] [please|] tell [me|us] [something|more|everything|a|some|] [bit|little|lot|] [more|] [about|on]",
    "[can|could|would|will|] [you|u|] [please|] [talk|speak] [to|] [me|us|] [a|] [bit|little|] [more|] [about|on]",
    "[can|could|would|will|] [you|u|] [please|] say [something|anything|more|a] [few|bit|little|] [words|more|] [about|on]",
    "[lets|let] [us|] [talk|speak|chat] [a|] [bit|little|] [more|] [about|on]",
    "[what|how] about",
    "what [do|did|would] [you|u] [think|say|feel|make|reckon] [about|of|on|regarding]",
    "what have you [said|told] [me|us|] [about|on|of]",
    "what was it [that|] you said about",
    "[what|whats] [is|was|are|were|] your [view|views|take|opinion|opinions|stance|position|thoughts|thinking] [on|about|of|regarding]",
    "[do|] [you|] [have|got|] [your|any|some|a] [view|views|take|opinion|opinions|thoughts|comment|comments] [on|about|of|regarding]",
    "thoughts [on|about]",
    "what can you [tell|say] [me|us|] [about|on]",
    "[did|do|have] you [ever|] [say|talk|speak|said|talked|spoken] [anything|something|] [about|of|on]",
    "[can|could|would|] [you|] [please|] [remind|summarize|summarise|recap|repeat|sum] [me|us|up|] what you [said|say|think|thought] [about|on|of]",
    "[can|could|would|] [you|] [please|] [summarize|summarise|recap|sum] [up|] your [view|views|take|opinion|opinions|stance|position|thoughts|thinking] [on|about|of]",
    "[can|could|] [i|you|] [give|get|have|got|find|show|] [me|us|] [a|any|your|some|the] [best|good|short|quick|] [quote|quotes|quotation|line|summary|gist|version] [on|about|of|for]",
    "[best|] [quote|quotes] [yourself|] [on|about]",
    "[i|we|id] [want|wanted|would|like|love] [like|love|] to [hear|know|learn|talk|ask] [more|you|] about",
    "[i|im] [am|was|] [curious|wondering|interested] [about|in]",
  ])
}

/// Patterns of which any may fit.
private struct Patterns: Sendable {
  private let patterns: [WordPattern]

  init(_ patterns: [String]) { self.patterns = patterns.map(WordPattern.init) }

  /// How many of the first words one of them takes, at most.
  func opening(of words: [String]) -> Int? {
    patterns.compactMap { $0.longestOpening(of: words) }.max()
  }

  /// How many of the last words one of them takes, at most, where words are left.
  func closing(of words: [String]) -> Int? {
    (1...6).reversed().first { length in
      length < words.count && patterns.contains { $0.matches(words.suffix(length)) }
    }
  }
}
