extension Persona {
  /// Loads a persona folder (`persona.yml` and the transcripts that it names), a folder of transcripts, or
  /// a bare transcript.
  ///
  /// - Parameters:
  ///   - path: a folder with a manifest, or a transcript file.
  ///   - name: who is to be quoted, where the manifest does not say; worked out when left out.
  ///   - indexing: where the index is kept.
  /// - Throws: ``FileError``, ``PersonaError`` or `TranscriptError`, each with a place and a mend.
  public init(at path: String, as name: String? = nil, indexing: Indexing = .standard) throws {
    switch Files.kind(of: path) {
    case .none: throw FileError(path: path, problem: .missing)
    case .file:
      try self.init(
        transcripts: [try Files.transcript(at: path)], interviewee: name, indexing: indexing)
    case .folder where Files.kind(of: path + "/persona.yml") == .none:
      try self.init(
        transcripts: try Files.transcripts(in: path), interviewee: name, indexing: indexing)
    case .folder:
      if name != nil {
        throw PersonaError(
          path + "/persona.yml", 1, "the manifest says who is quoted",
          mend: "leave the name out, or give the transcript file instead of the folder")
      }
      try self.init(folder: path, indexing: indexing)
    }
  }

  private init(folder: String, indexing: Indexing) throws {
    var indexing = indexing
    if indexing.folder != nil { indexing.shipped = folder }
    let (manifest, transcripts) = try Self.contents(of: folder)
    self.init(manifest, transcripts, indexing: indexing)
  }

  /// A persona whose manifest and transcripts are in memory.
  ///
  /// - Parameters:
  ///   - manifest: what `persona.yml` holds.
  ///   - file: the bytes of a file that the manifest names.
  ///   - indexing: where the index is kept.
  /// - Throws: ``PersonaError`` or `TranscriptError`.
  public init(
    manifest: [UInt8], indexing: Indexing = .standard, file: (String) -> [UInt8]?
  ) throws {
    let path = "persona.yml"
    let manifest = try Self.manifest(manifest, path: path)
    let transcripts = try Self.checked(manifest, path: path) { source in
      guard let bytes = file(source.file) else {
        throw PersonaError(
          path, source.line, "“\(source.file)” is not there", mend: "give the file's bytes")
      }
      return try Transcript(name: source.file, utf8: bytes)
    }
    self.init(manifest, transcripts, indexing: indexing)
  }

  private init(_ manifest: Manifest, _ transcripts: [Transcript], indexing: Indexing) {
    self.init(
      interviewee: Speaker(name: manifest.name), interviewer: manifest.interviewer,
      about: manifest.about, lines: manifest.lines, isInferred: false, transcripts: transcripts,
      indexing: indexing)
  }

  /// What a persona's folder holds, checked: the manifest, and its transcripts, newest first.
  static func contents(of folder: String) throws -> (Manifest, [Transcript]) {
    let path = folder + "/persona.yml"
    let manifest = try manifest(try Files.bytes(at: path), path: path)
    let transcripts = try checked(manifest, path: path) {
      try transcript($0, in: folder, manifest: path)
    }
    return (manifest, transcripts)
  }

  private static func manifest(_ bytes: [UInt8], path: String) throws(PersonaError) -> Manifest {
    guard bytes.count <= Self.longestManifest else {
      throw PersonaError(
        path, 1, "the manifest is larger than 1 MiB", mend: "keep transcripts in files of their own"
      )
    }
    guard let yaml = String(validating: bytes, as: UTF8.self) else {
      throw PersonaError(path, 1, "the manifest is not UTF-8", mend: "save the file as UTF-8")
    }
    return try Manifest(yaml: yaml, path: path)
  }

  /// The manifest's transcripts with its facts, names and corrections, newest first; every fault is
  /// collected.
  private static func checked(
    _ manifest: Manifest, path: String, read: (Manifest.Source) throws -> Transcript
  ) throws -> [Transcript] {
    let names = manifest.names
    var faults: [PersonaError.Fault] = []
    var transcripts: [Transcript] = []
    for source in manifest.sources {
      do {
        let transcript = try read(source)
        let facts = source.facts.completed(by: transcript.facts)
        transcripts.append(transcript.described(by: facts, names: names))
      } catch let error as PersonaError {
        faults += error.faults
      }
    }
    transcripts = transcripts.newestFirst
    if faults.isEmpty {
      for correction in manifest.corrections {
        do {
          try Self.apply(correction, names: names, to: &transcripts)
        } catch {
          faults.append(
            .init(
              file: path, line: correction.line, error: error.problem.wording.error,
              mend: error.problem.wording.mend))
        }
      }
    }
    let interviewee = Speaker(name: manifest.name)
    if faults.isEmpty, !transcripts.contains(where: { $0.speakers.contains(interviewee) }) {
      let known = transcripts.flatMap(\.speakers).map(\.name)
      faults.append(
        .init(
          file: path, line: 1, error: "nobody called “\(manifest.name)” speaks in the transcripts",
          mend: known.isEmpty
            ? "label each turn: “Name: what was said”"
            : "add “labels:” with the name that they use (known: \(known.joined(separator: ", ")))")
      )
    }
    guard faults.isEmpty else { throw PersonaError(faults) }
    return transcripts
  }

  private static let longestManifest = 1 << 20

  private static func transcript(
    _ source: Manifest.Source, in folder: String, manifest: String
  ) throws -> Transcript {
    let path = try inside(source.file, folder, manifest, source.line)
    let chapters = try source.chapters.map { try inside($0, folder, manifest, source.line) }
    do {
      return try Files.transcript(at: path, chapters: chapters)
    } catch let error as FileError {
      throw PersonaError(
        manifest, source.line, "“\(Files.lastComponent(of: error.path))” cannot be read",
        mend: error.problem == .missing
          ? "put the file into the folder, or mend its name" : "it must be a readable file")
    }
  }

  /// The path of a file that a manifest names, if it stands in the persona's folder.
  private static func inside(
    _ file: String, _ folder: String, _ manifest: String, _ line: Int
  ) throws(PersonaError) -> String {
    let path = folder + "/" + file
    guard !file.hasPrefix("/"), Files.resolved(path).hasPrefix(Files.resolved(folder) + "/") else {
      throw PersonaError(
        manifest, line, "“\(file)” leads out of the persona's folder",
        mend: "put the file into the folder and give its name alone")
    }
    return path
  }

  private static func apply(
    _ correction: Manifest.Correction, names: [String: String], to transcripts: inout [Transcript]
  ) throws(TranscriptError) {
    let speaker = Speaker(name: names[correction.speaker] ?? correction.speaker)
    var missing: TranscriptError?
    var isMade = false
    for index in transcripts.indices {
      do {
        transcripts[index] = try transcripts[index].reassigning(correction.words, to: speaker)
        isMade = true
      } catch {
        if case .correctionNotFound = error.problem { missing = error } else { throw error }
      }
    }
    if !isMade, let missing { throw missing }
  }
}

extension Manifest {
  /// What each label of the transcripts stands for.
  fileprivate var names: [String: String] {
    var names: [String: String] = [:]
    for label in labels { names[label] = name }
    if let interviewer {
      for label in interviewerLabels { names[label] = interviewer }
    }
    return names
  }
}
