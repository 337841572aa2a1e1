import Bargaining
import Simulation
import Tables

/// Which uncertain numbers decide a result, by runs that are there already.
package struct GivenDataSensitivity: Sendable {
  package struct Finding: Sendable {
    package let parameter: ParameterID
    /// Of the variance of one run's outcome, what the number brings about alone.
    package let share: SensitivityIndex
    /// The ranks that it may have by the intervals of the others.
    package let ranks: ClosedRange<Int>
  }

  package let scenario: Scenario
  package let output: StudyOutput
  package let runs: Int
  package let mean: Double
  package let variance: Double
  /// The most decisive first.
  package let findings: [Finding]
  /// `models` where there are any, `numbers_alone`, and `rest`: what numbers do together, and luck.
  package let parts: [VarianceSplit.Part]

  /// The tables `sensitivity` (rank, parameter, rests_on, rank_from, rank_to, share, low, high,
  /// resolved) and `variance` (part, share, low, high).
  package func tables() throws(TableError) -> [Table] {
    let names = findings.map { scenario[$0.parameter] }
    return [
      try Table(
        "sensitivity",
        columns: [
          .integer("rank", findings.indices.map { $0 + 1 }), .text("parameter", names.map(\.path)),
          .text("rests_on", names.map { $0.provenance.isSourced ? "source" : "assumption" }),
          .integer("rank_from", findings.map(\.ranks.lowerBound)),
          .integer("rank_to", findings.map(\.ranks.upperBound)),
          .real("share", findings.map(\.share.estimate)), .real("low", findings.map(\.share.low)),
          .real("high", findings.map(\.share.high)),
          .text("resolved", findings.map { $0.share.isResolved ? "yes" : "no" }),
        ]),
      try Table(
        "variance",
        columns: [
          .text("part", parts.map(\.name)), .real("share", parts.map(\.share.estimate)),
          .real("low", parts.map(\.share.low)), .real("high", parts.map(\.share.high)),
        ]),
    ]
  }
}

extension GivenDataSensitivity {
  /// - Parameters:
  ///   - runs: at least ``GivenDataSample/fewestRuns``.
  ///   - output: what is to be explained.
  ///   - isAskedAbout: whether a number, by its path, is to have an index.
  /// - Returns: `nil` for a result that single runs do not have.
  package init?(_ runs: KeptRuns, output: StudyOutput, isAskedAbout: (String) -> Bool = { _ in true }) {
    guard let outcomes = runs.outcomes(output), outcomes.count >= GivenDataSample.fewestRuns else {
      return nil
    }
    scenario = runs.scenario
    self.output = output
    self.runs = runs.count
    let sample = GivenDataSample(outcomes, models: runs.scenario.models.isEmpty ? nil : runs.models)
    (mean, variance) = (sample.mean, sample.variance)
    let asked = runs.numbers.indices.filter { isAskedAbout(runs.scenario[runs.numbers[$0]].path) }
    let shares = asked.map { sample.alone(runs.levels(of: $0)) }
    let indices = shares.map(\.index)
    findings = asked.indices.sorted { (indices[$1].estimate, $0) < (indices[$0].estimate, $1) }.map { place in
      let own = indices[place]
      let above = indices.count { $0.low > own.high }
      let below = indices.count { $0.high < own.low }
      return Finding(
        parameter: runs.numbers[asked[place]], share: own, ranks: above + 1...indices.count - below)
    }
    let models =
      runs.scenario.models.isEmpty
      ? nil : sample.between(runs.models, count: runs.scenario.models.count)
    let alone = shares.reduce(.all(0), +)
    let rest = GivenDataSample.Share.all(1) - alone - (models ?? .all(0))
    parts =
      (models.map { [VarianceSplit.Part(name: "models", share: $0.index)] } ?? []) + [
        VarianceSplit.Part(name: "numbers_alone", share: alone.index),
        VarianceSplit.Part(name: "rest", share: rest.index),
      ]
  }

  /// What the tables must be like, whatever they say.
  package static func shapes(
    of scenario: Scenario, output: StudyOutput, isAskedAbout: (String) -> Bool
  ) throws -> [TableShape] {
    let nothing = GivenDataSensitivity(
      scenario: scenario, output: output, runs: 0, mean: 0, variance: 0, findings: [], parts: [])
    let names = DrawLog.numbers(of: scenario).map { scenario[$0].path }.filter(isAskedAbout)
    return try nothing.tables().map { table in
      TableShape(
        headingOf: table, rows: table.name == "variance" ? .distinct(cells: 1) : .ranked(names: names))
    }
  }
}
