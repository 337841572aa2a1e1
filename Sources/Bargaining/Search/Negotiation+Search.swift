extension Negotiation {
  /// The outcome with the least utility to a party that is at or above `target` and crosses none of
  /// its red lines, in the run played last; of equals the one of lowest rank; `nil` if there is
  /// none. Complexity: about the square root of the number of outcomes.
  package func lowestOutcome(notBelow target: Double, for party: Int) -> [Int]? {
    options(of: parties[party].search.lowest(notBelow: target).found, party)
  }

  /// The same as rounds ask for it, where what the last target found is carried over.
  package func lowestOutcome(falling target: Double, for party: Int) -> [Int]? {
    options(of: parties[party].search.lowest(falling: target).found, party)
  }

  /// The greatest utility below a target, as the carried search has it; `nil` if there is none.
  package func edge(falling target: Double, for party: Int) -> Double? {
    let below = parties[party].search.lowest(falling: target).below
    return below > -.infinity ? below : nil
  }

  /// The outcome with the greatest utility to a party strictly below `target` that crosses none of
  /// its red lines.
  package func highestOutcome(below target: Double, for party: Int) -> [Int]? {
    options(of: parties[party].search.highest(below: target), party)
  }

  /// Among the outcomes worth at least `target` to a party, the one of greatest score.
  /// - Parameter slots: what each option adds to the score, issue after issue.
  package func bestOutcome(by slots: [Int32], notBelow target: Double, for party: Int) -> [Int]? {
    for slot in 0..<layout.slotCount { slotScores[slot] = slots[slot] }
    parties[party].search.score(by: slotScores)
    return options(of: parties[party].search.best(notBelow: target).found, party)
  }

  /// The best outcomes of a party that cross none of its red lines, in the order of falling utility
  /// and rising rank.
  package func outcomesFromTheBestDown(for party: Int, limit: Int) -> [[Int]] {
    let greatest = parties[party].search.greatest()
    var found = parties[party].search.lowest(notBelow: greatest).found
    var outcomes: [[Int]] = []
    while outcomes.count < limit, let options = options(of: found, party) {
      outcomes.append(options)
      found = parties[party].search.next(after: found)
    }
    return outcomes
  }

  private func options(of found: OutcomeSearch.Found, _ party: Int) -> [Int]? {
    guard found.exists else { return nil }
    parties[party].search.write(found, to: deal)
    return (0..<issueCount).map { Int(deal[$0]) }
  }
}
