@preconcurrency import CReadline
import Glibc

/// Reads lines from a terminal, with GNU readline: editing, history, completion, the user's inputrc.
///
/// Readline keeps its state in globals of the process, so there is one editor a process, used on one
/// thread.
public struct LineEditor: ~Copyable {
  /// What came from the terminal.
  public enum Input: Equatable, Sendable {
    /// A line; a paste of several lines is one.
    case line(String)
    /// Ctrl-C: the line was cleared.
    case interrupted
    /// Ctrl-D on an empty line.
    case end
  }

  private let historyPath: String?
  private let signals = Signals()

  /// An editor whose lines are completed by `completions` and remembered in a file.
  ///
  /// - Parameters:
  ///   - name: the application's name in inputrc conditions (`$if onrecord`).
  ///   - historyPath: where lines are remembered, readable by the user alone; nil for nowhere.
  ///   - completions: given the line up to the cursor and the word to complete, the words it may become.
  public init(
    name: String, historyPath: String?,
    completions: @escaping @Sendable (_ line: String, _ word: String) -> [String]
  ) {
    self.historyPath = historyPath
    signals.install()
    Shared.name = strdup(name)
    Shared.completions = completions
    rl_readline_name = UnsafePointer(Shared.name)
    rl_catch_signals = 0
    rl_catch_sigwinch = 0
    rl_attempted_completion_function = { text, start, end in
      complete(text, start, end)
    }
    using_history()
    stifle_history(Self.remembered)
    // Timestamps keep a line of several lines together in the file.
    history_comment_char = CChar(UInt8(ascii: "#"))
    history_write_timestamps = 1
    if let historyPath {
      let file = open(historyPath, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
      if file >= 0 { close(file) }
      read_history(historyPath)
    }
  }

  private static let remembered: Int32 = 2000

  /// Shows `prompt` and reads a line.
  ///
  /// - Parameter prompt: invisible parts stand between U+0001 and U+0002.
  public func read(_ prompt: String) -> Input {
    signals.drain()  // Ctrl-C while a reply was printed interrupts nothing
    Shared.result = nil
    rl_callback_handler_install(prompt) { line in
      rl_callback_handler_remove()
      Shared.result = line.map { .line(String(cString: $0)) } ?? .end
      free(line)
    }
    while true {
      switch signals.wait() {
      case .input: rl_callback_read_char()
      case .interrupt:
        abandonLine()
        return .interrupted
      case .resize: rl_resize_terminal()
      case .suspend: suspend()
      case .closed, .end:
        rl_callback_handler_remove()  // gives the terminal back as it was
        return .end
      }
      if let result = Shared.result {
        if case .line(let line) = result { remember(line) }
        return result
      }
    }
  }

  private func abandonLine() {
    // First of all the mark: what follows puts the cursor to the beginning of its line.
    fputs("^C\n", rl_outstream)
    fflush(rl_outstream)
    rl_free_line_state()
    rl_callback_sigcleanup()
    rl_replace_line("", 0)
    rl_callback_handler_remove()
  }

  /// Ctrl-Z: gives the terminal back, stops, and draws the line anew on return.
  private func suspend() {
    rl_deprep_terminal()
    signals.restore()
    raise(SIGTSTP)
    signals.install()
    rl_prep_terminal(1)
    rl_forced_update_display()
  }

  private func remember(_ line: String) {
    guard !line.allSatisfy(\.isWhitespace) else { return }
    add_history(line)
    // Appended at once, so that two sessions lose nothing of each other's.
    if let historyPath { append_history(1, historyPath) }
  }
}

/// What readline's callbacks can reach: they take no context.
///
/// Touched on the editor's thread alone.
private enum Shared {
  nonisolated(unsafe) static var name: UnsafeMutablePointer<CChar>?
  nonisolated(unsafe) static var completions: (@Sendable (String, String) -> [String])?
  nonisolated(unsafe) static var candidates: [String] = []
  nonisolated(unsafe) static var result: LineEditor.Input?
}

private func complete(
  _ text: UnsafePointer<CChar>?, _ start: Int32, _ end: Int32
) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? {
  rl_attempted_completion_over = 1  // never file names
  guard let text, let buffer = rl_line_buffer, let completions = Shared.completions else {
    return nil
  }
  let line = String(decoding: UnsafeRawBufferPointer(start: buffer, count: Int(end)), as: UTF8.self)
  Shared.candidates = completions(line, String(cString: text))
  guard !Shared.candidates.isEmpty else { return nil }
  return rl_completion_matches(text) { _, state in
    let index = state == 0 ? 0 : Shared.next
    guard index < Shared.candidates.count else { return nil }
    Shared.next = index + 1
    return strdup(Shared.candidates[index])
  }
}

extension Shared {
  nonisolated(unsafe) static var next = 0
}
