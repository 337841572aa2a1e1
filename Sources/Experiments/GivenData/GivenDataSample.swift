import Simulation
import Tables

/// First-order indices from runs that are there already, whatever they were made for, if their
/// numbers were drawn independently of one another (given data: Plischke, Borgonovo, Smith 2013,
/// doi:10.1016/j.ejor.2012.11.047).
///
/// The runs are sorted by a number and cut into bins of equally many; the mean product of two
/// different runs of a bin, less that of two runs of all, estimates how far the mean outcome varies
/// with the number, Var E[Y | x], without bias from luck (as in ``PairedSample``). Over Var Y it is
/// the share of the variance of one run's outcome that the number brings about alone. What it does
/// together with others, and what is luck, one run at each point cannot tell apart.
///
/// Outcomes are taken against the mean of their model: runs that are ranked within their model lie
/// in the bins more evenly by models than chance has it, which the products would take for less
/// than nothing.
///
/// Intervals come from leaving out one of twenty groups of runs at a time (jackknife: Efron, Stein
/// 1981, doi:10.1214/aos/1176345462).
package struct GivenDataSample: Sendable {
  /// An index, with what it is without each of the groups.
  package struct Share: Sendable, Equatable {
    package let estimate: Double
    package let without: [Double]

    /// With its 95% interval.
    package var index: SensitivityIndex {
      let count = Double(without.count)
      let mean = without.reduce(0, +) / count
      let variance = without.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } * (count - 1) / count
      return SensitivityIndex(
        estimate: estimate,
        halfWidth: SensitivityIndex.studentQuantile(degrees: without.count - 1) * variance.squareRoot())
    }

    static func - (a: Share, b: Share) -> Share {
      Share(estimate: a.estimate - b.estimate, without: zip(a.without, b.without).map { $0 - $1 })
    }

    static func + (a: Share, b: Share) -> Share {
      Share(estimate: a.estimate + b.estimate, without: zip(a.without, b.without).map { $0 + $1 })
    }

    /// The same share of everything.
    static func all(_ share: Double) -> Share {
      Share(estimate: share, without: Array(repeating: share, count: GivenDataSample.groups))
    }
  }

  /// Runs of one bin, or of all: counts, sums and squares, by group.
  private struct Sums {
    var counts = [Double](repeating: 0, count: GivenDataSample.groups)
    var sums = [Double](repeating: 0, count: GivenDataSample.groups)
    var squares = [Double](repeating: 0, count: GivenDataSample.groups)

    mutating func add(_ outcome: Double, _ group: Int) {
      counts[group] += 1
      sums[group] += outcome
      squares[group] += outcome * outcome
    }

    /// In all, or without a group.
    func total(without group: Int?) -> (count: Double, sum: Double, square: Double) {
      let all = (counts.reduce(0, +), sums.reduce(0, +), squares.reduce(0, +))
      guard let group else { return all }
      return (all.0 - counts[group], all.1 - sums[group], all.2 - squares[group])
    }
  }

  static let groups = 20
  /// Fewest runs that say anything.
  package static let fewestRuns = 2 * groups

  /// What the runs of a result lack, a sentence without a capital; `nil` where they are enough.
  package static func lack(of runs: Int, in path: String) -> Message? {
    guard runs < fewestRuns else { return nil }
    return "\(path) has \(Message.counted(runs, "run")); fewer than \(fewestRuns) say nothing"
  }
  private static let mostBins = 64

  private let outcomes: [Double]
  /// Against the mean of the run's model.
  private let residuals: [Double]
  private let whole: Sums
  private let wholeResiduals: Sums
  package let mean: Double

  /// - Parameters:
  ///   - outcomes: run by run, at least ``fewestRuns``.
  ///   - models: by run, from 0; `nil` where there is one alone.
  package init(_ outcomes: [Double], models: [Int]? = nil) {
    precondition(outcomes.count >= GivenDataSample.fewestRuns)
    let mean = outcomes.reduce(0, +) / Double(outcomes.count)
    self.mean = mean
    // Products of large outcomes would drown their differences.
    self.outcomes = outcomes.map { $0 - mean }
    residuals = models.map { GivenDataSample.residuals(of: outcomes, $0) } ?? self.outcomes
    whole = GivenDataSample.sums(self.outcomes)
    wholeResiduals = GivenDataSample.sums(residuals)
  }

  private static func sums(_ outcomes: [Double]) -> Sums {
    var sums = Sums()
    for (run, outcome) in outcomes.enumerated() { sums.add(outcome, run % groups) }
    return sums
  }

  private static func residuals(of outcomes: [Double], _ models: [Int]) -> [Double] {
    var totals = Array(repeating: (sum: 0.0, count: 0.0), count: (models.max() ?? 0) + 1)
    for (outcome, model) in zip(outcomes, models) {
      totals[model].sum += outcome
      totals[model].count += 1
    }
    return zip(outcomes, models).map { $0 - totals[$1].sum / totals[$1].count }
  }

  /// The variance of one run's outcome.
  package var variance: Double { GivenDataSample.variance(whole.total(without: nil)) }

  /// What a number brings about alone.
  ///
  /// - Parameter levels: the number by run, or anything that rises with it; of equal ones the
  ///   earlier run comes first.
  package func alone(_ levels: [Double]) -> Share {
    let order = levels.indices.sorted { (levels[$0], $0) < (levels[$1], $1) }
    let bins = min(GivenDataSample.mostBins, max(1, outcomes.count / 8))
    var bin = [Int](repeating: 0, count: outcomes.count)
    for (place, run) in order.enumerated() { bin[run] = place * bins / outcomes.count }
    return share(of: residuals, wholeResiduals, in: bin, count: bins)
  }

  /// What a division of the runs brings about, such as that by models.
  ///
  /// - Parameters:
  ///   - part: by run, from 0.
  ///   - count: how many parts there are.
  package func between(_ part: [Int], count: Int) -> Share {
    share(of: outcomes, whole, in: part, count: count)
  }

  private func share(of values: [Double], _ all: Sums, in part: [Int], count: Int) -> Share {
    var parts = Array(repeating: Sums(), count: count)
    for (run, outcome) in values.enumerated() {
      parts[part[run]].add(outcome, run % GivenDataSample.groups)
    }
    return Share(
      estimate: share(parts, of: all, without: nil),
      without: (0..<GivenDataSample.groups).map { share(parts, of: all, without: $0) })
  }

  private func share(_ parts: [Sums], of sums: Sums, without group: Int?) -> Double {
    let all = sums.total(without: group)
    let variance = GivenDataSample.variance(whole.total(without: group))
    guard variance > 0 else { return 0 }
    // A part that one run alone is in says nothing of luck.
    var (products, counted) = (0.0, 0.0)
    for part in parts {
      let total = part.total(without: group)
      guard total.count > 1 else { continue }
      products += total.count * GivenDataSample.product(total)
      counted += total.count
    }
    guard counted > 0 else { return 0 }
    return (products / counted - GivenDataSample.product(all)) / variance
  }

  /// The mean product of two different outcomes.
  private static func product(_ total: (count: Double, sum: Double, square: Double)) -> Double {
    (total.sum * total.sum - total.square) / (total.count * (total.count - 1))
  }

  private static func variance(_ total: (count: Double, sum: Double, square: Double)) -> Double {
    guard total.count > 1 else { return 0 }
    return (total.square - total.sum * total.sum / total.count) / (total.count - 1)
  }
}

extension KeptRuns {
  /// How high a number was drawn in each run among the runs of its model, in (0, 1): what its model
  /// is, which of several distributions it comes from, does not count. In a model without it, runs
  /// stand in their own order, since there it does nothing; of equal draws the earlier comes first.
  package func levels(of number: Int) -> [Double] {
    var members: [Int: [Int]] = [:]
    for (run, model) in models.enumerated() { members[model, default: []].append(run) }
    var levels = [Double](repeating: 0, count: count)
    let values = draws[number]
    for (_, runs) in members.sorted(by: { $0.key < $1.key }) {
      let order =
        values[runs[0]].isNaN ? runs : runs.sorted { (values[$0], $0) < (values[$1], $1) }
      for (place, run) in order.enumerated() { levels[run] = (Double(place) + 0.5) / Double(runs.count) }
    }
    return levels
  }
}
