/// A reply that is not what its script says.
public struct Divergence: Hashable, Sendable, CustomStringConvertible {
  /// The script's path.
  public let file: String
  /// The line of the assertion, or of the prompt when it has none.
  public let line: Int
  /// What was typed.
  public let prompt: String
  /// What the script says.
  public let expected: String
  /// What came.
  public let got: String
  /// Why, as far as the transcript and the search tell.
  public let why: String

  /// Script line, prompt, expected, got and why, a line each.
  public var description: String {
    """
    \(file):\(line): diverged
      prompt:   \(prompt.split(separator: "\n").joined(separator: " ⏎ "))
      expected: \(expected)
      got:      \(got)
      why:      \(why)
    """
  }
}
