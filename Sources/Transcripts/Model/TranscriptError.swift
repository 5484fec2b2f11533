/// A place in a transcript file that cannot be read.
public struct TranscriptError: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Problem: Hashable, Sendable {
    /// The file holds no words.
    case empty
    /// More bytes than can be counted.
    case tooLarge
    /// Bytes that are no UTF-8.
    case invalidUTF8
    /// A NUL byte: the file is no text, or UTF-16.
    case binary
    /// JSON that breaks off or is none; with what is wrong.
    case malformed(String)
    /// JSON without a list of segments.
    case noSegments
    /// JSON without a list of chapters.
    case noChapters
    /// A correction's words stand nowhere in the transcript.
    case correctionNotFound(String)
    /// A correction's words stand in more than one place.
    case correctionAmbiguous(String, places: Int)
    /// A correction's words reach over the end of a paragraph.
    case correctionLeavesParagraph(String)
  }

  /// The file's name.
  public let file: String
  /// The line, counted from 1 as editors do.
  public let line: Int
  /// What is wrong there.
  public let problem: Problem

  /// A problem at a line of a file.
  public init(file: String, line: Int, problem: Problem) {
    self.file = file
    self.line = line
    self.problem = problem
  }
}

extension TranscriptError: CustomStringConvertible {
  /// `file:line: error: …`, and the mend on a line of its own.
  public var description: String {
    "\(file):\(line): error: \(problem.wording.error)\n  mend: \(problem.wording.mend)"
  }
}

extension TranscriptError.Problem {
  /// The error and its mend, in words.
  package var wording: (error: String, mend: String) {
    switch self {
    case .empty:
      ("the file holds no words", "give a transcript: lines that read “Name: what was said”")
    case .tooLarge: ("the file is larger than 4 GiB", "give the interview alone, or split it")
    case .invalidUTF8:
      (
        "these bytes are not UTF-8",
        "save the file as UTF-8; from Latin-1: iconv -f latin1 -t utf8 OLD > NEW"
      )
    case .binary:
      (
        "a NUL byte: this is not a text file",
        "give a text file; from UTF-16: iconv -f utf16 -t utf8 OLD > NEW"
      )
    case .malformed(let fault):
      (
        "the JSON is broken: \(fault)",
        "get the whole file again; transcripts have a list of “segments”"
      )
    case .noSegments:
      (
        "this JSON is no transcript: it has no list of “segments”",
        "give Podcasting 2.0, Whisper or WhisperX JSON; chapters belong beside a transcript"
      )
    case .noChapters:
      ("this JSON has no list of “chapters”", "give Podcasting 2.0 chapters JSON")
    case .correctionNotFound(let words):
      (
        "the correction quotes words that the transcript does not hold: “\(words)”",
        "copy the words from the transcript, to the character"
      )
    case .correctionAmbiguous(let words, let places):
      (
        "the correction's words stand in \(places) places: “\(words)”",
        "quote more of the sentence, so that only one place is meant"
      )
    case .correctionLeavesParagraph(let words):
      (
        "the correction's words cross a paragraph, a label or a heading: “\(words)”",
        "write one correction for each paragraph"
      )
    }
  }
}
