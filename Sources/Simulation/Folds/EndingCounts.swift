import Bargaining
import Tables

/// How runs end, and in which round.
package struct EndingCounts: Sendable, Equatable {
  package private(set) var runs = 0
  /// Rounds in which talks were active and a forum sat, all runs together.
  package private(set) var roundsSat = 0
  /// Runs per ending, by `Ending.rawValue`.
  package private(set) var endings: [Int]
  /// By round: agreements reached in it, and runs that ended in it without agreement.
  package private(set) var agreementsByRound: [Int]
  package private(set) var censoredByRound: [Int]

  /// Of no runs.
  init(rounds: Int) {
    endings = Ending.allCases.map { _ in 0 }
    agreementsByRound = Array(repeating: 0, count: rounds)
    censoredByRound = agreementsByRound
  }

  /// Runs that ended in an agreement, full or partial.
  package var agreements: Int {
    Ending.allCases.reduce(0) { $1.isAgreement ? $0 + endings[$1.rawValue] : $0 }
  }

  /// Time to agreement, other endings being censored.
  package var survival: KaplanMeier { survival(worth: 1) }

  /// The same of runs that stand for so many independent ones each.
  func survival(worth: Double) -> KaplanMeier {
    KaplanMeier(runs: runs, agreements: agreementsByRound, censored: censoredByRound, worth: worth)
  }
}

extension EndingCounts: RunFold {
  package mutating func add(_ run: RunBlock.Run) {
    let row = run.row
    runs += 1
    roundsSat += Int(row.roundsSat)
    endings[row.ending.rawValue] += 1
    if row.ending.isAgreement {
      agreementsByRound[Int(row.round)] += 1
    } else {
      censoredByRound[Int(row.round)] += 1
    }
  }

  package mutating func merge(_ later: EndingCounts) {
    runs += later.runs
    roundsSat += later.roundsSat
    endings.add(later.endings)
    agreementsByRound.add(later.agreementsByRound)
    censoredByRound.add(later.censoredByRound)
  }

  package func write(to record: inout WordWriter) {
    record.write(runs)
    record.write(roundsSat)
    record.write(counts: endings)
    record.write(counts: agreementsByRound)
    record.write(counts: censoredByRound)
  }

  /// `nil`, too, for counts that no runs have: every run ends once.
  package init?(reading words: inout WordReader) {
    guard let runs = words.count(), let roundsSat = words.count(), let endings = words.counts(),
      endings.count == Ending.allCases.count, let agreementsByRound = words.counts(),
      let censoredByRound = words.counts(), censoredByRound.count == agreementsByRound.count
    else { return nil }
    self.init(rounds: agreementsByRound.count)
    (self.runs, self.roundsSat, self.endings) = (runs, roundsSat, endings)
    (self.agreementsByRound, self.censoredByRound) = (agreementsByRound, censoredByRound)
    guard isConsistent else { return nil }
  }

  /// Whether it can be that of some runs. No sum overflows once no count is above the number of
  /// runs.
  private var isConsistent: Bool {
    runs <= SimulationPlan.mostRuns && endings.areAtMost(runs) && agreementsByRound.areAtMost(runs)
      && censoredByRound.areAtMost(runs) && roundsSat <= runs * agreementsByRound.count
      && endings.reduce(0, +) == runs && agreementsByRound.reduce(0, +) == agreements
      && censoredByRound.reduce(0, +) == runs - agreements
  }
}
