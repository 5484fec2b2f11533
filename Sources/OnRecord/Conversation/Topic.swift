/// What the talk is on: kept from the last answer until another takes its place.
struct Topic: Hashable, Sendable, Codable {
  /// What was asked.
  var question: String
  /// The sentences that the answer quoted.
  var quoted: [SentencePlace]
  /// The last sentence of the best quotation: where going on begins.
  var lead: SentencePlace
}
