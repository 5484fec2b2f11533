import Testing

@testable import OnRecord

@Suite("Questions about the interviewee")
struct SecondPersonTests {
  private func rephrased(
    _ question: String, name: String = "Mark Alderbrook", ordinary: Set<String> = []
  ) -> String {
    SecondPerson(names: Set(Clause.words(of: name)), isOrdinary: ordinary.contains)
      .rephrased(question)
  }

  @Test(
    "are put to the interviewee",
    arguments: [
      ("why did mark not sell the mill?", "why did you not sell the mill?"),
      ("Does Mark Alderbrook like rain?", "Do you like rain?"),
      ("what does alderbrook think of it", "what do you think of it"),
      ("was Mark ever afraid", "were you ever afraid"),
      ("what's mark's view on rain", "what's your view on rain"),
      ("Is Alderbrook\u{2019}s mill old?", "Is your mill old?"),
      ("Alderbrook's view on rain?", "your view on rain?"),
      ("did alder regret it", "did you regret it"),
      ("Is it true that Mark left?", "Is it true that you left?"),
      ("who's mark alderbrook?", "who are you?"), ("tell me about mark", "tell me about you"),
      ("Mark, why did you sell?", "why did you sell?"),
      ("Hi Mark, why did you sell?", "Hi why did you sell?"),
      ("why did you sell, Mark?", "why did you sell?"),
      ("what happened  to Mark?", "what happened to you?"),
      ("Why Did Mark Not Sell?", "Why Did you Not Sell?"),
      ("hasn't Mark said so?", "haven't you said so?"),
      ("tell me what mark alderbrook said", "tell me what you said"),
    ])
  func named(question: String, expected: String) {
    #expect(rephrased(question) == expected)
  }

  @Test(
    "stay as they are where the name addresses, is another's, or is a word",
    arguments: [
      "Mark", "what do you think mark",
      "how did you mark the trees", "Who runs the Chan Alderbrook Initiative?",
      "did Mark Twain live here?", "What do you think Mark?", "should alderb speak?",
      "what is a question mark", "Mark Alderbrook", "", "  ", "'s",
      "why?",
    ])
  func unchanged(question: String) {
    #expect(rephrased(question) == question)
  }

  @Test("A word of the name that the interviewee uses as a word is the name only when it looks it")
  func ordinary() {
    let name = "Ann Price"
    #expect(
      rephrased("is price important?", name: name, ordinary: ["price"]) == "is price important?")
    #expect(rephrased("is Price right?", name: name, ordinary: ["price"]) == "are you right?")
    #expect(rephrased("was ann right?", name: name, ordinary: ["price"]) == "were you right?")
  }

  @Test("An apostrophe behind an s is a possessive")
  func possessive() {
    #expect(rephrased("What is Hassabis' view?", name: "Demis Hassabis") == "What is your view?")
  }
}
