import Randomness

/// The course of talks without agreement: after each round, the probability that talks are still
/// without one.
///
/// Product-limit estimator (Kaplan and Meier 1958, doi:10.1080/01621459.1958.10501452): runs that
/// end without an agreement are censored, not lost, so a collapse in round 3 says nothing about
/// round 4. Runs censored in a round are at risk in that round. Variance by Greenwood (1926),
///
///     Var S = S² sum d / (n (n - d))
///
/// and 95% limits on the scale of log(-log S) (Kalbfleisch and Prentice 1980, The Statistical
/// Analysis of Failure Time Data, section 1.3), which stay in [0, 1]: S^exp(±z τ), τ = sqrt(sum)
/// / |log S|.
///
/// Where that scale ends, the limits are Wilson's: before the first agreement (S = 1), of no
/// agreement among those at risk; once the last run at risk has agreed (S = 0), the upper limit for
/// no survivor among them, times the upper limit of the round before. A round with nobody at risk
/// repeats the one before it.
public struct KaplanMeier: Sendable, Equatable {
  /// One round; the columns of `rounds.csv`.
  public struct Row: Sendable, Equatable {
    /// From 0.
    public let round: Int
    /// Runs still without agreement, and not censored, when the round begins.
    public let atRisk: Int
    /// Agreements in the round.
    public let agreements: Int
    /// Runs that ended in the round without agreement.
    public let censored: Int
    /// S after the round.
    public let survival: Double
    /// Greenwood's, of ``survival``; 0 where S is 0 or 1.
    public let standardError: Double
    /// The lower end of the 95% interval of `survival`.
    public let low: Double
    /// The upper end of the 95% interval of `survival`.
    public let high: Double
  }

  /// All runs.
  public let runs: Int
  /// One per round, from round 0.
  public let rows: [Row]

  /// - Parameters:
  ///   - runs: All runs; those that neither agreed nor were censored outlived the last round.
  ///   - agreements: By round, from 0: runs that agreed in it.
  ///   - censored: By round, as many rounds: runs that ended in it without agreement.
  ///   - worth: how many independent runs each stands for, at most 1.
  package init(runs: Int, agreements: [Int], censored: [Int], worth: Double = 1) {
    precondition(agreements.count == censored.count, "one count of each kind per round")
    precondition(
      agreements.allSatisfy { $0 >= 0 } && censored.allSatisfy { $0 >= 0 }
        && agreements.reduce(0, +) + censored.reduce(0, +) <= runs, "a run ends once at most")
    self.runs = runs
    var curve = Curve(worth: worth)
    var atRisk = runs
    rows = agreements.indices.map { round in
      curve.advance(agreements: agreements[round], atRisk: atRisk)
      let row = Row(
        round: round, atRisk: atRisk, agreements: agreements[round], censored: censored[round],
        survival: curve.survival, standardError: curve.standardError, low: curve.low, high: curve.high)
      atRisk -= agreements[round] + censored[round]
      return row
    }
  }

  /// The first round after which at most half of the talks are still without agreement; `nil` when
  /// the estimate never falls that far.
  public var medianRound: Int? {
    // A survival of one half reached by many factors may miss it by some rounding errors.
    rows.first { $0.survival <= 0.5 + 1e-9 }?.round
  }
}

/// The estimate between two rounds.
private struct Curve {
  private let worth: Double
  private(set) var survival = 1.0
  private(set) var low = 0.0
  private(set) var high = 1.0
  private var greenwood = 0.0

  init(worth: Double) { self.worth = worth }

  var standardError: Double { survival == 0 ? 0 : survival * greenwood.squareRoot() }

  mutating func advance(agreements: Int, atRisk: Int) {
    guard atRisk > 0 else { return }
    guard agreements < atRisk else {
      (survival, low) = (0, 0)
      high *= WilsonInterval(count: 0, total: atRisk, worth: worth).high
      return
    }
    let n = Double(atRisk)
    let rest = Double(atRisk - agreements)
    survival *= rest / n
    greenwood += Double(agreements) / (n * rest) / worth
    if greenwood == 0 {
      low = 1 - WilsonInterval(count: 0, total: atRisk, worth: worth).high
    } else {
      let logSurvival = Elementary.log(survival)
      let stretch = Elementary.exp(
        WilsonInterval.normalQuantile(level: 0.95) * greenwood.squareRoot() / -logSurvival)
      low = Elementary.exp(logSurvival * stretch)
      high = Elementary.exp(logSurvival / stretch)
    }
  }
}
