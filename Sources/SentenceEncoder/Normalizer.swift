/// Normalization form KC (Unicode Standard Annex 15), by the tables that the weights were made with.
///
/// The standard library's tables change with its version; a vector must not.
struct Normalizer: Sendable {
  private let weights: Weights

  init(_ weights: Weights) { self.weights = weights }

  /// The text in form KC.
  ///
  /// O(n) but for runs of combining marks, which are sorted.
  func normalized(_ text: String.UnicodeScalarView) -> [UInt32] {
    var scalars: [UInt32] = []
    scalars.reserveCapacity(text.count)
    for scalar in text { decompose(scalar.value, into: &scalars) }
    reorder(&scalars)
    return composed(scalars)
  }

  private func decompose(_ code: UInt32, into scalars: inout [UInt32]) {
    if code < 0xA0 {
      scalars.append(code)
    } else if code >= 0xAC00, code < 0xD7A4 {
      let index = code - 0xAC00
      scalars += [0x1100 + index / 588, 0x1161 + index % 588 / 28]
      if index % 28 > 0 { scalars.append(0x11A7 + index % 28) }
    } else if let row = find(code, in: weights.decompositionCodes) {
      let start = Int(weights.decompositionStarts[row])
      let end = Int(weights.decompositionStarts[row + 1])
      for part in start..<end { scalars.append(weights.decompositionParts[part]) }
    } else {
      scalars.append(code)
    }
  }

  private func find(_ code: UInt32, in table: UnsafeBufferPointer<UInt32>) -> Int? {
    var (low, high) = (0, table.count)
    while low < high {
      let middle = (low + high) / 2
      if table[middle] < code { low = middle + 1 } else { high = middle }
    }
    return low < table.count && table[low] == code ? low : nil
  }

  private func combiningClass(_ code: UInt32) -> UInt32 {
    if code < 0x300 { return 0 }
    var (low, high) = (0, weights.combining.count / 2)
    while low < high {
      let middle = (low + high) / 2
      if weights.combining[2 * middle] < code { low = middle + 1 } else { high = middle }
    }
    let found = 2 * low < weights.combining.count && weights.combining[2 * low] == code
    return found ? weights.combining[2 * low + 1] : 0
  }

  /// Combining marks in the order of their classes, those of one class as they stood.
  private func reorder(_ scalars: inout [UInt32]) {
    var start = 0
    while start < scalars.count {
      guard scalars[start] >= 0x300, combiningClass(scalars[start]) > 0 else {
        start += 1
        continue
      }
      var end = start
      while end < scalars.count, combiningClass(scalars[end]) > 0 { end += 1 }
      if end - start > 1 {
        let run = scalars[start..<end].map { (code: $0, order: combiningClass($0)) }
        let sorted = run.enumerated().sorted { ($0.1.order, $0.0) < ($1.1.order, $1.0) }
        for (offset, item) in sorted.enumerated() { scalars[start + offset] = item.1.code }
      }
      start = end
    }
  }

  private func composed(_ scalars: [UInt32]) -> [UInt32] {
    var result: [UInt32] = []
    result.reserveCapacity(scalars.count)
    var starter: Int?
    var lastClass: UInt32 = 0
    for code in scalars {
      let order = combiningClass(code)
      if let place = starter, lastClass < order || (lastClass == 0 && place == result.count - 1),
        let pair = composition(result[place], code)
      {
        result[place] = pair
        continue
      }
      if order == 0 { starter = result.count }
      lastClass = order
      result.append(code)
    }
    return result
  }

  private func composition(_ first: UInt32, _ second: UInt32) -> UInt32? {
    if first >= 0x1100, first < 0x1113, second >= 0x1161, second < 0x1176 {
      return 0xAC00 + (first - 0x1100) * 588 + (second - 0x1161) * 28
    }
    if first >= 0xAC00, first < 0xD7A4, (first - 0xAC00) % 28 == 0, second > 0x11A7,
      second < 0x11C3
    {
      return first + second - 0x11A7
    }
    let table = weights.compositions
    var (low, high) = (0, table.count / 3)
    while low < high {
      let middle = (low + high) / 2
      if (table[3 * middle], table[3 * middle + 1]) < (first, second) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < table.count / 3, table[3 * low] == first, table[3 * low + 1] == second else {
      return nil
    }
    return table[3 * low + 2]
  }
}
