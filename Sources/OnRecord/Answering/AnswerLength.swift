/// How much an answer quotes.
public enum AnswerLength: String, Hashable, Sendable, Codable, CaseIterable {
  /// A sentence or two: about 30 words.
  case brief
  /// What a reader takes in at a glance: about 70 words.
  case normal
  /// All that belongs to it: never above 140 words.
  case full

  /// The words for the quotations of one answer.
  ///
  /// - Parameter isSure: whether there is hardly a doubt that the words answer.
  func budget(isSure: Bool) -> Composer.Budget {
    switch (self, isSure) {
    case (.brief, true): Composer.Budget(words: [[32], [20, 16], [14, 12, 12]], limit: 60)
    case (.brief, false): Composer.Budget(words: [[20], [14, 14], [12, 12, 12]], limit: 60)
    case (.normal, true): Composer.Budget(words: [[85], [45, 42], [35, 35, 30]], limit: 130)
    case (.normal, false): Composer.Budget(words: [[30], [25, 25], [20, 20, 20]], limit: 130)
    case (.full, true): Composer.Budget(words: [[125], [65, 60], [45, 45, 40]], limit: 138)
    case (.full, false): Composer.Budget(words: [[60], [40, 40], [35, 35, 30]], limit: 138)
    }
  }
}
