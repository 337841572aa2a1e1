/// The outcome given for a criterion of which more is better.
///
/// Of all outcomes offered, those count that are **as good as the best**: that rounding may have put below it, each value being known no better than
/// the utilities behind it (``UtilityGrid/error``). Of these it is one of greatest sum of utilities, so that
/// nobody can gain without a loss to another; and of those the first by rank. So neither the last bits nor the order in which outcomes are offered
/// decide, and all ways to look for it find the same.
///
/// Kept are the outcomes that may still come to be it; mostly that is one.
struct BestOutcome {
  struct Candidate: BitwiseCopyable {
    var rank: UInt64
    var value: Double
    /// What the value could be at most.
    var high: Double
    /// Of utilities.
    var sum: Double
  }

  /// The value of one of the outcomes is certainly no less.
  private(set) var level = -Double.infinity
  private var candidates: [Candidate] = []
  /// Sums no further apart are equal.
  private let margin: Double

  /// - Parameter voters: how many utilities a sum has.
  init(voters: Int) {
    margin = Double(voters) * UtilityGrid.tolerance
  }

  /// Whether an outcome whose value is at most `high` need be offered.
  @inline(__always)
  func isOpen(to high: Double) -> Bool { high >= level }

  /// - Parameter low: what the value could be at least.
  @inline(__always)
  mutating func offer(_ candidate: Candidate, low: Double) {
    if isOpen(to: candidate.high) { take(candidate, low: low) }
  }

  @inline(never)
  private mutating func take(_ new: Candidate, low: Double) {
    level = max(level, low)
    if candidates.contains(where: { isBehind(new, $0) }) { return }
    let still = candidates.filter { $0.high >= level && !isBehind($0, new) }
    candidates = still + [new]
  }

  /// Whether an outcome cannot be chosen since another can whenever it can.
  private func isBehind(_ a: Candidate, _ b: Candidate) -> Bool {
    b.high >= a.high && (b.sum > a.sum + margin || b.sum >= a.sum && b.rank < a.rank)
  }

  /// `nil` when nothing was offered.
  var choice: (rank: UInt64, value: Double)? {
    let good = candidates.filter { $0.high >= level }
    guard let sum = good.map(\.sum).max() else { return nil }
    return good.filter { $0.sum >= sum - margin }.min { $0.rank < $1.rank }.map { ($0.rank, $0.value) }
  }
}
