/// Tells prompts in other languages from English ones.
enum Languages {
  /// Whether `prompt` is in another language: another script, or another language's small words.
  static func isForeign(_ prompt: String) -> Bool {
    var letters = 0
    var others = 0
    for scalar in prompt.unicodeScalars where scalar.properties.isAlphabetic {
      letters += 1
      if scalar.value > 0x24F { others += 1 }
    }
    guard letters > 0 else { return false }
    if others * 2 > letters { return true }
    let words = Clause.words(of: prompt)
    let foreign = words.count { foreignWords.contains($0) && !englishWords.contains($0) }
    let english = words.count { englishWords.contains($0) }
    return foreign >= 2 && foreign > english && foreign * 4 >= words.count
  }

  /// Whether texts are in English: every eighth of their words is one of English's small ones.
  ///
  /// Only the first thousand words are looked at; of very few, nothing is said against English.
  static func isEnglish(_ texts: some Sequence<String>) -> Bool {
    var words = 0
    var english = 0
    for text in texts {
      for word in Clause.words(of: text) {
        words += 1
        if englishWords.contains(word) { english += 1 }
      }
      if words > 1000 { break }
    }
    return words < 30 || english * 8 >= words
  }

  private static let foreignWords = Set(
    words:
      """
      el la los las un una unos es son está estás qué cuál cómo quién dónde por para con del que de lo \
      se su mi tu muy más y le les des une est sont je il elle nous vous qui quoi où pourquoi comment \
      quel quelle pour avec dans sur et ne pas ce cette der das ein eine ist sind und nicht wie was \
      wer warum wo für mit von zu ich du er sie wir ihr gli che è sono perché dove chi per non di um \
      uma os as são você como onde quem porque het een van wat hoe waarom niet ik jij wij og att det \
      är hur vad varför jak co to je nie się czy hast haben kannst können bist sind habe eres tiene
      """)
  private static let englishWords = Set(
    words:
      """
      the a an of to in is are was were do does did you your i it that this what how why who when \
      where which and or for on with be can could will would have has had not so about at from as by \
      my we they there if any me u ur no he she his her its than then them
      """)

}
