import OnRecord

/// A reply as the screen shows it: the person's words with footnotes, the engine's voice set off.
struct ReplyView {
  let persona: Persona
  let terminal: Terminal

  func lines(of reply: Reply) -> [String] {
    switch reply {
    case .answer(let answer):
      let note = answer.isRepeated ? engine(persona.framing.text(.saidBefore)) : []
      return note + speaker + quoted(answer.quotations, elisions: answer.elisions)
    case .silence(let silence):
      guard !silence.closest.isEmpty else { return engine(silence.text) }
      return engine(silence.text) + engine(persona.framing.text(.closest))
        + quoted(silence.closest, elisions: [])
    case .aside(let aside): return engine(aside.text)
    }
  }

  /// The engine's own voice: behind a dot, dim where there is colour.
  func engine(_ text: String) -> [String] { engine(text, indent: "") }

  private func engine(_ text: String, indent: String) -> [String] {
    Wrapping.lines(
      Console.safe(text), columns: terminal.columns, indent: indent + "  ", first: indent + "· "
    )
    .map { Style.engine.apply($0, on: terminal) }
  }

  private var speaker: [String] {
    [Style.speaker.apply(Console.safe(persona.name) + ":", on: terminal)]
  }

  private func quoted(_ quotations: [Quotation], elisions: [Elision]) -> [String] {
    var lines: [String] = []
    for (index, quotation) in quotations.enumerated() {
      if index > 0 {
        let elision = elisions.first { $0.sentences.upperBound == quotation.sentences.lowerBound }
        if let elision {
          lines += engine("[… \(elision.words) words left out …]", indent: "  ")
        } else {
          lines.append("")
        }
      }
      if quotation.leansOnQuestion, let asked = quotation.citation.asked {
        lines += engine("asked: “\(asked)”", indent: "  ")
      }
      lines += Wrapping.lines(
        "“\(SpokenText.plain(Console.safe(quotation.text)))” [\(index + 1)]",
        columns: terminal.columns, indent: "  ")
    }
    lines.append("")
    for (index, quotation) in quotations.enumerated() {
      lines += footnote(quotation.citation, number: index + 1)
    }
    return lines
  }

  private func footnote(_ citation: Citation, number: Int) -> [String] {
    var parts: [String] = []
    if persona.transcripts.count > 1 {
      parts.append([citation.transcript, citation.date].compactMap(\.self).joined(separator: ", "))
    }
    if let section = citation.section { parts.append(section) }
    parts.append("turn \(citation.turn), \(citation.paragraphs)")
    if let time = citation.time { parts.append(Clock.text(time)) }
    if citation.asserted == true { parts.append("speaker asserted") }
    if let url = citation.url { parts.append(url) }
    return Wrapping.lines(
      Console.safe(parts.joined(separator: " · ")), columns: terminal.columns, indent: "      ",
      first: "  [\(number)] "
    ).map { Style.footnote.apply($0, on: terminal) }
  }
}

/// Seconds as people write them.
enum Clock {
  static func text(_ seconds: Double) -> String {
    let whole = Int(seconds)
    let (hours, minutes, rest) = (whole / 3600, whole / 60 % 60, whole % 60)
    let pad = { (n: Int) in n < 10 ? "0\(n)" : "\(n)" }
    return hours > 0 ? "\(hours):\(pad(minutes)):\(pad(rest))" : "\(minutes):\(pad(rest))"
  }
}
