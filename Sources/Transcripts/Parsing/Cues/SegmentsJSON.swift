/// Transcripts in JSON: Podcasting 2.0's, Whisper's, WhisperX's, whisper.cpp's.
struct SegmentsJSON {
  /// A segment as it was read.
  private struct Segment {
    var text: JSONScanner.Text?
    var start: Double?
    var speaker: String?
    var timed: [TimedWord] = []
    var offset = 0
  }
  /// An entry of a segment's list of words.
  private struct TimedWord {
    var start: Double?
    var speaker: String?
  }

  private(set) var format = TranscriptFormat.podcastJSON
  private(set) var language: String?
  private(set) var hasSegments = false
  private(set) var notes: [(kind: ImportNote.Kind, offset: Int)] = []
  private(set) var text: CueText

  private var segments: [Segment] = []

  init(_ bytes: [UInt8]) throws(JSONScanner.Fault) {
    text = CueText(capacity: bytes.count / 2)
    text.file = bytes
    var failure: JSONScanner.Fault?
    bytes.withUnsafeBufferPointer { buffer in
      var scanner = JSONScanner(buffer)
      do throws(JSONScanner.Fault) {
        try read(&scanner)
        if scanner.peek() != nil { throw scanner.fault("something follows the end") }
        write(scanner)
      } catch { failure = error }
    }
    if let failure { throw failure }
  }

  private mutating func read(_ scanner: inout JSONScanner) throws(JSONScanner.Fault) {
    if scanner.peek() == UInt8(ascii: "[") { return try readSegments(&scanner) }
    var language: String?
    try scanner.object { (scanner, key) throws(JSONScanner.Fault) in
      if scanner.matches(key, "segments") || scanner.matches(key, "transcription"),
        scanner.peek() == UInt8(ascii: "[")
      {
        try readSegments(&scanner)
      } else if scanner.matches(key, "language"), scanner.peek() == UInt8(ascii: "\"") {
        language = scanner.decoded(try scanner.string())
      } else {
        try scanner.skip()
      }
    }
    self.language = language
  }

  private mutating func readSegments(_ scanner: inout JSONScanner) throws(JSONScanner.Fault) {
    hasSegments = true
    try scanner.array { (scanner) throws(JSONScanner.Fault) in
      guard scanner.peek() == UInt8(ascii: "{") else { return try scanner.skip() }
      var segment = Segment(offset: scanner.position)
      try scanner.object { (scanner, key) throws(JSONScanner.Fault) in
        try Self.read(key, into: &segment, &scanner, &format)
      }
      if segment.speaker != nil, format == .whisperJSON { format = .whisperXJSON }
      segments.append(segment)
    }
  }

  private static func read(
    _ key: JSONScanner.Text, into segment: inout Segment, _ scanner: inout JSONScanner,
    _ format: inout TranscriptFormat
  ) throws(JSONScanner.Fault) {
    let isText = scanner.peek() == UInt8(ascii: "\"")
    if isText, scanner.matches(key, "body") {
      segment.text = try scanner.string()
    } else if isText, scanner.matches(key, "text") {
      if format == .podcastJSON { format = .whisperJSON }
      segment.text = try scanner.string()
    } else if isText, scanner.matches(key, "speaker") {
      segment.speaker = scanner.decoded(try scanner.string())
    } else if scanner.matches(key, "startTime") || scanner.matches(key, "start") {
      segment.start = try scanner.number()
    } else if scanner.matches(key, "offsets"), scanner.peek() == UInt8(ascii: "{") {
      try scanner.object { (scanner, key) throws(JSONScanner.Fault) in
        if scanner.matches(key, "from") {
          segment.start = try scanner.number().map { $0 / 1000 }
        } else {
          try scanner.skip()
        }
      }
    } else if scanner.matches(key, "words"), scanner.peek() == UInt8(ascii: "[") {
      var timed: [TimedWord] = []
      try scanner.array { (scanner) throws(JSONScanner.Fault) in
        guard scanner.peek() == UInt8(ascii: "{") else { return try scanner.skip() }
        var word = TimedWord()
        try scanner.object { (scanner, key) throws(JSONScanner.Fault) in
          if scanner.matches(key, "start") {
            word.start = try scanner.number()
          } else if scanner.matches(key, "speaker"), scanner.peek() == UInt8(ascii: "\"") {
            word.speaker = scanner.decoded(try scanner.string())
          } else {
            try scanner.skip()
          }
        }
        timed.append(word)
      }
      segment.timed = timed
    } else {
      try scanner.skip()
    }
  }

  // MARK: Running text

  /// Words are taken out of the file only now, a segment at a time.
  private mutating func write(_ scanner: JSONScanner) {
    let named = segments.count { $0.speaker.map { !$0.isEmpty } ?? false }
    // Where most segments name somebody, one that does not is nobody's; where names come on a
    // change only, it is the last one's.
    let unlabelled: CueSpeaker =
      named == 0 || format != .podcastJSON || named * 10 > segments.count * 8 ? .unknown : .same
    var last = -1.0
    for segment in segments {
      if let start = segment.start {
        if start < last { notes.append((.outOfOrder, segment.offset)) }
        last = max(last, start)
      }
      let words = segment.text.map(scanner.words) ?? []
      if words.isEmpty { notes.append((.emptyCue, segment.offset)) }
      let speaker =
        segment.speaker.flatMap { $0.isEmpty ? nil : CueSpeaker(field: $0) } ?? unlabelled
      if segment.timed.count == words.count {
        write(words, of: segment, by: speaker)
      } else {
        text.append(words, by: speaker, at: segment.start)
      }
    }
    text.finish()
    segments = []
  }

  /// A segment whose words have times, and speakers, of their own.
  private mutating func write(_ words: [CueWord], of segment: Segment, by speaker: CueSpeaker) {
    var run: [CueWord] = []
    var current = speaker
    for (word, timed) in zip(words, segment.timed) {
      let own = timed.speaker.map { CueSpeaker(field: $0) } ?? current
      if own != current {
        text.append(run, by: current, at: run.first?.time ?? segment.start)
        run = []
        current = own
      }
      var word = word
      word.time = timed.start
      run.append(word)
    }
    text.append(run, by: current, at: run.first?.time ?? segment.start)
  }
}
