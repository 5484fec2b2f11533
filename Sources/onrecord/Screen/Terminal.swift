import Glibc

/// What the output is written to: how wide it is, and whether it shows colour.
struct Terminal {
  /// Whether standard input and output are a terminal.
  let isInteractive: Bool
  /// Whether colour is wanted: on a terminal, unless NO_COLOR is set or the terminal is dumb.
  let hasColor: Bool

  static var standard: Terminal {
    let output = isatty(STDOUT_FILENO) == 1
    let noColor = environment("NO_COLOR").map { !$0.isEmpty } ?? false
    let isDumb = environment("TERM").map { $0 == "dumb" || $0.isEmpty } ?? true
    return Terminal(
      isInteractive: output && isatty(STDIN_FILENO) == 1, hasColor: output && !noColor && !isDumb)
  }

  /// Columns to write in: the terminal's, but never more than reads well.
  var columns: Int {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return min(max(Int(size.ws_col), 20), 100)
  }

  static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}

/// A way to set text off; plain where the terminal shows no colour.
enum Style {
  case speaker
  case engine
  case footnote

  private var code: String {
    switch self {
    case .speaker: "1"
    case .engine: "2;3"
    case .footnote: "36"
    }
  }

  func apply(_ text: String, on terminal: Terminal) -> String {
    terminal.hasColor ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
