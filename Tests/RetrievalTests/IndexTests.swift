import Testing

@testable import Retrieval

@Suite("Searching by words")
struct IndexTests {
  private func passage(_ text: String, section: String = "", asked: String = "") -> Passage {
    Passage(text: text, sentences: [0..<text.utf8.count], section: section, asked: asked)
  }

  private func found(_ prompt: String, in index: Index, limit: Int = 10) -> [Int] {
    index.search(Query(prompt), limit: limit).hits.map(\.passage)
  }

  @Test("The passage that holds the rare word comes first; equal ones in their order")
  func order() {
    let passages = ["The gulls were loud.", "The horn was loud.", "The horn was loud."].map {
      passage($0)
    }
    let index = Index(passages)
    #expect(found("a loud horn", in: index) == [1, 2, 0])
    #expect(found("horns", in: index, limit: 1) == [1])
    #expect(found("whales", in: index).isEmpty)
    #expect(found("a loud horn", in: Index(passages, candidates: [0, 2])) == [2, 0])
  }

  @Test("An explanation's parts add up to the score")
  func explanation() {
    let index = Index([
      passage("The horn of the ship."), passage("A ship.", section: "Horn"), passage("Nothing."),
    ])
    for hit in index.search(Query("ship horn")).hits {
      let sum = hit.explanation.parts.reduce(0) { $0 + $1.value }
      #expect(abs(sum - hit.score) < 1e-12)
    }
  }

  @Test("A heading speaks for its passages by two words that are not everywhere")
  func headings() {
    let texts = [
      "It grew slowly.", "They offered a lot.", "Every lamp has a lens.", "A lens breaks.",
    ]
    let headings = [
      "Why the Lamps Were Not Sold", "Why the Lamps Were Not Sold", "Lenses", "Lenses",
    ]
    let passages = zip(texts, headings).map { passage($0, section: $1) }
    let index = Index(passages + [passage("Nothing.")])
    func shares(_ prompt: String, in index: Index) -> [Double] {
      index.lexical.headingShares(for: index.terms(of: Query(prompt)).map(\.term))
    }
    // "Lamp" stands in three of five passages.
    #expect(shares("Were the lamps sold?", in: index) == [0, 0, 0, 0, 0])
    let rare = Index(passages + ["One.", "Two.", "Three."].map { passage($0) })
    #expect(shares("Were the lamps sold?", in: rare) == [1, 1, 0, 0, 0, 0, 0])
    let more = shares("Were the lamps sold to a museum?", in: rare)[0]
    #expect(more > 0.2 && more < 0.8)
    #expect(shares("What was sold?", in: rare).allSatisfy { $0 == 0 })
    #expect(shares("", in: rare).allSatisfy { $0 == 0 })
  }
}
