import Bargaining
import Simulation
import Tables

/// What one run lacks for a zone of agreement.
package enum RunGap: Equatable, Sendable {
  /// Nothing.
  case open
  /// A transfer: in all, and per party.
  case lacking(Double, transfers: [Double])
  /// No transfer opens the zone, because of red lines.
  case hopeless
  /// It is too hard to compute.
  case unknown

  /// At the numbers of a run, before the talks begin.
  ///
  /// - Throws: `NegotiationFault` when the outcome space is too large.
  package init(of run: UInt32, seed: UInt64, in scenario: Scenario) throws(NegotiationFault) {
    var values = scenario.parameters.map(\.distribution.middle)
    for id in SensitivityStudy.uncertainNumbers(of: scenario) {
      values[id.index] = scenario[id].draw(run: run, seed: seed)
    }
    let start = ZoneAtStart(scenario, values: values)
    let voters = scenario.parties.indices.filter { scenario.parties[$0].hasVeto }
    if try start.zone(between: voters) == .exists {
      self = .open
      return
    }
    switch try Solutions(start, lookingForObstacles: false).leverageGap {
    case .notComputed: self = .unknown
    case .exact(nil): self = .hopeless
    case .exact(let gap?): self = .lacking(gap.value, transfers: gap.transfers)
    }
  }
}

extension RunGap: StudyRecord {
  package func write(to record: inout WordWriter) {
    switch self {
    case .open: record.write(0)
    case .lacking(let value, let transfers):
      record.write(1)
      record.write(value)
      record.write(list: transfers) { $0.write($1) }
    case .hopeless: record.write(2)
    case .unknown: record.write(3)
    }
  }

  package init?(reading words: inout WordReader) {
    switch words.count() {
    case 0: self = .open
    case 1:
      guard let value = words.number(), value.isFinite, value >= 0,
        let transfers = words.list({ $0.number() }), transfers.allSatisfy({ $0.isFinite && $0 >= 0 })
      else { return nil }
      self = .lacking(value, transfers: transfers)
    case 2: self = .hopeless
    case 3: self = .unknown
    default: return nil
    }
  }
}
