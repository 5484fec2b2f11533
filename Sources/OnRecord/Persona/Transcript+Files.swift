extension Transcript {
  /// The transcripts at a path: a file's, a folder's, or those that a persona's manifest names.
  ///
  /// - Throws: ``FileError``, ``PersonaError`` or `TranscriptError`, each with a place and a mend.
  public static func all(at path: String) throws -> [Transcript] {
    switch Files.kind(of: path) {
    case .none: throw FileError(path: path, problem: .missing)
    case .file: return [try Files.transcript(at: path)]
    case .folder where Files.kind(of: path + "/persona.yml") == .none:
      return try Files.transcripts(in: path)
    case .folder: return try Persona.contents(of: path).1
    }
  }
}
