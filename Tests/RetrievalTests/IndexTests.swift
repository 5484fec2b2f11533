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
}
