import Glibc

/// Turns the signals of a terminal into events that a read can wait for (the self-pipe trick).
final class Signals {
  enum Event {
    case input
    case interrupt
    case resize
    case suspend
    case closed
    /// The program is to end.
    case end
  }

  private static let all = [SIGINT, SIGWINCH, SIGTSTP, SIGTERM, SIGHUP]

  private var saved: [(Int32, sigaction)] = []
  private let reading: Int32

  init() {
    var ends: [Int32] = [0, 0]
    pipe(&ends)
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    reading = ends[0]
    Wakeup.writing = ends[1]
  }

  func install() {
    guard saved.isEmpty else { return }
    // Whoever started the program may have blocked them.
    var wanted = sigset_t()
    sigemptyset(&wanted)
    for signal in Self.all { sigaddset(&wanted, signal) }
    pthread_sigmask(SIG_UNBLOCK, &wanted, nil)
    for signal in Self.all {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { signal in
        let code = errno
        var byte = UInt8(truncatingIfNeeded: signal)
        _ = write(Wakeup.writing, &byte, 1)
        errno = code
      }
      sigemptyset(&action.sa_mask)
      action.sa_flags = SA_RESTART
      var old = sigaction()
      sigaction(signal, &action, &old)
      saved.append((signal, old))
    }
  }

  func restore() {
    for (signal, old) in saved {
      var old = old
      sigaction(signal, &old, nil)
    }
    saved = []
  }

  /// Forgets the signals that came so far.
  func drain() {
    var byte: UInt8 = 0
    while Glibc.read(reading, &byte, 1) == 1 {}
  }

  /// Waits for a key or a signal; signals come first.
  func wait() -> Event {
    while true {
      var sources = [
        pollfd(fd: reading, events: Int16(POLLIN), revents: 0),
        pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      ]
      guard poll(&sources, 2, -1) >= 0 else {
        if errno == EINTR { continue }
        return .closed
      }
      if sources[0].revents & Int16(POLLIN) != 0 {
        var byte: UInt8 = 0
        guard Glibc.read(reading, &byte, 1) == 1 else { continue }
        switch Int32(byte) {
        case SIGINT: return .interrupt
        case SIGTSTP: return .suspend
        case SIGTERM, SIGHUP: return .end
        default: return .resize
        }
      }
      if sources[1].revents & Int16(POLLIN) != 0 { return .input }
      if sources[1].revents != 0 { return .closed }
    }
  }
}

/// The end of the pipe that signal handlers write to.
private enum Wakeup {
  nonisolated(unsafe) static var writing: Int32 = -1
}
