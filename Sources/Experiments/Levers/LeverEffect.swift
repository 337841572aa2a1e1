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
  /// Agreement at the best value (second) against the worst (first): how much the lever can do
  /// altogether.
  package let span: PairedShares
  /// The value at which the likelier of agreement and no agreement changes, where it does within
  /// the range; halfway between two values that were simulated and lie on either side.
  package var flip: Double?

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
    span = PairedShares(first: responses[worst].agreed, second: responses[best].agreed)
  }

  /// The neighbouring values between which the likelier ending changes, if there are any.
  var bracket: (below: Int, above: Int)? {
    guard let index = shares.indices.dropLast().first(where: { (shares[$0] < 0.5) != (shares[$0 + 1] < 0.5) })
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
