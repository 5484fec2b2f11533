extension Persona {
  /// The quotation that some data claims to be, if the claim is true of this persona.
  ///
  /// It fails closed: the transcript is one of the persona's, the bytes are the same, they stand
  /// inside one turn, the turn is the interviewee's, and the citation says where they stand.
  public func verified(_ quoted: ReplyRecord.Quoted) throws(VerificationError) -> Quotation {
    let certificate = quoted.certificate
    guard let transcript = transcripts.first(where: { $0.digest == certificate.sha256 }) else {
      throw .certificate(.otherTranscript)
    }
    let quotation: Quotation
    do {
      quotation = try certificate.verify(text: quoted.text, in: transcript)
    } catch {
      throw .certificate(error)
    }
    guard quotation.speaker == interviewee else {
      throw .otherSpeaker(quotation.speaker?.name)
    }
    guard quotation.citation == quoted.citation else { throw .otherPlace(quotation.citation) }
    return quotation
  }
}

extension Persona {
  /// The reply that a record claims to be, if every word of it is accounted for.
  ///
  /// Quotations and closest words are proven; the text is what the engine shows of them, or one of the
  /// closed list of its own lines.
  public func verified(_ record: ReplyRecord) throws(VerificationError) -> Reply {
    let quotations = try record.quotations.proven(by: self)
    let closest = try (record.closest ?? []).proven(by: self)
    let reply: Reply
    switch record.kind {
    case .answer:
      guard !quotations.isEmpty, closest.isEmpty else { throw .otherText }
      let answer = Answer(quotations: quotations, isRepeated: record.repeated ?? false)
      if let elisions = record.elisions, elisions != answer.leftOut { throw .otherText }
      reply = .answer(answer)
    case .decline:
      guard quotations.isEmpty, let reason = record.reason else { throw .otherText }
      let line = record.text.split(separator: "\n").first.map(String.init) ?? ""
      guard Framing.Line.allCases.contains(where: { says(line, as: $0) }) else { throw .otherText }
      reply = .silence(
        Silence(
          reason: reason, text: line, closest: closest, unknownWords: record.unknown ?? []))
    case .reply:
      guard quotations.isEmpty, closest.isEmpty, let line = record.line,
        says(record.text, as: line)
      else { throw .otherText }
      reply = .aside(Aside(line: line, text: record.text))
    }
    guard reply.text(in: framing) == record.text else { throw .otherText }
    return reply
  }
}

extension Persona {
  /// Whether the engine can say `text` as this line: nothing is in its places but topics, a place in the
  /// transcripts, or words that a person typed.
  private func says(_ text: String, as line: Framing.Line) -> Bool {
    if self.text(line) == text { return true }
    if let place = framing.filling(of: "place", in: text, as: line) { return isPlace(place) }
    if let words = framing.filling(of: "words", in: text, as: line) {
      return words.split(separator: ", ").allSatisfy { word in
        word.hasPrefix("“") && word.hasSuffix("”") && !word.contains(where: \.isWhitespace)
      }
    }
    return false
  }

  /// Whether `text` cites a place in the interviewee's turns.
  private func isPlace(_ text: String) -> Bool {
    transcripts.contains { transcript in
      transcript.turns.contains { turn in
        guard turn.speaker == interviewee else { return false }
        let paragraphs = Array(turn.paragraphs)
        return paragraphs.indices.contains { first in
          paragraphs.indices[first...].contains { last in
            let range = paragraphs[first].range.lowerBound..<paragraphs[last].range.upperBound
            return (try? Quotation(range, of: turn))?.citation.description == text
          }
        }
      }
    }
  }
}

extension [ReplyRecord.Quoted] {
  fileprivate func proven(by persona: Persona) throws(VerificationError) -> [Quotation] {
    var quotations: [Quotation] = []
    for quoted in self { quotations.append(try persona.verified(quoted)) }
    return quotations
  }
}

/// Why a quotation is refused.
public enum VerificationError: Error, Hashable, Sendable {
  /// The certificate does not hold.
  case certificate(CertificateError)
  /// Somebody else said it, or nobody who is known.
  case otherSpeaker(String?)
  /// The words stand elsewhere than the citation says.
  case otherPlace(Citation)
  /// The text is not what the engine shows of the quotations, nor one of its own lines.
  case otherText
}

extension VerificationError: CustomStringConvertible {
  /// What is wrong, in a few words.
  public var description: String {
    switch self {
    case .certificate(.otherTranscript): "the transcript's hash is none of the persona's"
    case .certificate(.outside): "the range reaches beyond the transcript"
    case .certificate(.otherWords): "the transcript has other words there"
    case .certificate(.otherSource):
      "the words were made of other bytes of the file, by other rules, or on another's word"
    case .certificate(.noSingleTurn): "the range is not inside one turn"
    case .otherSpeaker(let name): "\(name ?? "an unknown speaker") said it"
    case .otherText: "the text holds words that are neither quoted nor the engine's own"
    case .otherPlace(let citation): "the words stand in \(citation)"
    }
  }
}
