/// A word of a cue: its bytes in the file, or what they stand for.
struct CueWord {
  /// UTF-8 offsets into the file.
  var source: Range<Int>
  /// The word where the file writes it otherwise: with escapes, entities, tags in it.
  var decoded: [UInt8]?
  /// When it is said, in seconds, where the file says.
  var time: Double?
}

/// Who says a cue.
enum CueSpeaker: Hashable {
  /// The cue names its speaker.
  case named(String)
  /// The cue names nobody, which in its format means the one who spoke before.
  case same
  /// Nobody knows.
  case unknown

  /// The speaker that a format's field names; `Unknown` and the like name nobody.
  init(field name: String) {
    var name = name[...]
    while let last = name.last, last.isWhitespace || last == ":" { name.removeLast() }
    name = name.drop(while: \.isWhitespace)
    self = name.isEmpty || Self.isNobody(name) ? .unknown : .named(String(name))
  }

  /// The speaker, where the cue names one.
  var known: Speaker? {
    guard case .named(let name) = self else { return nil }
    return Speaker(name: name)
  }

  private static func isNobody(_ name: some StringProtocol) -> Bool {
    nobodies.contains(name.lowercased())
  }

  private static let nobodies: Set<String> = [
    "unknown", "unknown speaker", "speaker ?", "speaker", "?", "??", "n/a", "none", "null",
    "unidentified", "unidentified speaker", "speaker unknown", "inaudible", "crosstalk",
  ]
}
