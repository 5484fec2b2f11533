import Testing
import Transcripts

@Suite("Quotations and their certificates")
struct QuotingTests {
  let talk: Transcript
  /// The sentence that is quoted.
  let quiet: Sentence

  init() throws {
    talk = try #require(Fixture.lighthouse)
    quiet = try #require(talk.sentences.first { $0.text.hasPrefix("It was quiet") })
  }

  @Test("A quotation's text is the transcript's")
  func text() throws {
    let quotation = try Quotation(quiet.range, of: quiet.turn)
    #expect(quotation.text == "It was quiet, which is not the same thing.")
    #expect(quotation.citation.description == "Tom Harrow, “The Last Keeper”, turn 4, paragraph 1")
    #expect(quotation.citation.asked == "Was it lonely?")
    #expect(quotation.sentences == quiet.index..<quiet.index + 1)
  }

  @Test("A range that leaves its turn, splits a character or is empty cannot be quoted")
  func refused() throws {
    let turn = quiet.turn
    #expect(throws: QuotationError.leavesTurn) {
      try Quotation(turn.range.lowerBound - 1..<turn.range.upperBound, of: turn)
    }
    #expect(throws: QuotationError.empty) { try Quotation(5..<5, of: turn) }
    let emoji = try parsed("Ada: Why?\n\nBob: 🙂 so.")
    let start = emoji.turns[1].range.lowerBound
    #expect(throws: QuotationError.splitsCharacter) {
      try Quotation(start + 1..<start + 5, of: emoji.turns[1])
    }
  }

  @Test("A certificate holds for its words alone, in its transcript alone")
  func certificate() throws {
    let quotation = try Quotation(quiet.range, of: quiet.turn)
    let certificate = quotation.certificate
    #expect(try certificate.verify(text: quotation.text, in: talk) == quotation)
    #expect(throws: CertificateError.otherWords) {
      try certificate.verify(text: quotation.text + ".", in: talk)
    }
    let moved = Certificate(
      sha256: talk.digest, utf8: quiet.range.lowerBound + 1..<quiet.range.upperBound + 1)
    #expect(throws: CertificateError.otherWords) {
      try moved.verify(text: quotation.text, in: talk)
    }
    var bytes = talk.utf8
    bytes[0] ^= 1
    let other = try Transcript(name: "interview.md", utf8: bytes)
    #expect(throws: CertificateError.otherTranscript) {
      try certificate.verify(text: quotation.text, in: other)
    }
    let beyond = Certificate(sha256: talk.digest, utf8: 0..<talk.utf8.count + 1)
    #expect(throws: CertificateError.outside) { try beyond.verify(text: "", in: talk) }
    let across = Certificate(sha256: talk.digest, utf8: 0..<talk.utf8.count)
    #expect(throws: CertificateError.noSingleTurn) {
      try across.verify(text: talk.text(at: 0..<talk.utf8.count), in: talk)
    }
  }

  @Test("SHA-256 gives the digests of FIPS 180-4")
  func digests() {
    #expect(
      SHA256Digest(of: "abc".utf8).description
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      SHA256Digest(of: [UInt8]()).description
        == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(
      SHA256Digest(of: "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8).description
        == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
    #expect(
      SHA256Digest(of: [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)).description
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }
}

@Suite("Corrections")
struct CorrectionTests {
  @Test("Misattributed words become a turn of their true speaker")
  func reassigned() throws {
    let talk = try parsed("Ada: Why?\n\nBob: Because. But was it late? It was.\n\nSo we left.")
    let mended = try talk.reassigning("But was it late?", to: Speaker(name: "Ada"))
    #expect(
      mended.picture == """
        Ada: Why?
        Bob: Because.
        Ada: But was it late?
        Bob: It was.
        Bob: So we left.
        """)
    #expect(mended.digest == talk.digest)
    #expect(mended.turns[3].asked?.question == "But was it late?")
  }

  @Test("Words that stand nowhere, twice, or across paragraphs cannot be reassigned")
  func refused() throws {
    let talk = try parsed("Ada: Why?\n\nBob: No. No. It was.\n\nSo.")
    let ada = Speaker(name: "Ada")
    #expect(
      throws: TranscriptError(file: "talk.md", line: 1, problem: .correctionNotFound("Maybe."))
    ) {
      try talk.reassigning("Maybe.", to: ada)
    }
    #expect(
      throws: TranscriptError(
        file: "talk.md", line: 3, problem: .correctionAmbiguous("No.", places: 2))
    ) {
      try talk.reassigning("No.", to: ada)
    }
    #expect(
      throws: TranscriptError(
        file: "talk.md", line: 3, problem: .correctionLeavesParagraph("It was.\n\nSo."))
    ) {
      try talk.reassigning("It was.\n\nSo.", to: ada)
    }
  }
}
