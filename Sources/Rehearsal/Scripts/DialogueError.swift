/// What is wrong with a script: every fault, each with its line and its mend.
public struct DialogueError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A place and its mend.
  public struct Fault: Hashable, Sendable {
    /// The line, from 1.
    public let line: Int
    /// What is wrong.
    public let error: String
    /// How to mend it.
    public let mend: String
  }

  /// The script's path.
  public let file: String
  /// In the order of their lines; never empty.
  public let faults: [Fault]

  /// A fault a paragraph: `file:line: error: …` and its mend.
  public var description: String {
    faults.map { "\(file):\($0.line): error: \($0.error)\n  mend: \($0.mend)" }
      .joined(separator: "\n")
  }
}
