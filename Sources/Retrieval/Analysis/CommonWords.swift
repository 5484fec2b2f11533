/// English words so common that by themselves they say nothing of a passage's subject.
enum CommonWords {
  static func contains(_ word: String) -> Bool { words.contains(word) }

  /// All of them, in no order.
  static var all: Set<String> { words }

  private static let words: Set<String> = Set(
    """
    a about above actually after again against ah all also am an and any anybody anyone anything \
    are as at be because been before being below between both but by can come could did do does \
    doing done down during each else even ever every everybody everyone everything few for from \
    further get gets getting give go goes going gonna got had has have having he her here hers \
    herself hey hi him himself his how however i if in into is it its itself just kind know let \
    like lol lot made make many may maybe me mean might more most much must my myself no nor not \
    now of off oh ok okay on once one only or other our ours ourselves out over own please \
    pretty quite rather really said same say says see shall she should so some somebody someone \
    something sort still such sure tell than thank thanks that the their theirs them themselves \
    then there these they thing things think this those though through to too um under until up \
    upon us very wanna want was way we well were what when where whether which while who whom \
    whose why will with without would wow yeah yes yet you your yours yourself
    """.split(separator: " ").map(String.init))
}
