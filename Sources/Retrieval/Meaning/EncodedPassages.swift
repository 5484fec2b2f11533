#if Meaning
  import SentenceEncoder

  /// The vectors of an index's passages, in one stretch of bytes that can be kept in a file.
  ///
  /// Each passage is encoded twice: by itself, and behind the words said just before it, which take
  /// part in its meaning. From each encoding the token vectors and the sentences' vectors are kept.
  ///
  /// Layout, little-endian: the header of 64 bytes, the sections, each aligned to 64 bytes, a checksum. See ``Layout``.
  package struct EncodedPassages: Sendable {
    private let blob: Blob
    /// Passages, sentences, tokens, and texts that were asked.
    let passageCount: Int
    let sentenceCount: Int
    let tokenCount: Int
    let askedCount: Int
    private let offsets: [Int]

    /// The sections, in order, with the bytes of an element and how many belong to one row.
    enum Layout: Int, CaseIterable {
      /// Where a passage's tokens, and its sentences, begin; one more than there are passages.
      case tokenStarts
      case sentenceStarts
      /// Which asked text a passage replies to; -1 for none.
      case askedOf
      case pooled
      /// The first and the last token but one of each sentence, counted within its passage.
      case spans
      case sentences
      case sentenceScales
      case sentencesInContext
      case sentenceScalesInContext
      case tokens
      case tokenScales
      case tokensInContext
      case tokenScalesInContext
      case pieces
      case asked

      func size(passages: Int, sentences: Int, tokens: Int, asked: Int) -> Int {
        switch self {
        case .tokenStarts, .sentenceStarts: 4 * (passages + 1)
        case .askedOf: 4 * passages
        case .pooled: 4 * 384 * passages
        case .spans: 4 * sentences
        case .sentences, .sentencesInContext: 384 * sentences
        case .sentenceScales, .sentenceScalesInContext: 4 * sentences
        case .tokens, .tokensInContext: 128 * tokens
        case .tokenScales, .tokenScalesInContext: 4 * tokens
        case .pieces: 2 * tokens
        case .asked: 4 * 384 * asked
        }
      }
    }

    static let magic = Array("ONRECIDX".utf8)
    /// Raised whenever the layout, the meaning of a section or a bit of the encoder's arithmetic
    /// changes.
    package static let version: UInt32 = 2
    static let headerSize = 64

    /// Reads bytes that ``build(_:with:key:progress:)`` wrote; nil if they are not whole, or not for `key`.
    ///
    /// Nothing in the bytes is trusted: every count, offset and index is checked.
    package init?(_ blob: Blob, key: [UInt8]) {
      let bytes = blob.bytes
      guard bytes.count >= Self.headerSize, bytes.prefix(8).elementsEqual(Self.magic),
        key.count == 32,
        bytes[32..<64].elementsEqual(key)
      else { return nil }
      func number(_ offset: Int) -> Int {
        Int(bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
      }
      guard number(8) == Int(Self.version) else { return nil }
      let (passages, sentences, tokens, asked) = (number(12), number(16), number(20), number(24))
      let limit = 1 << 28
      guard passages < limit, sentences < limit, tokens < limit, asked < limit else { return nil }
      var offsets: [Int] = []
      var end = Self.headerSize
      for section in Layout.allCases {
        offsets.append(end)
        end +=
          (section.size(passages: passages, sentences: sentences, tokens: tokens, asked: asked) + 63)
          / 64 * 64
      }
      guard bytes.count == end + 8,
        bytes.loadUnaligned(fromByteOffset: end, as: UInt64.self) == Self.checksum(bytes[..<end])
      else { return nil }
      self.blob = blob
      self.offsets = offsets
      (passageCount, sentenceCount, tokenCount, askedCount) = (passages, sentences, tokens, asked)
      guard isConsistent else { return nil }
    }

    private var isConsistent: Bool {
      func ascends(_ section: Layout, to end: Int) -> Bool {
        let starts = values(section, UInt32.self, passageCount + 1)
        guard starts[0] == 0, starts[passageCount] == end else { return false }
        return zip(starts, starts.dropFirst()).allSatisfy { $0 <= $1 }
      }
      guard ascends(.tokenStarts, to: tokenCount), ascends(.sentenceStarts, to: sentenceCount)
      else {
        return false
      }
      for (section, count) in [
        (Layout.pooled, 384 * passageCount), (.asked, 384 * askedCount),
        (.sentenceScales, sentenceCount),
        (.sentenceScalesInContext, sentenceCount), (.tokenScales, tokenCount),
        (.tokenScalesInContext, tokenCount),
      ] where !values(section, Float.self, count).allSatisfy(\.isFinite) {
        return false
      }
      let asked = values(.askedOf, Int32.self, passageCount)
      guard asked.allSatisfy({ $0 >= -1 && $0 < askedCount }) else { return false }
      let spans = values(.spans, UInt16.self, 2 * sentenceCount)
      for passage in 0..<passageCount {
        let count = tokenRange(of: passage).count
        for sentence in sentenceRange(of: passage)
        where spans[2 * sentence] > spans[2 * sentence + 1] || Int(spans[2 * sentence + 1]) > count
        {
          return false
        }
      }
      return true
    }

    /// Catches what was cut, torn or flipped; it is no proof against malice.
    static func checksum(_ bytes: Slice<UnsafeRawBufferPointer>) -> UInt64 {
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      let base = UnsafeRawBufferPointer(rebasing: bytes)
      for offset in stride(from: 0, to: base.count - 7, by: 8) {
        hash =
          (hash ^ base.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
          &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash >> 29
      }
      return hash
    }

    /// Whether these are the vectors of such passages.
    package func fits(_ passages: [Passage]) -> Bool {
      passageCount == passages.count
        && passages.indices.allSatisfy {
          sentenceRange(of: $0).count == passages[$0].sentences.count
        }
    }

    // MARK: Reading

    private func values<T>(_ section: Layout, _: T.Type, _ count: Int) -> UnsafeBufferPointer<T> {
      let start = blob.bytes.baseAddress! + offsets[section.rawValue]
      return UnsafeBufferPointer(start: start.assumingMemoryBound(to: T.self), count: count)
    }

    func tokenRange(of passage: Int) -> Range<Int> {
      let starts = values(.tokenStarts, UInt32.self, passageCount + 1)
      return Int(starts[passage])..<Int(starts[passage + 1])
    }

    func sentenceRange(of passage: Int) -> Range<Int> {
      let starts = values(.sentenceStarts, UInt32.self, passageCount + 1)
      return Int(starts[passage])..<Int(starts[passage + 1])
    }

    /// A sentence's tokens, counted within its passage.
    func span(of sentence: Int) -> Range<Int> {
      let spans = values(.spans, UInt16.self, 2 * sentenceCount)
      return Int(spans[2 * sentence])..<Int(spans[2 * sentence + 1])
    }

    func pieces(of passage: Int) -> UnsafeBufferPointer<UInt16>.SubSequence {
      values(.pieces, UInt16.self, tokenCount)[tokenRange(of: passage)]
    }

    func pooled(_ passage: Int) -> [Float] {
      Array(values(.pooled, Float.self, 384 * passageCount)[384 * passage..<384 * passage + 384])
    }

    func asked(_ passage: Int) -> [Float]? {
      let index = Int(values(.askedOf, Int32.self, passageCount)[passage])
      guard index >= 0 else { return nil }
      return Array(values(.asked, Float.self, 384 * askedCount)[384 * index..<384 * index + 384])
    }

    enum Voice {
      /// The passage by itself.
      case alone
      /// Behind the words said just before.
      case inContext
    }

    /// The cosine of a prompt with a sentence out of its passage's encoding.
    func cosine(_ prompt: [Float], sentence: Int, _ voice: Voice, _ encoder: SentenceEncoder)
      -> Float
    {
      let (section, scales): (Layout, Layout) =
        voice == .alone
        ? (.sentences, .sentenceScales) : (.sentencesInContext, .sentenceScalesInContext)
      let bytes = values(section, Int8.self, 384 * sentenceCount)
      let scale = values(scales, Float.self, sentenceCount)[sentence]
      return encoder.cosine(prompt, bytes.baseAddress! + 384 * sentence, scale: scale)
    }

    /// For each token of a prompt, the best cosine with one of some tokens of all passages.
    func best(
      _ prompt: TokenVectors, tokens: Range<Int>, _ voice: Voice, _ encoder: SentenceEncoder
    ) -> [Float] {
      let (section, scales): (Layout, Layout) =
        voice == .alone ? (.tokens, .tokenScales) : (.tokensInContext, .tokenScalesInContext)
      let bytes =
        values(section, Int8.self, 128 * tokenCount).baseAddress! + 128 * tokens.lowerBound
      let scale = values(scales, Float.self, tokenCount).baseAddress! + tokens.lowerBound
      return encoder.best(prompt, bytes, scale, count: tokens.count)
    }
  }
#endif
