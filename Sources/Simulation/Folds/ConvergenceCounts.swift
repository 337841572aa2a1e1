import Bargaining
import Tables

/// How many of the first runs agree, at 1, 2, … 9, 10, 20, … 90, 100, 200, … runs: whether a
/// share has settled.
///
/// Runs are looked at by their numbers, so that parts that follow one another come to what all come
/// to in one go.
package struct ConvergenceCounts: Sendable, Equatable {
  /// So many runs, and how many of them agreed.
  package struct Point: Sendable, Equatable {
    package var runs: Int
    package var agreements: Int
  }

  private var all = Point(runs: 0, agreements: 0)
  private var points: [Point] = []
  /// How many runs there must be for the next point, those before the first run counted.
  private var next = 1

  /// Of no runs. There is room for all points of 2^32 runs, so that adding one takes no memory.
  init() { points.reserveCapacity(96) }

  /// By rising number of runs, the last of all runs.
  package var rows: [Point] {
    guard all.runs > 0 else { return [] }
    return points.last == all ? points : points + [all]
  }

  /// The least of the numbers looked at that is above `number`.
  private static func next(above number: Int) -> Int {
    var power = 1
    while power * 10 <= number { power *= 10 }
    return (number / power + 1) * power
  }
}

extension ConvergenceCounts: RunFold {
  package mutating func add(_ run: RunBlock.Run) {
    all.runs += 1
    if run.row.ending.isAgreement { all.agreements += 1 }
    let number = Int(run.row.run) + 1
    guard number >= next else { return }
    if number == next || number == Self.next(above: number - 1) { points.append(all) }
    next = Self.next(above: number)
  }

  package mutating func merge(_ later: ConvergenceCounts) {
    points += later.points.map {
      Point(runs: $0.runs + all.runs, agreements: $0.agreements + all.agreements)
    }
    all.runs += later.all.runs
    all.agreements += later.all.agreements
    next = max(next, later.next)
  }

  package func write(to record: inout WordWriter) {
    for count in [all.runs, all.agreements, next] { record.write(count) }
    record.write(counts: points.map(\.runs))
    record.write(counts: points.map(\.agreements))
  }

  package init?(reading words: inout WordReader) {
    guard let runs = words.count(), let agreements = words.count(), let next = words.count(),
      let counts = words.counts(), let agreed = words.counts(), counts.count == agreed.count,
      runs <= SimulationPlan.mostRuns, agreements <= runs, next > 0, counts.areAtMost(runs),
      zip(agreed, counts).allSatisfy({ $0 <= $1 })
    else { return nil }
    self.init()
    all = Point(runs: runs, agreements: agreements)
    points += zip(counts, agreed).map { Point(runs: $0, agreements: $1) }
    self.next = next
  }
}
