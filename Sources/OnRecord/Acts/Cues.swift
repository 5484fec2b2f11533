/// Words by which acts are known.
///
/// Words are in lower case, without apostrophes.
enum Cues {
  static let whWords = Set(
    words:
      """
      what whats whatd who whos whod whom whose where wheres when whens which why whys how hows howd \
      wat wut
      """)

  /// Words that a question opens with.
  static let openers = whWords.union(
    Set(
      words:
        """
        is are am was were do does did can could would will wont have has had should shall might may \
        isnt arent wasnt werent dont doesnt didnt cant couldnt wouldnt hasnt havent hadnt shouldnt \
        aint any anything anyone anybody
        """))

  /// Ways to ask without a question's form.
  static let requests = [
    "tell me", "wonder", "curious", "id like to know", "want to know", "what about", "how about",
    "explain", "describe", "talk about", "walk me through", "lets talk about", "i meant",
    "i mean", "whats your take", "your thoughts", "remind me",
  ]

  /// Words that lead in to what is meant.
  static let leads = Set(
    words:
      """
      so and but ok okay well then also oh ah um uh er hmm hm like now right yeah yes yep no nope \
      alright anyway anyways btw lol haha ha hah heh hey hi hello yo wait sure nice great cool wow \
      man dude please pls just actually honestly fine fair enough sorry thanks thx cheers gotcha
      """)

  /// "What a story", "how nice": exclamations with a question's opening.
  static func exclaims(_ words: ArraySlice<String>) -> Bool {
    let words = Array(words)
    guard words.count > 1 else { return false }
    if words[0] == "what", words[1] == "a" || words[1] == "an" { return words.count <= 6 }
    if words[0] == "how" { return words.count == 2 && evaluations.contains(words[1]) }
    return false
  }

  static let greetings = Set(words: "hi hello hey yo hiya howdy greetings sup hallo heya morning")
  static let greetingPhrases = [
    "good morning", "good afternoon", "good evening", "good day", "hows it going", "how are you",
    "how are you doing", "how are things", "whats up", "nice to meet you", "pleased to meet you",
    "thanks for having me", "thanks for coming", "how do you do", "hey there", "hi there",
    "long time no see", "good to see you", "how have you been",
  ]

  static let thanks = Set(words: "thanks thank thx thankyou ta cheers tysm merci appreciated")
  static let thanksPhrases = [
    "thank you", "thanks a lot", "many thanks", "much appreciated", "i appreciate it",
    "that helps", "that helped", "very helpful", "thats all", "that was helpful",
    "thanks for your time", "thank you for your time", "that answers it",
    "that answers my question",
  ]

  static let farewells = Set(words: "bye goodbye byebye cya farewell ciao goodnight quit exit stop")
  static let farewellPhrases = [
    "see you", "see ya", "take care", "have a nice day", "have a good one", "good night",
    "talk to you later", "gotta go", "got to go", "i have to go",
  ]

  static let apologies = [
    "sorry", "im sorry", "my bad", "my mistake", "excuse me", "pardon", "apologies", "i apologize",
    "oops", "whoops", "sorry about that", "sorry for that", "sorry my mistake", "never mind",
    "nevermind",
  ]

  static let patience = [
    "give me a second", "give me a sec", "give me a minute", "one second", "one sec", "one moment",
    "just a second", "just a sec", "just a moment", "just a minute", "hang on", "hold on",
    "bear with me", "let me think", "wait a second", "wait a minute", "wait a moment",
    "let me see", "brb", "be right back", "give me one second", "give me a moment", "hold on a sec",
  ]

  static let compliments = [
    "good answer", "great answer", "nice answer", "well said", "well put", "good point",
    "great point", "love that answer", "you are great", "youre great", "youre awesome",
    "great interview", "good job", "nice job", "well done", "you are amazing", "youre amazing",
    "great work", "nice work", "big fan", "im a fan", "love your work", "i love your work",
  ]

  /// Words of which a bare reaction may consist.
  static let interjections = Set(
    words:
      """
      ok okay oh ah wow whoa woah cool nice great awesome amazing interesting fascinating lol lmao \
      rofl haha hahaha ha hah heh hehe hmm hm mhm uh huh um oof ouch yikes damn dang gosh geez jeez \
      omg right sure true exactly indeed agreed same gotcha understood noted alright fine fair \
      impressive incredible wild crazy insane brilliant lovely sweet neat sad funny hilarious good \
      bravo phew aha ooh aww yay wtf welp touche yup k kk
      """)

  /// Fillers that may stand beside interjections.
  static let fillers = Set(
    words:
      """
      i see get it got that thats is this so very really pretty quite just a the makes make sense \
      enough to know hear me too here man dude my god of course point well and then for you as \
      much actually kind sort
      """)

  /// Judging words: "that's actually kind of freeing".
  static let evaluations = Set(
    words:
      """
      cool nice great good awesome amazing interesting fascinating funny hilarious wild crazy insane \
      brilliant lovely sweet neat sad freeing impressive incredible weird strange odd scary fair true \
      inspiring helpful clever smart tough rough hard bad terrible awful beautiful surprising \
      reassuring comforting depressing refreshing wonderful fantastic perfect relatable close wise \
      deep honest bold brave harsh bullshit nonsense rubbish crap ridiculous unbelievable boring
      """)

  static let yes = Set(
    words: "yes yeah yep yup sure ok okay please absolutely definitely certainly y")
  static let yesPhrases = [
    "go ahead", "please do", "yes please", "sure thing", "of course", "sounds good",
    "id love to", "i would", "lets do it", "lets hear it",
  ]
  static let no = Set(words: "no nope nah n")
  static let noPhrases = ["no thanks", "no thank you", "not really", "not now", "rather not"]

  /// Asking for more of the same; behind them only words that name nothing may stand.
  static let continuations = [
    "can you say a bit more", "can you say more", "could you say more", "could you say a bit more",
    "can you tell me more", "could you tell me more", "can you elaborate", "could you elaborate",
    "id like to hear more", "i want to hear more", "give me another example", "give me more",
    "give another example", "another example", "any other examples", "more examples",
    "anything else", "something else", "anything more", "what else", "who else", "where else",
    "tell me more", "say more", "say a bit more", "go on", "keep going", "keep talking",
    "carry on", "continue", "and then", "then what", "what then", "what happened next",
    "what happened then", "what came next", "whats next", "more", "more please", "and", "next",
    "what did you mean by that", "what do you mean by that", "what did you mean",
    "what do you mean",
    "what does that mean", "how do you mean", "meaning what",
    "elaborate", "expand on that", "proceed", "and what else", "is there more",
    "do you have more", "another one", "one more",
  ]

}
