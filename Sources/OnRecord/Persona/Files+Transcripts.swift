import Yams

extension Files {
  /// The transcript in a file, with what its front matter tells and the chapters beside it.
  ///
  /// - Parameter chapters: a file of chapters; else `NAME.chapters.json`, or `chapters.json`, beside a
  ///   transcript that has no headings, if there is one.
  static func transcript(at path: String, chapters: String? = nil) throws -> Transcript {
    let name = lastComponent(of: path)
    var transcript: Transcript
    do {
      transcript = try Transcript(name: name, utf8: try bytes(at: path))
    } catch let error as TranscriptError {
      throw TranscriptError(file: path, line: error.line, problem: error.problem)
    }
    if let matter = transcript.frontMatter {
      transcript = transcript.described(
        by: transcript.facts.completed(by: TranscriptFacts(frontMatter: matter)))
    }
    if let file = chapters ?? (transcript.sections.isEmpty ? chaptersBeside(path) : nil) {
      transcript = transcript.divided(by: try Chapters(name: file, utf8: try bytes(at: file)))
    }
    return transcript
  }

  private static func chaptersBeside(_ path: String) -> String? {
    let name = lastComponent(of: path)
    let stem = name.split(separator: ".").dropLast().joined(separator: ".")
    let folder = String(path.dropLast(name.count))
    return ["\(folder)\(stem).chapters.json", "\(folder)chapters.json"].first {
      kind(of: $0) == .file
    }
  }

  /// The transcripts of a folder without a manifest, newest first.
  static func transcripts(in folder: String) throws -> [Transcript] {
    let names = entries(of: folder).filter { name in
      let ending = name.lowercased().split(separator: ".").last.map(String.init) ?? ""
      return transcriptEndings.contains(ending) && !name.hasPrefix(".")
        && !name.lowercased().hasSuffix("chapters.json") && name.lowercased() != "readme.md"
    }
    guard !names.isEmpty else {
      throw PersonaError(
        folder, 1, "the folder has neither a manifest nor a transcript",
        mend: "onrecord new NAME FILE… writes a persona; or put transcripts into the folder")
    }
    return try names.map { try transcript(at: folder + "/" + $0) }.newestFirst
  }

  private static let transcriptEndings = [
    "md", "markdown", "txt", "text", "vtt", "srt", "json", "html", "htm",
  ]
}

extension TranscriptFacts {
  /// What a file's front matter tells; anything that is no text is passed over.
  init(frontMatter yaml: String) {
    self.init()
    guard let mapping = (try? Yams.compose(yaml: yaml))?.mapping else { return }
    for (key, value) in mapping {
      guard let text = value.scalar?.string, !text.isEmpty else { continue }
      switch key.string?.lowercased() {
      case "title": title = text
      case "date", "published": date = text
      case "publisher", "podcast", "show": publisher = text
      case "url", "link", "source": url = text
      default: continue
      }
    }
  }

  /// These facts, what is not known taken from `others`.
  func completed(by others: TranscriptFacts) -> TranscriptFacts {
    TranscriptFacts(
      title: title ?? others.title, date: date ?? others.date,
      publisher: publisher ?? others.publisher, url: url ?? others.url)
  }
}

extension [Transcript] {
  /// By date, the newest first; those without a date behind, in their order.
  var newestFirst: [Transcript] {
    enumerated().sorted { a, b in
      switch (a.element.facts.date, b.element.facts.date) {
      case (let first?, let second?) where first != second: first > second
      case (.some, nil): true
      case (nil, .some): false
      default: a.offset < b.offset
      }
    }.map(\.element)
  }
}
