extension Negotiation {
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
}
