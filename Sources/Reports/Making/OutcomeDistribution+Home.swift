import Bargaining
import Simulation

extension OutcomeDistribution {
  /// The parties that have to ratify.
  func rejections(_ labels: ScenarioLabels) -> [ReportContent.Rejection] {
    ratificationRows.map {
      .init(party: labels.party($0.party), deals: $0.failed, runs: ShareEstimate($0.runs))
    }
  }

  /// `nil` when the scenario has no phases.
  func durability(_ labels: ScenarioLabels) -> ReportContent.Durability? {
    guard scenario.implementation != nil else { return nil }
    let durability = fold.durability
    return ReportContent.Durability(
      kept: ShareEstimate(WilsonInterval(count: durability.kept, total: durability.agreements)),
      agreements: durability.agreements,
      phases: phaseRows.map {
        .init(
          label: labels.phase($0.phase), started: $0.completed.total, completed: ShareEstimate($0.completed))
      },
      causes: PhaseFailure.Cause.allCases.compactMap { cause in
        let count = durability.causes[cause.rawValue]
        return count > 0 ? .init(words: Self.words(for: cause), count: count) : nil
      })
  }

  private static func words(for cause: PhaseFailure.Cause) -> String {
    switch cause {
    case .temptation: "with a party that gained by leaving"
    case .fadedLeverage: "with a party that gained by leaving only since the mediators' leverage had faded"
    case .mishap: "although no party gained by leaving"
    }
  }
}
