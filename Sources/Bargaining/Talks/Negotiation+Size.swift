extension Negotiation {
  /// The most combinations of half of the issues, over both halves and all parties, that a negotiation keeps sorted:
  /// 2^25, at 35 bytes each, and 12 more where there are conditions, 1.2 GB.
  package static let mostEntries = 1 << 25

  /// The most pairs of classes (``OutcomeSearch``) that the search of a party may have to walk: some milliseconds for each search.
  package static let mostPairs = 1 << 17

  /// Into how many classes conditions part the ways to settle some issues; a number above ``mostPairs`` if there are more than that.
  private static func classes(of half: [Int], conditions: [Condition], counts: [Int], held: [Int]) -> Int {
    let across = conditions.indices.filter { j in
      let issues = conditions[j].clauses.map(\.issue)
      return issues.contains(where: half.contains) && !issues.allSatisfy(half.contains)
    }
    var patterns: Set<UInt64> = [~0]
    for k in half where across.contains(where: { conditions[$0].clauses.contains { $0.issue == k } }) {
      let options = held[k] >= 0 ? held[k]..<held[k] + 1 : 0..<counts[k]
      let masks = Set(
        options.map { option in
          across.reduce(~UInt64(0)) { mask, j in
            let fails = conditions[j].clauses.contains { $0.issue == k && !$0.options.contains(option) }
            return fails ? mask & ~(1 << UInt64(j)) : mask
          }
        })
      patterns = Set(patterns.lazy.flatMap { pattern in masks.lazy.map { pattern & $0 } })
      if patterns.count > mostPairs { return patterns.count }
    }
    return patterns.count
  }

  /// Tells whether the outcomes of a scenario can be searched, without laying out any memory.
  ///
  /// The limit depends on the scenario alone and not on the machine, so that a scenario that runs anywhere runs everywhere.
  ///
  /// - Throws: ``NegotiationFault`` when there are too many.
  package static func checkSize(of scenario: Scenario) throws(NegotiationFault) {
    guard OutcomeSpace(optionCounts: scenario.issues.map(\.options.count)) != nil else {
      throw .tooManyOutcomes
    }
    let counts = scenario.issues.map { $0.isOnAgenda ? $0.options.count : 1 }
    let held = scenario.issues.map { $0.isOnAgenda ? -1 : ($0.statusQuo ?? 0) }
    var entries = 0
    for party in scenario.parties {
      let conditions = party.preferences.interactions.map(\.condition) + party.preferences.redLines
      // As the search will split them: issues off the agenda do not tie others together.
      let split = IssueSplit(
        counts: counts,
        conditions: conditions.map { $0.clauses.map(\.issue).filter { scenario.issues[$0].isOnAgenda } })
      let parts = [split.left, split.right].map {
        classes(of: $0, conditions: conditions, counts: scenario.issues.map(\.options.count), held: held)
      }
      if parts[0] * parts[1] > mostPairs { throw .tooManyConditions }
      for half in [split.left, split.right] {
        // No product overflows: that of all issues is below 2^63.
        entries += min(half.reduce(1) { $0 * counts[$1] }, mostEntries + 1)
      }
    }
    if entries > mostEntries { throw .halvesTooLarge }
  }
}
