#if Meaning
  package import SentenceEncoder

  /// Mends slips of typing: a word that is neither English nor the transcript's becomes a word of the
  /// transcript, or a common one, that differs by a single slip.
  ///
  /// English is what the encoder's vocabulary writes in one piece. Slips are two neighbours swapped;
  /// one letter doubled or its double dropped; in words of five letters or more, one letter dropped or
  /// added, but for the last two; in words of seven or
  /// more, one vowel for another. The first letter stands.
  package struct SpellingCorrector: Sendable {
    private struct Entry: Sendable {
      /// As the transcript mostly writes it.
      var form: String
      var count: Int
    }

    private let tokenizer: Tokenizer
    private let entries: [String: Entry]
    private let stems: Set<String>
    /// The words by first letter, so that a slip is looked for among few.
    private let byInitial: [Character: [String]]

    package init(_ texts: [String], tokenizer: Tokenizer) {
      self.tokenizer = tokenizer
      var counts: [String: [String: Int]] = [:]
      for text in texts {
        for word in text.split(whereSeparator: { !$0.isASCII || !$0.isLetter })
        where word.count >= 3 {
          counts[word.lowercased(), default: [:]][String(word), default: 0] += 1
        }
      }
      var entries: [String: Entry] = [:]
      for (word, forms) in counts {
        let best = forms.max { ($0.value, $1.key) < ($1.value, $0.key) }
        entries[word] = Entry(form: best?.key ?? word, count: forms.values.reduce(0, +))
      }
      for word in CommonWords.all where word.count > 3 && entries[word] == nil {
        entries[word] = Entry(form: word, count: 3)
      }
      self.entries = entries
      stems = Set(entries.keys.map(Stemmer.stem))
      byInitial = Dictionary(grouping: entries.keys.sorted()) { $0.first ?? " " }
    }

    /// The text with its slips mended; names and what is written in capitals stay.
    package func corrected(_ text: String) -> String {
      var result = ""
      var word = ""
      var isFirst = true
      func flush() {
        guard !word.isEmpty else { return }
        result += mended(word, isFirst: isFirst)
        if word.contains(where: \.isLetter) { isFirst = false }
        word = ""
      }
      for character in text {
        if character.isLetter || character.isNumber || character == "'" || character == "\u{2019}" {
          word.append(character)
        } else {
          flush()
          result.append(character)
        }
      }
      flush()
      return result
    }

    private func mended(_ word: String, isFirst: Bool) -> String {
      let lower = word.lowercased()
      guard lower.count >= 4, lower.allSatisfy({ $0.isASCII && $0.isLetter }),
        word.dropFirst().allSatisfy(\.isLowercase), isFirst || word.first?.isLowercase == true,
        !isKnown(lower)
      else { return word }
      let letters = Array(lower)
      var best: (count: Int, word: String)?
      for candidate in byInitial[letters[0]] ?? [] {
        guard let entry = entries[candidate], abs(candidate.count - letters.count) <= 1,
          letters.count > 4 || CommonWords.contains(candidate) || entry.count > 1,
          isSlip(letters, Array(candidate))
        else { continue }
        if best == nil || entry.count > best?.count ?? 0 { best = (entry.count, candidate) }
      }
      return best.flatMap { entries[$0.word]?.form } ?? word
    }

    private func isKnown(_ word: String) -> Bool {
      if entries[word] != nil || stems.contains(Stemmer.stem(word)) || CommonWords.contains(word) {
        return true
      }
      if Contractions.parts(of: word) != [word] { return true }
      func isPiece(_ text: String) -> Bool { tokenizer.pieces(of: text).count == 1 }
      if isPiece(word) || isPiece(word.prefix(1).uppercased() + word.dropFirst()) { return true }
      for ending in ["s", "ed", "d", "ing"] where word.hasSuffix(ending) {
        let stem = String(word.dropLast(ending.count))
        if isPiece(stem) || (ending == "ing" && isPiece(stem + "e")) { return true }
      }
      return false
    }

    private func isSlip(_ a: [Character], _ b: [Character]) -> Bool {
      if a.count == b.count {
        let places = a.indices.filter { a[$0] != b[$0] }
        if places.count == 2, places[1] == places[0] + 1 {
          return a[places[0]] == b[places[1]] && a[places[1]] == b[places[0]]
        }
        let vowels = Set<Character>("aeiou")
        return places.count == 1 && a.count >= 7 && vowels.contains(a[places[0]])
          && vowels.contains(b[places[0]])
      }
      let (short, long) = a.count < b.count ? (a, b) : (b, a)
      guard long.count == short.count + 1 else { return false }
      let place = short.indices.first { short[$0] != long[$0] } ?? short.count
      guard short[place...].elementsEqual(long[(place + 1)...]) else { return false }
      let isDoubled = place > 0 && long[place] == long[place - 1]
      return isDoubled || a.count >= 5 && place < long.count - 2
    }
  }
#endif
