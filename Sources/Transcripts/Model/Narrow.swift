/// A range of offsets below 4 GiB in eight bytes: the tables of a long transcript stay small.
@propertyWrapper
struct Narrow: Hashable, Sendable {
  private var lower: UInt32
  private var upper: UInt32

  init(wrappedValue: Range<Int>) {
    lower = UInt32(wrappedValue.lowerBound)
    upper = UInt32(wrappedValue.upperBound)
  }

  var wrappedValue: Range<Int> {
    get { Int(lower)..<Int(upper) }
    set { self = Narrow(wrappedValue: newValue) }
  }

  /// In bytes: a file of as many cannot be counted.
  static let limit = Int(UInt32.max)
}

/// A row's number that may be missing, in four bytes.
@propertyWrapper
struct NarrowNumber: Hashable, Sendable {
  private var number: UInt32

  init(wrappedValue: Int?) { number = wrappedValue.map { UInt32($0) } ?? .max }

  var wrappedValue: Int? {
    get { number == .max ? nil : Int(number) }
    set { self = NarrowNumber(wrappedValue: newValue) }
  }
}
