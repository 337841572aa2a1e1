import Bargaining
import Simulation

extension OutcomeDistribution {
  /// The parties that have to ratify.
  func rejections(_ labels: ScenarioLabels) -> [ReportContent.Rejection] {
    scenario.parties.indices.filter { scenario.parties[$0].isAskedAtHome }.map {
      .init(
        party: labels.party($0), deals: ratifications[$0].failed,
        runs: ShareEstimate(WilsonInterval(count: ratifications[$0].runs, total: runs)))
    }
  }

  /// `nil` when the scenario has no phases.
  func durability(_ labels: ScenarioLabels) -> ReportContent.Durability? {
    guard let implementation = scenario.implementation else { return nil }
    return ReportContent.Durability(
      kept: ShareEstimate(WilsonInterval(count: durability.kept, total: durability.agreements)),
      agreements: durability.agreements,
      phases: implementation.phases.indices.map {
        .init(
          label: labels.phase($0), started: durability.started[$0],
          completed: ShareEstimate(
            WilsonInterval(count: durability.completed[$0], total: durability.started[$0])))
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
