/// Puts a question about the interviewee to the interviewee: "why did Mark sell?" asks "why did you
/// sell?".
///
/// People say "I" of themselves and never their name, so a name finds nothing that "you" does not find
/// better.
struct SecondPerson {
  /// The words of the interviewee's name, in lower case.
  let names: Set<String>
  /// Whether a word of the name is an ordinary word, too, that the interviewee uses: "price", "will".
  let isOrdinary: (String) -> Bool

  /// The question with "you" and "your" in the name's place, where it is the name.
  func addressed(_ question: String) -> String {
    let words = question.split(separator: " ", omittingEmptySubsequences: false).map(Word.init)
    var result: [String] = []
    var place = 0
    while place < words.count {
      let end = words[place...].firstIndex { !$0.isPart(of: names) } ?? words.count
      let run = words[place..<max(end, place + 1)]
      let opener = place > 0 ? words[place - 1] : nil
      guard end > place, let last = run.last,
        stands(run, behind: opener, before: end < words.count ? words[end] : nil)
      else {
        result.append(words[place].text)
        place += 1
        continue
      }
      if !last.isPossessive, let opener, let plural = Self.plurals[opener.bare] {
        result[result.count - 1] = opener.isCapitalised ? plural.capitalised : plural
      }
      result.append((last.isPossessive ? "your" : "you") + last.tail)
      place = end
    }
    return result.joined(separator: " ")
  }

  /// Whether words of the name are it: not an address, not somebody else's, not an ordinary word.
  private func stands(_ run: ArraySlice<Word>, behind opener: Word?, before next: Word?) -> Bool {
    guard let first = run.first, let last = run.last,
      !(opener?.tail.contains(",") ?? false), !last.tail.contains(","),
      run.dropLast().allSatisfy(\.tail.isEmpty)
    else { return false }
    if run.count > 1 { return opener != nil || next != nil }
    if first.stem.count < 3 || (!first.isCapitalised && isOrdinary(first.stem)) { return false }
    if next?.isCapitalised ?? false { return false }
    guard let opener else { return first.isPossessive }
    if Self.openers.contains(opener.bare) { return true }
    let isBehindName = opener.isCapitalised && !Cues.openers.contains(opener.bare)
    return !isBehindName && (first.isPossessive || first.isCapitalised)
  }

  private static let plurals = [
    "does": "do", "is": "are", "was": "were", "has": "have", "doesnt": "don't", "isnt": "aren't",
    "wasnt": "weren't", "hasnt": "haven't", "whos": "who are", "whats": "what are",
    "wheres": "where are", "hows": "how are",
  ]
  private static let openers = Set(
    words: """
      does is was has doesnt isnt wasnt hasnt \
      do did dont didnt are were arent have had havent hadnt will wont would wouldnt can cant could \
      couldnt should shouldnt might must may hows whats whos wheres whens whyd howd about
      """)

  /// A word of a question.
  private struct Word {
    let text: String
    /// Without case and marks.
    let bare: String
    /// Without a possessive, too.
    let stem: String
    let isPossessive: Bool
    /// The marks behind it.
    let tail: String
    var isCapitalised: Bool { text.first?.isUppercase ?? false }

    init(_ text: Substring) {
      self.text = String(text)
      let tail = text.reversed().prefix { !$0.isLetter && !$0.isNumber }
      self.tail = String(tail.reversed())
      let core = text.dropLast(tail.count).lowercased()
      bare = core.filter { $0 != "'" && $0 != "\u{2019}" }
      isPossessive = core.hasSuffix("'s") || core.hasSuffix("\u{2019}s")
      stem = isPossessive ? String(core.dropLast(2)) : core
    }

    /// Whether this is a word of the name, or what the name's bearer is called for short.
    func isPart(of names: Set<String>) -> Bool {
      names.contains(stem)
        || (stem.count >= 4 && names.contains { $0.count > stem.count + 2 && $0.hasPrefix(stem) })
    }
  }
}

extension String {
  fileprivate var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
