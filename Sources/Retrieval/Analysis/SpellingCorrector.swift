#if Meaning
  package import SentenceEncoder

  /// Mends slips of typing: a word that is neither English nor the transcript's becomes one that is and
  /// differs by a single slip, the transcript's words before others, common ones before rare.
  ///
  /// English is what the encoder's vocabulary writes in one piece. Slips are two neighbours swapped; one
  /// letter doubled or its double dropped; in words of five letters or more, one letter dropped or added;
  /// in words of seven or more, one vowel for another. The first letter stands. What is written with a
  /// capital within a sentence, a name, becomes a word of the transcript or stays.
  package struct SpellingCorrector: Sendable {
    private struct Entry: Sendable {
      /// As the transcript mostly writes it.
      var form: String
      var count: Int
    }

    private let tokenizer: Tokenizer
    private let entries: [String: Entry]
    private let stems: Set<String>

    package init(_ texts: [String], tokenizer: Tokenizer) {
      self.tokenizer = tokenizer
      var counts: [String: [String: Int]] = [:]
      for text in texts {
        for bytes in text.utf8.split(whereSeparator: { !Self.isLetter($0) }) where bytes.count >= 3
        {
          let word = String(Substring(bytes))
          counts[word.lowercased(), default: [:]][word, default: 0] += 1
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
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
      UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
    }

    /// The text with its slips mended.
    package func corrected(_ text: String) -> String {
      var result = ""
      var word = ""
      var isFirst = true
      let isHasty = isHasty(text)
      func flush() {
        guard !word.isEmpty else { return }
        result += mended(word, isFirst: isFirst, isHasty: isHasty)
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

    /// Whether half of the words that say something are none: then a rare word is likelier a slip, too.
    private func isHasty(_ text: String) -> Bool {
      let words = text.lowercased().split { !$0.isLetter && $0 != "'" && $0 != "\u{2019}" }
      let unknown = words.map(String.init).filter(isUnknown)
      let content = words.count { $0.count >= 4 && !CommonWords.contains(String($0)) }
      return unknown.count >= 2 && unknown.count * 2 >= content
        && unknown.contains { tokenizer.likelihood(of: $0).pieces >= 3 }
    }

    private func isUnknown(_ lower: String) -> Bool {
      lower.count >= 4 && lower.count <= 24 && lower.allSatisfy { $0.isASCII && $0.isLetter }
        && !isKnown(lower)
    }

    private func mended(_ word: String, isFirst: Bool, isHasty: Bool) -> String {
      let lower = word.lowercased()
      guard isUnknown(lower) else { return word }
      let isName =
        word.dropFirst().contains(where: \.isUppercase)
        || (!isFirst && word.first?.isUppercase == true)
      // A noisy channel: what was meant, and the slip, against a rare word written as it is.
      var best = (score: tokenizer.likelihood(of: lower).score, word: lower)
      for slip in Slips.undone(Array(lower), isHasty: isHasty) {
        guard let score = score(of: slip, among: lower.count, isName: isName, isHasty: isHasty)
        else { continue }
        if score > best.score || (score == best.score && slip.word < best.word) {
          best = (score, slip.word)
        }
      }
      guard best.word != lower else { return word }
      return entries[best.word]?.form ?? best.word
    }

    /// How likely it is that a word was meant and slipped; nil when it is none.
    private func score(of slip: Slips.Undone, among letters: Int, isName: Bool, isHasty: Bool)
      -> Double?
    {
      let entry = entries[slip.word]
      let likelihood = tokenizer.likelihood(of: slip.word)
      guard
        entry != nil
          || (!isName && likelihood.pieces == 1
            && likelihood.score >= (isHasty ? Self.leastLikely : Self.leastCommon))
      else { return nil }
      if let entry, likelihood.pieces > 1, letters <= 4, entry.count < 2 { return nil }
      let own = entry.map { Self.ownWord + Arithmetic.ln(Double($0.count)) } ?? 0
      return max(likelihood.score, Self.leastLikely) + own
        + (slip.isLikely
          ? Self.likelySlip : isHasty && !slip.isShorter ? Self.hastySlip : Self.slip)
    }

    // Logarithms. How common an English word must be that the transcript does not hold; what a word of
    // the transcript has before another, and the least likely that one is; how likely a swap or a doubled
    // letter is, and another slip. Tuned so that hardly a word that is right is touched.
    private static let leastCommon = -12.5
    private static let ownWord = 3.0
    private static let leastLikely = -14.0
    private static let likelySlip = -6.0
    private static let slip = -9.0
    private static let hastySlip = -6.0

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
  }

  /// Words that a slip could have been made of.
  enum Slips {
    struct Undone {
      let word: String
      /// Whether it undoes a swap or a doubled letter, which fingers do most.
      let isLikely: Bool
      /// Whether it takes a letter out, which is the rarest to be in.
      var isShorter = false
    }

    /// Every word that one slip turns into `letters`; the first letter stands.
    static func undone(_ letters: [Character], isHasty: Bool) -> [Undone] {
      var words: [Undone] = []
      let isLong = letters.count >= 5
      for place in 1..<letters.count {
        if place + 1 < letters.count, letters[place] != letters[place + 1] {
          var swapped = letters
          swapped.swapAt(place, place + 1)
          words.append(Undone(word: String(swapped), isLikely: true))
        }
        let isDoubled = letters[place] == letters[place - 1]
        // At the end, a letter more or less is an inflection.
        if isDoubled || (isLong && (isHasty || place < letters.count - 1)) {
          var shorter = letters
          shorter.remove(at: place)
          words.append(Undone(word: String(shorter), isLikely: isDoubled, isShorter: true))
        }
        if letters.count >= 7, vowels.contains(letters[place]) {
          for vowel in vowels where vowel != letters[place] {
            var other = letters
            other[place] = vowel
            words.append(Undone(word: String(other), isLikely: false))
          }
        }
      }
      for place in 1...(isHasty ? letters.count : letters.count - 1) {
        for letter in alphabet where isLong || isHasty || letter == letters[place - 1] {
          var longer = letters
          longer.insert(letter, at: place)
          words.append(Undone(word: String(longer), isLikely: false))
        }
      }
      return words
    }

    private static let vowels: [Character] = Array("aeiou")
    private static let alphabet: [Character] = Array("abcdefghijklmnopqrstuvwxyz")
  }
#endif
