/// What is wrong with a persona: every fault that was found, not just the first.
public struct PersonaError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A place in a file and its mend.
  public struct Fault: Hashable, Sendable, CustomStringConvertible {
    /// The file's path.
    public let file: String
    /// The line, counted from 1.
    public let line: Int
    /// What is wrong.
    public let error: String
    /// How to mend it.
    public let mend: String

    /// `file:line: error: …`, and the mend on a line of its own.
    public var description: String { "\(file):\(line): error: \(error)\n  mend: \(mend)" }
  }

  /// The faults, in the order of their lines; never empty.
  public let faults: [Fault]

  init(_ faults: [Fault]) { self.faults = faults }

  init(_ file: String, _ line: Int, _ error: String, mend: String) {
    self.init([Fault(file: file, line: line, error: error, mend: mend)])
  }

  /// A fault a paragraph.
  public var description: String { faults.map(\.description).joined(separator: "\n") }
}
