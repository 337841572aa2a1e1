/// Watches the offers of one party and says what it seems to want, outside of any negotiation.
///
/// ```swift
/// let estimate = PreferenceEstimate(.bayesian, issues: scenario.issues)
/// estimate?.observe([2, 0, 1], time: 0.1)
/// ```
///
/// It is the very model that parties with modelled offers and mediators who learn use in the talks.
package final class PreferenceEstimate {
  private let arena = Arena()
  private let layout: IssueLayout
  private let memory: OpponentMemory
  private let offer: Lane<UInt8>
  private let worthRow: Lane<Double>

  /// `nil` when the issues have 2^63 outcomes or more.
  package init?(_ model: OpponentModel, issues: [Issue]) {
    guard let layout = IssueLayout(issues: issues) else { return nil }
    self.layout = layout
    memory = OpponentMemory(
      model, of: 1, layout: layout, hypotheses: BayesianHypotheses(layout: layout, arena: arena), arena: arena
    )
    offer = arena.lane(issues.count, of: 0)
    worthRow = arena.lane(layout.slotCount, of: 0)
  }

  /// Takes an offer into account; one that is no outcome of the issues is passed over.
  ///
  /// - Parameters:
  ///   - options: one option per issue.
  ///   - time: relative time in [0, 1] at which it was made.
  package func observe(_ options: [Int], time: Double) {
    guard options.count == layout.optionCounts.count,
      zip(options, layout.optionCounts).allSatisfy({ $0 >= 0 && $0 < $1 })
    else { return }
    for k in options.indices { offer[k] = UInt8(truncatingIfNeeded: options[k]) }
    memory.learn(offer, from: 0, time: time, layout: layout)
  }

  /// Per issue, per option: weight times value.
  package var worths: [[Double]] {
    memory.estimate(0, into: worthRow, layout: layout)
    return layout.optionCounts.indices.map { k in
      (0..<layout.optionCounts[k]).map { worthRow[layout.offsets[k] + $0] }
    }
  }

  /// What an outcome seems to be worth to the party: the sum of the ``worths`` of its options.
  package func utility(of options: [Int]) -> Double {
    zip(worths, options).reduce(0) { $0 + $1.0[$1.1] }
  }
}
