import Bargaining
import Tables

/// How talks went on, all runs together: how often they were suspended, for how long, and whether
/// and when they resumed.
package struct CourseCounts: Sendable, Equatable {
  /// A sum of whole numbers and of their squares, one for each run that has it.
  package struct Sum: Sendable, Equatable {
    package private(set) var count = 0
    package private(set) var sum = 0
    /// Exact: no run has more than a million rounds, and there are at most 2^32 runs.
    private var squares: SIMD2<UInt64> = .zero

    init() {}

    mutating func add(_ value: Int) {
      count += 1
      sum += value
      let square = UInt64(value) * UInt64(value)
      addSquares(SIMD2(square, 0))
    }

    mutating func merge(_ later: Sum) {
      count += later.count
      sum += later.sum
      addSquares(later.squares)
    }

    private mutating func addSquares(_ more: SIMD2<UInt64>) {
      let (low, carry) = squares.x.addingReportingOverflow(more.x)
      squares = SIMD2(low, squares.y + more.y + (carry ? 1 : 0))
    }

    /// `nil` of none.
    package var mean: Double? { count > 0 ? Double(sum) / Double(count) : nil }

    /// The mean and its 95% interval, mean ± z · standard error; `nil` of fewer than two.
    package var interval: ClosedRange<Double>? {
      guard let mean, count > 1 else { return nil }
      let n = Double(count)
      let square = Double(squares.y) * 0x1p64 + Double(squares.x)
      let variance = max(0, square - n * mean * mean) / (n - 1)
      let reach = WilsonInterval.normalQuantile(level: 0.95) * (variance / n).squareRoot()
      return max(0, mean - reach)...mean + reach
    }

    func write(to record: inout WordWriter) {
      for word in [UInt64(count), UInt64(sum), squares.x, squares.y] { record.write(word) }
    }

    init?(reading words: inout WordReader) {
      guard let count = words.count(), let sum = words.count(), let low = words.word(),
        let high = words.word(), count <= SimulationPlan.mostRuns
      else { return nil }
      (self.count, self.sum, squares) = (count, sum, SIMD2(low, high))
    }
  }

  /// How often talks were suspended, in each run; the state in which they begin is no suspension.
  package private(set) var suspensions = Sum()
  /// Rounds that they spent suspended, in each run.
  package private(set) var roundsSuspended = Sum()
  /// The round in which they resumed first, in each run in which they did.
  package private(set) var firstResumption = Sum()
  package private(set) var resumptions = 0
  /// Runs in which talks were suspended, or began so.
  package private(set) var runsSuspended = 0
  /// By rounds that talks spent suspended before: runs in which they resumed for the first time,
  /// and runs that ended without.
  package private(set) var resumedAfter: [Int]
  package private(set) var endedAfter: [Int]

  /// Of no runs of so many rounds.
  init(rounds: Int) {
    resumedAfter = Array(repeating: 0, count: rounds + 1)
    endedAfter = resumedAfter
  }

  /// How long it takes until talks resume, once they are suspended: a round for each round that
  /// they spend suspended; ends without resumption are censored.
  package var survival: KaplanMeier {
    let length = resumedAfter.indices.last { resumedAfter[$0] + endedAfter[$0] > 0 }.map { $0 + 1 } ?? 0
    return KaplanMeier(
      runs: runsSuspended, agreements: Array(resumedAfter.prefix(length)),
      censored: Array(endedAfter.prefix(length)))
  }

  /// Later runs may be longer.
  private static func add(_ later: [Int], to counts: inout [Int]) {
    if later.count > counts.count {
      counts += Array(repeating: 0, count: later.count - counts.count)
    }
    for place in later.indices { counts[place] += later[place] }
  }
}

extension CourseCounts: RunFold {
  package mutating func add(_ run: RunBlock.Run) {
    let row = run.row
    suspensions.add(Int(row.suspensions))
    roundsSuspended.add(Int(row.roundsSuspended))
    resumptions += Int(row.resumptions)
    guard row.suspensions + row.resumptions + row.roundsSuspended > 0 else { return }
    runsSuspended += 1
    if row.firstResumption >= 0 {
      firstResumption.add(Int(row.firstResumption))
      resumedAfter[Int(row.roundsToResumption)] += 1
    } else {
      endedAfter[Int(row.roundsToResumption)] += 1
    }
  }

  package mutating func merge(_ later: CourseCounts) {
    suspensions.merge(later.suspensions)
    roundsSuspended.merge(later.roundsSuspended)
    firstResumption.merge(later.firstResumption)
    resumptions += later.resumptions
    runsSuspended += later.runsSuspended
    Self.add(later.resumedAfter, to: &resumedAfter)
    Self.add(later.endedAfter, to: &endedAfter)
  }

  package func write(to record: inout WordWriter) {
    for sum in [suspensions, roundsSuspended, firstResumption] { sum.write(to: &record) }
    record.write(resumptions)
    record.write(runsSuspended)
    record.write(counts: resumedAfter)
    record.write(counts: endedAfter)
  }

  /// `nil`, too, for counts that no runs have.
  package init?(reading words: inout WordReader) {
    guard let suspensions = Sum(reading: &words), let roundsSuspended = Sum(reading: &words),
      let firstResumption = Sum(reading: &words), let resumptions = words.count(),
      let runsSuspended = words.count(), let resumedAfter = words.counts(), let endedAfter = words.counts(),
      runsSuspended <= suspensions.count, resumedAfter.areAtMost(runsSuspended),
      endedAfter.areAtMost(runsSuspended), resumedAfter.reduce(0, +) == firstResumption.count,
      resumedAfter.reduce(0, +) + endedAfter.reduce(0, +) == runsSuspended,
      resumedAfter.count == endedAfter.count
    else { return nil }
    (self.suspensions, self.roundsSuspended) = (suspensions, roundsSuspended)
    (self.firstResumption, self.resumptions) = (firstResumption, resumptions)
    (self.runsSuspended, self.resumedAfter, self.endedAfter) = (runsSuspended, resumedAfter, endedAfter)
  }
}
