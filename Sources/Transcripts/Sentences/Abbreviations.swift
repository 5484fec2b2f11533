/// Words whose full stop need not end a sentence, and words that a sentence likes to begin with.
enum Abbreviations {
  /// Whether the sentence goes on behind `word` and its full stop.
  ///
  /// - Parameters:
  ///   - word: the bytes in front of the full stop.
  ///   - isFirst: whether `word` is the first of its sentence.
  ///   - next: the word behind the full stop.
  ///   - before: the word in front of `word`, worked out only when it is needed.
  static func continues(
    after word: ArraySlice<UInt8>, isFirst: Bool, _ next: Word, before: () -> ArraySlice<UInt8>
  ) -> Bool {
    guard let last = word.last else { return false }
    if word.count > 12 { return false }
    if last == 0xB0 { return true }  // N°. 5
    if word.drop(while: { $0 >= 0x80 }).allSatisfy(isDigit) { return isFirst }  // a list's number
    let isDotted = word.contains(UInt8(ascii: "."))
    guard isDotted || word.count <= longest else { return false }
    let text = String(decoding: word, as: UTF8.self)
    let lower = text.lowercased()

    if word.count == 1, isLetter(last) {
      if next.startsLower || next.startsWithDigit { return true }
      if isFirst { return true }  // a list's letter, or an initial
      let previous = before()
      let follows = previous.first.map(isUpper) ?? true
      if lower == "i" { return follows }
      return follows || !isOpening(next)
    }
    if isDotted {  // U.S., a.m., e.g.
      let parts = text.split(separator: ".", omittingEmptySubsequences: false)
      guard parts.allSatisfy({ $0.count == 1 || $0.count == 2 && $0.allSatisfy(\.isLetter) })
      else { return false }
      if kinds[lower] == .neverLast { return true }
      return !isOpening(next)
    }
    switch kinds[lower] {
    case .title: return next.startsUpper || next.startsLower
    case .beforeNumber: return next.startsWithDigit || (next.startsLower && lower != "no")
    case .maybeLast:
      return next.startsLower || (next.startsUpper && lower != "etc" && !isOpening(next))
    case .neverLast: return true
    case nil: return false
    }
  }

  /// In bytes: no abbreviation below is longer.
  private static let longest = 6

  private static func isOpening(_ word: Word) -> Bool {
    openings.contains(String(decoding: word.text, as: UTF8.self))
  }

  private enum Kind {
    /// It stands before a name.
    case title
    /// It stands before a number.
    case beforeNumber
    /// It may end a sentence: a word that likes to open one then follows.
    case maybeLast
    /// It never ends a sentence.
    case neverLast
  }

  private static let kinds: [String: Kind] = {
    let words: [(Kind, String)] = [
      (
        .title,
        """
        mr mrs ms mx dr prof st mt ft gen sen rep gov capt cpt lt col sgt maj cmdr adm rev hon pres \
        supt messrs
        """
      ),
      (
        .beforeNumber,
        """
        no nos p pp fig figs vol ch sec eq art ver jan feb mar apr jun jul aug sep sept oct nov dec
        """
      ),
      (
        .maybeLast,
        """
        co corp inc ltd llc bros jr sr esq etc al dept univ assn ave blvd rd st min max hr hrs sq lb \
        lbs oz ca approx est misc tel ext
        """
      ),
      (.neverLast, "e.g i.e vs cf viz resp"),
    ]
    return words.reduce(into: [:]) { kinds, list in
      for word in list.1.split(separator: " ").map(String.init) where kinds[word] == nil {
        kinds[word] = list.0
      }
    }
  }()

  /// Words whose capital says that a sentence begins, not that a name does.
  private static let openings: Set<String> = [
    "A", "About", "After", "All", "Also", "Although", "An", "And", "Another", "Are", "As", "At",
    "Because", "Before", "Both", "But", "By", "Can", "Could", "Did", "Do", "Does", "Even", "Every",
    "For", "From", "Had", "Has", "Have", "He", "Her", "Here", "His", "How", "However", "I", "If",
    "In", "Is", "It", "Its", "Just", "Let", "Like", "Many", "Maybe", "More", "Most", "My", "No",
    "Not", "Now", "Of", "Oh", "On", "Once", "One", "Or", "Our", "People", "She", "Should", "Since",
    "So", "Some", "That", "The", "Their", "Then", "There", "These", "They", "This", "Those", "To",
    "Was", "We", "Well", "Were", "What", "When", "Where", "Which", "While", "Who", "Why", "Will",
    "With", "Would", "Yeah", "Yes", "Yet", "You", "Your",
  ]
}
