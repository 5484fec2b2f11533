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

/// Why a quotation is refused.
public enum VerificationError: Error, Hashable, Sendable {
  /// The certificate does not hold.
  case certificate(CertificateError)
  /// Somebody else said it, or nobody who is known.
  case otherSpeaker(String?)
  /// The words stand elsewhere than the citation says.
  case otherPlace(Citation)
}

extension VerificationError: CustomStringConvertible {
  /// What is wrong, in a few words.
  public var description: String {
    switch self {
    case .certificate(.otherTranscript): "the transcript's hash is none of the persona's"
    case .certificate(.outside): "the range reaches beyond the transcript"
    case .certificate(.otherWords): "the transcript has other words there"
    case .certificate(.noSingleTurn): "the range is not inside one turn"
    case .otherSpeaker(let name): "\(name ?? "an unknown speaker") said it"
    case .otherPlace(let citation): "the words stand in \(citation)"
    }
  }
}
