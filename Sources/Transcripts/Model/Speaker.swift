/// Someone who speaks in a transcript.
public struct Speaker: Hashable, Sendable, Codable, CustomStringConvertible {
  /// The name as a citation gives it: the transcript's label, or what a manifest says it stands for.
  public let name: String

  /// A speaker of that name.
  public init(name: String) { self.name = name }

  /// The name.
  public var description: String { name }
}
