/// What the talk is on: kept from the last answer until another takes its place.
struct Topic: Hashable, Sendable {
  /// What was asked.
  var question: String
  /// The sentences that the answer quoted.
  var quoted: [SentencePlace]
}
