extension Negotiation {
  /// The run that was played last.
  public var record: RunRecord { witness.record }

  /// The last round of the run played last.
  package var lastRound: Int { course.round }

  /// Drafts of mediators in the run played last: how many were made, and how many were not made
  /// again since nothing had changed that they come from.
  package var drafts: (made: Int, kept: Int) { mediators.memory[0].drafts }

  /// What its lanes take, in bytes.
  package var bytes: Int { arena.bytes }

  /// Lets somebody break off the runs to come: asked now and then inside each, so that no run,
  /// however long, holds up who wants to stop.
  ///
  /// - Parameter shouldStop: once it says yes, a run is broken off at the next look, and
  ///   ``run(_:seed:lookingForZone:)`` says so.
  package func heed(_ shouldStop: @escaping () -> Bool) { course.stopWatch.shouldStop = shouldStop }

  /// The value of a parameter in the run played last, as events left it.
  package func value(of id: ParameterID) -> Double { numbers[id.index] }

  /// What an outcome is worth to a party in the run played last, undiscounted.
  package func utility(of options: [Int], to party: Int) -> Double {
    for k in options.indices { agenda.deal[k] = UInt8(truncatingIfNeeded: options[k]) }
    return seats.parties[party].worth.whole.utility(agenda.deal)
  }

  /// The outcome with the least utility to a party that is at or above `target` and crosses none of
  /// its red lines, in the run played last; of equals the one of lowest rank; `nil` if there is
  /// none. Complexity: about the square root of the number of outcomes.
  package func lowestOutcome(notBelow target: Double, for party: Int) -> [Int]? {
    options(of: seats.parties[party].worth.search.lowest(notBelow: target).found, party)
  }

  /// The same as rounds ask for it, where what the last target found is carried over.
  package func lowestOutcome(falling target: Double, for party: Int) -> [Int]? {
    options(of: seats.parties[party].worth.search.lowest(falling: target).found, party)
  }

  /// The greatest utility below a target, as the carried search has it; `nil` if there is none.
  package func edge(falling target: Double, for party: Int) -> Double? {
    let below = seats.parties[party].worth.search.lowest(falling: target).below
    return below > -.infinity ? below : nil
  }

  /// The outcome with the greatest utility to a party strictly below `target` that crosses none of
  /// its red lines.
  package func highestOutcome(below target: Double, for party: Int) -> [Int]? {
    options(of: seats.parties[party].worth.search.highest(below: target), party)
  }

  /// Among the outcomes worth at least `target` to a party, the one of greatest score.
  /// - Parameter slots: what each option adds to the score, issue after issue.
  package func bestOutcome(by slots: [Int32], notBelow target: Double, for party: Int) -> [Int]? {
    for slot in 0..<agenda.layout.slotCount { seats.slotScores[slot] = slots[slot] }
    seats.parties[party].worth.search.score(by: seats.slotScores)
    return options(of: seats.parties[party].worth.search.best(notBelow: target).found, party)
  }

  /// The best outcomes of a party that cross none of its red lines, in the order of falling utility
  /// and rising rank.
  package func outcomesFromTheBestDown(for party: Int, limit: Int) -> [[Int]] {
    let greatest = seats.parties[party].worth.search.greatest()
    var found = seats.parties[party].worth.search.lowest(notBelow: greatest).found
    var outcomes: [[Int]] = []
    while outcomes.count < limit, let options = options(of: found, party) {
      outcomes.append(options)
      found = seats.parties[party].worth.search.next(after: found)
    }
    return outcomes
  }

  /// The first run that ends in a given way.
  ///
  /// - Parameters:
  ///   - ending: how it is to end.
  ///   - runs: the numbers that are tried, in ascending order.
  ///   - seed: what all runs of a simulation have in common.
  ///   - shouldStop: asked before each run and inside; once it says yes, nothing is found.
  /// - Returns: the number of the run; `nil` when none of them ends so.
  package func firstRun(
    ending: Ending, among runs: ClosedRange<UInt32>, seed: UInt64,
    shouldStop: @escaping () -> Bool = { false }
  ) -> UInt32? {
    heed(shouldStop)
    for number in runs {
      if shouldStop() { return nil }
      guard run(number, seed: seed) else { return nil }
      if record.ending == ending { return number }
    }
    return nil
  }

  private func options(of found: OutcomeSearch.Found, _ party: Int) -> [Int]? {
    guard found.exists else { return nil }
    seats.parties[party].worth.search.write(found, to: agenda.deal)
    return (0..<agenda.issueCount).map { Int(agenda.deal[$0]) }
  }
}
