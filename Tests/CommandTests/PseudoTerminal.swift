import Foundation
import Glibc

/// The real program on a pseudo-terminal, typed to and read from.
final class PseudoTerminal {
  private let master: Int32
  private let process: pid_t
  private var screen = ""
  /// What the last read gave, with its control sequences.
  private(set) var raw = ""

  init(_ arguments: [String], environment: [String: String], columns: UInt16 = 80) throws {
    var size = winsize(ws_row: 30, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    let variables = ProcessInfo.processInfo.environment
      .merging(["XDG_CACHE_HOME": Program.cache.path]) { _, new in new }
      .merging(environment) { _, new in new }
    let argv = ([Program.path] + arguments).map { strdup($0) } + [nil]
    let envp = variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
    let folder = strdup(Program.root.path)
    var master: Int32 = 0
    let child = forkpty(&master, nil, nil, &size)
    if child == 0 {
      chdir(folder!)
      execve(argv[0]!, argv, envp)
      _exit(127)
    }
    guard child > 0 else { throw POSIXError(.EAGAIN) }
    self.master = master
    process = child
    _ = fcntl(master, F_SETFL, O_NONBLOCK)
  }

  func type(_ keys: String) {
    var keys = keys
    keys.withUTF8 { _ = write(master, $0.baseAddress, $0.count) }
  }

  /// Reads until `text` is on the screen; everything read since the last call.
  func read(until text: String, seconds: Double = 20) -> String {
    let end = Date().addingTimeInterval(seconds)
    while !Self.plain(screen).contains(text), Date() < end {
      var source = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      guard poll(&source, 1, 100) > 0 else { continue }
      var buffer = [UInt8](repeating: 0, count: 65536)
      let count = Glibc.read(master, &buffer, buffer.count)
      guard count > 0 else { break }
      screen += String(decoding: buffer[0..<count], as: UTF8.self)
    }
    defer {
      raw = screen
      screen = ""
    }
    return Self.plain(screen)
  }

  func resize(columns: UInt16) {
    var size = winsize(ws_row: 30, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// The exit code, once the program has ended.
  func wait(seconds: Double = 20) -> Int32? {
    let end = Date().addingTimeInterval(seconds)
    var status: Int32 = 0
    while Date() < end {
      if waitpid(process, &status, WNOHANG) == process { return status >> 8 & 0xFF }
      _ = read(until: "\u{0}", seconds: 0.1)
    }
    return nil
  }

  deinit {
    kill(process, SIGKILL)
    close(master)
  }

  /// Without the sequences that set colours and move the cursor.
  private static func plain(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    let visible = text.replacing(/\u{1B}\[[0-9;?]*[A-Za-z]/, with: "")
    for scalar in visible.unicodeScalars where scalar != "\r" && scalar != "\u{7}" {
      scalars.append(scalar)
    }
    return String(scalars)
  }
}
