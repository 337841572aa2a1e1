import Bargaining
import Tables

/// What became of the agreements of many runs once they were signed. Everything is 0 in a scenario
/// without phases.
public struct Durability: Sendable, Equatable {
  /// Per phase: agreements in which it was begun.
  public private(set) var started: [Int]
  /// Per phase: agreements in which it was completed.
  public private(set) var completed: [Int]
  /// Agreements that have at least one phase.
  public private(set) var agreements = 0
  /// Agreements that were carried out to their end.
  public private(set) var kept = 0
  /// Agreements that were broken, by `PhaseFailure.Cause.rawValue`.
  public private(set) var causes: [Int]
  /// Per party: agreements that broke when it was the most tempted.
  public private(set) var brokenBy: [Int]

  init(scenario: Scenario) {
    let phases = scenario.implementation?.phases.count ?? 0
    started = Array(repeating: 0, count: phases)
    completed = started
    causes = PhaseFailure.Cause.allCases.map { _ in 0 }
    brokenBy = scenario.parties.map { _ in 0 }
  }
}

extension Durability: RunFold {
  package mutating func add(_ run: PhaseRecord) {
    guard run.started != 0 else { return }
    agreements += 1
    if run.cause < 0 {
      kept += 1
    } else {
      causes[Int(run.cause)] += 1
      brokenBy[Int(run.party)] += 1
    }
    for phase in started.indices where run.started.contains(bit: phase) {
      started[phase] += 1
      if run.completed.contains(bit: phase) { completed[phase] += 1 }
    }
  }

  package mutating func merge(_ later: Durability) {
    agreements += later.agreements
    kept += later.kept
    started.add(later.started)
    completed.add(later.completed)
    causes.add(later.causes)
    brokenBy.add(later.brokenBy)
  }

  package func write(to record: inout WordWriter) {
    record.write(agreements)
    record.write(kept)
    for counts in [started, completed, causes, brokenBy] { record.write(counts: counts) }
  }

  package init?(reading words: inout WordReader) {
    guard let agreements = words.count(), let kept = words.count(), kept <= agreements,
      let started = words.counts(), started.areAtMost(agreements), let completed = words.counts(),
      completed.count == started.count, zip(completed, started).allSatisfy({ $0 <= $1 }),
      let causes = words.counts(), causes.count == PhaseFailure.Cause.allCases.count,
      causes.areAtMost(agreements), let brokenBy = words.counts(), brokenBy.areAtMost(agreements)
    else { return nil }
    (self.agreements, self.kept, self.started, self.completed) = (agreements, kept, started, completed)
    (self.causes, self.brokenBy) = (causes, brokenBy)
  }
}

/// The phases of one run in a few words of memory.
package struct PhaseRecord {
  /// Bit per phase.
  var started: UInt32 = 0
  var completed: UInt32 = 0
  /// `PhaseFailure.Cause.rawValue` and the party that was most tempted; -1 when nothing failed.
  var cause: Int32 = -1
  var party: Int32 = -1

  init() {}

  init(_ record: RunRecord) {
    for (phase, outcome) in record.phases.enumerated() where outcome.isStarted {
      started |= .bit(phase)
      if outcome == .completed { completed |= .bit(phase) }
    }
    if let failure = record.phaseFailure {
      cause = Int32(failure.cause.rawValue)
      party = Int32(failure.party)
    }
  }
}
