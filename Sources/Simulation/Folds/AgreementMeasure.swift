import Bargaining

/// A number that says how good one agreement is: a row of `efficiency.csv`, a column of `runs.csv`,
/// a line of the page.
///
/// A new one is a case here, with its name and where its value comes from, and its words in the
/// reports; it is folded, written and told like the others.
package enum AgreementMeasure: Int, Sendable, CaseIterable {
  case nashRatio, paretoDistance, kalaiSmorodinskyDistance, worstSurplus

  /// In tables.
  package var name: String {
    switch self {
    case .nashRatio: "nash_ratio"
    case .paretoDistance: "pareto_distance"
    case .kalaiSmorodinskyDistance: "kalai_smorodinsky_distance"
    case .worstSurplus: "worst_surplus"
    }
  }

  /// What an agreement comes to; `nil` where that was not measured or there is no such number.
  ///
  /// - Parameters:
  ///   - record: of a run that ended in an agreement.
  ///   - voters: the parties with a veto; at least one.
  ///   - efficiency: of the agreement, in the runs in which it is measured.
  func value(of record: RunRecord, to voters: [Int], _ efficiency: Efficiency?) -> Double? {
    switch self {
    case .nashRatio: efficiency?.nashRatio
    case .paretoDistance: efficiency?.paretoDistance
    case .kalaiSmorodinskyDistance: efficiency?.kalaiSmorodinskyDistance
    case .worstSurplus: voters.reduce(Double.infinity) { min($0, record.surpluses[$1]) }
    }
  }
}
