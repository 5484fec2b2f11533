/// Takes contractions and possessives apart: "didn't" is "did" and "not", "company's" is "company".
enum Contractions {
  static func parts(of word: String) -> [String] {
    if let parts = irregular[word] { return parts }
    guard let apostrophe = word.lastIndex(of: "'") else { return [word] }
    let ending = word[word.index(after: apostrophe)...]
    let stem = String(word[..<apostrophe])
    switch ending {
    case "t" where stem.hasSuffix("n"):
      return [String(stem.dropLast()), "not"]
    case "s", "d", "ll", "re", "ve", "m":
      return [stem]
    default:
      return [word.filter { $0 != "'" }]
    }
  }

  /// The ones that change their stem, and those that people type without the apostrophe.
  private static let irregular: [String: [String]] = {
    var table: [String: [String]] = [
      "can't": ["can", "not"], "cannot": ["can", "not"], "cant": ["can", "not"],
      "won't": ["will", "not"], "wont": ["will", "not"], "shan't": ["shall", "not"],
      "let's": ["let"], "lets": ["let"], "im": ["i"], "ive": ["i"], "youre": ["you"],
      "youve": ["you"], "theyre": ["they"], "theyve": ["they"], "weve": ["we"], "thats": ["that"],
      "whats": ["what"], "whos": ["who"], "hows": ["how"], "howd": ["how"], "wheres": ["where"],
      "whens": ["when"], "whys": ["why"], "theres": ["there"], "heres": ["here"], "hes": ["he"],
      "shes": ["she"], "gonna": ["going"], "wanna": ["want"], "gotta": ["got"], "u": ["you"],
      "ur": ["your"], "r": ["are"], "w": ["with"], "cuz": ["because"], "cause": ["cause"],
      "n": ["and"], "y'all": ["you"], "pls": ["please"], "ppl": ["people"], "wat": ["what"],
      "ya": ["you"], "em": ["them"],
    ]
    for verb in [
      "do", "did", "does", "is", "are", "was", "were", "has", "have", "had", "could", "should",
      "would", "ai", "need",
    ] {
      table[verb + "nt"] = [verb, "not"]
    }
    return table
  }()
}
