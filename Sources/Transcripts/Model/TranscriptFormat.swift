/// How a transcript file is written.
public enum TranscriptFormat: String, Hashable, Sendable, Codable, CaseIterable {
  /// Plain text or Markdown with labels.
  case text
  /// WebVTT captions.
  case webVTT = "webvtt"
  /// SubRip captions.
  case subRip = "srt"
  /// Podcasting 2.0 JSON.
  case podcastJSON = "podcast-json"
  /// Whisper's JSON: words and times, no speakers.
  case whisperJSON = "whisper-json"
  /// WhisperX's JSON: words with times and speakers.
  case whisperXJSON = "whisperx-json"
  /// HTML: a transcript of a podcast feed, or a saved page.
  case html

  /// What the format is called among people.
  public var title: String {
    switch self {
    case .text: "text or Markdown"
    case .webVTT: "WebVTT"
    case .subRip: "SubRip (SRT)"
    case .podcastJSON: "Podcasting 2.0 JSON"
    case .whisperJSON: "Whisper JSON"
    case .whisperXJSON: "WhisperX JSON"
    case .html: "HTML"
    }
  }

  /// The version of the rules by which running text is built from the file; part of a certificate.
  public var parser: String { "\(rawValue)/1" }

  /// The format of a file, told by its content.
  init(of bytes: [UInt8]) {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let head = bytes[start...].prefix(4096).drop { isSpace($0) }
    if head.starts(with: "WEBVTT".utf8) {
      self = .webVTT
    } else if head.first == UInt8(ascii: "{") || Self.opensArray(head) {
      self = .podcastJSON
    } else if Self.opensPage(head) {
      self = .html
    } else if Self.opensSubRip(head) {
      self = .subRip
    } else {
      self = .text
    }
  }

  private static func opensArray(_ head: ArraySlice<UInt8>) -> Bool {
    guard head.first == UInt8(ascii: "[") else { return false }
    return head.dropFirst().first { !isSpace($0) } == UInt8(ascii: "{")
  }

  private static func opensPage(_ head: ArraySlice<UInt8>) -> Bool {
    var head = head
    while head.starts(with: "<!--".utf8), let end = head.firstRange(of: Array("-->".utf8)) {
      head = head[end.upperBound...].drop { isSpace($0) }
    }
    guard head.first == UInt8(ascii: "<") else { return false }
    let name = head.dropFirst().prefix { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "!") }
    return [
      "!doctype", "html", "head", "body", "cite", "p", "div", "section", "article", "main", "h1",
      "h2", "h3", "time", "ul", "ol", "table", "span", "header", "dl", "blockquote",
    ].contains(String(decoding: name, as: UTF8.self).lowercased())
  }

  /// A cue's times within the first three lines.
  private static func opensSubRip(_ head: ArraySlice<UInt8>) -> Bool {
    head.split(maxSplits: 6, omittingEmptySubsequences: true) { $0 == 10 || $0 == 13 }.prefix(3)
      .contains { CueTimes(Array($0), 0..<$0.count) != nil }
  }
}
