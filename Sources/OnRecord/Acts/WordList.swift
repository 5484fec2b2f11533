extension Set<String> {
  /// The words of a text, for tables that read as a list.
  init(words text: String) {
    self.init(text.split { $0 == " " || $0 == "\n" }.map(String.init))
  }
}
