import ArgumentParser
import Foundation
import OnRecord

struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make a persona of transcript files: a folder with a commented manifest.",
    discussion: "The files are copied, byte for byte; they stay as they are where they were.")

  @Argument(help: "Whom one talks with, by the full name.") var name: String
  @Argument(help: "Transcript files.") var files: [String]
  @Flag(help: "Put it among the user's personas instead of ./Personas.") var user = false

  func validate() throws {
    guard name.contains(where: \.isLetter), !name.contains(where: \.isNewline) else {
      throw ValidationError("A persona needs a name, like “Ada Lovelace”.")
    }
    guard !files.isEmpty else { throw ValidationError("Name at least one transcript file.") }
  }

  func run() throws {
    let root = user ? PersonaFinder.userFolder : PersonaFinder.folder
    let folder = "\(root)/\(Self.folderName(name))"
    guard !FileManager.default.fileExists(atPath: folder) else {
      throw ValidationError("\(folder) is there already; choose another name or remove it.")
    }
    let found = try files.map { file in
      Inspection(of: try Transcript.all(at: file)[0])
    }
    let names = files.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
    guard Set(names).count == names.count else {
      throw ValidationError("Two of the files have the same name.")
    }
    // Beside its place, then renamed: a persona is whole or not there.
    let temporary = "\(root)/.\(Self.folderName(name)).new"
    let manager = FileManager.default
    try? manager.removeItem(atPath: temporary)
    try manager.createDirectory(atPath: temporary, withIntermediateDirectories: true)
    do {
      for (file, name) in zip(files, names) {
        try manager.copyItem(atPath: file, toPath: "\(temporary)/\(name)")
      }
      try SafeFile.write(
        Self.manifest(name, zip(names, found).map { ($0, $1) }), to: "\(temporary)/persona.yml")
      _ = try Transcript.all(at: temporary)  // what cannot be loaded is not left behind
      try manager.moveItem(atPath: temporary, toPath: folder)
    } catch {
      try? manager.removeItem(atPath: temporary)
      throw error
    }
    Console.say("\(folder) is made; talk with: onrecord chat \(Self.folderName(name))")
  }

  private static func folderName(_ name: String) -> String {
    let parts = name.lowercased().split { !$0.isLetter && !$0.isNumber }
    return parts.joined(separator: "-")
  }

  private static func manifest(_ name: String, _ files: [(name: String, found: Inspection)])
    -> String
  {
    let voices = files.flatMap { $0.found.speakers.compactMap(\.name) }
    let first = name.split(separator: " ").first.map(String.init) ?? name
    var labels: [String] = []
    for voice in voices where !labels.contains(voice) {
      let isOwn =
        voice.caseInsensitiveCompare(name) == .orderedSame
        || voice.caseInsensitiveCompare(first) == .orderedSame
      if isOwn { labels.append(voice) }
    }
    if labels.isEmpty { labels = files.compactMap(\.found.interviewee).prefix(1).map(\.self) }
    var text = "# Whom one talks with, and the transcripts that the words come from.\n"
    text += "name: \(quoted(name))\n"
    text += "# What the transcripts call the person.\n"
    text += "labels: [\(labels.map(quoted).joined(separator: ", "))]\n"
    text += "# Who asks:\n# interviewer: Grace Hopper\n"
    text += "# A sentence about the person, shown at the start:\n# about: …\n"
    text += "transcripts:\n"
    for file in files {
      text += "  - file: \(quoted(file.name))\n"
      for (key, value) in [
        ("title", file.found.facts.title), ("date", file.found.facts.date),
        ("publisher", file.found.facts.publisher), ("url", file.found.facts.url),
      ] {
        text += value.map { "    \(key): \(quoted($0))\n" } ?? "    # \(key): …\n"
      }
    }
    text += """
      # Words that a transcript puts into the wrong mouth:
      # corrections:
      #   - words: copied from the transcript, to the character
      #     speaker: who said them

      """
    return text
  }

  /// A YAML scalar in double quotation marks.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case _ where scalar.value < 32 || scalar.value == 127: result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
