import Foundation
import Transcripts

enum Fixture {
  static let lighthouse = try? Transcript(
    name: "interview.md", utf8: bytes("lighthouse/interview.md"))

  static func bytes(_ name: String) throws -> [UInt8] {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    return Array(try Data(contentsOf: tests.appending(path: "Fixtures/\(name)")))
  }

  static func repository(_ path: String) throws -> [UInt8] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return Array(try Data(contentsOf: root.appending(path: path)))
  }
}

func parsed(_ text: String) throws -> Transcript {
  try Transcript(name: "talk.md", utf8: Array(text.utf8))
}

extension Transcript {
  /// The structure as a picture: a line a paragraph, sentences between bars.
  var picture: String {
    turns.map { turn in
      let heading = turn.section.map { "# \($0.title)\n" } ?? ""
      return heading
        + turn.paragraphs.map { paragraph in
          "\(turn.speaker?.name ?? "?"): \(paragraph.sentences.map(\.text).joined(separator: " | "))"
        }.joined(separator: "\n")
    }.joined(separator: "\n")
  }
}
