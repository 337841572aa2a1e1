import Tables

/// How good the agreements of many runs are, by each `AgreementMeasure`.
public struct EfficiencyMeasures: Sendable, Equatable {
  /// How runs were chosen whose agreement was measured; `off` when the Pareto frontier cannot be
  /// computed.
  public let sampling: SimulationPlan.Sampling
  /// Agreements of the chosen runs, and those of them whose Pareto distance is known: in the others
  /// the frontier was too large.
  public private(set) var agreements = 0
  /// Those of `agreements` whose distance to the frontier is known.
  public private(set) var measured = 0
  /// Measured agreements that no outcome improves on for one party without a loss to another: their
  /// distance is 0.
  public private(set) var efficient = 0
  /// By `AgreementMeasure.rawValue`.
  private var distributions = AgreementMeasure.allCases.map { _ in MeasureDistribution() }

  /// Of no runs.
  init(_ sampling: SimulationPlan.Sampling) { self.sampling = sampling }

  /// Of one measure, over the agreements that have it.
  package subscript(measure: AgreementMeasure) -> MeasureDistribution { distributions[measure.rawValue] }
}

extension EfficiencyMeasures: PartedFold {
  package mutating func add(_ run: RunBlock.Run) {
    guard run.row.ending.isAgreement else { return }
    for index in distributions.indices {
      let value = run.measure(index)
      if !value.isNaN { distributions[index].add(value) }
    }
    guard sampling.includes(Int(run.row.run)) else { return }
    agreements += 1
    let distance = run.measure(AgreementMeasure.paretoDistance.rawValue)
    if !distance.isNaN { measured += 1 }
    if distance == 0 { efficient += 1 }
  }

  package mutating func merge(_ later: EfficiencyMeasures) {
    agreements += later.agreements
    measured += later.measured
    efficient += later.efficient
    for index in distributions.indices { distributions[index].merge(later.distributions[index]) }
  }

  package mutating func end(_ part: RunPart) {
    for index in distributions.indices { distributions[index].end(part) }
  }

  package func write(to record: inout WordWriter) {
    sampling.write(to: &record)
    for count in [agreements, measured, efficient] { record.write(count) }
    record.write(records: distributions)
  }

  package init?(reading words: inout WordReader) {
    guard let sampling = SimulationPlan.Sampling(reading: &words), let agreements = words.count(),
      let measured = words.count(), measured <= agreements, let efficient = words.count(),
      efficient <= measured, let distributions: [MeasureDistribution] = words.records(),
      distributions.count == AgreementMeasure.allCases.count, distributions.areOfUtility
    else { return nil }
    self.init(sampling)
    (self.agreements, self.measured, self.efficient) = (agreements, measured, efficient)
    self.distributions = distributions
  }
}

extension SimulationPlan.Sampling: StudyRecord {
  package func write(to record: inout WordWriter) {
    switch self {
    case .off: record.write(0)
    case .every(let n): record.write(n)
    }
  }

  package init?(reading words: inout WordReader) {
    guard let n = words.count() else { return nil }
    self = n == 0 ? .off : .every(n)
  }
}
