import Bargaining

/// A text and who took and refused it.
extension HistoryReader {
  private static let textKeys = ["by", "outcome", "alike", "taken_by", "refused_by", "note"]

  mutating func text(_ node: JSONNode) -> ObservedText? {
    guard object(node, "text", keys: Self.textKeys) != nil else { return nil }
    guard let by = node["by"] else {
      diagnostics.error(at: node.span, "a text needs \"by\"", hint: "a party or a mediator")
      return nil
    }
    let author = author(by)
    let options = outcome(node)
    let taken = voters(node, "taken_by", author: author)
    let refused = voters(node, "refused_by", author: author)
    guard let author, let options, let taken, let refused else { return nil }
    if let both = scenario.parties.indices.first(where: { (taken & refused) >> UInt32($0) & 1 == 1 }) {
      diagnostics.error(
        at: node["refused_by"]?.span ?? node.span,
        "\(Quoting.quoted(scenario.parties[both].name)) both takes and refuses the text")
    }
    let known = options.count { $0 != nil }
    guard let least = alike(node, of: known) else { return nil }
    return ObservedText(
      author: author, options: options, least: least, takenBy: taken, refusedBy: refused)
  }

  private mutating func author(_ node: JSONNode) -> ObservedText.Author? {
    let (parties, mediators) = (scenario.parties.map(\.name), scenario.mediators.map(\.name))
    if case .string(let name) = node.value, let party = parties.firstIndex(of: name) {
      return .party(party)
    }
    return name(node, "party or mediator", among: mediators + parties).map { .mediator($0) }
  }

  private mutating func outcome(_ node: JSONNode) -> [Int?]? {
    var options = [Int?](repeating: nil, count: scenario.issues.count)
    guard let outcome = node["outcome"] else { return options }
    guard let members = object(outcome, "outcome") else { return nil }
    var isWhole = true
    for member in members {
      if let found = option(member) { options[found.issue] = found.option } else { isWhole = false }
    }
    return isWhole ? options : nil
  }

  /// How many of the known options must be alike: the share that is written, rounded up; all of
  /// them if none is.
  private mutating func alike(_ node: JSONNode, of known: Int) -> Int? {
    guard let share = node["alike"] else { return known }
    guard let number = number(share, "alike") else { return nil }
    guard number >= 0, number <= 1 else {
      diagnostics.error(at: share.span, "alike must be a share from 0 to 1, not \(Quoting.decimal(number))")
      return nil
    }
    // A share such as 0.6 of 5 options is 3 of them, though 0.6 * 5 may come out above.
    return Int((number * Double(known) - 1e-9).rounded(.up))
  }

  /// Bits of the parties that are said to have answered.
  private mutating func voters(_ node: JSONNode, _ key: String, author: ObservedText.Author?) -> UInt32? {
    guard let node = node[key] else { return 0 }
    guard let elements = list(node, "\(key)", of: "parties", canBeEmpty: true) else { return nil }
    var bits: UInt32 = 0
    for element in elements {
      if case .string(let name) = element.value, scenario.mediators.contains(where: { $0.name == name }),
        !scenario.parties.contains(where: { $0.name == name })
      {
        diagnostics.error(
          at: element.span, "\(Quoting.quoted(name)) is a mediator and cannot vote",
          hint: "parties take or refuse a text")
        return nil
      }
      guard let party = name(element, "party", among: scenario.parties.map(\.name)) else { return nil }
      if author == .party(party) {
        diagnostics.error(
          at: element.span, "\(Quoting.quoted(scenario.parties[party].name)) does not vote on its own offer")
        return nil
      }
      bits |= 1 << UInt32(party)
    }
    return bits
  }
}
