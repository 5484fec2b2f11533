/// Why a number is what it is: a tree of parts, each with a value of its own.
public struct Explanation: Hashable, Sendable, Codable {
  /// What the number is.
  public let label: String
  /// The number.
  public let value: Double
  /// What it is made of.
  public let parts: [Explanation]

  /// A number and what it is made of.
  public init(_ label: String, _ value: Double, _ parts: [Explanation] = []) {
    self.label = label
    self.value = value
    self.parts = parts
  }
}

extension Explanation {
  /// The tree without what lies deeper than `depth` levels.
  public func outline(depth: Int) -> Explanation {
    Explanation(label, value, depth > 1 ? parts.map { $0.outline(depth: depth - 1) } : [])
  }
}

extension Explanation: CustomStringConvertible {
  /// A line a node, indented by depth.
  public var description: String { lines(indent: "").joined(separator: "\n") }

  private func lines(indent: String) -> [String] {
    let rounded = (value * 1000).rounded() / 1000
    return ["\(indent)\(rounded)  \(label)"] + parts.flatMap { $0.lines(indent: indent + "  ") }
  }
}
