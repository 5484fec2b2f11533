#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
public import OnRecord

/// A prompt and the words that answer it.
///
/// A line of a judged file: `{"prompt": "…", "kind": "…", "gold": ["exact words", …]}`. Each gold text is
/// the interviewee's words, to the character; any of them answers. An empty `gold` is to be declined.
/// `"after": ["…"]` holds the prompts that this one follows in its talk.
public struct JudgedPrompt: Hashable, Sendable {
  /// The line of the file, from 1.
  public let line: Int
  /// What is asked.
  public let prompt: String
  /// What is typed before it in the same talk, in order.
  public let after: [String]
  /// A word for what sort of prompt it is, by which figures are told apart.
  public let kind: String
  /// Where the words that answer stand; empty when the prompt is to be declined.
  public let gold: [Quotation]

  /// Whether there is an answer.
  public var isAnswerable: Bool { !gold.isEmpty }

  private struct Line: Decodable {
    var prompt: String
    var kind: String?
    var after: [String]?
    var gold: [String]
  }

  /// Reads a judged file; every fault is collected, each with its line.
  ///
  /// - Parameters:
  ///   - text: JSON Lines.
  ///   - file: the file's path, for errors.
  ///   - persona: whose words the gold is.
  public static func all(
    in text: String, file: String, of persona: Persona
  ) throws(DialogueError) -> [JudgedPrompt] {
    var judged: [JudgedPrompt] = []
    var faults: [DialogueError.Fault] = []
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.allSatisfy(\.isWhitespace) {
      guard let entry = try? JSONDecoder().decode(Line.self, from: Data(line.utf8)) else {
        faults.append(
          .init(
            line: index + 1, error: "this is no judged prompt",
            mend: #"write {"prompt": "…", "kind": "…", "gold": ["exact words"]}"#))
        continue
      }
      var gold: [Quotation] = []
      for words in entry.gold {
        if let quotation = persona.quotation(of: words) {
          gold.append(quotation)
        } else {
          faults.append(
            .init(
              line: index + 1, error: "the interviewee never said “\(words)”",
              mend: "copy the words from one paragraph of the transcript, to the character"))
        }
      }
      judged.append(
        JudgedPrompt(
          line: index + 1, prompt: entry.prompt, after: entry.after ?? [],
          kind: entry.kind ?? "any", gold: gold))
    }
    if judged.isEmpty, faults.isEmpty {
      faults.append(.init(line: 1, error: "the file judges nothing", mend: "write a prompt a line"))
    }
    guard faults.isEmpty else { throw DialogueError(file: file, faults: faults) }
    return judged
  }
}

extension Persona {
  /// The place of some words in the interviewee's turns.
  fileprivate func quotation(of words: String) -> Quotation? {
    let wanted = Array(words.utf8)
    guard !wanted.isEmpty else { return nil }
    for transcript in transcripts {
      for turn in transcript.turns where turn.speaker == interviewee {
        for paragraph in turn.paragraphs {
          let bytes = transcript.utf8[paragraph.range]
          guard let range = bytes.firstRange(of: wanted) else { continue }
          return try? Quotation(range, of: turn)
        }
      }
    }
    return nil
  }
}
