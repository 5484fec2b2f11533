import Foundation
import Testing

@testable import Transcripts

@Suite("One interview in every format")
struct FormatTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .appending(path: "Fixtures/bakery")
  static let labelled = [
    "bakery.txt", "bakery.md", "bakery-below.txt", "bakery.vtt", "bakery.srt",
    "bakery.podcast.json", "bakery.whisperx.json", "bakery.html", "page.html",
  ]

  static func read(_ name: String) throws -> Transcript {
    try Transcript(name: name, utf8: Array(Data(contentsOf: folder.appending(path: name))))
  }

  private func read(_ text: String, name: String = "talk") throws -> Transcript {
    try Transcript(name: name, utf8: Array(text.utf8))
  }

  @Test("The format is told by the content")
  func formats() throws {
    let formats = try Self.labelled.map { try Self.read($0).format }
    #expect(
      formats == [
        .text, .text, .text, .webVTT, .subRip, .podcastJSON, .whisperXJSON, .html, .html,
      ])
    #expect(try Self.read("bakery.whisper.json").format == .whisperJSON)
  }

  @Test("The same speakers say the same words in the same order", arguments: labelled)
  func words(name: String) throws {
    let plain = try Self.read("bakery.txt")
    let other = try Self.read(name)
    #expect(other.turns.map { $0.speaker?.name } == plain.turns.map { $0.speaker?.name })
    for (turn, expected) in zip(other.turns, plain.turns) {
      let words = turn.paragraphs.flatMap { $0.text.split(separator: " ") }
      #expect(words == expected.paragraphs.flatMap { $0.text.split(separator: " ") })
    }
    #expect(other.sentences.map(\.text) == plain.sentences.map(\.text))
  }

  @Test("A time that is cited stands in the source", arguments: labelled)
  func times(name: String) throws {
    let transcript = try Self.read(name)
    let captions = try Self.read("bakery.whisperx.json")
    var known: Set<Double> = []
    for offset in captions.utf8.indices { known.insert(captions.seconds(at: offset) ?? -1) }
    let whole = Set(known.map { $0.rounded(.down) })
    for sentence in transcript.sentences {
      let quotation = Quotation(sentence.index...sentence.index, of: transcript)
      guard let time = quotation.citation.time else {
        #expect(["bakery.txt", "page.html"].contains(name))
        continue
      }
      #expect(known.contains(time) || whole.contains(time))
    }
  }

  @Test("A certificate leads back to the file's bytes", arguments: labelled)
  func sources(name: String) throws {
    let transcript = try Self.read(name)
    let file = Array(try Data(contentsOf: Self.folder.appending(path: name)))
    for sentence in transcript.sentences {
      let quotation = Quotation(sentence.index...sentence.index, of: transcript)
      let certificate = quotation.certificate
      #expect(try certificate.verify(text: quotation.text, in: transcript) == quotation)
      guard transcript.isBuilt else {
        #expect(certificate.source == nil)
        continue
      }
      let source = try #require(certificate.source)
      let words = String(decoding: file[source], as: UTF8.self)
      let first = quotation.text.split(separator: " ").first.map(String.init) ?? ""
      #expect(words.hasPrefix(first))
      #expect(certificate.parser == transcript.format.parser)
      let moved = Certificate(
        sha256: certificate.sha256, utf8: certificate.utf8,
        source: source.lowerBound + 1..<source.upperBound, parser: certificate.parser)
      #expect(throws: CertificateError.otherSource) {
        try moved.verify(text: quotation.text, in: transcript)
      }
    }
  }

  @Test("A file that names no speaker has none; a person may be asserted, and citations say so")
  func asserted() throws {
    let transcript = try Self.read("bakery.whisper.json")
    #expect(transcript.speakers.isEmpty)
    let asserted = transcript.asserting(Speaker(name: "Sam Okoye"))
    let citation = Quotation(0...0, of: asserted).citation
    #expect(citation.asserted == true)
    #expect(citation.speaker == "Sam Okoye")
    #expect(Quotation(0...0, of: asserted).certificate.asserted == "Sam Okoye")
  }

  @Test("Chapters become sections by their times; a silent one does not")
  func chapters() throws {
    let file = Self.folder.deletingLastPathComponent().appending(path: "bakery-chapters.json")
    let chapters = try Chapters(name: "chapters.json", utf8: Array(Data(contentsOf: file)))
    let transcript = try Self.read("bakery.vtt").divided(by: chapters)
    #expect(transcript.sections.map(\.title) == ["The night", "The flood", "Apprentices"])
    #expect(transcript.turns[5].section?.title == "The flood")
    #expect(transcript.turns.last?.section?.title == "Apprentices")
    #expect(transcript.sentences.count == (try Self.read("bakery.txt")).sentences.count)
  }

  // MARK: As found in the wild

  @Test("Rolling captions say each word once, with its time")
  func rolling() throws {
    let talk = try read(
      """
      WEBVTT
      Kind: captions

      00:00:00.000 --> 00:00:02.000
       
      so<00:00:00.500><c> I</c><00:00:01.000><c> built</c>

      00:00:02.000 --> 00:00:02.010
      so I built
       

      00:00:02.010 --> 00:00:04.000
      so I built
      a<00:00:02.500><c> lighthouse</c>

      00:00:04.000 --> 00:00:04.010
      a lighthouse

      """)
    #expect(talk.paragraphs.map(\.text) == ["so I built a lighthouse"])
    #expect(talk.seconds(at: 6) == 1)
    #expect(talk.notes.count { $0.kind == .repeated } == 3)
  }

  @Test("Lyrics that repeat are no rolling captions")
  func refrain() throws {
    let talk = try read(
      "WEBVTT\n\n1.5 --> 2\nla la\n\n2 --> 3\nla la\n\n3 --> 4\nand on\n\n4 --> 5\nwe go\n\n5 --> 6\nup\n"
    )
    #expect(talk.paragraphs.map(\.text) == ["la la la la and on we go up"])
    #expect(talk.turns[0].time == 1.5)
  }

  @Test(
    "A colon in captions' prose names nobody; markers of a change are not taken for the last speaker"
  )
  func captionColons() throws {
    let talk = try read(
      """
      1
      00:00:01,000 --> 00:00:02,000
      ANNA: Here is the thing: we left.

      2
      00:00:02,000 --> 00:00:03,000
      Nobody knew.

      3
      00:00:03,000 --> 00:00:04,000
      BORIS: Where to?

      4
      00:00:04,000 --> 00:00:05,000
      >> Outside!

      5
      00:00:05,000 --> 00:00:06,000
      ANNA: <font color="#ff0">Home &amp; away</font>.
      """)
    #expect(talk.turns.map { $0.speaker?.name } == ["ANNA", "BORIS", nil, "ANNA"])
    #expect(talk.turns[0].paragraphs[0].text == "Here is the thing: we left. Nobody knew.")
    #expect(talk.turns[3].paragraphs[0].text == "Home & away.")
  }

  @Test("A stray Latin-1 byte is forgiven in captions, with its line; in text it is an error")
  func latin1() throws {
    let bytes =
      Array("WEBVTT\n\n00:01.000 --> 00:02.000\nIt is 84".utf8) + [0xB0] + Array("F.\n".utf8)
    let talk = try Transcript(name: "hot.vtt", utf8: bytes)
    #expect(talk.paragraphs[0].text == "It is 84°F.")
    #expect(talk.notes.contains(ImportNote(kind: .latin1, line: 4)))
    #expect(throws: TranscriptError.self) {
      try Transcript(name: "hot.txt", utf8: Array("Ann: It is 84".utf8) + [0xB0])
    }
  }

  @Test("JSON escapes are read, and their place is the escape's")
  func escapes() throws {
    let talk = try read(
      #"{"version":"1","segments":[{"speaker":"Ann","startTime":0,"body":"She said \"h\u00e9\ud83d\ude00\"\nand left."},{"speaker":"Unknown","startTime":1,"body":"Yes."}]}"#
    )
    #expect(talk.turns[0].paragraphs[0].text == "She said \"hé😀\" and left.")
    #expect(talk.turns[1].speaker == nil)
    #expect(talk.notes.contains { $0.kind == .noSpeaker })
  }

  @Test("A word that WhisperX gives to another is the other's")
  func wordSpeakers() throws {
    let talk = try read(
      #"{"segments":[{"start":0,"end":2,"text":" Why? Because.","speaker":"SPEAKER_00","words":[{"word":"Why?","start":0.1,"speaker":"SPEAKER_00"},{"word":"Because.","start":1.2,"speaker":"SPEAKER_01"}]}]}"#
    )
    #expect(talk.turns.map { $0.speaker?.name } == ["SPEAKER_00", "SPEAKER_01"])
    #expect(talk.turns[1].time == 1.2)
  }

  @Test("Broken JSON is refused, with its line")
  func brokenJSON() {
    for (text, line) in [
      ("{\"segments\": [\n{\"body\": \"a", 2), ("{\"a\": 1}", 1),
      (String(repeating: "[", count: 100_000).replacingOccurrences(of: "[", with: "{\"a\":["), 1),
    ] {
      let error = #expect(throws: TranscriptError.self) { try self.read(text) }
      #expect(error?.line == line)
    }
  }

  @Test(
    "Labels with times",
    arguments: [
      "Ann Lee (00:01:02): Yes.", "**Ann Lee (1:02):** Yes.",
      "Ann Lee [(00:01:02)](http://a/b?t=62) Yes.",
      "Ann Lee - 00:01:02: Yes.", "**[01:02] Ann Lee:** Yes.", "[00:01:02] Ann Lee: Yes.",
      "(01:02) Ann Lee: Yes.", "Ann Lee (host) [1:02]: Yes.",
    ])
  func timedLabels(line: String) throws {
    let talk = try read(line + "\n\nBob: No.\n\n" + line + "\n")
    #expect(talk.turns[0].speaker?.name == "Ann Lee")
    #expect(talk.turns[0].time == 62)
    #expect(talk.turns[0].paragraphs[0].text == "Yes.")
  }

  @Test("Unpunctuated speech is cut into parts that can be quoted")
  func unpunctuated() throws {
    let words = (0..<400).map { "word\($0)" }.joined(separator: " ")
    let talk = try read(
      #"{"segments":[{"start":0,"text":""# + words + #"","speaker":"SPEAKER_00"}]}"#)
    #expect(talk.sentences.count > 5)
    #expect(talk.sentences.allSatisfy { $0.text.split(separator: " ").count <= 75 })
    #expect(talk.sentences.map(\.text).joined(separator: " ") == words)
  }

  @Test("One endless word in front of a wide mark ends where its sentence does")
  func endless() throws {
    let words = String(repeating: "a", count: 700) + "\u{3002}" + String(repeating: "b", count: 700)
    let talk = try read("1\n00:00:01,000 --> 00:00:02,000\n\(words)\n", name: "talk.srt")
    #expect(talk.sentences.map(\.text).joined() == words)
  }

  @Test("Front matter is nobody's words")
  func frontMatter() throws {
    let talk = try Self.read("bakery.md")
    #expect(talk.frontMatter?.contains("title: The Night Baker") == true)
    #expect(talk.turns[0].speaker?.name == "Nora Bell")
    let tight = try read("---\ntitle: Late\n---\nAda: Hello there.")
    #expect(tight.speakers.map(\.name) == ["Ada"])
  }

  @Test("A link opens where the words are")
  func links() {
    #expect(TimedLink.url("https://youtu.be/x", at: 61.9) == "https://youtu.be/x?t=61s")
    #expect(
      TimedLink.url("https://www.youtube.com/watch?v=x", at: 5)
        == "https://www.youtube.com/watch?v=x&t=5s")
    #expect(TimedLink.url("https://a.org/b.mp3", at: 5) == "https://a.org/b.mp3#t=5")
    #expect(TimedLink.url("javascript:alert(1)", at: 5) == nil)
    #expect(TimedLink.url("https://a.org", at: nil) == nil)
  }
}
