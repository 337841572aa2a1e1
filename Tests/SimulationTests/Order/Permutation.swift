import Randomness
import Scenarios

/// Writes a scenario that means the same in another order.
///
/// The members of every object, at any depth and under any key, are listed at random, and so are
/// the lists that say which, not in which order. An order that does mean something is written out
/// first where the file relies on the order of its objects: who takes turns in a forum that it does
/// not name, in which order phases are carried out.
struct Permutation {
  private var dice: RandomStream

  init(seed: UInt64, number: Int) {
    dice = RandomStream(seed: seed, run: UInt32(number), stream: StreamID("permutation"))
  }

  /// Lists whose order means nothing, by the last keys of their paths; `*` is any name.
  private static let sets = [
    ["issues", "*", "options"], ["forums", "*", "mediators"], ["phases", "*", "issues"], ["when", "*"],
    ["while", "*"], ["red_lines", "*", "*"], ["joint"], ["joint", "*"],
  ]

  mutating func apply(to scenario: OrderedJSON) -> OrderedJSON {
    shuffled(Self.withOrdersWrittenOut(scenario), [])
  }

  private static func withOrdersWrittenOut(_ scenario: OrderedJSON) -> OrderedJSON {
    var scenario = scenario
    func names(_ value: OrderedJSON?) -> OrderedJSON { .list((value?.members ?? []).map { .text($0.key) }) }
    if scenario["forums"] == nil {
      scenario["forums"] = [
        "main": [
          "protocol": "alternating", "members": names(scenario["parties"]),
          "mediators": names(scenario["mediators"]),
        ]
      ]
    }
    if var implementation = scenario["implementation"], implementation["order"] == nil {
      implementation["order"] = names(implementation["phases"])
      scenario["implementation"] = implementation
    }
    return scenario
  }

  private mutating func shuffled(_ value: OrderedJSON, _ path: [String]) -> OrderedJSON {
    switch value {
    case .object(let members):
      let isListed = value["turns"] == "listed"
      var changed: [OrderedJSON.Member] = []
      for member in members {
        let keeps = isListed && member.key == "mediators"
        changed.append(
          OrderedJSON.Member(
            member.key, keeps ? member.value : shuffled(member.value, path + [member.key])))
      }
      return .object(shuffled(changed))
    case .list(let elements):
      var changed: [OrderedJSON] = []
      for (place, element) in elements.enumerated() { changed.append(shuffled(element, path + ["\(place)"])) }
      return .list(Self.sets.contains { Self.ends(path, with: $0) } ? shuffled(changed) : changed)
    default: return value
    }
  }

  private static func ends(_ path: [String], with pattern: [String]) -> Bool {
    path.count >= pattern.count
      && zip(path.suffix(pattern.count), pattern).allSatisfy { $1 == "*" || $0 == $1 }
  }

  /// Fisher & Yates.
  private mutating func shuffled<Element>(_ list: [Element]) -> [Element] {
    var list = list
    for place in list.indices.dropFirst() {
      list.swapAt(place, Int(dice.below(UInt64(place + 1))))
    }
    return list
  }
}
