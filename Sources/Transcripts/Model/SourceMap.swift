/// Where the bytes of running text come from in a file of cues: back to the source's bytes and seconds.
struct SourceMap: Hashable, Sendable {
  /// A run of bytes that stand in the file one after another, or one character written otherwise there.
  private struct Piece: Hashable, Sendable {
    var text: UInt32
    var source: UInt32
    /// The bytes in the file; as many as in the text where the bytes are the same.
    var length: UInt32
    var isVerbatim: Bool
  }
  private struct Mark: Hashable, Sendable {
    var text: UInt32
    var seconds: Float64
  }

  private var pieces: [Piece] = []
  private var marks: [Mark] = []

  /// The bytes at `text`… are those at `source`, unchanged.
  mutating func append(text: Int, source: Range<Int>) {
    if let last = pieces.last, last.isVerbatim,
      Int(last.text) + (source.lowerBound - Int(last.source)) == text,
      source.lowerBound - Int(last.source) - Int(last.length) <= 1
    {
      // Behind the last run, or one byte on: a space there that is a space here.
      pieces[pieces.count - 1].length = UInt32(source.upperBound) - last.source
    } else {
      pieces.append(
        Piece(
          text: UInt32(text), source: UInt32(source.lowerBound), length: UInt32(source.count),
          isVerbatim: true))
    }
  }

  /// The bytes at `text`… are written as `source` in the file.
  mutating func append(text: Int, writtenAs source: Range<Int>) {
    pieces.append(
      Piece(
        text: UInt32(text), source: UInt32(source.lowerBound), length: UInt32(source.count),
        isVerbatim: false))
  }

  /// What stands at `text` is said at `seconds`.
  mutating func mark(text: Int, seconds: Double) {
    if let last = marks.last, Int(last.text) == text { return }
    marks.append(Mark(text: UInt32(text), seconds: seconds))
  }

  /// The bytes of the file that a range of the text is made of, from the first to the last.
  func source(of range: Range<Int>) -> Range<Int>? {
    guard !range.isEmpty, let first = piece(at: range.lowerBound),
      let last = piece(at: range.upperBound - 1)
    else { return nil }
    let start =
      first.isVerbatim
      ? Int(first.source) + range.lowerBound - Int(first.text) : Int(first.source)
    let end =
      last.isVerbatim
      ? Int(last.source) + range.upperBound - Int(last.text) : Int(last.source + last.length)
    return start <= end ? start..<end : nil
  }

  /// When the cue or the word at `offset` begins; nil where the file does not say.
  func seconds(at offset: Int) -> Double? {
    var (low, high) = (0, marks.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(marks[middle].text) <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? marks[low - 1].seconds : nil
  }

  /// The last piece that begins at `offset` or before.
  private func piece(at offset: Int) -> Piece? {
    var (low, high) = (0, pieces.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(pieces[middle].text) <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? pieces[low - 1] : nil
  }
}
