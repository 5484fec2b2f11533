/// What `persona.yml` says.
struct Manifest {
  struct Source {
    var file: String
    var line: Int
    var chapters: String?
    var facts = TranscriptFacts()
  }
  struct Correction {
    var words: String
    var speaker: String
    var line: Int
  }

  var name: String
  var labels: [String] = []
  var interviewer: String?
  var interviewerLabels: [String] = []
  var about: String?
  var lines: [Framing.Line: String] = [:]
  var corrections: [Correction] = []
  var sources: [Source] = []
}
