import Testing

@testable import Retrieval

@Suite("Making terms of a text")
struct AnalyzerTests {
  @Test(
    "Words are folded, contractions and possessives taken apart, stems taken",
    arguments: [
      ("The Company's orders", ["compani", "order"]), ("didn’t Ordering STOP", ["order", "stop"]),
      ("10X H100s, 2.5 miles", ["10x", "h100", "2.5", "mile"]), ("l’été CAFÉ", ["lété", "café"]),
      ("whats a gpu", ["gpu"]), ("fine-tuned", ["fine", "tune"]), ("", []), ("…", []),
    ])
  func content(text: String, terms: [String]) {
    #expect(Analyzer().content(of: text) == terms)
  }

  @Test("A token knows where it stands, in UTF-8 offsets")
  func ranges() {
    let text = "é Company's x"
    let ranges = Analyzer().tokens(of: text).map {
      String(decoding: Array(text.utf8)[$0.range], as: UTF8.self)
    }
    #expect(ranges == ["é", "Company's", "x"])
  }

  @Test(
    "Stems are Snowball's",
    arguments: [
      ("caresses", "caress"), ("ponies", "poni"), ("ties", "tie"), ("gas", "gas"),
      ("kiwis", "kiwi"),
      ("agreed", "agre"), ("hopping", "hop"), ("hoping", "hope"), ("happy", "happi"),
      ("say", "say"),
      ("relational", "relat"), ("conditional", "condit"), ("generously", "generous"),
      ("communism", "communism"),
      ("sky", "sky"), ("skies", "sky"), ("dying", "die"), ("proceed", "proceed"),
      ("succeeding", "succeed"),
      ("electricity", "electr"), ("adjustment", "adjust"), ("adoption", "adopt"),
      ("controlling", "control"),
    ])
  func stems(word: String, stem: String) {
    #expect(Stemmer.stem(word) == stem)
  }
}

@Suite("Arithmetic that no library reaches")
struct ArithmeticTests {
  @Test("Logarithm and exponential are each other's inverse")
  func inverse() {
    for x in stride(from: 0.001, through: 2000, by: 0.37) {
      #expect(abs(Arithmetic.exp(Arithmetic.ln(x)) - x) < 1e-12 * x)
    }
    #expect(Arithmetic.ln(1) == 0)
    #expect(abs(Arithmetic.ln(10) - 2.302585092994046) < 1e-15)
    #expect(abs(Arithmetic.exp(1) - 2.718281828459045) < 1e-15)
    #expect(Arithmetic.exp(-1000) == 0)
    #expect(Arithmetic.logistic(0) == 0.5)
  }
}
