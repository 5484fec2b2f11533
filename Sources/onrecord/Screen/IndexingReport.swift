import Glibc
import OnRecord
import Synchronization

/// Tells on standard error what happens while an index is made: a bar on a terminal, words otherwise.
enum IndexingReport {
  static func indexing(cached: Bool) -> Indexing {
    let hasBar = isatty(STDERR_FILENO) == 1
    let shown = Mutex(-1)
    var indexing = cached ? Indexing.standard : .none
    indexing.report = { event in
      switch event {
      case .progress(let done, let all):
        guard hasBar, all >= leastTexts else { return }
        shown.withLock { last in
          let share = done * barWidth / all
          guard share > last else { return }
          last = share
          draw(share, isDone: done == all)
        }
      case .rebuilding(let file):
        Console.complain("onrecord: the index \(file) is of no use any more and is made anew")
      case .notKept(let file):
        Console.complain(
          "onrecord: the index cannot be kept as \(file); the next start will make it again")
      }
    }
    return indexing
  }

  /// Fewer are done before anybody looks.
  private static let leastTexts = 40
  private static let barWidth = 30

  private static func draw(_ share: Int, isDone: Bool) {
    let bar = String(repeating: "█", count: share) + String(repeating: "░", count: barWidth - share)
    Console.hint(isDone ? "\r\u{1B}[K" : "\rReading the interview \(bar)")
  }
}
