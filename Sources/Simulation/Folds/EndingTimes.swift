import Bargaining
import Tables

/// In which round runs end how, and why.
package struct EndingTimes: Sendable, Equatable {
  /// `counts[ending · (causes + 1) + cause + 1][round]`, cause -1 where there is none or it is not
  /// known; empty where no run ended so.
  private var counts: [[Int]]
  private let rounds: Int

  private static let causes = FailureCause.allCases.count + 1

  /// Of no runs; without rounds none is counted.
  init(rounds: Int) {
    self.rounds = rounds
    counts = Array(repeating: [], count: Ending.allCases.count * Self.causes)
  }

  /// Runs that ended in a round in one way.
  package struct Row: Sendable, Equatable {
    package let round: Int
    package let ending: Ending
    package let cause: FailureCause?
    package let count: Int
  }

  /// Those that occurred, round by round, in the order of endings and causes.
  package var rows: [Row] {
    (0..<rounds).flatMap { round in
      counts.indices.compactMap { kind in
        guard !counts[kind].isEmpty, counts[kind][round] > 0,
          let ending = Ending(rawValue: kind / Self.causes)
        else { return nil }
        return Row(
          round: round, ending: ending, cause: FailureCause(rawValue: kind % Self.causes - 1),
          count: counts[kind][round])
      }
    }
  }
}

extension EndingTimes: RunFold {
  package mutating func add(_ run: RunBlock.Run) {
    guard rounds > 0 else { return }
    let kind = run.row.ending.rawValue * Self.causes + (run.row.cause.map(\.rawValue) ?? -1) + 1
    if counts[kind].isEmpty { counts[kind] = Array(repeating: 0, count: rounds) }
    counts[kind][Int(run.row.round)] += 1
  }

  package mutating func merge(_ later: EndingTimes) {
    for kind in counts.indices where !later.counts[kind].isEmpty {
      if counts[kind].isEmpty {
        counts[kind] = later.counts[kind]
      } else {
        counts[kind].add(later.counts[kind])
      }
    }
  }

  package func write(to record: inout WordWriter) {
    record.write(rounds)
    record.write(list: counts) { $0.write(counts: $1) }
  }

  package init?(reading words: inout WordReader) {
    guard let rounds = words.count(), let counts = words.list({ $0.counts() }),
      counts.count == Ending.allCases.count * Self.causes,
      counts.allSatisfy({ ($0.isEmpty || $0.count == rounds) && $0.areAtMost(SimulationPlan.mostRuns) })
    else { return nil }
    (self.rounds, self.counts) = (rounds, counts)
  }
}
