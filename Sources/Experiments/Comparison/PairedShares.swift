import Simulation

/// Two shares from the same runs: the same event under two scenarios on common random numbers.
///
/// Run i of both uses the same random numbers, so that the two events are correlated, mostly
/// positively, and only the runs that changed say anything about the difference. With b the runs in
/// which it happens in the second alone, c in the first alone and n in all,
///
///     difference = (b - c)/n,  standard error = sqrt(b + c - (b - c)²/n)/n
///
/// (McNemar 1947, doi:10.1007/BF02295996). The interval is Tango's score interval (1998,
/// doi:10.1002/(SICI)1097-0258(19980430)17:8<891::AID-SIM780>3.0.CO;2-B): all δ with
///
///     (b - c - nδ)² <= z² n (2q + δ(1 - δ))
///
/// q the maximum likelihood estimate of the first's lone share under that δ. It keeps its level
/// for few and for no changed runs: when none changed it is ± z²/(n + z²).
package struct PairedShares: Sendable, Equatable {
  /// Runs in which it happens in both.
  package private(set) var both = 0
  /// Runs in which it happens in the first alone.
  package private(set) var firstOnly = 0
  /// Runs in which it happens in the second alone.
  package private(set) var secondOnly = 0
  /// Runs in which it happens in neither.
  package private(set) var neither = 0

  package init() {}

  package init(both: Int, firstOnly: Int, secondOnly: Int, neither: Int) {
    precondition(min(both, firstOnly, secondOnly, neither) >= 0, "a count is not negative")
    self.both = both
    self.firstOnly = firstOnly
    self.secondOnly = secondOnly
    self.neither = neither
  }

  /// Adds one run.
  package mutating func add(first: Bool, second: Bool) {
    switch (first, second) {
    case (true, true): both += 1
    case (true, false): firstOnly += 1
    case (false, true): secondOnly += 1
    case (false, false): neither += 1
    }
  }

  /// Makes this the runs of both; the order does not matter.
  package mutating func merge(_ other: PairedShares) {
    both += other.both
    firstOnly += other.firstOnly
    secondOnly += other.secondOnly
    neither += other.neither
  }

  /// Runs.
  package var total: Int { both + firstOnly + secondOnly + neither }
  /// Runs that changed.
  package var changed: Int { firstOnly + secondOnly }
  /// `nil` without runs.
  package var firstShare: Double? { total > 0 ? Double(both + firstOnly) / Double(total) : nil }
  /// `nil` without runs.
  package var secondShare: Double? { total > 0 ? Double(both + secondOnly) / Double(total) : nil }
  /// Second less first; `nil` without runs.
  package var difference: Double? { total > 0 ? Double(secondOnly - firstOnly) / Double(total) : nil }

  /// Of the difference; `nil` without runs.
  package var standardError: Double? {
    guard total > 0 else { return nil }
    let (n, net) = (Double(total), Double(secondOnly - firstOnly))
    return (Double(changed) - net * net / n).squareRoot() / n
  }

  /// The two-sided mid-P value of "no difference": McNemar's exact test, a sign test of the runs
  /// that changed, with the probability of what was observed counted half (Fagerland, Lydersen and
  /// Laake 2013, doi:10.1186/1471-2288-13-91). 1 when no run changed.
  package var midP: Double {
    if firstOnly == secondOnly { return 1 }
    let law = Binomial(trials: changed, p: 0.5)
    let more = max(firstOnly, secondOnly)
    return 2 * law.upperTail(more) - law.probability(more)
  }
}
