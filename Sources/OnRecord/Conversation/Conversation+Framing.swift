extension Conversation {
  /// The engine's own line for an act.
  func aside(_ act: Act, after last: Reply?) -> Aside {
    let line: Framing.Line
    var values: [String: String] = [:]
    switch act {
    case .greeting: line = .greeting
    case .thanks: line = .thanks
    case .farewell: line = .farewell
    case .apology: line = .apology
    case .patience: line = .patience
    case .reaction: line = topic == nil ? .listening : .reaction
    case .compliment: line = topic == nil ? .listening : .compliment
    case .complaint: line = topic == nil ? .listening : .complaint
    case .repetition, .shortening: line = .nothingQuotedYet
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
      switch last {
      case .answer: line = .certaintyOfAnswer
      case .silence: line = .certaintyOfSilence
      default: line = .certainty
      }
    case .unknownWords:
      if case .silence(let silence) = last, !silence.unknownWords.isEmpty {
        line = .unknownWords
        values["words"] = silence.unknownWords.map { "“\($0)”" }.joined(separator: ", ")
      } else {
        line = .allWordsKnown
      }
    default: line = .assent
    }
    return Aside(line: line, text: persona.text(line, values))
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
      reason: reason, text: persona.text(line), closest: [],
      unknownWords: [])
  }

  /// The refusal that meets a question which the interviewee did not speak of.
  func silence(spans: [Composer.Span], evidence: Evidence) -> Silence {
    let line: Framing.Line =
      evidence.isDoubtful ? .perhaps : spans.isEmpty ? .nothingNear : .notSpoken
    return Silence(
      reason: .notSpoken, text: persona.text(line),
      closest: spans.map { persona.corpus.quotation($0.sentences, in: $0.transcript) },
      unknownWords: evidence.unknownWords)
  }
}
