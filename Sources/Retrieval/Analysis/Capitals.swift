#if Meaning
  /// Puts words into the capitals that passages write them in: "reels" and "gpus" become "Reels" and
  /// "GPUs", where the passages mostly write these.
  ///
  /// What counts is where a capital says something: not at a sentence's beginning, but for a word that has
  /// more capitals than its first. An English word, "office", is not taken for a name that it is part of
  /// now and then.
  struct Capitals {
    /// How often an English word must be a name.
    private static let leastOften = 3

    /// How the passages write a word that they write in capitals, by the word in lower case.
    private let forms: [[UInt8]: [UInt8]]

    /// The capitals of a text's words.
    ///
    /// - Parameters:
    ///   - text: what was typed.
    ///   - passages: what was said.
    ///   - isEnglish: whether a word in lower case is one of the language.
    /// - Complexity: O(n) in the bytes of `passages`.
    init(of text: String, in passages: [Passage], isEnglish: (String) -> Bool) {
      var counts: [[UInt8]: [[UInt8]: Int]] = [:]
      // Most words of the passages are told from those of the text by first letter and length.
      var lengths = [UInt64](repeating: 0, count: 256)
      for (word, _) in Self.words(of: Array(text.utf8)) where 2..<64 ~= word.count {
        let word = word.map(Self.lowercased)
        counts[word] = [:]
        lengths[Int(word[0])] |= 1 << UInt64(word.count)
      }
      for passage in passages {
        for (word, isOpening) in Self.words(of: Array(passage.text.utf8)) where word.count < 64 {
          let length: UInt64 = 1 << UInt64(word.count)
          guard lengths[Int(Self.lowercased(word[word.startIndex]))] & length != 0,
            !isOpening || word.dropFirst().contains(where: Self.isCapital)
          else { continue }
          counts[word.map(Self.lowercased)]?[Array(word), default: 0] += 1
        }
      }
      var restored: [[UInt8]: [UInt8]] = [:]
      for (word, forms) in counts {
        // Of two that are as frequent, the one with fewer capitals: its bytes are the greater.
        let best = forms.max { a, b in
          a.value != b.value ? a.value < b.value : a.key.lexicographicallyPrecedes(b.key)
        }
        guard let best, best.key != word,
          best.value >= Self.leastOften || !isEnglish(String(decoding: word, as: UTF8.self))
        else { continue }
        restored[word] = best.key
      }
      forms = restored
    }

    /// The text with its words in these capitals; words that have one already stay.
    func restored(in text: String) -> String {
      var bytes = Array(text.utf8)
      for (word, _) in Self.words(of: bytes) where !word.contains(where: Self.isCapital) {
        if let form = forms[Array(word)] { bytes.replaceSubrange(word.indices, with: form) }
      }
      return String(decoding: bytes, as: UTF8.self)
    }

    /// A text's words, letters and digits in a row, each with whether it opens a sentence.
    private static func words(
      of bytes: [UInt8]
    ) -> [(word: ArraySlice<UInt8>, isOpening: Bool)] {
      var words: [(ArraySlice<UInt8>, Bool)] = []
      var isOpening = true
      var place = 0
      while place < bytes.count {
        var end = place
        while end < bytes.count, isWord(bytes[end]) { end += 1 }
        if end > place {
          words.append((bytes[place..<end], isOpening))
          (place, isOpening) = (end, false)
        } else {
          if Self.closing.contains(bytes[place]) { isOpening = true }
          place += bytes[place] == Self.punctuation ? 3 : 1
        }
      }
      return words
    }

    /// What dashes, quotation marks and apostrophes beyond ASCII begin with, of three bytes.
    private static let punctuation: UInt8 = 0xE2

    private static let closing = Set(".?!:-".utf8)

    private static func lowercased(_ byte: UInt8) -> UInt8 { isCapital(byte) ? byte | 0x20 : byte }
    private static func isCapital(_ byte: UInt8) -> Bool {
      UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
    }
    /// Beyond ASCII, what is no such mark is taken for a letter.
    private static func isWord(_ byte: UInt8) -> Bool {
      UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
        || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
        || (byte >= 0x80 && byte != punctuation)
    }
  }
#endif
