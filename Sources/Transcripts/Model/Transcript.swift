/// What was said, by whom and where: a file's bytes and the structure found in them.
///
/// Every place in a transcript is a range of UTF-8 offsets into ``utf8``. For text and Markdown that is
/// the file as it was received, to the byte; for captions, JSON and HTML it is running text built from
/// the file, with the way back to the file's bytes and seconds. Nothing is ever copied out of it: a
/// ``Turn``, a ``Paragraph`` or a ``Sentence`` is a view, as `Substring` is one of a `String`.
public struct Transcript: Sendable {
  let storage: Storage

  final class Storage: Sendable {
    let name: String
    let utf8: [UInt8]
    let origin: Origin
    let facts: TranscriptFacts
    let layout: Layout

    init(name: String, utf8: [UInt8], origin: Origin, facts: TranscriptFacts, layout: Layout) {
      self.name = name
      self.utf8 = utf8
      self.origin = origin
      self.facts = facts
      self.layout = layout
    }
  }

  /// The file that a transcript was read from.
  struct Origin: Sendable, Hashable {
    var digest: SHA256Digest
    var format: TranscriptFormat
    /// Nil where the text is the file.
    var map: SourceMap?
    var notes: [ImportNote] = []
    var frontMatter: Range<Int>?
    /// Who is said to speak where the file does not say.
    var assertedSpeaker: Speaker?
  }

  init(name: String, utf8: [UInt8], origin: Origin, facts: TranscriptFacts, layout: Layout) {
    storage = Storage(name: name, utf8: utf8, origin: origin, facts: facts, layout: layout)
  }

  /// The same file, read otherwise.
  func with(layout: Layout? = nil, facts: TranscriptFacts? = nil, origin: Origin? = nil)
    -> Transcript
  {
    Transcript(
      name: name, utf8: utf8, origin: origin ?? self.origin, facts: facts ?? self.facts,
      layout: layout ?? self.layout)
  }

  var origin: Origin { storage.origin }

  /// The file's name, without its folder.
  public var name: String { storage.name }

  /// The bytes that all ranges refer to.
  public var utf8: [UInt8] { storage.utf8 }

  /// SHA-256 of the file.
  public var digest: SHA256Digest { origin.digest }

  /// How the file is written.
  public var format: TranscriptFormat { origin.format }

  /// What was forgiven or left out when the file was read, in the file's order.
  public var notes: [ImportNote] { origin.notes }

  /// The YAML at the file's head, if there is any.
  public var frontMatter: String? { origin.frontMatter.map(text(at:)) }

  /// Who is said to speak all of it, by whoever opened the file; nil where the file says.
  public var assertedSpeaker: Speaker? { origin.assertedSpeaker }

  /// The bytes of the file that a range of ``utf8`` was made of; nil where the text is the file.
  public func sourceRange(of range: Range<Int>) -> Range<Int>? { origin.map?.source(of: range) }

  /// When the cue or the word at an offset starts, in seconds; nil where the file does not say.
  public func seconds(at offset: Int) -> Double? { origin.map?.seconds(at: offset) }

  /// Whether the text was built from cues or markup, not received.
  public var isBuilt: Bool { origin.map != nil }

  /// What is known of the interview beside its words: title, date, publisher, address.
  public var facts: TranscriptFacts { storage.facts }

  var layout: Layout { storage.layout }

  /// The speakers, in the order of their first words.
  public var speakers: [Speaker] { layout.speakers }

  /// The turns, in spoken order.
  public var turns: Views<Turn> { Views(0..<layout.turns.count) { Turn(self, $0) } }

  /// The paragraphs of all turns, in spoken order.
  public var paragraphs: Views<Paragraph> {
    Views(0..<layout.paragraphs.count) { Paragraph(self, $0) }
  }

  /// The sentences of all turns, in spoken order.
  public var sentences: Views<Sentence> {
    Views(0..<layout.sentences.count) { Sentence(self, $0) }
  }

  /// The sections, in order; empty when the file has no headings.
  public var sections: Views<Section> { Views(0..<layout.sections.count) { Section(self, $0) } }

  /// The words at a range of UTF-8 offsets.
  ///
  /// - Precondition: `range` lies in ``utf8`` and splits no character.
  public func text(at range: Range<Int>) -> String {
    String(decoding: utf8[range], as: UTF8.self)
  }

  /// Whether neither end of `range` splits the encoding of a Unicode scalar.
  public func isScalarBoundary(_ range: Range<Int>) -> Bool {
    func startsScalar(_ offset: Int) -> Bool {
      offset == utf8.count || utf8[offset] & 0b1100_0000 != 0b1000_0000
    }
    return range.lowerBound >= 0 && range.upperBound <= utf8.count
      && startsScalar(range.lowerBound) && startsScalar(range.upperBound)
  }

  /// The line that a UTF-8 offset stands in, counted from 1 as editors do.
  ///
  /// O(offset).
  public func line(of offset: Int) -> Int {
    utf8.prefix(offset).reduce(into: 1) { $0 += $1 == UInt8(ascii: "\n") ? 1 : 0 }
  }
}

extension Transcript: Hashable {
  /// Two transcripts are equal when their files and the structure read from them are.
  public static func == (a: Transcript, b: Transcript) -> Bool {
    a.storage === b.storage
      || (a.digest == b.digest && a.name == b.name && a.layout == b.layout
        && a.assertedSpeaker == b.assertedSpeaker)
  }

  /// Hashes the file's digest.
  public func hash(into hasher: inout Hasher) { hasher.combine(digest) }
}

/// What a manifest tells of an interview beside its words; every part may be missing.
public struct TranscriptFacts: Hashable, Sendable, Codable {
  /// The interview's title.
  public var title: String?
  /// The day of publication, as the manifest writes it (ISO 8601 by custom).
  public var date: String?
  /// Who published the interview.
  public var publisher: String?
  /// Where the interview can be found.
  public var url: String?

  /// Facts that are known; leave out what is not.
  public init(
    title: String? = nil, date: String? = nil, publisher: String? = nil, url: String? = nil
  ) {
    self.title = title
    self.date = date
    self.publisher = publisher
    self.url = url
  }
}
