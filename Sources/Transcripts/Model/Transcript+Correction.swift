extension Transcript {
  /// The same file with `words` given to the speaker who truly said them.
  ///
  /// The turn that held them is cut in up to three: what came before, the words, what came after.
  ///
  /// - Parameters:
  ///   - words: the misattributed words, exactly as they stand, inside one paragraph.
  ///   - speaker: who said them.
  /// - Throws: when the words stand nowhere, in several places, or cross a paragraph.
  public func reassigning(_ words: String, to speaker: Speaker) throws(TranscriptError)
    -> Transcript
  {
    let places = occurrences(of: Array(words.utf8))
    guard let start = places.first else {
      throw TranscriptError(file: name, line: 1, problem: .correctionNotFound(words))
    }
    let line = line(of: start)
    guard places.count == 1 else {
      throw TranscriptError(
        file: name, line: line, problem: .correctionAmbiguous(words, places: places.count))
    }
    let range = start..<start + words.utf8.count
    guard let paragraph = paragraphs.first(where: { $0.range.contains(range) }) else {
      throw TranscriptError(file: name, line: line, problem: .correctionLeavesParagraph(words))
    }
    return with(layout: layout(giving: range, of: paragraph, to: speaker))
  }

  private func layout(
    giving range: Range<Int>, of corrected: Paragraph, to speaker: Speaker
  ) -> Layout {
    rebuilt { turn, copy in
      for paragraph in turn.paragraphs {
        guard paragraph == corrected else {
          copy.append(paragraph: paragraph.range, sentences: paragraph.sentences.map(\.range))
          continue
        }
        let before = trimmed(paragraph.range.lowerBound..<range.lowerBound)
        let after = trimmed(range.upperBound..<paragraph.range.upperBound)
        append(before, to: &copy)
        copy.openTurn(by: speaker, label: nil)
        append(range, to: &copy)
        copy.openTurn(by: turn.speaker, label: nil)
        append(after, to: &copy)
      }
    }
  }

  private func append(_ range: Range<Int>, to layout: inout Layout) {
    guard !range.isEmpty else { return }
    layout.append(
      paragraph: range, sentences: SentenceSplitter.sentences(in: utf8, range))
  }

  /// The same structure, each turn's paragraphs written by `body`.
  func rebuilt(_ body: (Turn, inout Layout) -> Void) -> Layout {
    var copy = Layout()
    var section: Int?
    for turn in turns {
      while let own = turn.section?.index, section != own {
        section = (section ?? -1) + 1
        let row = layout.sections[section ?? 0]
        copy.openSection(title: row.title, range: row.range, time: row.time)
      }
      copy.openTurn(by: turn.speaker, label: turn.labelRange, time: turn.time)
      body(turn, &copy)
    }
    return copy.closed()
  }

  private func occurrences(of words: [UInt8]) -> [Int] {
    guard let first = words.first, words.count <= utf8.count else { return [] }
    return (0...utf8.count - words.count).filter { start in
      utf8[start] == first && utf8[start..<start + words.count].elementsEqual(words)
    }
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, isSpace(utf8[start]) { start += 1 }
    while end > start, isSpace(utf8[end - 1]) { end -= 1 }
    return start..<end
  }
}

extension Transcript {
  /// The same transcript with facts from a manifest, and its labels read as the names they stand for.
  public func described(by facts: TranscriptFacts, names: [String: String] = [:]) -> Transcript {
    var layout = Layout()
    if names.isEmpty {
      layout = self.layout
    } else {
      layout = rebuilt { turn, copy in
        if let speaker = turn.speaker, let name = names[speaker.name] {
          copy.openTurn(by: Speaker(name: name), label: turn.labelRange, time: turn.time)
        }
        for paragraph in turn.paragraphs {
          copy.append(paragraph: paragraph.range, sentences: paragraph.sentences.map(\.range))
        }
      }
    }
    return with(layout: layout, facts: facts)
  }
}

extension Range where Bound == Int {
  func contains(_ other: Range<Int>) -> Bool {
    other.lowerBound >= lowerBound && other.upperBound <= upperBound
  }
}
