import Transcripts

/// Any bytes as a transcript: refused, or every sentence stands in the text and in the file, can be
/// quoted, and its certificate holds.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzTranscript(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  if let chapters = try? Chapters(name: "fuzzed", utf8: bytes) {
    precondition(
      zip(chapters.chapters, chapters.chapters.dropFirst()).allSatisfy { $0.start <= $1.start })
  }
  guard let transcript = try? Transcript(name: "fuzzed", utf8: bytes) else { return 0 }
  precondition(!transcript.turns.isEmpty)
  var end = 0
  for sentence in transcript.sentences {
    precondition(sentence.range.lowerBound >= end && !sentence.range.isEmpty)
    end = sentence.range.upperBound
    if let source = transcript.sourceRange(of: sentence.range) {
      precondition(source.lowerBound >= 0 && source.upperBound <= bytes.count && !source.isEmpty)
    }
  }
  for turn in transcript.turns.prefix(20) {
    guard let quotation = try? Quotation(turn.range, of: turn) else { continue }
    let proven = try? quotation.certificate.verify(text: quotation.text, in: transcript)
    precondition(proven == quotation)
  }
  return 0
}
