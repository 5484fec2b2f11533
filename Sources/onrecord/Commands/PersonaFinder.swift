import Foundation
import OnRecord

/// Finds a persona by what was given on the command line or in a script.
enum PersonaFinder {
  /// Where a persona is: in a folder or a file, or in the executable itself.
  enum Place {
    case path(String)
    case shipped
  }

  /// The persona that travels in the executable, for where no folder holds it.
  static let shippedName = "mark-zuckerberg"

  /// The place of a persona; without a name, the only one that is known.
  static func place(of name: String?) throws -> Place {
    do {
      return .path(try path(of: name))
    } catch let error as PersonaNotFound {
      guard name == shippedName || (name == nil && error.known.isEmpty) else { throw error }
      return .shipped
    }
  }

  /// The persona that travels in the executable.
  static func shipped(indexing: Indexing) throws -> Persona {
    try Persona(manifest: PackageResources.persona_yml, indexing: indexing) { _ in
      PackageResources.transcript_txt
    }
  }

  /// The folder or file; without a name, the only persona there is.
  static func path(of name: String?) throws -> String {
    let manager = FileManager.default
    guard let name else {
      let known = names()
      if known.count == 1, let path = home(of: known[0]) { return path }
      throw PersonaNotFound(name: nil, known: known)
    }
    if let path = home(of: name) { return path }
    if manager.fileExists(atPath: name) { return name }
    throw PersonaNotFound(name: name, known: names())
  }

  /// Where personas live: here, and among the user's data.
  static let folder = "Personas"
  static var userFolder: String {
    let data = Terminal.environment("XDG_DATA_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
    return (data ?? (Terminal.environment("HOME") ?? "/") + "/.local/share") + "/onrecord"
  }

  private static func home(of name: String) -> String? {
    guard !name.contains("/") else { return nil }
    return [folder, userFolder].map { "\($0)/\(name)" }
      .first { FileManager.default.fileExists(atPath: "\($0)/persona.yml") }
  }

  private static func names() -> [String] {
    let all = [folder, userFolder].flatMap { folder in
      ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
        .filter { FileManager.default.fileExists(atPath: "\(folder)/\($0)/persona.yml") }
    }
    return Set(all).sorted()
  }
}

/// No persona of that name.
struct PersonaNotFound: Error, CustomStringConvertible {
  let name: String?
  let known: [String]

  var description: String {
    let list = Set(known + [PersonaFinder.shippedName]).sorted().joined(separator: ", ")
    guard let name else {
      return
        "onrecord: error: no persona is named\n  mend: name one (known: \(list)), or a transcript file"
    }
    return
      "onrecord: error: there is no persona “\(name)”\n  mend: give a name (known: \(list)), a folder, or a transcript file"
  }
}
