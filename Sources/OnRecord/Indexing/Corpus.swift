import Retrieval

#if Meaning
  import SentenceEncoder
#endif

/// A persona's transcripts as passages, and which of them may be quoted.
///
/// The passages are everybody's; the persona is a view of them.
final class Corpus: Sendable {
  /// Where a passage stands.
  struct Place: Sendable, Hashable {
    let transcript: Int
    /// Indexes into the transcript's sentences.
    let sentences: ClosedRange<Int>
  }

  let transcripts: [Transcript]
  let interviewee: Speaker
  let index: Index
  let places: [Place]
  let isEnglish: Bool

  init(_ transcripts: [Transcript], interviewee: Speaker, indexing: Indexing) {
    var passages: [Passage] = []
    var places: [Place] = []
    var candidates: [Int] = []
    var cuts: [Cut] = []
    for (number, transcript) in transcripts.enumerated() {
      let cut = Cut(transcript, firstStretch: (passages.last?.stretch ?? -1) + 1)
      for (passage, sentences) in zip(cut.passages, cut.sentences) {
        if transcript.sentences[sentences.lowerBound].turn.speaker == interviewee,
          !Notice.isSponsored(passage.text)
        {
          candidates.append(passages.count)
        }
        places.append(Place(transcript: number, sentences: sentences))
        passages.append(passage)
      }
      cuts.append(cut)
    }
    self.transcripts = transcripts
    self.interviewee = interviewee
    self.places = places
    isEnglish = Languages.isEnglish(candidates.lazy.map { passages[$0].text })
    index =
      isEnglish
      ? Self.index(passages, candidates, transcripts, cuts, indexing)
      : Index(passages, candidates: candidates, analyzer: Analyzer(stems: false))
  }

  private static func index(
    _ passages: [Passage], _ candidates: [Int], _ transcripts: [Transcript], _ cuts: [Cut],
    _ indexing: Indexing
  ) -> Index {
    #if Meaning
      let encoder = SentenceEncoder()
      let encoded = zip(transcripts, cuts).map { transcript, cut in
        indexing.encoded(cut, of: transcript, by: encoder)
      }
      return Index(
        passages, candidates: candidates, analyzer: Analyzer(), encoded: encoded, encoder: encoder)
    #else
      return Index(passages, candidates: candidates)
    #endif
  }

  /// A single question as the transcripts would write it, with its capitals and its mark.
  ///
  /// The encoder takes them for a part of what is said, and few people type them. Anything else stays.
  func written(_ question: String) -> String {
    let clauses = Clause.all(of: question)
    guard isEnglish, clauses.count == 1, clauses[0].asks(names: []) else { return question }
    // What is all in capitals has none that say anything; a word or two may be an abbreviation.
    let isShouted = clauses[0].words.count > 2 && !question.contains(where: \.isLowercase)
    let capitalised = index.capitalised(isShouted ? question.lowercased() : question)
    let written = capitalised.prefix(1).uppercased() + capitalised.dropFirst()
    return written.last.map { $0.isLetter || $0.isNumber } ?? false ? written + "?" : written
  }

  func quotation(_ sentences: ClosedRange<Int>, in transcript: Int) -> Quotation {
    let quotation = Quotation(sentences, of: transcripts[transcript])
    precondition(quotation.speaker == interviewee, "Only the interviewee is quoted")
    return quotation
  }

  /// Whether a sentence exists and is the interviewee's.
  func isQuotable(_ place: SentencePlace) -> Bool {
    transcripts.indices.contains(place.transcript)
      && transcripts[place.transcript].sentences.indices.contains(place.sentence)
      && transcripts[place.transcript].sentences[place.sentence].turn.speaker == interviewee
  }
}
