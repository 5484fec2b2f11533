extension Int {
  /// "1 script", "2 scripts".
  func counted(_ one: String, _ many: String) -> String { "\(self) \(self == 1 ? one : many)" }
}
