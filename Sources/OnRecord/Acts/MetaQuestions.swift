/// Questions, wishes and complaints about the talk itself, not about what the interviewee said.
enum MetaQuestions {
  /// The act, if `words` ask about the talk and about nothing else.
  static func act(of words: [String], names: Set<String>) -> Act? {
    var parts: [String] = []
    for word in words.drop(while: { Cues.leads.contains($0) }) {
      let part = names.contains(word) ? "NAME" : word
      // A name of several words is one name.
      if part != "NAME" || parts.last != part { parts.append(part) }
    }
    return patterns.first { _, patterns in patterns.contains { $0.matches(parts) } }?.0
  }

  private static let patterns: [(Act, [WordPattern])] = [
    (
      .identity,
      [
        "who are you", "who [r|is|s] [u|this]", "whos this", "what are you",
        "who am i [talking|speaking|chatting] [to|with]",
        "what is this", "whats this", "what is onrecord", "whats onrecord", "introduce yourself",
        "how do you work", "how does this work", "what do you do here", "what can you do",
        "whats your name", "what is your name", "who made you", "help",
      ]
    ),
    (
      .authenticity,
      [
        "are you [really|actually|truly|] [the|] [real|actual|genuine] *",
        "are you [really|actually|] [the|] [real|actual|] NAME *",
        "am i [really|actually|] [talking|speaking|chatting] [to|with] *",
        "[can|could|may] i [talk|speak|chat] [to|with] [the|] [real|actual|] [you|NAME] [himself|herself|]",
        "is this [really|actually|] [the|] [real|actual|] [NAME|you|person|human] *",
        "are you [really|actually|] [a|an|] [bot|ai|robot|computer|machine|human|person|program|llm|chatbot|chatgpt|software|real] *",
        "is this [a|an|] [bot|ai|robot|computer|machine|human|person|program|llm|chatbot|recording] *",
        "are [these|those|they] [really|actually|] [your|his|her|their|NAME] [exact|own|actual|real|] words **",
        "[did|do] you [really|actually|] say [that|this|it|these] *",
        "[is|are] [that|this|these|those] [a|] [real|exact|actual|direct|verbatim] [quote|quotes|words|quotation|quotations] *",
        "[are|r] you making [this|that|it|these|things|stuff] up *",
        "did you make [this|that|it] up *",
        "is [that|this|it] made up *", "can i [trust|quote|believe] [this|that|you|these] *",
        "do you know [that|] you [are|re] a [bot|program]",
      ]
    ),
    (
      .topics,
      [
        "what [can|could|should|shall] [we|i] [talk|ask|speak|chat|discuss] * ",
        "what [can|could|should] i ask [you|] *",
        "what else [can|could|should] [i|we] [ask|talk|speak] *", "surprise me",
        "tell me something [interesting|fun|new|cool|]", "[give|tell] me [a|some] fun [fact|facts]",
        "what do you [know|talk|want] [about|to] *", "what [topics|subjects|themes] *",
        "what is there to talk about",
        "what did you [talk|speak] about *", "what [is|was|s] [the|this] interview about",
        "whats the interview about",
        "whats this [interview|] about", "what [are|were] the [topics|subjects|themes] *",
        "list [the|] topics",
        "what did the two of you talk about",
        "[suggest|give] [me|] [a|some|] [topic|topics|question|questions] *",
        "what should we talk about *", "what do we talk about *",
      ]
    ),
    (
      .place,
      [
        "where did you say [that|this|it] *", "where * [is|was] [that|this|it] [from|said|]",
        "wheres [that|this|it] from",
        "where [is|was|s] [that|this|it]",
        "where in the [interview|transcript|talk|conversation] [was|is|did] *",
        "where [does|do|did] [that|this|it] [stand|come|appear] *",
        "which [part|section] * [is|was] [that|this|it] *",
        "what [is|was] [the|your|that|its] source [for|of|] [that|this|it|]",
        "whats [the|your|that|its] source [for|of|] [that|this|it|]",
        "[the|] source", "sources",
        "what part of the interview *", "when [did|in] [you|the] * say [that|this] *",
        "can you cite [that|this|it]",
        "where exactly * [that|this|it] *", "whats the source for [that|this]", "source please",
        "cite *",
      ]
    ),
    (
      .occasion,
      [
        "when [was|is] [this|that|the|it] [interview|talk|conversation|recorded|said|] [recorded|made|held|done|published|from|]",
        "[what|which] [year|date|day] * [this|that|it|interview|recorded|said] *",
        "how old is [this|the] interview",
        "when did [this|the] [interview|conversation|talk] [happen|take] *",
        "when did this take place", "what show [is|was] this *",
        "[what|which] [podcast|show|interview] [is|was] [this|that|it] *",
        "how [recent|old] is [this|that|it]",
        "whats the date of [this|the] interview",
      ]
    ),
    (
      .interviewer,
      [
        "who [asked|asks|is|was] [you|the|asking|interviewing] [this|that|questions|question|interviewer|interviewing|you|] *",
        "who [interviewed|interviews] [you|him|her|NAME]",
        "whos [asking|interviewing|the] [you|interviewer|] *",
        "who is [the|your] [interviewer|host]", "whos the [host|interviewer]",
        "who were you talking to",
        "who are you talking to", "what was the question", "what were you asked",
        "what did [he|she|they] ask you",
        "who asked", "who did you [talk|speak] [to|with] *", "what question was that *",
      ]
    ),
    (
      .certainty,
      [
        "how [sure|certain|confident] are you *",
        "are you [sure|certain] [about|of|] [that|this|it|]",
        "how confident is that", "is that [right|correct|certain]", "really sure",
      ]
    ),
    (
      .unknownWords,
      [
        "[which|what] words [did|dont|didnt|do] you [not|] [know|understand|find] *",
        "what did you not understand", "what didnt you [understand|get|know]",
        "which words are unknown *",
        "[what|which] part did you not [understand|get]",
      ]
    ),
    (
      .repetition,
      [
        "[can|could|would|will|] [you|] [please|] [say|repeat] [that|it|this] [again|once|] [more|] [please|]",
        "[can|could|would|] [you|] repeat [yourself|please|that|] [please|]", "come again",
        "what did you [just|] say", "what was that [again|]", "once [more|again] [please|]", "huh",
        "pardon [me|]", "what",
      ]
    ),
    (
      .shortening,
      [
        "[shorter|briefer|briefly|brief|tldr] [please|pls|]", "tl dr",
        "in [one|a|1] [sentence|line|word] [please|]", "in [short|brief]",
        "[can|could|would|] [you|] [please|] [be|make|keep|say|put] [that|it|this|] [more|] [brief|briefer|short|shorter|concise|briefly] [please|]",
        "[give|tell] me the short [version|answer] *", "[the|] short version [please|]",
        "[thats|its|that|this|it|] [is|was|] too long",
      ]
    ),
    (
      .complaint,
      [
        "[that|this|it] [doesnt|didnt|does|did] [not|] [really|even|] answer [my|the] question *",
        "[that|this|it] [doesnt|didnt|does|did] [not|] [really|even|] answer [it|anything]",
        "you [didnt|havent|arent|dont|did|are] [not|] [really|] [answer|answered|answering] [my|the|me] *",
        "[youre|you|stop|quit] [are|] [avoiding|dodging|evading|ignoring] [me|the|my] [question|]",
        "[thats|this|that|its|no] [is|isnt|] [not|] what i [asked|meant|wanted] *",
        "not what i [asked|meant|wanted] *", "i didnt ask [about|] [that|this]",
        "[just|please|] answer [my|the] question [please|]",
        "[thats|its|that|this|it|] [is|was|] [the|a|] [wrong|bad|useless|irrelevant|unrelated] [answer|]",
        "[thats|its|that|this|it|] [is|was|] [off|beside] [the|] [topic|point]",
        "[thats|its|that|this|it|] [is|was|] not relevant",
        "[that|this|it] has nothing to do with [it|that|this|my|what] [question|i|] [asked|]",
      ]
    ),
  ]
}
