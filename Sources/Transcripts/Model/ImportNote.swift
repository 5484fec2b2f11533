/// Something in a file that was forgiven or left out when it was read.
public struct ImportNote: Hashable, Sendable, Codable {
  /// What was done about it.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// A byte that is no UTF-8 was read as Latin-1.
    case latin1
    /// A cue whose times could not be read kept its words and lost its time.
    case badTime = "bad-time"
    /// A cue starts before the one in front of it.
    case outOfOrder = "out-of-order"
    /// A line of a rolling caption that had been shown before.
    case repeated
    /// A cue without words.
    case emptyCue = "empty-cue"
    /// A stage direction: [laughs], (crosstalk).
    case stageDirection = "stage-direction"
    /// A paragraph that nobody says: a note, markup, a sponsor's line.
    case notice
    /// Words that nobody is known to have said.
    case noSpeaker = "no-speaker"

    /// What was done, in a few words.
    public var title: String {
      switch self {
      case .latin1: "bytes read as Latin-1"
      case .badTime: "cues whose times cannot be read"
      case .outOfOrder: "cues out of order"
      case .repeated: "repeated lines left out"
      case .emptyCue: "cues without words"
      case .stageDirection: "stage directions"
      case .notice: "notes, markup and sponsors' lines, which nobody is quoted with"
      case .noSpeaker: "turns without a speaker"
      }
    }
  }

  /// What was done.
  public let kind: Kind
  /// The line of the file, counted from 1.
  public let line: Int
}
