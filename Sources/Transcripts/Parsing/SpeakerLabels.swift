/// The lines of a text that open with a speaker's label.
///
/// A name in bold, or one that comes again, is a speaker. One that comes once is, if it opens a
/// paragraph and is no word that likes to stand before a colon: the doubt goes against quoting.
struct SpeakerLabels {
  /// A name as it is spelled, and what its labels have in common.
  private struct Name {
    var count = 0
    var isMarked = false
    var opensParagraph = false
  }

  /// A label, and the number of its name.
  private struct Entry {
    let label: Label
    let name: UInt32
  }

  private var entries: [Entry] = []
  /// A line's place in `entries`; -1 where it has no label.
  private var places: [Int32]
  private var speakers: [CueSpeaker?] = []

  /// Finds them among `lines`, from the line `first` on.
  init(in bytes: [UInt8], lines: [Line], from first: Int) {
    places = Array(repeating: -1, count: lines.count)
    var numbers: [ArraySlice<UInt8>: Int] = [:]
    var spellings: [ArraySlice<UInt8>] = []
    var names: [Name] = []
    for index in lines.indices.dropFirst(first) where !lines[index].isBlank {
      guard let label = Label(lines[index].range, in: bytes) else { continue }
      let spelling = bytes[label.name]
      let number = numbers[spelling] ?? names.count
      if number == names.count {
        numbers[spelling] = number
        spellings.append(spelling)
        names.append(Name())
      }
      names[number].count += 1
      names[number].isMarked = names[number].isMarked || label.isMarked
      names[number].opensParagraph =
        names[number].opensParagraph || index == first || lines[index - 1].isBlank
        || places[index - 1] >= 0
      places[index] = Int32(entries.count)
      entries.append(Entry(label: label, name: UInt32(number)))
    }
    speakers = Self.speakers(spellings, names)
  }

  /// The label that a line opens with, and whose it is: nobody's where its name says that nobody knows.
  subscript(line: Int) -> (label: Label, speaker: Speaker?)? {
    guard places[line] >= 0 else { return nil }
    let entry = entries[Int(places[line])]
    return speakers[Int(entry.name)].map { (entry.label, $0.known) }
  }

  /// Whom each name names; nil where it is prose with a colon.
  private static func speakers(_ spellings: [ArraySlice<UInt8>], _ names: [Name]) -> [CueSpeaker?] {
    // "ada:" is Ada's, where she is known; by itself, a lower-case word is prose. A speaker's labels
    // may differ in case: the first with a capital is the name.
    var spelled: [[UInt8]: ArraySlice<UInt8>] = [:]
    for spelling in spellings where !startsLower(spelling) {
      let key = folded(spelling)
      if spelled[key] == nil { spelled[key] = spelling }
    }
    return zip(spellings, names).map { spelling, name in
      guard let known = startsLower(spelling) ? spelled[folded(spelling)] : spelling,
        name.isMarked
          || !Notice.isLabel(spelling) && (name.count > 1 || name.opensParagraph)
      else { return nil }
      return CueSpeaker(
        field: String(decoding: spelled[folded(known)] ?? known, as: UTF8.self))
    }
  }

  private static func startsLower(_ name: ArraySlice<UInt8>) -> Bool {
    name.first.map { $0 >= 97 && $0 <= 122 } ?? false
  }

  private static func folded(_ name: ArraySlice<UInt8>) -> [UInt8] {
    name.map { isUpper($0) ? $0 + 32 : $0 }
  }
}
