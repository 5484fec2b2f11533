/// Words a speaker said, held as the place in the transcript where they stand.
///
/// A quotation stores no text: ``text`` reads the transcript. It may point at the wrong words, but
/// it cannot contain words that nobody spoke, nor words of two people.
public struct Quotation: Hashable, Sendable {
  /// The turn that the words are part of.
  public let turn: Turn
  /// UTF-8 offsets into the transcript: never empty, always inside ``turn``.
  public let range: Range<Int>

  /// Quotes `range` of `turn`.
  public init(_ range: Range<Int>, of turn: Turn) throws(QuotationError) {
    guard !range.isEmpty else { throw .empty }
    guard turn.contains(range) else { throw .leavesTurn }
    guard turn.transcript.isScalarBoundary(range) else { throw .splitsCharacter }
    self.turn = turn
    self.range = range
  }

  /// Quotes whole sentences, from the first of `sentences` to the last.
  ///
  /// - Precondition: `sentences` is not empty and lies within one turn.
  public init(_ sentences: ClosedRange<Int>, of transcript: Transcript) {
    let first = transcript.sentences[sentences.lowerBound]
    let last = transcript.sentences[sentences.upperBound]
    precondition(first.turn == last.turn, "A quotation stays in one turn")
    turn = first.turn
    range = first.range.lowerBound..<last.range.upperBound
  }

  /// The transcript's words, unchanged.
  public var text: String { turn.transcript.text(at: range) }

  /// Who said it; nil when the transcript does not say.
  public var speaker: Speaker? { turn.speaker }

  /// The sentences that the quotation touches, as indexes into ``Transcript/sentences``.
  public var sentences: Range<Int> {
    let all = turn.sentences
    let touched = all.filter { $0.range.overlaps(range) }
    guard let first = touched.first, let last = touched.last else {
      return all[0].index..<all[0].index
    }
    return first.index..<last.index + 1
  }

  /// Where the words stand, for people.
  public var citation: Citation { Citation(of: self) }

  /// Where the words stand, for machines: a proof that ``Certificate/verify(text:in:)`` checks.
  public var certificate: Certificate {
    let transcript = turn.transcript
    return Certificate(
      sha256: transcript.digest, utf8: range, source: transcript.sourceRange(of: range),
      parser: transcript.isBuilt ? transcript.format.parser : nil,
      asserted: transcript.assertedSpeaker?.name)
  }
}

/// Why a range cannot be quoted.
public enum QuotationError: Error, Hashable, Sendable {
  /// The range has no words.
  case empty
  /// The range reaches out of its turn: into a label, a heading, or another speaker's words.
  case leavesTurn
  /// The range starts or ends inside the encoding of a character.
  case splitsCharacter
}
