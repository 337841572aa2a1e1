import Bargaining
import Simulation

/// What moving one lever does, the rest of the scenario as it is, on common random numbers.
package struct LeverEffect: Sendable {
  package let lever: Lever
  /// The values that were tried, rising.
  package let values: [Double]
  /// The share of runs that agree at each.
  package let shares: [Double]
  /// Of the values tried, the one with the greatest share; of equals the first.
  package let best: Int
  /// Agreements at the best value.
  package let bestAgreements: WilsonInterval
  /// The same across models, and what the best value gains in each; `nil` without models.
  package let bestRange: ModelRange?
  package let gainRange: ModelRange?
  /// Agreement at the best value (second) against the scenario as it is (first).
  package let gain: PairedShares
  /// Per toll of the scenario, what it is at the best value (second) against the scenario as it is.
  package let tolls: [PairedMean]
  /// Agreement at the best value (second) against the worst (first): how much the lever can do
  /// altogether.
  package let span: PairedShares
  /// The value at which the likelier of agreement and no agreement changes, where it does within
  /// the range; halfway between two values that were simulated and lie on either side.
  package var flip: Double?
  /// The p-value of "no gain", for the best of the values tried and all levers of the study; 1
  /// until all are there. See ``ranked(_:)``.
  package private(set) var adjustedP = 1.0
  /// The ranks that it may have by the intervals of the gains beside it.
  package private(set) var ranks = 1...1

  /// The value with the greatest share of agreements.
  package var bestValue: Double { values[best] }
  package var bestShare: Double { shares[best] }

  init(_ lever: Lever, values: [Double], responses: [PointResponse], baseline: PointResponse) {
    self.lever = lever
    self.values = values
    shares = responses.map(\.agreementShare)
    var (best, worst) = (0, 0)
    for index in shares.indices {
      if shares[index] > shares[best] { best = index }
      if shares[index] < shares[worst] { worst = index }
    }
    self.best = best
    bestAgreements = WilsonInterval(count: responses[best].agreements, total: responses[best].runs)
    bestRange = responses[best].modelRange
    gainRange = ModelRange(
      zip(baseline.models, responses[best].models).map { before, after in
        before.share.flatMap { from in after.share.map { $0 - from } }
      })
    gain = PairedShares(first: baseline.agreed, second: responses[best].agreed)
    tolls = zip(baseline.tolls, responses[best].tolls).map { PairedMean(first: $0, second: $1) }
    span = PairedShares(first: responses[worst].agreed, second: responses[best].agreed)
  }

  /// Whether it gains more than luck would, among so many levers: at the level of 0.05.
  package var isResolved: Bool { (gain.difference ?? 0) > 0 && adjustedP < 0.05 }

  /// Ranks effects by their gain, the greatest first, of equals the earlier, and adjusts their
  /// p-values: McNemar's mid-P times the number of values of which the best was taken (Bonferroni),
  /// then ``Holm`` over all levers.
  static func ranked(_ effects: [LeverEffect]) -> [LeverEffect] {
    let values = Holm.adjusted(effects.map { min(1, $0.gain.midP * Double($0.values.count)) })
    let gains = effects.map { $0.gain.interval() }
    return zip(effects, values).enumerated().map { index, pair in
      var effect = pair.0
      effect.adjustedP = pair.1
      let above = gains.count { $0.lowerBound > gains[index].upperBound }
      let below = gains.count { $0.upperBound < gains[index].lowerBound }
      effect.ranks = above + 1...gains.count - below
      return (index, effect)
    }.sorted {
      ($1.1.gain.difference ?? 0, $0.0) < ($0.1.gain.difference ?? 0, $1.0)
    }.map(\.1)
  }

  /// The neighbouring values between which the likelier ending changes, if there are any.
  var bracket: (below: Int, above: Int)? {
    guard lever.parameter != nil,
      let index = shares.indices.dropLast().first(where: { (shares[$0] < 0.5) != (shares[$0 + 1] < 0.5) })
    else { return nil }
    return (index, index + 1)
  }
}

extension PairedShares {
  /// Run by run, what happened in the first and in the second.
  init(first: BitRow, second: BitRow) {
    let (firstOnly, secondOnly) = (first.count(besides: second), second.count(besides: first))
    let both = first.ones - firstOnly
    self.init(
      both: both, firstOnly: firstOnly, secondOnly: secondOnly,
      neither: first.count - both - firstOnly - secondOnly)
  }
}
