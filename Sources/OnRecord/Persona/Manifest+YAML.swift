import Yams

extension Manifest {
  /// Reads a manifest; collects every fault before it gives up.
  ///
  /// - Parameters:
  ///   - yaml: the file's text.
  ///   - path: the file's path, for errors.
  init(yaml: String, path: String) throws(PersonaError) {
    let root: Node?
    do {
      root = try Yams.compose(yaml: yaml)
    } catch let error as YamlError {
      throw PersonaError(path, error.line, "this is not YAML: \(error.summary)", mend: Self.shape)
    } catch {
      throw PersonaError(path, 1, "this is not YAML", mend: Self.shape)
    }
    guard let mapping = root?.mapping else {
      throw PersonaError(path, 1, "the manifest is no list of keys and values", mend: Self.shape)
    }
    var reader = ManifestReader(path: path)
    self = reader.manifest(mapping)
    guard reader.faults.isEmpty else {
      throw PersonaError(reader.faults.sorted { $0.line < $1.line })
    }
  }

  private static let shape = "write lines like “name: Ada Lovelace”; Personas/ has an example"
}

extension YamlError {
  fileprivate var line: Int {
    switch self {
    case .reader(_, _, _, _), .writer, .emitter, .representer, .no, .memory, .dataCouldNotBeDecoded:
      1
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      mark.line
    case .duplicatedKeysInMapping(_, let context): context.mark.line
    }
  }

  fileprivate var summary: String {
    switch self {
    case .scanner(_, let problem, _, _), .parser(_, let problem, _, _),
      .composer(_, let problem, _, _), .reader(let problem, _, _, _):
      problem
    case .duplicatedKeysInMapping: "a key stands twice"
    default: "it cannot be read"
    }
  }
}

/// Walks a manifest's nodes and notes what does not fit.
private struct ManifestReader {
  let path: String
  var faults: [PersonaError.Fault] = []

  mutating func manifest(_ mapping: Node.Mapping) -> Manifest {
    var manifest = Manifest(name: "")
    var hasName = false
    for (key, value) in mapping {
      switch key.string {
      case "name":
        manifest.name = string(value, "name") ?? ""
        hasName = true
      case "labels": manifest.labels = strings(value, "labels")
      case "interviewer":
        if value.mapping != nil {
          let fields = fields(of: value, ["name", "labels"], "interviewer")
          manifest.interviewer = fields["name"].flatMap { string($0, "name") }
          manifest.interviewerLabels = fields["labels"].map { strings($0, "labels") } ?? []
        } else {
          manifest.interviewer = string(value, "interviewer")
        }
      case "about": manifest.about = string(value, "about")
      case "greeting": manifest.lines[.greeting] = string(value, "greeting")
      case "lines": manifest.lines.merge(lines(value)) { a, _ in a }
      case "corrections":
        manifest.corrections = items(value, "corrections").compactMap { correction($0) }
      case "transcripts": manifest.sources = items(value, "transcripts").compactMap { source($0) }
      default:
        unknown(key, among: Self.keys)
      }
    }
    if !hasName || manifest.name.isEmpty {
      fault(1, "the manifest has no name", "add a line “name: …”: whom one talks with")
    }
    if manifest.sources.isEmpty {
      fault(1, "the manifest names no transcript", "add “transcripts:” and below it “- file: …”")
    }
    return manifest
  }

  private static let keys = [
    "name", "labels", "interviewer", "about", "greeting", "lines", "corrections", "transcripts",
  ]

  private mutating func source(_ node: Node) -> Manifest.Source? {
    let fields = fields(
      of: node, ["file", "title", "date", "publisher", "url", "chapters"], "transcripts")
    guard let file = fields["file"].flatMap({ string($0, "file") }) else {
      fault(
        line(node), "a transcript has no file", "add “file: …”: the transcript's name in the folder"
      )
      return nil
    }
    return Manifest.Source(
      file: file, line: line(fields["file"] ?? node),
      chapters: fields["chapters"].flatMap { string($0, "chapters") },
      facts: TranscriptFacts(
        title: fields["title"].flatMap { string($0, "title") },
        date: fields["date"].flatMap { string($0, "date") },
        publisher: fields["publisher"].flatMap { string($0, "publisher") },
        url: fields["url"].flatMap { string($0, "url") }))
  }

  private mutating func correction(_ node: Node) -> Manifest.Correction? {
    let fields = fields(of: node, ["words", "speaker"], "corrections")
    guard let words = fields["words"].flatMap({ string($0, "words") }),
      let speaker = fields["speaker"].flatMap({ string($0, "speaker") })
    else {
      fault(
        line(node), "a correction lacks its words or its speaker",
        "write “words:” as the transcript has them, and “speaker:” who said them")
      return nil
    }
    return Manifest.Correction(words: words, speaker: speaker, line: line(node))
  }

  private mutating func lines(_ node: Node) -> [Framing.Line: String] {
    guard let mapping = node.mapping else {
      fault(line(node), "“lines” is no list of lines", "write “greeting: …” below it")
      return [:]
    }
    var lines: [Framing.Line: String] = [:]
    for (key, value) in mapping {
      guard let line = key.string.flatMap(Framing.Line.init(rawValue:)) else {
        unknown(key, among: Framing.Line.allCases.map(\.rawValue))
        continue
      }
      lines[line] = string(value, line.rawValue)
    }
    return lines
  }

  // MARK: Nodes

  private func line(_ node: Node) -> Int { node.mark?.line ?? 1 }

  private mutating func fault(_ line: Int, _ error: String, _ mend: String) {
    faults.append(PersonaError.Fault(file: path, line: line, error: error, mend: mend))
  }

  private mutating func unknown(_ key: Node, among keys: [String]) {
    let name = key.string ?? "?"
    let closest = Spelling.closest(to: name, among: keys)
    fault(
      line(key), "unknown key “\(name)”",
      closest.map { "did you mean “\($0)”?" } ?? "known keys: \(keys.joined(separator: ", "))")
  }

  private mutating func string(_ node: Node, _ key: String) -> String? {
    guard let text = node.scalar?.string else {
      fault(line(node), "“\(key)” is no text", "write “\(key): some text”")
      return nil
    }
    return text
  }

  private mutating func strings(_ node: Node, _ key: String) -> [String] {
    if let text = node.scalar?.string { return [text] }
    guard let sequence = node.sequence else {
      fault(line(node), "“\(key)” is no list of texts", "write “\(key): [one, other]”")
      return []
    }
    return sequence.compactMap { string($0, key) }
  }

  private mutating func items(_ node: Node, _ key: String) -> [Node] {
    guard let sequence = node.sequence else {
      fault(line(node), "“\(key)” is no list", "begin each entry below it with “- ”")
      return []
    }
    return Array(sequence)
  }

  private mutating func fields(of node: Node, _ keys: [String], _ place: String) -> [String: Node] {
    guard let mapping = node.mapping else {
      fault(
        line(node), "an entry of “\(place)” has no keys", "keys: \(keys.joined(separator: ", "))")
      return [:]
    }
    var fields: [String: Node] = [:]
    for (key, value) in mapping {
      if let name = key.string, keys.contains(name) {
        fields[name] = value
      } else {
        unknown(key, among: keys)
      }
    }
    return fields
  }
}
