/// Tells keyboard noise from words.
enum Gibberish {
  /// Whether nothing in `prompt` can be a word.
  ///
  /// - Parameter knows: whether a word stands in the transcripts.
  static func isNoise(_ prompt: String, knows: (String) -> Bool) -> Bool {
    let words = Clause.words(of: prompt)
    return words.allSatisfy { !knows($0) && !isPronounceable($0) }
  }

  /// Has a vowel, no long run of consonants, no letter four times on end; or is a number.
  private static func isPronounceable(_ word: String) -> Bool {
    if word.allSatisfy(\.isNumber) { return true }
    guard word.count > 1 || "aiuk".contains(word) else { return false }
    var consonants = 0
    var longest = 0
    var vowels = 0
    var same = 1
    var repeats = 1
    var last: Character?
    for letter in word {
      same = letter == last ? same + 1 : 1
      repeats = max(repeats, same)
      last = letter
      if "aeiouy".contains(letter) || !letter.isASCII {
        vowels += 1
        consonants = 0
      } else {
        consonants += 1
        longest = max(longest, consonants)
      }
    }
    if word.count <= 3 { return vowels > 0 && !keyboardRuns.contains(word) }
    return vowels > 0 && longest <= 4 && repeats < 4 && vowels * 6 >= word.count
      && !keyboardRuns.contains { word.contains($0) } && !isVowelJam(word)
      && !hasLoneQ(word)
  }

  private static func hasLoneQ(_ word: String) -> Bool {
    zip(word, word.dropFirst()).contains { $0 == "q" && $1 != "u" }
  }

  private static func isVowelJam(_ word: String) -> Bool {
    var run = 0
    for letter in word {
      run = "aeiou".contains(letter) ? run + 1 : 0
      if run >= 4 { return true }
    }
    return false
  }

  /// Neighbours on the keyboard that no English word holds.
  private static let keyboardRuns: Set<String> = [
    "asd", "sdf", "dfg", "fgh", "ghj", "hjk", "jkl", "qwer", "zxc", "xcv", "cvb", "vbn", "poiu",
    "lkj",
  ]
}
