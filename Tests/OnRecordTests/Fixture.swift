import Foundation
@testable import OnRecord

enum Fixture {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let mark = try? Persona(
    at: root.appending(path: "Personas/mark-zuckerberg").path, indexing: .none)
  static let tom = try? Persona(
    at: root.appending(path: "Tests/Fixtures/lighthouse").path, indexing: .none)

  /// A folder that is gone after `body`.
  @discardableResult
  static func withFolder<T>(_ files: [String: String], _ body: (String) throws -> T) throws -> T {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "onrecord-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
    return try body(folder.path)
  }
}

extension Conversation {
  /// Holds a talk and returns the last reply.
  static func replying(_ persona: Persona, _ prompts: String...) -> Reply {
    var talk = Conversation(with: persona)
    return prompts.map { talk.ask($0) }.last ?? .aside(Aside(line: .empty, text: ""))
  }
}
