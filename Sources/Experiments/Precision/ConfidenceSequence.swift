import Randomness

/// Intervals for a share that hold at every look at once, so that one may stop when the interval is
/// narrow enough.
///
/// An ordinary interval promises its level for a number of runs fixed beforehand. Stopped when it
/// happens to be narrow, or looked at again and again, it holds less often. A confidence sequence
/// promises
///
///     P(the share lies in the interval after n runs, for all n = 1, 2, …) >= level
///
/// This one is the beta-binomial mixture of Robbins (1970, doi:10.1214/aoms/1177696786) with the
/// prior of Howard, Ramdas, McAuliffe and Sekhon (2021, doi:10.1214/20-AOS1991). After s successes
/// and f failures, n = s + f,
///
///     M(p) = B(pr + s, (1 - p)r + f) / B(pr, (1 - p)r) / (p^s (1 - p)^f)
///
/// is, were p the share, a martingale that starts at 1; by Ville's inequality it ever reaches
/// 1/(1 - level) with a probability of 1 - level at the most. The interval is every p with M(p)
/// below that. It is exact for every n: nothing is asymptotic. It is an interval because log M is
/// convex in p, and never empty because M(s/n) <= 1: the likelihood is nowhere larger.
///
/// r says after how many runs the interval is tightest; it is chosen for the number that the
/// precision needs at a share of 1/2. The price of looking at will is a width there of about 1.55
/// times the ordinary one at level 0.95, that is 2.4 times the runs. Whatever the times of looking,
/// they must not depend on other points of a design.
package struct ConfidenceSequence: Sendable, Equatable {
  package let level: Double
  /// The half-width to be reached.
  package let precision: Double
  /// r, the weight of the prior in runs.
  package let concentration: Double

  /// - Parameters:
  ///   - precision: The half-width to be reached, in (0, 1/2).
  ///   - level: The confidence level, strictly between 0 and 1.
  package init(precision: Double, level: Double = 0.95) {
    precondition(0 < precision && precision < 0.5, "a half-width lies between 0 and 1/2")
    precondition(0 < level && level < 1, "a confidence level lies between 0 and 1")
    self.precision = precision
    self.level = level
    // With t = r/n the normal approximation of the limit is z² = (2 log(1/(1 - level)) + log(1 +
    // 1/t)) (1 + t); its least value is where 1/t = 2 log(1/(1 - level)) + log(1 + 1/t), a
    // contraction.
    let doubt = -2 * Elementary.log(1 - level)
    var t = 1 / (doubt + 1)
    for _ in 0..<60 { t = 1 / (doubt + Elementary.log(1 + 1 / t)) }
    let squaredQuantile = (1 + t) / t
    concentration = t * squaredQuantile / (4 * precision * precision)
  }

  /// Whether `share` lies in the interval after `total` runs with `count` successes.
  package func holds(_ share: Double, count: Int, total: Int) -> Bool {
    precondition(0 <= count && count <= total, "a count lies between 0 and its total")
    if share <= 0 { return share == 0 && count == 0 }
    if share >= 1 { return share == 1 && count == total }
    let (s, f) = (Double(count), Double(total - count))
    let (a, b) = (share * concentration, (1 - share) * concentration)
    let mixture =
      LogGamma.value(a + s) - LogGamma.value(a) + LogGamma.value(b + f) - LogGamma.value(b)
      - LogGamma.value(concentration + s + f) + LogGamma.value(concentration)
    return mixture - s * Elementary.log(share) - f * Elementary.log1p(-share) < -Elementary.log(1 - level)
  }

  /// The interval after `total` runs with `count` successes; all of 0 … 1 after none.
  ///
  /// - Complexity: About a hundred evaluations of ``holds(_:count:total:)``.
  package func interval(count: Int, total: Int) -> ClosedRange<Double> {
    guard total > 0 else { return 0...1 }
    let share = Double(count) / Double(total)
    return limit(from: share, towards: 0, count, total)...limit(from: share, towards: 1, count, total)
  }

  /// Whether the interval is as narrow as wanted, so that the point is done.
  package func isPrecise(count: Int, total: Int) -> Bool {
    let interval = interval(count: count, total: total)
    return interval.upperBound - interval.lowerBound <= 2 * precision
  }

  /// How many runs it takes, about, when the share is `share`: the number to plan with.
  package func runsNeeded(share: Double) -> Int {
    precondition(0 <= share && share <= 1, "a share lies between 0 and 1")
    func isEnough(_ runs: Int) -> Bool {
      isPrecise(count: Int((Double(runs) * share).rounded()), total: runs)
    }
    var (few, enough) = (0, 1)
    while !isEnough(enough) { (few, enough) = (enough, 2 * enough) }
    while enough - few > 1 {
      let middle = (few + enough) / 2
      if isEnough(middle) { enough = middle } else { few = middle }
    }
    return enough
  }

  /// The last share, from the observed one outwards, that lies in the interval.
  private func limit(from share: Double, towards end: Double, _ count: Int, _ total: Int) -> Double {
    if holds(end, count: count, total: total) { return end }
    var (inside, outside) = (share, end)
    for _ in 0..<50 {
      let middle = (inside + outside) / 2
      if holds(middle, count: count, total: total) { inside = middle } else { outside = middle }
    }
    // The outer end, so that rounding never makes the interval too short.
    return outside
  }
}
