import ArgumentParser
import Foundation
import OnRecord
import Rehearsal

struct ReplayScripts: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Hold scripted talks and compare; without a script, all under Dialogues/.",
    discussion: "Exit code 1 when a reply is not what its script says.")

  @Argument(help: "Scripts, or folders of them.") var scripts: [String] = []
  @Flag(help: "Record the assertions of diverged prompts anew.") var update = false
  @Option(help: ArgumentHelp("Write a JUnit XML report.", valueName: "file")) var junit: String?

  func run() throws {
    if update, Terminal.environment("CI") == "true" {
      throw ValidationError(
        "--update is for people: continuous integration never rewrites a script.")
    }
    let files = try files()
    guard !files.isEmpty else { throw ValidationError("There is no script to hold (*.dialogue).") }
    var personas: [String: Persona] = [:]
    var replays: [Replay] = []
    for file in files {
      let text = try text(of: file)
      let dialogue = try Dialogue(parsing: text, file: file)
      let path = try PersonaFinder.path(of: dialogue.persona)
      let persona =
        try personas[path] ?? Persona(at: path, indexing: IndexingReport.indexing(cached: true))
      personas[path] = persona
      let replay = Replay(dialogue, with: persona)
      replays.append(replay)
      try report(replay, text)
    }
    if let junit { try SafeFile.write(JUnitReport(replays).xml, to: junit) }
    let diverged = replays.reduce(0) { $0 + $1.divergences.count }
    let prompts = replays.reduce(0) { $0 + $1.dialogue.turns.count }
    Console.say(
      "\(replays.count.counted("script", "scripts")), \(prompts.counted("prompt", "prompts")), \(diverged.counted("divergence", "divergences"))\(update && diverged > 0 ? ", recorded anew" : "")"
    )
    if diverged > 0, !update { throw ExitCode(1) }
  }

  private func report(_ replay: Replay, _ text: String) throws {
    for divergence in replay.divergences { Console.say(Console.safe(divergence.description)) }
    if update, !replay.divergences.isEmpty {
      try SafeFile.write(replay.updated(text), to: replay.dialogue.file)
    }
  }

  private func files() throws -> [String] {
    let given = scripts.isEmpty ? ["Dialogues"] : scripts
    return try given.flatMap { path -> [String] in
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        throw ValidationError("There is no script or folder “\(path)”.")
      }
      guard isFolder.boolValue else { return [path] }
      return try FileManager.default.subpathsOfDirectory(atPath: path).sorted()
        .filter { $0.hasSuffix(".dialogue") }.map { "\(path)/\($0)" }
    }
  }

  private func text(of file: String) throws -> String {
    guard let data = FileManager.default.contents(atPath: file) else {
      throw ValidationError("The script “\(file)” cannot be read.")
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw ValidationError("The script “\(file)” is not UTF-8; save it as UTF-8.")
    }
    return text
  }
}
