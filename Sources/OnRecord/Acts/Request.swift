import Retrieval

/// What a prompt asks, apart from how it asks: "what do you think about open source, in one sentence?"
/// asks "open source", and that the answer be brief.
///
/// Words that only ask for words come near to whatever was said, and hide what is asked.
struct Request: Hashable, Sendable {
  /// What is asked: the prompt itself, where nothing is around it.
  private(set) var question: String
  /// Whether a short answer is asked for.
  private(set) var isBrief = false
  /// Whether words that only ask stood in front of it.
  private(set) var isFramed = false

  init(_ prompt: String) {
    question = prompt
    var words = prompt.split(whereSeparator: \.isWhitespace).map(Word.init)[...]
    let isBrief = Self.takeBrevity(from: &words)
    let isFramed = Self.takeFrame(from: &words)
    guard isBrief || isFramed, words.contains(where: { !Self.nameless.contains($0.bare) }) else {
      return
    }
    (self.isBrief, self.isFramed) = (isBrief, isFramed)
    question = Self.text(of: words)
    if isFramed {
      question = String(question.reversed().drop { ".?!".contains($0) }.reversed())
    } else if prompt.last == "?", question.last != "?" {
      question += "?"
    }
  }

  /// Whether a subject alone is asked for, in no sentence: "smart glasses", "what is Meta AI?".
  func isSubject(_ analyzer: Analyzer) -> Bool {
    let words = Clause.words(of: question).drop { Cues.leads.contains($0) }
    guard let first = words.first, !words.contains(where: Self.persons.contains),
      (1...Self.longestSubject).contains(analyzer.content(of: question).count)
    else { return false }
    guard Cues.openers.contains(first) else { return true }
    let definition = Self.definitions.map { $0.longestOpening(of: words) }.max() ?? 0
    let rest = words.dropFirst(definition)
    return definition > 0 && !rest.isEmpty
      && rest.allSatisfy { !analyzer.content(of: $0).isEmpty }
  }

  private static let definitions: [WordPattern] = ["[what|who] [is|are]", "[whats|whos]"]
  /// Of these a sentence is made, not a name.
  private static let persons = pointers.union(
    Set(words: "i im ive my me myself we our us you youre your yourself him"))
  /// In words that say something: what is longer says more of a subject than its name.
  private static let longestSubject = 3

  /// A word as it was typed, and without case and marks.
  private struct Word {
    let text: Substring
    let bare: String
    /// Whether a mark stands behind it.
    var isSetOff: Bool { text.last.map { !$0.isLetter && !$0.isNumber } ?? false }

    init(_ text: Substring) {
      self.text = text
      bare = text.lowercased().filter { $0.isLetter || $0.isNumber || $0 == "&" }
    }
  }

  /// Takes away what asks for a short answer, in front or behind; returns whether anything does.
  private static func takeBrevity(from words: inout ArraySlice<Word>) -> Bool {
    let closing = takeClosing(from: &words)
    let opening = words.drop { isLead($0) }
    let length = max(brevity.opening(of: opening), freeBrevity.opening(of: opening))
    guard length > 0 else { return closing }
    var rest = opening.dropFirst(length)
    // "Shortly after the sale" asks for nothing short: a mark, or what asks, must follow.
    guard let last = opening.dropFirst(length - 1).first, let next = rest.first,
      last.isSetOff || Cues.openers.contains(next.bare) || prepositions.contains(next.bare)
        || frames.opening(of: rest) > 0
    else { return closing }
    if prepositions.contains(next.bare) { rest = rest.dropFirst() }
    words = rest
    return true
  }

  private static func takeClosing(from words: inout ArraySlice<Word>) -> Bool {
    let kept = words.dropLast(
      words.reversed().prefix { courtesies.contains($0.bare) || $0.bare.isEmpty }.count)
    let free = freeBrevity.closing(of: kept)
    let length = max(free, brevity.closing(of: kept))
    let rest = kept.dropLast(length)
    guard length > 0, let last = rest.last, free == length || last.isSetOff else { return false }
    words = rest
    return true
  }

  /// Takes away what only says that one asks; returns whether anything did.
  ///
  /// "Can you talk about it as a project?" leans on what was said, and stays whole; so does what goes
  /// on in another sentence.
  private static func takeFrame(from words: inout ArraySlice<Word>) -> Bool {
    let opening = words.drop { isLead($0) }
    let length = frames.opening(of: opening)
    var rest = opening.dropFirst(length)
    guard length > 0, let first = rest.first, !pointers.contains(first.bare),
      !circumstances.contains(first.bare), Clause.all(of: text(of: rest)).count == 1
    else { return false }
    if let last = rest.last, courtesies.contains(last.bare) { rest = rest.dropLast() }
    words = rest
    return true
  }

  private static func isLead(_ word: Word) -> Bool {
    word.bare.isEmpty || Cues.leads.contains(word.bare)
  }

  /// The words without what sets them off from others.
  private static func text(of words: ArraySlice<Word>) -> String {
    let marks = ",:;-–—"
    let text = words.map(\.text).joined(separator: " ")
      .drop { marks.contains($0) || $0.isWhitespace }
    return String(text.reversed().drop { marks.contains($0) || $0.isWhitespace }.reversed())
  }

  private static let pointers = Set(
    words: "it its that thats this they them their those these he him his she her there")
  /// Behind "what do you think about", these open no subject: "… about when you wake up".
  private static let circumstances = Set(
    words: "in on at when while if most first before after during as")
  /// Words that name nothing to speak of.
  private static let nameless = pointers.union(
    Set(
      words: """
        one ones then so else other instead too you your yourself me us all everything anything \
        something about again now please the a an of and or but
        """))
  private static let prepositions: Set<String> = ["on", "of", "about", "for"]
  private static let courtesies: Set<String> = ["please", "pls", "thanks"]

  /// Ways to ask for a short answer, which hardly mean anything else.
  private static let freeBrevity = Patterns([
    "in [a|one|1|two|2|three|3|few] [single|short|few|] [sentence|sentences]", "in a nutshell",
    "tldr", "[be|keep|make] [it|this|] brief [please|]",
  ])
  /// Ways to ask for a short answer, where a mark sets them off.
  private static let brevity = Patterns([
    "[answer|explain|say] [it|] in [a|one|1|two|2|three|3|few] [single|short|few|] [sentence|sentences]",
    "in [a|one|1|two|2|three|3|few] [single|short|few|] [word|words|line|lines]",
    "[very|] briefly", "in [short|brief]", "long story short",
    "[the|] [short|quick] [version|answer] [please|]",
    "[give|tell] me the [short|quick] [version|answer] [please|]",
    "[be|keep|make] [it|this|] short [please|]",
  ])

  /// Ways to say that one asks, up to what one asks about.
  private static let frames = Patterns([
    "[can|could|would|will|] [you|u|] [please|] tell [me|us] [something|more|everything|a|some|] [bit|little|lot|] [more|] about",
    "[can|could|would|will|] [you|u|] [please|] [talk|speak] [to|] [me|us|] [a|] [bit|little|] [more|] about",
    "[can|could|would|will|] [you|u|] [please|] say [something|anything|more|a] [few|bit|little|] [words|more|] [about|on]",
    "[lets|let] [us|] [talk|speak|chat] [a|] [bit|little|] [more|] about",
    "[what|how] about",
    "what [do|did|would] you [think|say|feel|reckon] [about|of|regarding]",
    "what [do|did|would] you make of",
    "what have you [said|told] [me|us|] [about|on]",
    "what was it [that|] you said about",
    "[what|whats] [is|was|are|were|] your [view|views|take|opinion|opinions|stance|thoughts|thinking] [on|about|regarding]",
    "[what|whats] [is|was|] your opinion of",
    "[do|] [you|] [have|got|] [your|any|some|a] [view|views|take|opinion|opinions|thoughts|comment|comments] [on|about|regarding]",
    "thoughts [on|about]",
    "what can you [tell|say] [me|us|] [about|on]",
    "[did|do|have] you [ever|] [say|talk|speak|said|talked|spoken] [anything|something|] about",
    "[can|could|would|] [you|] [please|] [remind|summarize|summarise|recap|repeat|sum] [me|us|up|] what you [said|say|think|thought] [about|on|of]",
    "[can|could|would|] [you|] [please|] [summarize|summarise|recap|sum] [up|] your [view|views|take|opinion|opinions|stance|thoughts|thinking] [on|about]",
    "[can|could|] [i|you|] [give|get|have|got|find|show|] [me|us|] [a|any|your|some|the] [best|good|short|quick|] [quote|quotes|quotation|summary|gist] [on|about|of]",
    "[best|] [quote|quotes] [yourself|] [on|about]",
    "[i|we|id] [want|wanted|would|like|love] [like|love|] to [hear|know|learn|talk|ask] [more|you|] about",
    "[i|im] [am|was|] [curious|wondering|interested] [about|in]",
  ])

  /// Patterns of which any may fit.
  private struct Patterns: Sendable {
    private let patterns: [WordPattern]

    init(_ patterns: [WordPattern]) { self.patterns = patterns }

    /// How many of the first words one of them takes, at most.
    func opening(of words: ArraySlice<Word>) -> Int {
      let words = words.map(\.bare)
      return patterns.map { $0.longestOpening(of: words) }.max() ?? 0
    }

    /// How many of the last words one of them takes, at most.
    func closing(of words: ArraySlice<Word>) -> Int {
      let words = words.map(\.bare)
      return patterns.map { $0.longestClosing(of: words) }.max() ?? 0
    }
  }
}
