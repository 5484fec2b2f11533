/// A term and how much it counts.
public struct WeightedTerm: Hashable, Sendable, Codable {
  /// The term, as an ``Analyzer`` makes it.
  public let term: String
  /// 1 for what was typed, less for what the talk carries.
  public let weight: Double
  /// Whether it was typed, not carried.
  var isTyped: Bool { weight == 1 }

  /// A term and its weight.
  public init(_ term: String, _ weight: Double = 1) {
    self.term = term
    self.weight = weight
  }
}

/// What is looked for: the words typed, and what the talk was on just before.
public struct Query: Hashable, Sendable {
  /// What was typed.
  public let prompt: String
  /// What was typed and quoted just before; empty at the start of a talk.
  public let context: String
  /// Terms that the talk carries, each with the weight it still has.
  public let carried: [WeightedTerm]

  /// A query, with what the talk carries.
  public init(_ prompt: String, context: String = "", carried: [WeightedTerm] = []) {
    self.prompt = prompt
    self.context = context
    self.carried = carried
  }
}
