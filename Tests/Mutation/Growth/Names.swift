import Scenarios

/// The names that a scenario's text gives to things, so that mutants can speak of what is there.
struct Names {
  private let options: [(issue: String, options: [JSONNode])]
  let issues: [String]
  let parties: [String]
  let mediators: [String]
  /// Paths of numbers, as effects of events name them.
  let paths: [String]

  init(_ root: JSONNode) {
    let issues = root["issues"]?.members ?? []
    options = issues.map { ($0.key, Names.options(of: $0.value)) }
    self.issues = issues.map(\.key)
    parties = root["parties"]?.members?.map(\.key) ?? []
    mediators = root["mediators"]?.members?.map(\.key) ?? []
    paths = root.places.lazy.filter { root[$0].number != nil || root[$0].isLaw }.map(\.path)
  }

  /// The options of the issue that a path speaks of: the last of its keys that names one.
  func options(at keys: [String]) -> [JSONNode] {
    options.first { entry in keys.last { issues.contains($0) } == entry.issue }?.options ?? []
  }

  /// What the elements of a list at some keys name, or the keys of an object; empty when they are
  /// free.
  func known(at keys: [String]) -> [String] {
    switch keys.last ?? "" {
    case "members", "toward": parties
    case "mediators" where keys.count > 1: mediators
    case "issues" where keys.count > 1, "first", "preferences", "adjust", "when": issues
    case "values": options(at: keys).map(\.written)
    default: keys.dropLast().last == "red_lines" ? issues : []
    }
  }

  private static func options(of issue: JSONNode) -> [JSONNode] {
    if let options = issue["options"] {
      return options.elements ?? options.members?.map { .text($0.key) } ?? []
    }
    guard let range = issue["range"], let from = range["from"]?.number, let to = range["to"]?.number,
      let step = range["step"]?.number, step > 0, to >= from, (to - from) / step < 255
    else { return [] }
    return (0...Int((to - from) / step)).map { .number(from + Double($0) * step) }
  }
}

extension JSONNode {
  /// Whether this is an object that stands for a number: has the key of a distribution, and what
  /// such a key holds.
  var isLaw: Bool {
    members?.contains { member in
      switch member.key {
      case "value": member.value.number != nil
      case "uniform", "triangular", "normal", "beta": member.value.elements != nil
      case "choice": member.value.members != nil
      default: false
      }
    } ?? false
  }

  /// An option as a key: its name, or its number in quotes.
  var written: String {
    if let string { return string }
    guard let number else { return "" }
    return Int(exactly: number).map(String.init) ?? "\(number)"
  }
}
