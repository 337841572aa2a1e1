extension Negotiation {
  /// The most combinations of half of the issues, over both halves and all parties, that a negotiation keeps sorted:
  /// 2^25, at 36 bytes each 1.2 GB.
  package static let mostEntries = 1 << 25

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
    var entries = 0
    for party in scenario.parties {
      let conditions = party.preferences.interactions.map(\.condition) + party.preferences.redLines
      // As the search will split them: issues off the agenda do not tie others together.
      let split = IssueSplit(
        counts: counts,
        conditions: conditions.map { $0.clauses.map(\.issue).filter { scenario.issues[$0].isOnAgenda } })
      for half in [split.left, split.right] {
        // No product overflows: that of all issues is below 2^63.
        entries += min(half.reduce(1) { $0 * counts[$1] }, mostEntries + 1)
      }
    }
    if entries > mostEntries { throw .halvesTooLarge }
  }
}
