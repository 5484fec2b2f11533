import Foundation

/// Where the program keeps what it remembers: `$XDG_STATE_HOME/onrecord`, readable by the user alone.
enum StateFolder {
  /// A path as shells read it: `~/` is the user's home.
  static func expanded(_ path: String) -> String {
    guard path.hasPrefix("~/"), let home = Terminal.environment("HOME") else { return path }
    return home + path.dropFirst()
  }

  /// The history of one persona's talks; nil where nothing can be written.
  static func historyPath(for persona: String) -> String? {
    let home = Terminal.environment("HOME") ?? "/"
    let state =
      Terminal.environment("XDG_STATE_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil } ?? home
      + "/.local/state"
    let folder = state + "/onrecord"
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      return nil
    }
    let file = persona.map { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "." ? $0 : "_" }
    return "\(folder)/\(String(file)).history"
  }
}
