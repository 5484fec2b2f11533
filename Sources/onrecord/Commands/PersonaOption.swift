import ArgumentParser
import OnRecord

/// Whom to talk with.
struct PersonaOption: ParsableArguments {
  @Option(
    name: [.customShort("p"), .long],
    help: ArgumentHelp(
      "Whom to talk with: a name under Personas/, a persona's folder, or a transcript file.",
      valueName: "persona"))
  var persona: String?

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("Who of a bare transcript's speakers is to be quoted.", valueName: "name"))
  var speaker: String?

  @Flag(name: .customLong("no-cache"), help: "Neither read nor keep indexes in the cache folder.")
  var noCache = false

  /// Loads the persona, and says whom it worked out.
  func load() throws -> Persona {
    let path = try PersonaFinder.path(of: persona)
    let loaded = try Persona(
      at: path, as: speaker, indexing: IndexingReport.indexing(cached: !noCache))
    if loaded.isInferred {
      let asker = loaded.interviewer.map { ", \($0) the one who asks" } ?? ""
      Console.complain(
        "onrecord: taking \(loaded.name) for the interviewee\(asker); --as NAME changes that")
    }
    return loaded
  }

  /// The persona's name as history files and scripts call it.
  var shortName: String {
    let path = (try? PersonaFinder.path(of: persona)) ?? "persona"
    return path.split(separator: "/").last.map(String.init) ?? "persona"
  }
}
