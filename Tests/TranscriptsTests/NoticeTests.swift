import Testing

@testable import Transcripts

@Suite("What nobody says in the interview")
struct NoticeTests {
  @Test(
    "A sponsor's phrase, whatever its case, begins where a word does",
    arguments: [
      ("This show is Brought To You By Acme.", true), ("“Our sponsors” pay.", true),
      ("Use the PROMO CODE.", true), ("We paid for a free trial", true),
      ("", false), ("Detour sponsors? No.", false), ("The promo", false),
    ])
  func sponsors(text: String, isSponsored: Bool) {
    #expect(Notice.isSponsored(text) == isSponsored)
  }
}
