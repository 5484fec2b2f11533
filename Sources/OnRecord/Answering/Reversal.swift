/// Neighbours that turn the sense of a sentence round: cut off, its words would say what was not meant.
enum Reversal {
  /// Whether the sentence in front puts `sentence` into others' mouths, or into a world that is not.
  static func governs(_ before: String, _ sentence: String) -> Bool {
    let words = Clause.words(of: before)
    let line = " " + words.joined(separator: " ") + " "
    if reports.contains(where: { line.contains(" \($0) ") }) { return true }
    // "Imagine a world without it." holds on as long as what follows stays in it.
    return supposes(words) && staysSupposed(Clause.words(of: sentence))
  }

  /// Whether `sentence` denies the one before it, as "But that's not true" does.
  static func takesBack(_ sentence: String) -> Bool {
    let words = Clause.words(of: sentence)
    guard words.count <= 12 else { return false }
    let line = words.drop { leads.contains($0) }.joined(separator: " ")
    return denials.contains { line.hasPrefix($0) }
  }

  private static func supposes(_ words: [String]) -> Bool {
    let body = words.drop { leads.contains($0) }
    let opening = body.prefix(3).joined(separator: " ")
    return suppositions.contains { opening.hasPrefix($0) }
  }

  private static func staysSupposed(_ words: [String]) -> Bool {
    words.prefix(8).contains {
      ["would", "could", "might", "youd", "theyd", "then", "id"].contains($0)
    }
  }

  private static let reports = [
    "people say", "people think", "some people", "they say", "they said", "people will say",
    "people would say", "everyone says", "everybody says", "everyone thinks", "critics",
    "you might think", "you would think", "youd think", "one might think", "the argument is",
    "the argument was", "the myth", "the misconception", "the narrative", "conventional wisdom",
    "its not that", "its not like", "it isnt that", "i dont think that", "im not saying",
    "im not claiming", "i dont mean", "i never said", "i used to think", "i used to believe",
    "i thought at first", "supposedly",
  ]
  private static let suppositions = [
    "imagine", "suppose", "lets say", "say you", "say that", "what if", "assume", "pretend",
    "lets imagine", "lets pretend", "hypothetically",
  ]
  private static let denials = [
    "thats not true", "thats wrong", "thats not right", "thats not the case", "thats nonsense",
    "thats not how", "not true", "not really", "just kidding", "im kidding", "im joking",
    "of course not", "but no", "no thats not", "that was wrong", "i was wrong", "it isnt true",
    "its not true", "i dont believe that", "i dont agree",
  ]
  private static let leads: Set<String> = ["and", "but", "so", "well", "now", "or", "like", "no"]
}
