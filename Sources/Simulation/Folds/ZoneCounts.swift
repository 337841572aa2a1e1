import Bargaining
import Tables

/// Runs by whether a zone of agreement existed in some round and whether there was an agreement.
public struct ZoneCounts: Sendable, Equatable {
  /// How runs were chosen that were asked for a zone of agreement.
  public let sampling: SimulationPlan.Sampling
  /// Agreements: a zone existed, for the agreed outcome is in it.
  public private(set) var agreed = 0
  /// A zone existed in some round, and the talks missed it.
  public private(set) var missed = 0
  /// Those of the missed whose zone was one in name: no outcome acceptable to all left each of them
  /// a surplus, in any round.
  public private(set) var missedBare = 0
  /// No outcome was acceptable to all, in any round.
  public private(set) var absent = 0
  /// The search for a zone gave up; such runs are in none of the counts above.
  public private(set) var undecided = 0

  /// Of no runs.
  init(_ sampling: SimulationPlan.Sampling) { self.sampling = sampling }

  /// Runs whose zone is known: `agreed`, `missed` and `absent` together.
  public var total: Int { agreed + missed + absent }
}

extension ZoneCounts: RunFold {
  package mutating func add(_ run: RunBlock.Run) {
    guard sampling.includes(Int(run.row.run)) else { return }
    switch run.row.zone {
    case _ where run.row.ending.isAgreement: agreed += 1
    case .exists:
      missed += 1
      if run.row.zoneIsBare { missedBare += 1 }
    case .none: absent += 1
    case .unknown: undecided += 1
    }
  }

  package mutating func merge(_ later: ZoneCounts) {
    agreed += later.agreed
    missed += later.missed
    missedBare += later.missedBare
    absent += later.absent
    undecided += later.undecided
  }

  package func write(to record: inout WordWriter) {
    sampling.write(to: &record)
    record.write(counts: [agreed, missed, missedBare, absent, undecided])
  }

  package init?(reading words: inout WordReader) {
    guard let sampling = SimulationPlan.Sampling(reading: &words), let counts = words.counts(),
      counts.count == 5, counts.areAtMost(SimulationPlan.mostRuns), counts[2] <= counts[1]
    else { return nil }
    self.init(sampling)
    (agreed, missed, missedBare, absent, undecided) = (counts[0], counts[1], counts[2], counts[3], counts[4])
  }
}
