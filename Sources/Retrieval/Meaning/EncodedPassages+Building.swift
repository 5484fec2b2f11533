#if Meaning
  import Dispatch
  package import SentenceEncoder
  import Synchronization

  extension EncodedPassages {
    /// Encodes passages, on all cores; the result does not depend on how many.
    ///
    /// - Parameters:
    ///   - passages: what to encode.
    ///   - key: 32 bytes that say what the result is for; see ``init(_:key:)``.
    ///   - progress: told how many passages are done, now and then, from any thread.
    /// - Returns: the bytes that ``init(_:key:)`` reads.
    package static func build(
      _ passages: [Passage], with encoder: SentenceEncoder, key: [UInt8],
      progress: @escaping @Sendable (_ done: Int, _ all: Int) -> Void
    ) -> [UInt8] {
      let asked = AskedTexts(passages)
      let count = passages.count
      let all = count + asked.texts.count
      let counter = Counter(all: all, progress)
      // Each alone, then each after what was said before it.
      let encoded = concurrentMap((count + together - 1) / together) { index in
        let group = passages[index * together..<min((index + 1) * together, count)]
        let alone = group.map { PassageText(sentences: $0.sentences.indices.map($0.sentence)) }
        let inContext = zip(alone, group).map {
          PassageText(sentences: $0.sentences, before: $1.before)
        }
        let encodings = encoder.encode(alone + inContext)
        counter.add(group.count)
        return zip(encodings.prefix(group.count), encodings.suffix(group.count)).map { ($0, $1) }
      }.flatMap(\.self)
      let prompts = concurrentMap(asked.texts.count) { index in
        defer { counter.add(1) }
        return encoder.encode(prompt: asked.texts[index]).pooled
      }
      return Writer(key: key, encoded: encoded, asked: prompts, askedOf: asked.indexes).bytes
    }

    /// Passages that a core encodes at once.
    private static var together: Int { 4 }

    private static func concurrentMap<Result: Sendable>(
      _ count: Int, _ body: @escaping @Sendable (Int) -> Result
    ) -> [Result] {
      let results = Mutex([Result?](repeating: nil, count: count))
      DispatchQueue.concurrentPerform(iterations: count) { index in
        let result = body(index)
        results.withLock { $0[index] = result }
      }
      return results.withLock { $0.compactMap(\.self) }
    }
  }

  /// Counts what is done, from any thread.
  private final class Counter: Sendable {
    private let done = Atomic<Int>(0)
    private let all: Int
    private let progress: @Sendable (Int, Int) -> Void

    init(all: Int, _ progress: @escaping @Sendable (Int, Int) -> Void) {
      self.all = all
      self.progress = progress
    }

    func add(_ count: Int) {
      let now = done.add(count, ordering: .relaxed).newValue
      if now / 8 > (now - count) / 8 || now == all { progress(now, all) }
    }
  }

  /// What passages reply to, each text once.
  private struct AskedTexts {
    var texts: [String] = []
    /// For each passage, which text; -1 for none.
    var indexes: [Int32] = []

    init(_ passages: [Passage]) {
      var known: [String: Int32] = [:]
      for passage in passages {
        if passage.asked.isEmpty {
          indexes.append(-1)
        } else if let index = known[passage.asked] {
          indexes.append(index)
        } else {
          known[passage.asked] = Int32(texts.count)
          indexes.append(Int32(texts.count))
          texts.append(passage.asked)
        }
      }
    }
  }

  private struct Writer {
    private(set) var bytes: [UInt8] = []
    private var sections: [EncodedPassages.Layout: [UInt8]] = [:]

    init(
      key: [UInt8], encoded: [(PassageEncoding, PassageEncoding)], asked: [[Float]],
      askedOf: [Int32]
    ) {
      var tokens = 0
      var sentences = 0
      add([0] as [UInt32], to: .tokenStarts)
      add([0] as [UInt32], to: .sentenceStarts)
      add(askedOf, to: .askedOf)
      for (alone, inContext) in encoded {
        precondition(alone.pieces.count == inContext.pieces.count, "One passage, two lengths")
        tokens += alone.pieces.count
        sentences += alone.sentences.count
        add([UInt32(tokens)], to: .tokenStarts)
        add([UInt32(sentences)], to: .sentenceStarts)
        add(alone.pooled, to: .pooled)
        add(alone.spans.flatMap { [UInt16($0.lowerBound), UInt16($0.upperBound)] }, to: .spans)
        add(alone.pieces.map { UInt16($0) }, to: .pieces)
        add(alone.tokens.bytes, to: .tokens)
        add(alone.tokens.scales, to: .tokenScales)
        add(inContext.tokens.bytes, to: .tokensInContext)
        add(inContext.tokens.scales, to: .tokenScalesInContext)
        for vector in alone.sentences { addBytes(of: vector, to: .sentences, .sentenceScales) }
        for vector in inContext.sentences {
          addBytes(of: vector, to: .sentencesInContext, .sentenceScalesInContext)
        }
      }
      for vector in asked { add(vector, to: .asked) }

      bytes = EncodedPassages.magic
      append([
        EncodedPassages.version, UInt32(encoded.count), UInt32(sentences), UInt32(tokens),
        UInt32(asked.count), 0,
      ])
      bytes += key
      for section in EncodedPassages.Layout.allCases {
        let content = sections[section] ?? []
        bytes += content
        bytes += [UInt8](repeating: 0, count: (64 - content.count % 64) % 64)
      }
      let sum = bytes.withUnsafeBytes { EncodedPassages.checksum($0[...]) }
      append([sum])
    }

    private mutating func append<T>(_ values: [T]) {
      values.withUnsafeBytes { bytes += $0 }
    }

    private mutating func add<T>(_ values: [T], to section: EncodedPassages.Layout) {
      values.withUnsafeBytes { sections[section, default: []] += $0 }
    }

    private mutating func addBytes(
      of vector: [Float], to section: EncodedPassages.Layout, _ scales: EncodedPassages.Layout
    ) {
      let greatest = vector.reduce(0) { max($0, $1.magnitude) }
      let scale = greatest > 0 ? greatest / 127 : 1
      add(vector.map { Int8(($0 / scale).rounded(.toNearestOrEven)) }, to: section)
      add([scale], to: scales)
    }
  }
#endif
