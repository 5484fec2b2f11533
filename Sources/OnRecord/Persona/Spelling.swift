/// Finds the word that was probably meant.
package enum Spelling {
  /// The nearest of `words`, if it is near enough to be meant: at most a third of its letters differ.
  package static func closest(to word: String, among words: [String]) -> String? {
    let lower = word.lowercased()
    let distances = words.map { ($0, distance(lower, $0.lowercased())) }
    guard let best = distances.min(by: { $0.1 < $1.1 }) else { return nil }
    return best.1 * 3 <= max(word.count, best.0.count) ? best.0 : nil
  }

  /// Letters to insert, delete, replace or swap with a neighbour (Damerau 1964, restricted).
  package static func distance(_ a: String, _ b: String) -> Int {
    let (a, b) = (Array(a.utf8), Array(b.utf8))
    var rows = [Array(0...b.count)]
    for i in 0..<a.count {
      var row = [i + 1]
      for j in 0..<b.count {
        var cost = min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          cost = min(cost, rows[i - 1][j - 1] + 1)
        }
        row.append(cost)
      }
      rows.append(row)
    }
    return rows[a.count][b.count]
  }
}
