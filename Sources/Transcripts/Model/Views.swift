/// The elements of a transcript's level, made on access: an index range and a view for each.
public struct Views<Element: Sendable>: RandomAccessCollection, Sendable {
  private let indexes: Range<Int>
  private let view: @Sendable (Int) -> Element

  init(_ indexes: Range<Int>, view: @escaping @Sendable (Int) -> Element) {
    self.indexes = indexes
    self.view = view
  }

  /// Zero.
  public var startIndex: Int { 0 }
  /// The number of elements.
  public var endIndex: Int { indexes.count }
  /// The view at `position`, counted from 0 within this collection.
  public subscript(position: Int) -> Element {
    precondition(position >= 0 && position < indexes.count, "No element \(position)")
    return view(indexes.lowerBound + position)
  }
}
