import Bargaining
import Simulation

extension OutcomeDistribution {
  /// The parties that have to ratify.
  func rejections(_ labels: ScenarioLabels) -> [ReportContent.Rejection] {
    ratificationRows.enumerated().map { index, row in
      .init(
        party: labels.party(row.party), deals: row.failed,
        runs: estimate(row.runs) { $0.ratificationRows[index].runs })
    }
  }

  /// `nil` when the scenario has no phases.
  func durability(_ labels: ScenarioLabels, _ language: String) -> ReportContent.Durability? {
    guard scenario.implementation != nil else { return nil }
    let durability = fold.durability
    func kept(_ distribution: OutcomeDistribution) -> WilsonInterval {
      distribution.share(
        distribution.fold.durability.kept, of: distribution.fold.durability.agreements)
    }
    return ReportContent.Durability(
      kept: estimate(kept(self), in: kept), agreements: durability.agreements,
      phases: phaseRows.enumerated().map { index, row in
        .init(
          label: labels.phase(row.phase), started: row.completed.total,
          completed: estimate(row.completed) { $0.phaseRows[index].completed })
      },
      causes: PhaseFailure.Cause.allCases.compactMap { cause in
        let count = durability.causes[cause.rawValue]
        return count > 0
          ? .init(words: PhaseFailureWords.words(for: cause, language: language), count: count) : nil
      })
  }
}
