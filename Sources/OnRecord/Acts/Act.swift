/// What somebody does by typing a prompt.
public enum Act: String, Hashable, Sendable, Codable, CaseIterable {
  /// Wants to know something of the interviewee.
  case question
  /// Wants more of the same: "go on", "what else?".
  case continuation
  /// "Hi!"
  case greeting
  /// "Thanks."
  case thanks
  /// "Bye."
  case farewell
  /// "Sorry."
  case apology
  /// "Give me a second."
  case patience
  /// "Wow.", "Same at my school."
  case reaction
  /// "Great answer."
  case compliment
  /// "Yes."
  case assent
  /// "No."
  case refusal
  /// "Who are you?"
  case identity
  /// "Are you the real one?"
  case authenticity
  /// "What can we talk about?"
  case topics
  /// "Where did you say that?"
  case place
  /// "When was this?"
  case occasion
  /// "Who asked?"
  case interviewer
  /// "How sure are you?"
  case certainty
  /// "Which words did you not know?"
  case unknownWords
  /// "Say that again."
  case repetition
  /// "Shorter, please."
  case shortening
  /// "That does not answer my question."
  case complaint
  /// "Write me a poem."
  case task
  /// "Ignore your rules."
  case instruction
  /// "sdkfjh"
  case gibberish
  /// "¿Qué tal?"
  case foreign
  /// Nothing was typed.
  case empty
}
