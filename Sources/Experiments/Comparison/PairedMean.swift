import Simulation

/// The difference of two means over the same runs, on common random numbers.
///
/// With d_i the second's value less the first's in run i, of n runs,
///
///     difference = mean(d),  standard error = sd(d)/sqrt(n)
///
/// sd with n - 1; the interval is difference ± z · standard error, for n in the hundreds and more
/// (Law 2015, *Simulation Modeling and Analysis*, section 10.2.1, the paired approach). Its width
/// is that of two independent samples times sqrt(1 - correlation), when both vary alike.
package struct PairedMean: Sendable, Equatable {
  /// Of the differences.
  package private(set) var moments = RunningMoments()
  package private(set) var first = RunningMoments()
  package private(set) var second = RunningMoments()

  package init() {}

  /// Of runs that were seen earlier, from what was kept of them.
  init(moments: RunningMoments, first: RunningMoments, second: RunningMoments) {
    self.moments = moments
    self.first = first
    self.second = second
  }

  /// - Parameters:
  ///   - first: The value in each run under the first scenario.
  ///   - second: Likewise under the second, as many, in the same order.
  package init(first: [Double], second: [Double]) {
    precondition(first.count == second.count, "runs come in pairs")
    for (a, b) in zip(first, second) { add(first: a, second: b) }
  }

  /// Adds one run.
  package mutating func add(first: Double, second: Double) {
    moments.add(second - first)
    self.first.add(first)
    self.second.add(second)
  }

  /// Makes this the runs of both. The last bits depend on the order: join in a fixed order.
  package mutating func merge(_ other: PairedMean) {
    moments.merge(other.moments)
    first.merge(other.first)
    second.merge(other.second)
  }

  /// Runs.
  package var count: Int { moments.count }
  /// `nil` without runs.
  package var firstMean: Double? { first.mean }
  /// `nil` without runs.
  package var secondMean: Double? { second.mean }
  /// Second less first; `nil` without runs.
  package var difference: Double? { moments.mean }
  /// `nil` for fewer than two runs.
  package var standardError: Double? { moments.standardError }

  /// `nil` for fewer than two runs.
  ///
  /// - Parameter level: The confidence level, strictly between 0 and 1.
  package func interval(level: Double = 0.95) -> ClosedRange<Double>? {
    guard let difference, let standardError else { return nil }
    let reach = WilsonInterval.normalQuantile(level: level) * standardError
    return difference - reach...difference + reach
  }
}
