/// The engine's own voice: a closed list of lines, the only words of a reply that nobody said.
///
/// A persona's manifest may word a line otherwise. `{name}`, `{topics}` and the like are filled in
/// from the persona and the talk; nothing else is ever put into a line.
public struct Framing: Hashable, Sendable {
  /// A thing that the engine says in its own voice.
  public enum Line: String, CaseIterable, Hashable, Sendable, Codable {
    // Courtesy
    case greeting
    case thanks
    case farewell
    case apology
    case patience
    case reaction
    case compliment
    case complaint
    case listening
    // About the talk
    case identity
    case authenticity
    case topics
    case noTopics
    case place
    case nothingQuotedYet
    case occasion
    case interviewer
    case certainty
    case certaintyOfAnswer
    case certaintyOfSilence
    case unknownWords
    case allWordsKnown
    case assent
    case refusal
    // With an answer
    case saidBefore
    case closest
    // Declining
    case notSpoken
    case perhaps
    case nothingNear
    case nothingMore
    case task
    case instruction
    case gibberish
    case foreign
    case empty
  }

  private let overrides: [Line: String]
  private let values: [String: String]

  init(overrides: [Line: String] = [:], values: [String: String] = [:]) {
    self.overrides = overrides
    self.values = values
  }

  /// A line as it is said, with `values` put in its places.
  public func text(_ line: Line, _ values: [String: String] = [:]) -> String {
    var text = overrides[line] ?? Self.wording(of: line)
    for (key, value) in self.values.merging(values, uniquingKeysWith: { _, new in new })
      .sorted(by: { $0.key < $1.key })
    {
      text = text.split(separator: "{\(key)}", omittingEmptySubsequences: false)
        .joined(separator: value)
    }
    return text
  }

  /// Whether a line has a place of that name.
  func tells(_ place: String, _ line: Line) -> Bool {
    (overrides[line] ?? Self.wording(of: line)).contains("{\(place)}")
  }

  /// What `text` holds in the place called `place`, if it is this line; nil if it is another.
  func filling(of place: String, in text: String, as line: Line) -> String? {
    let mark = "\u{FFFC}"
    let parts = self.text(line, [place: mark]).split(
      separator: mark, omittingEmptySubsequences: false)
    guard parts.count == 2, text.hasPrefix(parts[0]), text.hasSuffix(parts[1]),
      text.utf8.count >= parts[0].utf8.count + parts[1].utf8.count
    else { return nil }
    return String(text.dropFirst(parts[0].count).dropLast(parts[1].count))
  }

  private static func wording(of line: Line) -> String {
    switch line {
    case .greeting: "Hello. Ask me anything: I answer in {name}'s own words, from {source}."
    case .thanks: "You are welcome. Ask on whenever you like."
    case .farewell: "Goodbye."
    case .apology: "No harm done. Ask on whenever you like."
    case .patience: "Take your time."
    case .reaction: "Noted. Shall I go on?"
    case .listening: "Noted. Ask me anything."
    case .noTopics: "whatever the interview is about"
    case .compliment: "Glad to hear it. Shall I go on?"
    case .complaint:
      "I can only quote what {name} said, and that came closest. Shall I show what came next?"
    case .identity:
      "I am OnRecord: I find what {name} said in {source} and quote it, word for word."
    case .authenticity:
      "No, I am a program, not {name}. Every quoted word is {name}'s own, from {source}; I make nothing up."
    case .topics: "{name} spoke of: {topics}."
    case .place: "That stands in {place}."
    case .nothingQuotedYet: "I have quoted nothing yet."
    case .occasion: "The words are from {source}."
    case .interviewer: "{interviewer} asked the questions."
    case .certaintyOfAnswer:
      "The words are certain: they are quoted to the letter. Whether they answer you is for you to judge."
    case .certaintyOfSilence: "As far as I can find, it is not in the interview."
    case .certainty: "Quoted words are always certain; whether they answer you is for you to judge."
    case .unknownWords: "{name} never used these words: {words}."
    case .allWordsKnown: "Every word of that stands somewhere in the interview."
    case .assent: "Ask me about something, then: {topics}."
    case .refusal: "All right. What would you like to know instead?"
    case .saidBefore: "As quoted before:"
    case .closest: "The closest that {name} came:"
    case .notSpoken: "{name} did not speak of that."
    case .perhaps: "I am not sure that {name} spoke of that."
    case .nothingNear: "{name} did not speak of that, nor of anything near it."
    case .nothingMore: "That is all that {name} said of it. There is also: {topics}."
    case .task: "I cannot do tasks: I only quote what {name} said."
    case .instruction: "I take no instructions of that kind: I only quote what {name} said."
    case .gibberish: "I cannot make sense of that. Could you put it in other words?"
    case .foreign: "The interview is in English; please ask in English."
    case .empty: "Ask me something; for instance about: {topics}."
    }
  }
}
