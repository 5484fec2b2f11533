extension Conversation {
  /// The engine's own line for an act.
  func aside(_ act: Act, after last: Reply?) -> Aside {
    let line: Framing.Line
    var values = ["topics": topicList]
    switch act {
    case .greeting: line = .greeting
    case .thanks: line = .thanks
    case .farewell: line = .farewell
    case .apology: line = .apology
    case .patience: line = .patience
    case .reaction: line = .reaction
    case .compliment: line = .compliment
    case .identity: line = .identity
    case .authenticity: line = .authenticity
    case .topics: line = .topics
    case .occasion: line = .occasion
    case .interviewer: line = .interviewer
    case .refusal: line = .refusal
    case .place:
      if let place {
        line = .place
        values["place"] = place
      } else {
        line = .nothingQuotedYet
      }
    case .certainty:
      line = .certainty
      values["certainty"] = certainty(of: last)
    case .unknownWords:
      if case .silence(let silence) = last, !silence.unknownWords.isEmpty {
        line = .unknownWords
        values["words"] = silence.unknownWords.map { "“\($0)”" }.joined(separator: ", ")
      } else {
        line = .allWordsKnown
      }
    default: line = .assent
    }
    return Aside(line: line, text: persona.framing.text(line, values))
  }

  /// Where the last answer's words stand.
  private var place: String? {
    for exchange in exchanges.reversed() {
      if let quotation = exchange.reply.quotations.first {
        return quotation.citation.description
      }
    }
    return nil
  }

  private func certainty(of last: Reply?) -> String {
    switch last {
    case .answer:
      "The words are certain: they are quoted to the letter. Whether they answer you is for you to judge."
    case .silence: "As far as I can find, it is not in the interview."
    default: "The quoted words are always certain; whether they answer you is for you to judge."
    }
  }

  /// The refusal that meets a prompt which asks nothing of the interview.
  func decline(_ act: Act) -> Silence {
    let (reason, line): (Silence.Reason, Framing.Line) =
      switch act {
      case .task: (.task, .task)
      case .instruction: (.instruction, .instruction)
      case .gibberish: (.gibberish, .gibberish)
      case .foreign: (.foreign, .foreign)
      default: (.empty, .empty)
      }
    return Silence(
      reason: reason, text: persona.framing.text(line, ["topics": topicList]), closest: [],
      unknownWords: [])
  }

  /// The refusal that meets a question which the interviewee did not speak of.
  func silence(spans: [Composer.Span], unknown: [String]) -> Silence {
    let line: Framing.Line = spans.isEmpty ? .nothingNear : .notSpoken
    return Silence(
      reason: .notSpoken, text: persona.framing.text(line),
      closest: spans.map { persona.corpus.quotation($0.sentences, in: $0.transcript) },
      unknownWords: unknown)
  }

  /// The topics, as a list in a sentence.
  var topicList: String {
    let topics = persona.topics.prefix(6).map { "“\($0)”" }
    return topics.isEmpty ? "whatever the interview is about" : topics.joined(separator: ", ")
  }
}
