@preconcurrency import Glibc

/// Standard output and error.
///
/// Whatever comes from a file or a person passes through ``safe(_:)``.
enum Console {
  static func say(_ text: String) {
    fputs(text + "\n", stdout)
  }

  /// Prints without ending the line, at once.
  static func write(_ text: String) {
    fputs(text, stdout)
    fflush(stdout)
  }

  static func complain(_ text: String) {
    fputs(safe(text) + "\n", stderr)
  }

  /// Writes to standard error as it is, without ending the line: for the program's own marks alone.
  static func hint(_ text: String) {
    fputs(text, stderr)
    fflush(stderr)
  }

  /// The text without anything that a terminal would obey: control characters become pictures of
  /// themselves, marks that turn the direction of writing are left out.
  static func safe(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 10: result.append(scalar)
      case 9: result.append(" ")
      case 13: continue
      case 0..<32: result.append(Unicode.Scalar(0x2400 + scalar.value)!)
      case 127: result.append("\u{2421}")
      case 128..<160: result.append("\u{FFFD}")
      case 0x202A...0x202E, 0x2066...0x2069, 0x200E, 0x200F: continue
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 10: false
    case 0..<32, 127..<160, 0x202A...0x202E, 0x2066...0x2069, 0x200E, 0x200F: true
    default: false
    }
  }
}
