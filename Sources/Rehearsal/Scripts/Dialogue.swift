/// A scripted talk: prompts, and what each reply must be.
///
/// ```
/// # Why the GPUs: the opening question and what follows from it.
/// persona mark-zuckerberg
///
/// > why did you buy so many gpus?
/// says "I think it was because we were working on Reels."
/// cites "Investing in AI Infrastructure" 1
/// ```
public struct Dialogue: Hashable, Sendable {
  /// The script's path, for reports.
  public var file: String
  /// The persona that the talk is with: a name, a folder or a transcript file.
  public var persona: String
  /// The prompts, in order.
  public var turns: [ScriptedTurn]

  /// A talk in memory.
  public init(file: String, persona: String, turns: [ScriptedTurn]) {
    self.file = file
    self.persona = persona
    self.turns = turns
  }
}

/// One prompt of a script.
public struct ScriptedTurn: Hashable, Sendable {
  /// The line of the prompt, from 1.
  public var line: Int
  /// What is typed.
  public var prompt: String
  /// What the reply must be.
  public var assertions: [Assertion]

  /// A prompt at a line.
  public init(line: Int, prompt: String, assertions: [Assertion]) {
    self.line = line
    self.prompt = prompt
    self.assertions = assertions
  }
}

/// What a script claims of a reply.
public struct Assertion: Hashable, Sendable {
  /// The claim.
  public enum Claim: Hashable, Sendable {
    /// The answer quotes these words; `[...]` in them stands for any words.
    case says(String)
    /// Nothing that is shown holds these words.
    case neverSays(String)
    /// A quotation stands under this heading, in this paragraph of its turn.
    case cites(section: String, paragraph: Int?)
    /// A quotation stands in this turn, in this paragraph of it.
    case citesTurn(Int, paragraph: Int?)
    /// The reply declines; with this reason, if one is given.
    case declines(String?)
    /// So many quotations are given, and no more.
    case quotes(Int)
    /// The closest words that come with a decline hold these; nil: there are none.
    case closest(String?)
    /// The reply is the engine's own line; this one, if one is given.
    case replies(String?)
    /// The answer quotes only sentences that the talk has not quoted before.
    case saysSomethingNew
    /// The answer is marked as said before.
    case saysItAgain
  }

  /// The script's line, from 1.
  public var line: Int
  /// The claim.
  public var claim: Claim

  /// A claim at a line.
  public init(line: Int, claim: Claim) {
    self.line = line
    self.claim = claim
  }
}

extension Assertion.Claim: CustomStringConvertible {
  /// The claim as a script writes it.
  public var description: String {
    switch self {
    case .says(let words): "says \(Quoted.write(words))"
    case .neverSays(let words): "never says \(Quoted.write(words))"
    case .cites(let section, let paragraph):
      "cites \(Quoted.write(section))" + (paragraph.map { " \($0)" } ?? "")
    case .citesTurn(let turn, let paragraph):
      "cites turn \(turn)" + (paragraph.map { " paragraph \($0)" } ?? "")
    case .declines(let reason): "declines" + (reason.map { " \($0)" } ?? "")
    case .quotes(let count): "quotes \(count)"
    case .closest(let words): "closest \(words.map(Quoted.write) ?? "nothing")"
    case .replies(let line): "replies" + (line.map { " \($0)" } ?? "")
    case .saysSomethingNew: "says something new"
    case .saysItAgain: "says it again"
    }
  }
}

/// Words between quotation marks, `\"` for a mark inside.
enum Quoted {
  static func write(_ text: String) -> String {
    "\"" + text.reduce(into: "") { $0 += $1 == "\"" || $1 == "\\" ? "\\\($1)" : String($1) } + "\""
  }

  /// The words and what stands behind them; nil if `text` does not hold them.
  static func read(_ text: Substring) -> (words: String, rest: Substring)? {
    guard text.first == "\"" else { return nil }
    var words = ""
    var index = text.index(after: text.startIndex)
    while index < text.endIndex {
      let character = text[index]
      index = text.index(after: index)
      if character == "\\", index < text.endIndex {
        words.append(text[index])
        index = text.index(after: index)
      } else if character == "\"" {
        return (words, text[index...])
      } else {
        words.append(character)
      }
    }
    return nil
  }
}
