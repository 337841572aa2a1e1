import Randomness

/// The binomial distribution: `trials` independent trials, each a success with probability `p`.
package struct Binomial {
  package let trials: Int
  package let p: Double

  package init(trials: Int, p: Double) {
    precondition(trials >= 0 && 0 <= p && p <= 1, "trials from 0 on, with a probability")
    self.trials = trials
    self.p = p
  }

  /// The probability of exactly `successes`, 0 … ``trials``.
  package func probability(_ successes: Int) -> Double {
    if p == 0 { return successes == 0 ? 1 : 0 }
    if p == 1 { return successes == trials ? 1 : 0 }
    let failures = trials - successes
    let ways =
      LogGamma.value(Double(trials) + 1) - LogGamma.value(Double(successes) + 1)
      - LogGamma.value(Double(failures) + 1)
    return Elementary.exp(
      ways + Double(successes) * Elementary.log(p) + Double(failures) * Elementary.log1p(-p))
  }

  /// The probability of at least `successes`.
  ///
  /// Terms are summed from the one asked for away from the mean, where they fall, each got from the
  /// last by the ratio of neighbours, until they no longer count.
  package func upperTail(_ successes: Int) -> Double {
    if successes <= 0 { return 1 }
    if successes > trials { return 0 }
    if p == 0 { return 0 }
    if p == 1 { return 1 }
    let odds = p / (1 - p)
    var (sum, index) = (0.0, successes)
    if Double(successes) > Double(trials) * p {
      var term = probability(successes)
      while index <= trials, term > sum * 0x1p-60 {
        sum += term
        term *= odds * Double(trials - index) / Double(index + 1)
        index += 1
      }
      return sum
    }
    index -= 1
    var term = probability(index)
    while index >= 0, term > sum * 0x1p-60 {
      sum += term
      term *= Double(index) / (odds * Double(trials - index + 1))
      index -= 1
    }
    return max(1 - sum, 0)
  }
}
