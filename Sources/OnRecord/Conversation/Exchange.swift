/// One prompt and its reply.
public struct Exchange: Hashable, Sendable {
  /// What was typed.
  public let prompt: String
  /// What the prompt was taken to do.
  public let act: Act
  /// What came back.
  public let reply: Reply
  /// Why it came back: the query, the passages found, the evidence, the choice.
  public let explanation: Explanation
}
