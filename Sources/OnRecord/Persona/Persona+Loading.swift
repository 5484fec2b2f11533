extension Persona {
  /// Loads a persona folder (`persona.yml` and the transcripts that it names) or a bare transcript.
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
      let transcript = try Transcript(
        name: Files.lastComponent(of: path), utf8: try Files.bytes(at: path))
      try self.init(transcripts: [transcript], interviewee: name, indexing: indexing)
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
    let path = folder + "/persona.yml"
    guard Files.kind(of: path) == .file else {
      throw PersonaError(
        path, 1, "the folder has no manifest",
        mend: "write persona.yml with “name:” and “transcripts:”, or give a transcript file")
    }
    let bytes = try Files.bytes(at: path)
    guard bytes.count <= Self.longestManifest else {
      throw PersonaError(
        path, 1, "the manifest is larger than 1 MiB", mend: "keep transcripts in files of their own"
      )
    }
    guard let yaml = String(validating: bytes, as: UTF8.self) else {
      throw PersonaError(path, 1, "the manifest is not UTF-8", mend: "save the file as UTF-8")
    }
    let manifest = try Manifest(yaml: yaml, path: path)
    let names = manifest.names
    var faults: [PersonaError.Fault] = []
    var transcripts: [Transcript] = []
    for source in manifest.sources {
      do {
        let transcript = try Self.transcript(source, in: folder, manifest: path)
        transcripts.append(transcript.described(by: source.facts, names: names))
      } catch let error as PersonaError {
        faults += error.faults
      }
    }
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
    self.init(
      interviewee: interviewee, interviewer: manifest.interviewer, about: manifest.about,
      lines: manifest.lines, isInferred: false, transcripts: transcripts, indexing: indexing)
  }

  private static let longestManifest = 1 << 20

  private static func transcript(
    _ source: Manifest.Source, in folder: String, manifest: String
  ) throws -> Transcript {
    let path = folder + "/" + source.file
    let root = Files.resolved(folder)
    guard !source.file.hasPrefix("/"), Files.resolved(path).hasPrefix(root + "/") else {
      throw PersonaError(
        manifest, source.line, "“\(source.file)” leads out of the persona's folder",
        mend: "put the transcript into the folder and give its name alone")
    }
    do {
      return try Transcript(
        name: Files.lastComponent(of: source.file), utf8: try Files.bytes(at: path))
    } catch let error as FileError {
      throw PersonaError(
        manifest, source.line, "the transcript “\(source.file)” cannot be read",
        mend: error.problem == .missing
          ? "put the file into the folder, or mend its name" : "it must be a readable file")
    }
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
