import Bargaining
import Simulation
import Tables

extension OutcomeDistribution {
  /// What each toll comes to, over all runs and by the endings that occurred.
  func tolls(_ labels: ScenarioLabels, _ language: String) -> [ReportContent.Toll] {
    let (rows, limit) = (tollRows, TimeLimit(of: scenario))
    return scenario.tolls.indices.map { toll in
      ReportContent.Toll(
        label: labels.toll(toll),
        rows: rows.filter { $0.toll == toll }.compactMap { row in
          guard let mean = row.measure.moments.mean else { return nil }
          let error = standardError(of: row.measure)
          func quantile(_ p: Double) -> String {
            Numerals.amount(row.measure.quantiles.quantile(p) ?? .nan, within: error)
          }
          return .init(
            runs: row.ending.map { EndingWords.label($0, limit, language: language) }
              ?? EndingWords.all(language: language),
            mean: labels.amount(mean, of: toll, within: error),
            error: error.map { Numerals.amount($0, within: $0) } ?? "–",
            low: quantile(0.05), median: quantile(0.5), high: quantile(0.95))
        })
    }
  }
}
