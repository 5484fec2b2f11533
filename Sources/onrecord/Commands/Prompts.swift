@preconcurrency import Glibc

/// Prompts from standard input, one a line.
enum Prompts {
  /// Takes lines from a file instead; false if it cannot be read.
  static func redirect(to file: String) -> Bool { freopen(file, "r", stdin) != nil }

  /// The next line without its end; nil at the end of the input.
  ///
  /// Bytes that are no UTF-8 are replaced.
  static func next() -> String? {
    var buffer: UnsafeMutablePointer<CChar>?
    var capacity = 0
    defer { free(buffer) }
    // Who writes the next prompt may wait for the last reply.
    fflush(stdout)
    let count = getline(&buffer, &capacity, stdin)
    guard count >= 0, let buffer else { return nil }
    var bytes = UnsafeRawBufferPointer(start: buffer, count: count)[...]
    while let last = bytes.last, last == 10 || last == 13 { bytes = bytes.dropLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
