/// What kind of thing a prompt asks for: what must stand in the words that answer it.
enum AskedKind: String, Hashable, Sendable, CaseIterable {
  case money
  case count
  case time
  case measure
  case person
  case which
  case place
  case reason
  case manner
  case yesOrNo
  case fact
  case statement

  /// The kind of a prompt, by its words; the first that fits.
  init(of prompt: String) {
    let words = Clause.words(of: prompt)
    let line = " " + words.joined(separator: " ") + " "
    func has(_ phrases: String...) -> Bool { phrases.contains { line.contains(" \($0) ") } }
    func follows(_ openings: [String], _ words: Set<String>, within reach: Int) -> Bool {
      openings.contains { opening in
        var rest = line[...]
        while let range = rest.firstRange(of: " \(opening) ") {
          let behind = rest[range.upperBound...].split(separator: " ").prefix(reach)
          if behind.contains(where: { words.contains(String($0)) }) { return true }
          rest = rest[line.index(before: range.upperBound)...]
        }
        return false
      }
    }
    let body = Array(words.drop { ["and", "so", "ok", "okay", "but", "then"].contains($0) })

    if has(
      "how did it feel", "how did that feel", "how did you feel", "how do you feel",
      "how does it feel", "how is it that")
    {
      self = .manner
    } else if follows(["how much"], Self.moneyVerbs, within: 8)
      || follows(["what", "which", "whats", "how"], Self.moneyNouns, within: 5)
      || follows(["what"], ["cost", "costs", "charge", "pay", "earn"], within: 7)
      || has("cost me", "costs me")
    {
      self = .money
    } else if has("how many", "how much", "number of", "which number", "which numbers")
      || follows(["what"], Self.amounts, within: 1)
    {
      self = .count
    } else if body.first == "when" || has("how long ago", "what age", "how old")
      || follows(["what", "which"], ["year", "date", "month", "day", "decade"], within: 1)
    {
      self = .time
    } else if follows(["how"], Self.measures, within: 1) {
      self = .measure
    } else if words.prefix(4).contains(where: { ["who", "whose", "whos", "whom"].contains($0) }) {
      self = .person
    } else if has("which", "called", "stand for")
      || follows(["which", "what", "whats"], Self.namedThings, within: 3)
      || follows(["what did", "what do", "what does"], ["study", "call", "name"], within: 7)
    {
      self = .which
    } else if has("where") {
      self = .place
    } else if has("why", "how come", "what made", "reason") {
      self = .reason
    } else if has("how", "hows") {
      self = .manner
    } else if words.prefix(3).contains(where: Self.auxiliaries.contains) {
      self = .yesOrNo
    } else if has("what", "whats", "wat") {
      self = .fact
    } else {
      self = .statement
    }
  }

  /// How much more often words that hold such evidence answer a prompt of this kind than words that
  /// only come near: logarithms of ratios, counted over a tuning set of right and wrong passages.
  func weight(of text: String, for prompt: String) -> Double {
    let evidence = Evidences(text, prompt)
    switch self {
    case .money: return [-2.30, -2.22, 0.05][evidence.amountOfMoney ? 2 : evidence.number ? 1 : 0]
    case .count: return [-3.16, -1.02, -0.63][evidence.digit ? 2 : evidence.number ? 1 : 0]
    case .time:
      return [-0.80, -0.76, 0.51][
        evidence.pointInTime ? 2 : evidence.date || evidence.number ? 1 : 0]
    case .measure: return [-2.57, -0.60, -0.20][evidence.number ? 2 : evidence.extent ? 1 : 0]
    case .person: return [-1.12, -0.71, -0.19][min(2, evidence.newNames)]
    case .which: return [-1.42, -1.05, 0.03][min(2, evidence.newNames)]
    case .place: return [-0.09, 0.74, 1.07][min(2, evidence.newNames)]
    case .reason: return [-0.11, 0.57, 0.88][min(2, evidence.reasons)]
    case .yesOrNo: return evidence.yesOrNo ? 0.11 : -0.11
    case .manner: return 0.36
    case .fact: return 0.95
    case .statement: return 0.14
    }
  }

  private static let moneyVerbs = Set(
    words: """
      money cash revenue funding profit cost costs pay paid raise raised charge make made earn bring \
      invest invested sell spend spent offer worth
      """)
  private static let moneyNouns: Set<String> = [
    "price", "prices", "salary", "revenue", "budget", "valuation", "fee", "fees",
  ]
  private static let amounts: Set<String> = [
    "share", "percentage", "percent", "fraction", "proportion", "number", "size", "rate", "level",
    "population",
  ]
  private static let measures: Set<String> = [
    "long", "big", "large", "tall", "far", "fast", "often", "deep", "high", "heavy", "small",
    "quickly", "soon",
  ]
  private static let namedThings = Set(
    words: """
      name company companies book books tool tools editor language languages library framework city \
      town country state product person people team startup project website site address email \
      conference college school university customer vendor prize podcast movie film game model browser \
      song episode talk paper degree major title license licence database brand band client employer \
      bank investor investors channel app version hardware
      """)
  private static let auxiliaries = Set(
    words: """
      is are was were do does did can could will would should has have had might must isnt arent dont \
      doesnt didnt cant wont ever any anything anyone
      """)
}

/// What some words hold that could answer.
private struct Evidences {
  private let words: [Substring]
  private let lower: [String]
  private let text: String
  private let asked: Set<String>

  init(_ text: String, _ prompt: String) {
    self.text = text
    words = text.split { !($0.isLetter || $0.isNumber || "'’$€£.+#-".contains($0)) }
    lower = words.map { word in word.lowercased().filter { $0.isLetter || $0.isNumber } }
    asked = Set(Clause.words(of: prompt))
  }

  var digit: Bool { text.utf8.contains { $0 >= 48 && $0 <= 57 } }
  var number: Bool { digit || lower.contains(where: Self.numbers.contains) }
  var amountOfMoney: Bool {
    words.contains { word in
      word.first.map { "$€£".contains($0) } == true && word.contains(where: \.isNumber)
    }
      || zip(lower, lower.dropFirst()).contains { first, second in
        (first.first?.isNumber == true || Self.numbers.contains(first))
          && Self.currencies.contains(second)
      }
      || lower.contains { $0.first?.isNumber == true && $0.hasSuffix("k") }
  }
  var pointInTime: Bool {
    lower.contains { word in
      word == "ago" || Self.months.contains(word)
        || (word.count == 4 && (word.hasPrefix("19") || word.hasPrefix("20"))
          && word.allSatisfy(\.isNumber))
    } || zip(lower, lower.dropFirst()).contains { $0.hasPrefix("year") && $1 == "old" }
  }
  var date: Bool { lower.contains(where: Self.dates.contains) }
  var extent: Bool { lower.contains(where: Self.extents.contains) }
  var reasons: Int { Set(lower.filter(Self.reasonWords.contains)).count }
  var yesOrNo: Bool {
    lower.contains { Self.yesNo.contains($0) || ($0.hasSuffix("nt") && Self.negated.contains($0)) }
  }

  /// Different names that the prompt does not hold: capitals that begin no sentence.
  var newNames: Int {
    var names: Set<String> = []
    var isOpening = true
    for (word, lower) in zip(words, lower) {
      let bare = word.drop { !$0.isLetter && !$0.isNumber }
      let isName =
        bare.count > 1 && !Self.noNames.contains(lower)
        && (bare.first?.isUppercase == true || bare.dropFirst().contains { $0.isUppercase })
      if isName, !isOpening, !asked.contains(lower) { names.insert(lower) }
      isOpening = word.last == "." || word.last == "-"
    }
    return names.count
  }

  private static let numbers = Set(
    words:
      """
      two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty \
      sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion \
      billions dozen dozens percent half twice couple
      """)
  private static let currencies = Set(
    words:
      "dollars dollar bucks million billion cents euros pounds grand k thousand")
  private static let months = Set(
    words:
      """
      january february april june july august september october november december
      """)
  private static let dates = Set(
    words:
      """
      yesterday today tomorrow tonight monday tuesday wednesday thursday friday saturday sunday spring \
      summer autumn winter christmas age later year years month months week weeks decade decades
      """)
  private static let extents = Set(
    words:
      """
      second seconds minute minutes hour hours day days week weeks month months year years decade \
      decades mile miles meter meters metres feet inch inches lines pounds percent times daily weekly \
      monthly yearly always every often long forever
      """)
  private static let reasonWords = Set(
    words:
      """
      because cause since reason reasons due wanted want otherwise problem felt needed need realized \
      thought
      """)
  private static let yesNo = Set(
    words: "yes yeah no nope not never absolutely definitely exactly sure")
  private static let negated = Set(
    words:
      "dont doesnt didnt isnt cant wont wasnt arent werent couldnt shouldnt wouldnt hasnt havent")
  private static let noNames = Set(
    words:
      "i im ive id ill yeah yes no so and but well ok okay like oh right you the it")
}
