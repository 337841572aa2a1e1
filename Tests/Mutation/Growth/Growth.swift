import Scenarios

/// Makes values that a schema allows at a place, with the names that the scenario knows.
struct Growth {
  let schema: Schema
  let names: Names

  /// Keys of which an object has one.
  private static let alternatives = [
    ["time", "tit_for_tat", "mix"], ["constant", "time", "any", "all"], ["peak", "threshold"],
    ["add", "multiply"], ["options", "range"], ["values", "shape"], ["not"], ["at_least"], ["at_most"],
    ["annealer"],
  ]
  /// Whether an object that has some keys may not have another.
  static func excludes(_ key: String, present: [String]) -> Bool {
    alternatives.contains { $0.contains(key) && !$0.allSatisfy { !present.contains($0) } }
  }

  /// Words for people, which nothing computes with.
  static let remarks = ["label", "note", "source", "assumption"]
  /// Whole numbers that cost time in proportion: a mutant takes no more, so that slow is not taken
  /// for endless.
  private static let affordable = ["rounds": 300.0, "proposals": 500]

  /// A value for the place that these keys lead to; `nil` when the schema knows of none.
  func value(at keys: [String], _ dice: inout Dice) -> JSONNode? {
    value(schema.facets(at: keys), keys, depth: 0, &dice)
  }

  /// Where a number at these keys may lie, by the schema; `nil` if there is none.
  func range(at keys: [String]) -> NumberRange? {
    guard var range = schema.facets(at: keys).range else { return nil }
    if let most = Growth.affordable[keys.last ?? ""] { range.high = min(range.high, most) }
    return range
  }

  /// Keys that could stand in the object at these keys, remarks seldom.
  func keys(at keys: [String], _ dice: inout Dice) -> [String] {
    let remarks = dice.happens(0.1)
    return schema.facets(at: keys).keys.filter { remarks || !Growth.remarks.contains($0) }
  }

  private func value(_ facets: Schema.Facets, _ keys: [String], depth: Int, _ dice: inout Dice) -> JSONNode? {
    guard !facets.isEmpty, depth < 12 else { return nil }
    if keys.last == "on" { return dice.pick(names.paths).map(JSONNode.text) }
    if isOption(facets, keys) { return dice.pick(names.options(at: keys)) }
    if facets.isNumber { return range(at: keys)?.number(&dice) }
    let words = facets.words
    if !words.isEmpty, !facets.types.contains("object") && facets.keys.isEmpty || dice.happens(0.5) {
      return dice.pick(words)
    }
    let branches = schema.alternatives(of: facets)
    if let branch = dice.pick(branches), facets.keys.isEmpty || branches.count > 1 {
      return value(branch, keys, depth: depth + 1, &dice)
    }
    switch dice.pick(facets.types.filter { words.isEmpty || $0 != "string" }) ?? "object" {
    case "integer", "number": return range(at: keys).map { .number($0.inside(&dice)) }
    case "boolean": return JSONNode(.bool(dice.happens(0.5)))
    case "string": return .text(dice.pick(names.known(at: Array(keys.dropLast()))) ?? "made")
    case "array": return list(facets, keys, depth, &dice)
    default: return object(facets, keys, depth, &dice)
    }
  }

  /// Whether an option of an issue is meant.
  private func isOption(_ facets: Schema.Facets, _ keys: [String]) -> Bool {
    if ["status_quo", "option"].contains(keys.last) { return true }
    let holders = keys.dropLast(keys.last.flatMap { Int($0) } == nil ? 0 : 1).dropLast()
    return facets.types == ["number", "string"]
      && (holders.last == "when" || holders.dropLast().last == "red_lines" || keys.contains("not"))
  }

  private func list(
    _ facets: Schema.Facets, _ keys: [String], _ depth: Int, _ dice: inout Dice
  ) -> JSONNode {
    let fixed = facets.all("prefixItems").compactMap(\.elements).first?.count
    let least = Int(facets.all("minItems").compactMap(\.number).max() ?? 0)
    let count = fixed ?? (least + dice.below(3))
    let known = names.known(at: keys)
    if !known.isEmpty, fixed == nil {
      var left = known
      return .list(
        (0..<min(count, known.count)).map { _ in .text(left.remove(at: dice.below(left.count))) })
    }
    return .list(
      (0..<count).compactMap { index in
        let below = schema.facets(under: facets, String(index))
        return value(below, keys + [String(index)], depth: depth + 1, &dice)
      })
  }

  private func object(
    _ facets: Schema.Facets, _ keys: [String], _ depth: Int, _ dice: inout Dice
  ) -> JSONNode {
    var members: [(String, JSONNode)] = []
    func add(_ key: String) {
      let below = schema.facets(under: facets, key)
      if let value = value(below, keys + [key], depth: depth + 1, &dice) { members.append((key, value)) }
    }
    let own = facets.keys.filter { !Growth.remarks.contains($0) }
    if own.isEmpty {
      for key in freeKeys(facets, keys, &dice) { add(key) }
      return .object(members)
    }
    let required = facets.all("required").flatMap { $0.elements?.compactMap(\.string) ?? [] }
    let sets = Growth.alternatives.filter { $0.allSatisfy(own.contains) }
    let chosen = sets.compactMap { dice.pick($0) }
    // Without knowing what is required where, most of what may stand does.
    let share = keys.count < 3 ? 0.9 : 0.7
    for key in own {
      let isAlternative = sets.contains { $0.contains(key) }
      if isAlternative ? chosen.contains(key) : required.contains(key) || dice.happens(share) { add(key) }
    }
    return .object(members)
  }

  /// Keys for an object that names things: known ones where it speaks of what is there, else new
  /// ones.
  private func freeKeys(_ facets: Schema.Facets, _ keys: [String], _ dice: inout Dice) -> [String] {
    let known = names.known(at: keys)
    if keys.last == "values" || keys.last == "preferences" { return known }
    let least = Int(facets.all("minProperties").compactMap(\.number).max() ?? 1)
    var left = known.isEmpty ? ["new", "newer", "newest"] : known
    return (0..<min(left.count, least + dice.below(2))).map { _ in left.remove(at: dice.below(left.count)) }
  }
}
