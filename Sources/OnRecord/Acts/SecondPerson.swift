/// Puts a question about the interviewee to the interviewee: "why did Mark sell?" asks "why did you
/// sell?".
///
/// People say "I" of themselves and never their name, so a name finds nothing that "you" does not find
/// better. Somebody else of the same first name, typed without capitals, is taken for the interviewee.
struct SecondPerson {
  /// The words of the interviewee's name, in lower case.
  let names: Set<String>
  /// Whether a word of the name is an ordinary word, too, that the interviewee uses: "price", "will".
  let isOrdinary: (String) -> Bool

  /// The question with "you" and "your" in the name's place, where it is the name, and without the
  /// name where it only addresses.
  func rephrased(_ question: String) -> String {
    let words = question.split(whereSeparator: \.isWhitespace).map(Word.init)
    guard words.contains(where: { $0.isPart(of: names) }) else { return question }
    let isTitle = 2 * words.count(where: \.isCapitalised) > words.count
    var result: [String] = []
    var place = 0
    while place < words.count {
      let end = words[place...].firstIndex { !$0.isPart(of: names) } ?? words.count
      guard end > place else {
        result.append(words[place].text)
        place += 1
        continue
      }
      let run = words[place..<end]
      let (opener, next) = (words[..<place].last, words[end...].first)
      switch role(of: run, behind: words[..<place], before: next, isTitle: isTitle) {
      case .subject:
        if !words[end - 1].isPossessive, let opener, let plural = Self.plurals[opener.bare] {
          result[result.count - 1] = opener.isCapitalised ? plural.capitalised : plural
        }
        result.append((words[end - 1].isPossessive ? "your" : "you") + words[end - 1].tail)
      case .address:
        if next == nil, let opener {
          let marks = words[end - 1].tail
          result[result.count - 1] = opener.text.dropLast(opener.tail.count) + marks
        }
      case .other:
        result += run.map(\.text)
      }
      place = end
    }
    return result.joined(separator: " ")
  }

  /// What words of the name do in a question.
  private enum Role {
    /// They are whom it is about.
    case subject
    /// They only say whom it is put to.
    case address
    /// They are somebody else's name, or ordinary words.
    case other
  }

  private func role(
    of run: ArraySlice<Word>, behind before: ArraySlice<Word>, before next: Word?, isTitle: Bool
  ) -> Role {
    guard let first = run.first, let last = run.last, !(before.isEmpty && next == nil),
      run.dropLast().allSatisfy(\.tail.isEmpty)
    else { return .other }
    let opener = before.last
    let isSetOff = opener?.tail.contains(",") ?? false
    if isSetOff || last.tail.contains(",") {
      let opens = before.allSatisfy {
        Cues.greetings.contains($0.bare) || Cues.leads.contains($0.bare)
      }
      return (last.tail.contains(",") ? opens : next == nil) ? .address : .other
    }
    if run.count > 1 { return .subject }
    guard first.stem.count >= 3, isTitle || !(next?.isCapitalised ?? false) else { return .other }
    let isIntroduced = opener.map { Self.introductions.contains($0.bare) } ?? false
    let isFree =
      first.isCapitalised && next != nil && last.tail.isEmpty
      && opener.map { !$0.isCapitalised || Cues.openers.contains($0.bare) } ?? false
    guard isIntroduced || first.isPossessive || isFree else { return .other }
    return !first.isCapitalised && isOrdinary(first.stem) ? .other : .subject
  }

  /// What agrees with a name, as it agrees with "you".
  private static let plurals = [
    "does": "do", "is": "are", "was": "were", "has": "have", "doesnt": "don't", "isnt": "aren't",
    "wasnt": "weren't", "hasnt": "haven't", "whos": "who are", "whats": "what are",
    "wheres": "where are", "hows": "how are",
  ]
  /// Behind these a name is that of whom the question is about.
  private static let introductions = Set(
    words: """
      do did dont didnt are were arent have had havent hadnt will wont would wouldnt can cant could \
      couldnt should shouldnt might must may whens whyd howd about of with for to from by than that
      """
  ).union(plurals.keys)

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
      let marks = text.reversed().prefix { !$0.isLetter && !$0.isNumber }
      let core = text.dropLast(marks.count).lowercased()
      bare = core.filter { !Self.apostrophes.contains($0) }
      // "Hassabis' view": an apostrophe alone, behind an s.
      let isShort = core.hasSuffix("s") && marks.last.map(Self.apostrophes.contains) ?? false
      let isLong = core.hasSuffix("'s") || core.hasSuffix("\u{2019}s")
      isPossessive = isShort || isLong
      stem = isLong ? String(core.dropLast(2)) : core
      tail = String(marks.reversed().dropFirst(isShort ? 1 : 0))
    }

    private static let apostrophes: Set<Character> = ["'", "\u{2019}"]

    /// Whether this is a word of the name, or what the name's bearer is called for short.
    func isPart(of names: Set<String>) -> Bool {
      names.contains(stem)
        || (stem.count >= 4 && names.contains { $0.count >= 2 * stem.count && $0.hasPrefix(stem) })
    }
  }
}

extension String {
  fileprivate var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
