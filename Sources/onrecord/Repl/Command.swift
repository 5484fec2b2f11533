import OnRecord

/// What can be typed behind a slash.
enum Command {
  case help
  case sources
  case context(Int)
  case why
  case more
  case topics
  case new
  case length(AnswerLength)
  case only(String?)
  case persona(String?)
  case record(String)
  case quit

  struct Problem: Error {
    let text: String
  }

  static let names = [
    "/context", "/help", "/length", "/more", "/new", "/only", "/persona", "/quit", "/record",
    "/sources", "/topics", "/why",
  ]

  static let overview = [
    "/sources      where the last quotations stand, with their proofs",
    "/context [N]  the question and the words around quotation N",
    "/why          how the last reply came about",
    "/more         the next best on the same topic",
    "/length WORD  how much answers quote: brief, normal or full",
    "/only WORDS   answer from transcripts whose title or date has WORDS; alone: from all",
    "/persona NAME talk with another of the interview's speakers; alone: who speaks",
    "/topics       what can be talked about",
    "/record FILE  write the talk as a script that can be replayed",
    "/new          begin a new talk",
    "/quit         leave (so does Ctrl-D)",
  ]

  static func parse(_ line: String) -> Result<Command, Problem> {
    let words = line.split(separator: " ")
    let name = words.first.map(String.init) ?? "/"
    let matches =
      names.contains(name) ? [name] : names.filter { $0.hasPrefix(name) && name.count > 1 }
    guard matches.count == 1 else {
      return .failure(Problem(text: "There is no command \(name); /help lists them."))
    }
    switch matches[0] {
    case "/help": return .success(.help)
    case "/sources": return .success(.sources)
    case "/context":
      guard words.count > 1 else { return .success(.context(1)) }
      guard let number = Int(words[1]), number > 0 else {
        return .failure(Problem(text: "/context takes the number of a quotation."))
      }
      return .success(.context(number))
    case "/why": return .success(.why)
    case "/more": return .success(.more)
    case "/topics": return .success(.topics)
    case "/new": return .success(.new)
    case "/length":
      guard words.count == 2, let length = AnswerLength(rawValue: String(words[1])) else {
        return .failure(Problem(text: "/length takes brief, normal or full."))
      }
      return .success(.length(length))
    case "/only":
      let quotes: Set<Character> = ["\"", "“", "”"]
      let rest = words.dropFirst().joined(separator: " ").filter { !quotes.contains($0) }
      return .success(.only(rest.isEmpty ? nil : rest))
    case "/persona":
      return .success(.persona(words.count > 1 ? words.dropFirst().joined(separator: " ") : nil))
    case "/record":
      guard words.count > 1 else { return .failure(Problem(text: "/record takes a file's name.")) }
      return .success(.record(words.dropFirst().joined(separator: " ")))
    default: return .success(.quit)
    }
  }
}
