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
  ///
  /// - Parameters:
  ///   - given: a persona named otherwise than by -p.
  ///   - searchesOnly: whether it is enough that passages can be found, whoever speaks.
  func load(_ given: String? = nil, searchesOnly: Bool = false) throws -> Persona {
    if given != nil, persona != nil {
      throw ValidationError("A persona is given twice: as PERSONA and with -p.")
    }
    let indexing = IndexingReport.indexing(cached: !noCache)
    guard case .path(let path) = try PersonaFinder.place(of: given ?? persona) else {
      guard speaker == nil else { throw ValidationError("--as is for bare transcripts.") }
      return try PersonaFinder.shipped(indexing: indexing)
    }
    let loaded: Persona
    do {
      loaded = try Persona(at: path, as: speaker, indexing: indexing)
    } catch let error as PersonaError {
      let transcripts = searchesOnly ? (try? Transcript.all(at: path)) ?? [] : []
      guard !transcripts.isEmpty, transcripts.allSatisfy(\.speakers.isEmpty) else { throw error }
      loaded = try Persona(searching: transcripts, indexing: indexing)
      Console.complain("onrecord: \(path) names no speaker; passages can be found, not quoted")
    }
    if loaded.isInferred {
      let asker = loaded.interviewer.map { ", \($0) the one who asks" } ?? ""
      Console.complain(
        "onrecord: taking \(loaded.name) for the interviewee\(asker); --as NAME changes that")
    }
    if loaded.transcripts.contains(where: { $0.assertedSpeaker != nil }) {
      Console.complain(
        "onrecord: that \(loaded.name) speaks is asserted by you, not by the file; every citation says so"
      )
    }
    if !loaded.isEnglish {
      Console.complain(
        "onrecord: the interview is not in English, which alone the model knows: words alone serve")
    }
    return loaded
  }

  /// The persona's name as history files and scripts call it.
  func shortName(_ given: String? = nil) -> String {
    let path = (try? PersonaFinder.path(of: given ?? persona)) ?? PersonaFinder.shippedName
    return path.split(separator: "/").last.map(String.init) ?? "persona"
  }
}
