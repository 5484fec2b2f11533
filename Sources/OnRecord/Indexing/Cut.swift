import Retrieval

/// A transcript cut into passages.
struct Cut {
  private(set) var passages: [Passage] = []
  /// For each passage, the transcript's sentences that it is.
  private(set) var sentences: [ClosedRange<Int>] = []

  init(_ transcript: Transcript, firstStretch: Int) {
    var stretch = firstStretch
    for turn in transcript.turns {
      let section = turn.section?.title ?? ""
      let asked = turn.asked?.end ?? ""
      var before = asked
      for sentences in turn.cut {
        let passage = Passage(
          transcript, sentences: sentences, section: section, asked: asked, before: before,
          stretch: stretch)
        before = passage.text
        passages.append(passage)
        self.sentences.append(sentences)
      }
      stretch += 1
    }
  }

  /// Tells this cut from another of the same file: after a correction, by another version's rules.
  var fingerprint: [UInt8] {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func mix(_ value: Int) {
      hash = (hash ^ UInt64(truncatingIfNeeded: value)) &* 0x0000_0100_0000_01B3
    }
    for (passage, range) in zip(passages, sentences) {
      mix(range.lowerBound)
      mix(range.upperBound)
      for byte in passage.asked.utf8 { mix(Int(byte)) }
      for byte in passage.before.utf8 { mix(Int(byte)) }
      for sentence in passage.sentences {
        mix(sentence.lowerBound)
        mix(sentence.upperBound)
      }
    }
    return (0..<8).map { UInt8(truncatingIfNeeded: hash >> (8 * $0)) }
  }
}

extension Passage {
  fileprivate init(
    _ transcript: Transcript, sentences: ClosedRange<Int>, section: String, asked: String,
    before: String, stretch: Int
  ) {
    let ranges = sentences.map { transcript.sentences[$0].range }
    let start = ranges[0].lowerBound
    self.init(
      text: transcript.text(at: start..<ranges[ranges.count - 1].upperBound),
      sentences: ranges.map { $0.lowerBound - start..<$0.upperBound - start },
      section: section, asked: asked, before: before, stretch: stretch)
  }
}

extension Turn {
  /// The turn's passages: its paragraphs, long ones cut between sentences into even parts.
  fileprivate var cut: [ClosedRange<Int>] {
    paragraphs.flatMap { paragraph -> [ClosedRange<Int>] in
      let sentences = Array(paragraph.sentences)
      let first = sentences[0].index
      var ends: [Int] = [0]
      for sentence in sentences { ends.append(ends[ends.count - 1] + sentence.text.wordCount) }
      let total = ends[sentences.count]
      guard total > longestPassage else { return [first...first + sentences.count - 1] }
      let bounds = evenBounds(
        ends, target: Double(total) / Double((total + evenPassage - 1) / evenPassage))
      return zip(bounds, bounds.dropFirst()).map { first + $0...first + $1 - 1 }
    }
  }

  /// Where to cut, as numbers of sentences: in front of the one that would take a part further from
  /// an even size than it is, or over the limit.
  ///
  /// A sentence over the limit stands alone. O(n).
  private func evenBounds(_ ends: [Int], target: Double) -> [Int] {
    var bounds = [0]
    for sentence in 1..<ends.count - 1 {
      let start = ends[bounds[bounds.count - 1]]
      let now = ends[sentence] - start
      let next = ends[sentence + 1] - start
      let isNearer = abs(Double(now) - target) <= abs(Double(next) - target)
      if now > 0, next > longestPassage || isNearer { bounds.append(sentence) }
    }
    return bounds + [ends.count - 1]
  }

  /// The turn's last sentences, at most sixty words, but at least one.
  fileprivate var end: String {
    let all = Array(sentences)
    var first = all.count - 1
    var words = all[first].text.wordCount
    while first > 0 {
      words += all[first - 1].text.wordCount
      if words > 60 { break }
      first -= 1
    }
    return all[first...].map(\.text).joined(separator: " ")
  }
}

/// In words: up to here a paragraph stays whole.
private let longestPassage = 125
/// In words: the size that the parts of a longer one have at the most, more or less.
private let evenPassage = 110

extension StringProtocol {
  /// Words between white space, as people count them: a dash by itself is none.
  package var wordCount: Int {
    var count = 0
    var isCounted = false
    for byte in utf8 {
      if byte == 32 || (byte >= 9 && byte <= 13) {
        isCounted = false
      } else if !isCounted,
        byte >= 0x80 || (byte >= 48 && byte <= 57) || (byte | 32 >= 97 && byte | 32 <= 122)
      {
        isCounted = true
        count += 1
      }
    }
    return count
  }
}
