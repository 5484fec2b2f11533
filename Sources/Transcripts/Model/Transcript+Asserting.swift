extension Transcript {
  /// The same transcript, on somebody's word that one person speaks all that nobody is known to have said.
  ///
  /// Citations and certificates say so.
  public func asserting(_ speaker: Speaker) -> Transcript {
    var origin = origin
    origin.assertedSpeaker = speaker
    return with(layout: giving(unknownTurnsTo: speaker), origin: origin)
  }

  /// The same transcript, its unknown speakers under one name by which they can be found, not quoted.
  public func naming(unknown speaker: Speaker) -> Transcript {
    with(layout: giving(unknownTurnsTo: speaker))
  }

  private func giving(unknownTurnsTo speaker: Speaker) -> Layout {
    rebuilt { turn, copy in
      if turn.speaker == nil {
        copy.openTurn(by: speaker, label: turn.labelRange, time: turn.time)
      }
      for paragraph in turn.paragraphs {
        copy.append(paragraph: paragraph.range, sentences: paragraph.sentences.map(\.range))
      }
    }
  }
}
