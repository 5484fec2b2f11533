import Foundation

/// Finds a persona by what was given on the command line or in a script.
enum PersonaFinder {
  /// The folder or file; without a name, the only persona there is.
  static func path(of name: String?) throws -> String {
    let manager = FileManager.default
    guard let name else {
      let known = names()
      if known.count == 1 { return "\(folder)/\(known[0])" }
      throw PersonaNotFound(name: nil, known: known)
    }
    if manager.fileExists(atPath: "\(folder)/\(name)/persona.yml") { return "\(folder)/\(name)" }
    if manager.fileExists(atPath: name) { return name }
    throw PersonaNotFound(name: name, known: names())
  }

  private static let folder = "Personas"

  private static func names() -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
      .filter { FileManager.default.fileExists(atPath: "\(folder)/\($0)/persona.yml") }
  }
}

/// No persona of that name.
struct PersonaNotFound: Error, CustomStringConvertible {
  let name: String?
  let known: [String]

  var description: String {
    let list = known.isEmpty ? "none" : known.joined(separator: ", ")
    guard let name else {
      return
        "onrecord: error: no persona is named\n  mend: give one with -p (under Personas/: \(list)), or a transcript file"
    }
    return
      "onrecord: error: there is no persona “\(name)”\n  mend: give a name under Personas/ (\(list)), a folder, or a transcript file"
  }
}
