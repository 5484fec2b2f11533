/// Works out who is interviewed: the one who answers at length, not the one who asks.
struct Interviewee {
  /// The one who is interviewed.
  let speaker: Speaker
  /// The one who asks most of the questions, if somebody does.
  let interviewer: Speaker?

  /// Nil when no speaker is known.
  init?(of transcripts: [Transcript]) {
    var tallies: [Tally] = []
    var rows: [Speaker: Int] = [:]
    for transcript in transcripts {
      for turn in transcript.turns {
        guard let speaker = turn.speaker else { continue }
        let index = rows[speaker] ?? tallies.count
        if index == tallies.count {
          rows[speaker] = index
          tallies.append(Tally(speaker: speaker))
        }
        for sentence in turn.sentences {
          tallies[index].bytes += sentence.range.count
          if transcript.utf8[sentence.range.upperBound - 1] == UInt8(ascii: "?") {
            tallies[index].questions += sentence.range.count
          }
        }
      }
    }
    guard let best = tallies.enumerated().max(by: { ($0.1.weight, $1.0) < ($1.1.weight, $0.0) })
    else { return nil }
    speaker = best.element.speaker
    let asker = tallies.filter { $0.speaker != best.element.speaker && $0.questions > 0 }
      .max { $0.questions < $1.questions }
    interviewer = asker?.speaker
  }

  private struct Tally {
    let speaker: Speaker
    var bytes = 0
    var questions = 0
    /// Words that ask count against: an interviewer with long questions is still one.
    var weight: Int { bytes - 4 * questions }
  }
}
