public import Retrieval

/// A talk with a persona: a value, changed by asking.
///
/// Everything that a reply depends on is the persona, the talk so far and the prompt. A copy is a
/// branch of the talk; two conversations never meet.
///
/// ```swift
/// var talk = Conversation(with: mark)
/// for quotation in talk.ask("Why did you order so many GPUs?").quotations {
///   print("“\(quotation.text)” \(quotation.citation)")
/// }
/// ```
public struct Conversation: Sendable {
  /// Whom the talk is with.
  public let persona: Persona
  /// The last exchanges, oldest first; at most ``remembered``.
  public internal(set) var exchanges: [Exchange] = []
  /// How much the answers quote.
  public var length = AnswerLength.normal
  /// The least evidence to answer upon: the logarithm of the odds that the words answer.
  ///
  /// Lower, more is answered, and more of it beside the point.
  public var threshold = Conversation.standardThreshold
  /// Where the setting sits on the curve of coverage and risk, by measurement.
  public static let standardThreshold = Evidence.threshold
  /// The transcripts that answers are drawn from, by their numbers in ``Persona/transcripts``; nil for all.
  public private(set) var scope: [Int]?
  private var candidatesInScope: [Int]?

  /// The passages that may be found, where the talk is narrowed.
  var candidates: [Int]? { candidatesInScope }

  /// Narrows the talk to the transcripts whose title, file name or date holds `words`; all when nil.
  ///
  /// - Returns: the transcripts that answers are drawn from now; empty, and nothing is changed, when
  ///   none fits.
  @discardableResult
  public mutating func narrow(to words: String?) -> [Transcript] {
    guard let words else {
      (scope, candidatesInScope) = (nil, nil)
      return persona.transcripts
    }
    let wanted = words.lowercased()
    let numbers = persona.transcripts.indices.filter { number in
      let transcript = persona.transcripts[number]
      return [transcript.name, transcript.facts.title ?? "", transcript.facts.date ?? ""]
        .contains { $0.lowercased().contains(wanted) }
    }
    guard !numbers.isEmpty, !wanted.isEmpty else { return [] }
    let corpus = persona.corpus
    scope = numbers
    candidatesInScope = corpus.index.candidates.filter {
      numbers.contains(corpus.places[$0].transcript)
    }
    topic = nil
    return numbers.map { persona.transcripts[$0] }
  }

  /// The sentences quoted so far.
  var shown: Set<SentencePlace> = []
  var topic: Topic?
  /// Whether the last reply offered to go on.
  var offersMore = false

  /// How many exchanges a talk keeps.
  public static let remembered = 200

  /// A talk that has not begun.
  public init(with persona: Persona) { self.persona = persona }

  /// Says something to the persona.
  ///
  /// - Complexity: that of a search; it does not grow with the talk's length.
  @discardableResult
  public mutating func ask(_ prompt: String) -> Reply {
    let exchange = respond(to: prompt)
    exchanges.append(exchange)
    if exchanges.count > Self.remembered { exchanges.removeFirst() }
    return exchange.reply
  }

  /// The passages closest to a prompt, best first.
  ///
  /// - Parameters:
  ///   - prompt: what to look for.
  ///   - limit: the most passages.
  ///   - following: whether the talk so far counts, as it does for ``ask(_:)``; else afresh.
  public func search(_ prompt: String, limit: Int = 10, following: Bool = false) -> [Finding] {
    let corpus = persona.corpus
    let asked = persona.rephrased(String(prompt.suffix(Self.longestPrompt)))
    let question = corpus.index.corrected(Request(asked).question)
    let query = following ? query(for: question) : Query(corpus.written(question))
    return corpus.index.search(query, limit: limit, among: candidates).hits.map {
      hit in
      let place = corpus.places[hit.passage]
      return Finding(
        quotation: corpus.quotation(place.sentences, in: place.transcript), score: hit.score,
        explanation: hit.explanation)
    }
  }

  /// Of a prompt, so many characters are read: a model that reads 256 tokens has no use for more.
  private static let longestPrompt = 4000

  private mutating func respond(to typed: String) -> Exchange {
    let prompt = typed.count > Self.longestPrompt ? String(typed.suffix(Self.longestPrompt)) : typed
    let exchange = respond(toShort: prompt)
    guard prompt != typed else { return exchange }
    return Exchange(
      prompt: typed, act: exchange.act, reply: exchange.reply, explanation: exchange.explanation)
  }

  private mutating func respond(toShort prompt: String) -> Exchange {
    let corpus = persona.corpus
    let reader = PromptReader(names: persona.nameWords, isEnglish: corpus.isEnglish) { word in
      corpus.index.analyzer.tokens(of: word).allSatisfy {
        $0.isCommon || corpus.index.knows($0.term)
      }
    }
    let last = exchanges.last?.reply
    var reading = reader.reading(of: prompt, afterAnswer: topic != nil)
    if reading.act == .question {
      // "Who is Tom?" asks what "who are you?" asks.
      reading = reader.reading(of: persona.rephrased(prompt), afterAnswer: topic != nil)
    }
    if reading.act == .assent, offersMore { reading.act = .continuation }
    offersMore = false
    switch reading.act {
    case .question: return answer(reading, to: prompt)
    case .continuation: return continuation(of: prompt)
    case .repetition, .shortening:
      if let again = again(reading.act, to: prompt) { return again }
    case .task, .instruction, .gibberish, .foreign, .empty:
      let silence = decline(reading.act)
      return Exchange(
        prompt: prompt, act: reading.act, reply: .silence(silence),
        explanation: Explanation("declined: \(reading.act.rawValue)", 0))
    default: break
    }
    let aside = aside(reading.act, after: last)
    offersMore = topic != nil && Self.offering.contains(reading.act)
    return Exchange(
      prompt: prompt, act: reading.act, reply: .aside(aside),
      explanation: Explanation("the engine's own line: \(aside.line.rawValue)", 0))
  }

  /// Acts that are met with an offer to go on.
  private static let offering: Set<Act> = [.reaction, .compliment, .complaint]
}

/// A passage that a search found.
public struct Finding: Hashable, Sendable {
  /// The passage, as a quotation.
  public let quotation: Quotation
  /// How close it is; comparable within one search.
  public let score: Double
  /// What the score is made of.
  public let explanation: Explanation
}

extension Persona {
  /// The words of the interviewee's name, in lower case, for telling that somebody is addressed.
  var nameWords: Set<String> { Set(Clause.words(of: name)) }

  /// A prompt about the interviewee, put to the interviewee.
  func rephrased(_ prompt: String) -> String {
    guard corpus.isEnglish else { return prompt }
    let index = corpus.index
    let secondPerson = SecondPerson(names: nameWords) { word in
      index.candidates.contains { candidate in
        index.passages[candidate].text.split { !$0.isLetter }.contains { $0 == word }
      }
    }
    return secondPerson.rephrased(prompt)
  }
}
