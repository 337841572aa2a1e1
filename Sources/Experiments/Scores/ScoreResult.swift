import Bargaining
import Tables

/// How good some forecasts were.
package struct ScoreResult: Sendable {
  /// What is asked for beside forecasts and outcomes.
  package struct Request: Sendable, Equatable {
    package let rates: BaseRates
    package let rule: ZeroRule
    /// The one that stands in the table of scores.
    package let baseline: Baseline

    package init(rates: BaseRates = BaseRates(), rule: ZeroRule = .jeffreys, baseline: Baseline = .uniform) {
      self.rates = rates
      self.rule = rule
      self.baseline = baseline
    }
  }

  package let request: Request
  package let cases: [CaseScore]
  /// Of agreement, endings and settled options in all cases; `nil` where there is one case alone,
  /// or nothing was decided.
  package let calibration: Calibration?

  /// - Parameter cases: at least one forecast, each with what became of the talks.
  package init(
    _ cases: [(forecast: ForecastRecord, outcome: ObservedOutcome)], _ request: Request = Request()
  ) {
    self.request = request
    let agreed = cases.map { $0.outcome.seen(within: $0.forecast.rounds).agreed }
    let scores = cases.indices.map { place in
      CaseScorer.score(
        cases[place].forecast, cases[place].outcome, rates: request.rates,
        others: ScoreResult.rate(of: agreed, without: place), rule: request.rule)
    }
    self.cases = scores
    let counted = Set(["agreement", "ending"])
    calibration =
      cases.count < 2
      ? nil
      : Calibration(
        scores.flatMap { score in
          let issues = Set(score.forecast.issues.map { CaseScore.name(of: $0.name) })
          return score.events.filter { counted.contains($0.name) || issues.contains($0.name) }
            .flatMap(\.answers)
        })
  }

  /// How often the other cases agreed, half a case added to either answer (Jeffreys), since none of
  /// two is not never; `nil` where none of them is decided.
  private static func rate(of agreed: [Bool?], without place: Int) -> Double? {
    let others = agreed.indices.filter { $0 != place }.compactMap { agreed[$0] }
    guard !others.isEmpty else { return nil }
    return (Double(others.count { $0 }) + 0.5) / (Double(others.count) + 1)
  }

  /// The mean over the cases in which an event was scored, and that of a baseline in the same
  /// cases; `nil` where there are none.
  package func mean(
    of event: String, against baseline: Baseline? = nil
  ) -> (cases: Int, brier: Double, log: Double)? {
    let scores = cases.compactMap { $0[event] }.compactMap { event -> (Double, Double)? in
      guard let baseline else { return (event.brier, event.log) }
      return event.rivals.first { $0.baseline == baseline }.map { ($0.brier, $0.log) }
    }
    guard !scores.isEmpty else { return nil }
    let count = Double(scores.count)
    return (
      scores.count, scores.reduce(0) { $0 + $1.0 } / count, scores.reduce(0) { $0 + $1.1 } / count
    )
  }
}
