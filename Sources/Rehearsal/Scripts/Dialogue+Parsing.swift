import OnRecord

extension Dialogue {
  /// Reads a script.
  ///
  /// - Parameters:
  ///   - text: the script.
  ///   - file: its path, for errors and reports.
  public init(parsing text: String, file: String) throws(DialogueError) {
    var parser = DialogueParser()
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      parser.read(line.last == "\r" ? line.dropLast() : line, number: index + 1)
    }
    let faults = parser.faults
    guard let persona = parser.persona, faults.isEmpty, !parser.turns.isEmpty else {
      var all = faults
      if parser.persona == nil, faults.isEmpty {
        all.append(
          .init(line: 1, error: "the script names no persona", mend: "begin with “persona NAME”"))
      } else if parser.turns.isEmpty, faults.isEmpty {
        all.append(
          .init(
            line: 1, error: "the script has no prompt", mend: "write prompts as “> what is typed”"))
      }
      throw DialogueError(file: file, faults: all)
    }
    self.init(file: file, persona: persona, turns: parser.turns)
  }
}

private struct DialogueParser {
  var persona: String?
  var turns: [ScriptedTurn] = []
  var faults: [DialogueError.Fault] = []
  private var lastWasPrompt = false

  mutating func read(_ line: Substring, number: Int) {
    let text = line.drop(while: \.isWhitespace)
    let wasPrompt = lastWasPrompt
    lastWasPrompt = false
    if text.isEmpty || text.hasPrefix("#") { return }
    if text.first == ">" {
      let rest = text.dropFirst()
      let prompt = String(rest.first == " " ? rest.dropFirst() : rest)
      if wasPrompt {
        turns[turns.count - 1].prompt += "\n" + prompt
      } else {
        turns.append(ScriptedTurn(line: number, prompt: prompt, assertions: []))
      }
      lastWasPrompt = true
      return
    }
    if let name = text.after("persona ") {
      if persona != nil || !turns.isEmpty {
        fault(number, "a persona in the middle of a talk", "give each persona a script of its own")
      }
      persona = name.trimmed
      return
    }
    guard !turns.isEmpty else {
      fault(
        number, "“\(text.trimmed)” stands before the first prompt",
        "write a prompt first: “> what is typed”")
      return
    }
    if let claim = claim(text, number) {
      turns[turns.count - 1].assertions.append(Assertion(line: number, claim: claim))
    }
  }

  private mutating func claim(_ text: Substring, _ number: Int) -> Assertion.Claim? {
    let line = text.trimmed
    if line == "says something new" { return .saysSomethingNew }
    if line == "says it again" { return .saysItAgain }
    if let rest = text.after("never says ") { return words(rest, number).map { .neverSays($0) } }
    if let rest = text.after("says ") { return words(rest, number).map { .says($0) } }
    if line == "closest nothing" { return .closest(nil) }
    if let count = text.after("quotes ").flatMap({ Int($0.trimmed) }) { return .quotes(count) }
    if let rest = text.after("closest ") { return words(rest, number).map { .closest($0) } }
    if let rest = text.after("cites ") { return citation(rest, number) }
    if line == "declines" { return .declines(nil) }
    if let rest = text.after("declines ") {
      return known(rest.trimmed, Silence.Reason.allCases.map(\.rawValue), "reason", number).map {
        .declines($0)
      }
    }
    if line == "replies" { return .replies(nil) }
    if let rest = text.after("replies ") {
      return known(rest.trimmed, Framing.Line.allCases.map(\.rawValue), "line", number).map {
        .replies($0)
      }
    }
    let word = line.split(separator: " ").first.map(String.init) ?? line
    let openings = Self.forms.map(\.opening)
    let closest = Spelling.closest(to: word, among: openings)
    fault(
      number, "“\(line)” is no assertion",
      Self.forms.first { $0.opening == closest }.map { "write it as: \($0.example)" }
        ?? "known: \(openings.joined(separator: ", "))")
    return nil
  }

  /// How each assertion begins, and an example of it.
  private static let forms: [(opening: String, example: String)] = [
    ("says", "says \"words of the answer\""), ("never says", "never says \"words\""),
    ("quotes", "quotes 2"), ("cites", "cites \"Section\" 4"),
    ("declines", "declines, or declines not-spoken"),
    ("closest", "closest \"words\", or closest nothing"),
    ("replies", "replies, or replies greeting"),
    ("says something new", "says something new"), ("says it again", "says it again"),
  ]

  private mutating func words(_ text: Substring, _ number: Int) -> String? {
    guard let (words, rest) = Quoted.read(text.drop(while: \.isWhitespace)), rest.trimmed.isEmpty,
      !words.isEmpty
    else {
      fault(
        number, "words are missing, or not closed",
        "write the words between quotation marks: says \"…\"")
      return nil
    }
    return words
  }

  private mutating func citation(_ text: Substring, _ number: Int) -> Assertion.Claim? {
    let text = text.drop(while: \.isWhitespace)
    if let (section, rest) = Quoted.read(text) {
      if rest.trimmed.isEmpty { return .cites(section: section, paragraph: nil) }
      if let paragraph = Int(rest.trimmed) { return .cites(section: section, paragraph: paragraph) }
    } else {
      let words = text.split(separator: " ")
      if words.count == 2, words[0] == "turn", let turn = Int(words[1]) {
        return .citesTurn(turn, paragraph: nil)
      }
      if words.count == 4, words[0] == "turn", words[2] == "paragraph", let turn = Int(words[1]),
        let paragraph = Int(words[3])
      {
        return .citesTurn(turn, paragraph: paragraph)
      }
    }
    fault(
      number, "this is no citation",
      "write: cites \"Heading\", cites \"Heading\" 2, or cites turn 4 paragraph 2")
    return nil
  }

  private mutating func known(_ word: String, _ all: [String], _ kind: String, _ number: Int)
    -> String?
  {
    if all.contains(word) { return word }
    let closest = Spelling.closest(to: word, among: all)
    fault(
      number, "unknown \(kind) “\(word)”",
      closest.map { "did you mean “\($0)”?" } ?? "known: \(all.joined(separator: ", "))")
    return nil
  }

  private mutating func fault(_ line: Int, _ error: String, _ mend: String) {
    faults.append(.init(line: line, error: error, mend: mend))
  }
}

extension Substring {
  fileprivate func after(_ prefix: String) -> Substring? {
    hasPrefix(prefix) ? dropFirst(prefix.count) : nil
  }

  fileprivate var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
