/// Cuts English words down to what their inflected forms share: "ordered", "orders" → "order".
///
/// The Snowball English stemmer (Porter2): M. F. Porter, 2001,
/// snowballstem.org/algorithms/english/stemmer.html. Words with other letters than a–z are left
/// as they are.
struct Stemmer {
  private var word: [UInt8]
  private var r1 = 0
  private var r2 = 0

  private init(_ word: [UInt8]) { self.word = word }

  /// The stem of `word`, which is in lower case.
  static func stem(_ word: String) -> String {
    let bytes = Array(word.utf8)
    guard bytes.count > 2, bytes.allSatisfy({ ($0 >= 97 && $0 <= 122) || $0 == apostrophe })
    else { return word }
    if let irregular = irregular[word] { return irregular }
    var stemmer = Stemmer(bytes)
    stemmer.run()
    return String(decoding: stemmer.word, as: UTF8.self)
  }

  private static let apostrophe = UInt8(ascii: "'")
  private static let consonantY = UInt8(ascii: "Y")

  private mutating func run() {
    if word.first == Self.apostrophe { word.removeFirst() }
    markConsonantY()
    findRegions()
    removePossessive()
    removePlural()
    if !Self.unchangedAfterPlural.contains(String(decoding: word, as: UTF8.self)) {
      removePast()
      replaceFinalY()
      replaceDouble()
      replaceSingle()
      removeSuffix()
      removeFinal()
    }
    for index in word.indices where word[index] == Self.consonantY {
      word[index] = UInt8(ascii: "y")
    }
  }

  // MARK: Letters and regions

  private func isVowel(_ index: Int) -> Bool {
    switch word[index] {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"), UInt8(ascii: "y"):
      return true
    default: return false
    }
  }

  private mutating func markConsonantY() {
    for index in word.indices where word[index] == UInt8(ascii: "y") {
      if index == 0 || isVowel(index - 1) { word[index] = Self.consonantY }
    }
  }

  private mutating func findRegions() {
    r1 = region(from: 0)
    for prefix in ["gener", "commun", "arsen"] where word.starts(with: prefix.utf8) {
      r1 = prefix.utf8.count
    }
    r2 = region(from: r1)
  }

  /// Behind the first consonant that follows a vowel.
  private func region(from start: Int) -> Int {
    var index = start
    while index < word.count, !isVowel(index) { index += 1 }
    while index < word.count, isVowel(index) { index += 1 }
    return min(index + 1, word.count)
  }

  private func hasVowel(before end: Int) -> Bool { (0..<end).contains(where: isVowel) }

  /// A vowel between consonants, the last not w, x or Y; or a vowel first and a consonant behind.
  private func endsInShortSyllable(_ end: Int) -> Bool {
    if end == 2 { return isVowel(0) && !isVowel(1) }
    guard end >= 3 else { return false }
    let last = word[end - 1]
    return !isVowel(end - 1) && isVowel(end - 2) && !isVowel(end - 3)
      && last != UInt8(ascii: "w") && last != UInt8(ascii: "x") && last != Self.consonantY
  }

  private func ends(_ suffix: String) -> Bool { word.ends(with: suffix) }

  private mutating func replace(_ count: Int, with text: String) {
    word.removeLast(count)
    word.append(contentsOf: text.utf8)
  }

  // MARK: Steps

  private mutating func removePossessive() {
    for suffix in ["'s'", "'s", "'"] where ends(suffix) {
      word.removeLast(suffix.utf8.count)
      return
    }
  }

  private mutating func removePlural() {
    if ends("sses") {
      word.removeLast(2)
    } else if ends("ied") || ends("ies") {
      replace(3, with: word.count > 4 ? "i" : "ie")
    } else if ends("us") || ends("ss") {
      return
    } else if ends("s"), hasVowel(before: max(0, word.count - 2)) {
      word.removeLast()
    }
  }

  private mutating func removePast() {
    for suffix in ["eedly", "ingly", "edly", "eed", "ing", "ed"] where ends(suffix) {
      let stem = word.count - suffix.utf8.count
      if suffix.hasPrefix("eed") {
        if stem >= r1 { replace(suffix.utf8.count, with: "ee") }
        return
      }
      guard hasVowel(before: stem) else { return }
      word.removeLast(suffix.utf8.count)
      if ends("at") || ends("bl") || ends("iz") {
        word.append(UInt8(ascii: "e"))
      } else if endsInDouble {
        word.removeLast()
      } else if r1 >= word.count, endsInShortSyllable(word.count) {
        word.append(UInt8(ascii: "e"))
      }
      return
    }
  }

  private var endsInDouble: Bool {
    guard let last = word.last, word.count > 1, last == word[word.count - 2] else { return false }
    return "bdfgmnprt".utf8.contains(last)
  }

  private mutating func replaceFinalY() {
    guard let last = word.last, last == UInt8(ascii: "y") || last == Self.consonantY else { return }
    if word.count > 2, !isVowel(word.count - 2) { word[word.count - 1] = UInt8(ascii: "i") }
  }

  private mutating func replaceDouble() {
    for (suffix, replacement) in Self.double where ends(suffix) {
      let stem = word.count - suffix.utf8.count
      guard stem >= r1 else { return }
      if suffix == "ogi" {
        if stem > 0, word[stem - 1] == UInt8(ascii: "l") { word.removeLast() }
      } else if suffix == "li" {
        if stem > 0, "cdeghkmnrt".utf8.contains(word[stem - 1]) { word.removeLast(2) }
      } else {
        replace(suffix.utf8.count, with: replacement)
      }
      return
    }
  }

  private mutating func replaceSingle() {
    for (suffix, replacement) in Self.single where ends(suffix) {
      let stem = word.count - suffix.utf8.count
      guard stem >= (suffix == "ative" ? r2 : r1) else { return }
      replace(suffix.utf8.count, with: replacement)
      return
    }
  }

  private mutating func removeSuffix() {
    for suffix in Self.removed where ends(suffix) {
      let stem = word.count - suffix.utf8.count
      guard stem >= r2 else { return }
      if suffix == "ion", stem == 0 || !"st".utf8.contains(word[stem - 1]) { return }
      word.removeLast(suffix.utf8.count)
      return
    }
  }

  private mutating func removeFinal() {
    let stem = word.count - 1
    if word.last == UInt8(ascii: "e") {
      if stem >= r2 || (stem >= r1 && !endsInShortSyllable(stem)) { word.removeLast() }
    } else if word.last == UInt8(ascii: "l"), stem >= r2, stem > 0,
      word[stem - 1] == UInt8(ascii: "l")
    {
      word.removeLast()
    }
  }

  // MARK: Tables, longest suffix first

  private static let double: [(String, String)] = [
    ("ational", "ate"), ("fulness", "ful"), ("iveness", "ive"), ("ization", "ize"),
    ("ousness", "ous"), ("biliti", "ble"), ("lessli", "less"), ("tional", "tion"),
    ("alism", "al"), ("aliti", "al"), ("ation", "ate"), ("entli", "ent"), ("fulli", "ful"),
    ("iviti", "ive"), ("ousli", "ous"), ("abli", "able"), ("alli", "al"), ("anci", "ance"),
    ("ator", "ate"), ("enci", "ence"), ("izer", "ize"), ("bli", "ble"), ("ogi", "og"),
    ("li", ""),
  ]

  private static let single: [(String, String)] = [
    ("ational", "ate"), ("tional", "tion"), ("alize", "al"), ("ative", ""), ("icate", "ic"),
    ("iciti", "ic"), ("ical", "ic"), ("ness", ""), ("ful", ""),
  ]

  private static let removed = [
    "ement", "able", "ance", "ence", "ible", "ment", "ant", "ate", "ent", "ion", "ism", "iti",
    "ive", "ize", "ous", "al", "er", "ic",
  ]

  private static let irregular: [String: String] = [
    "skis": "ski", "skies": "sky", "dying": "die", "lying": "lie", "tying": "tie", "idly": "idl",
    "gently": "gentl", "ugly": "ugli", "early": "earli", "only": "onli", "singly": "singl",
    "sky": "sky", "news": "news", "howe": "howe", "atlas": "atlas", "cosmos": "cosmos",
    "bias": "bias", "andes": "andes",
  ]

  private static let unchangedAfterPlural: Set<String> = [
    "inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed",
  ]
}

extension [UInt8] {
  fileprivate func ends(with suffix: String) -> Bool {
    let suffix = suffix.utf8
    guard count >= suffix.count else { return false }
    var index = count - suffix.count
    for byte in suffix {
      if self[index] != byte { return false }
      index += 1
    }
    return true
  }
}
