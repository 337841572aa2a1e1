/// The outcome given for a criterion of which more is better: of those **as good as the best**, the
/// first by rank (``NamedOutcomes``).
///
/// As good as the best is what rounding may have put below it, each value being known no better
/// than the utilities behind it (``UtilityGrid/error``). So neither the last bits nor the order in
/// which outcomes are offered decide.
///
/// Kept are the outcomes that may still come to be it; mostly that is one.
struct BestOutcome {
  struct Candidate: BitwiseCopyable {
    var rank: UInt64
    var value: Double
    /// What the value could be at most.
    var high: Double
  }

  /// The best value is certainly no less.
  private(set) var level = -Double.infinity
  /// In no order. What comes later by rank has a greater `high`.
  private var candidates: [Candidate] = []

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
    // One that cannot be chosen since an earlier one can whenever it can.
    if candidates.contains(where: { $0.rank < new.rank && $0.high >= new.high }) { return }
    let still = candidates.filter { $0.high >= level && !(new.rank < $0.rank && new.high >= $0.high) }
    candidates = still + [new]
  }

  /// `nil` when nothing was offered.
  var choice: (rank: UInt64, value: Double)? {
    candidates.filter { $0.high >= level }.min { $0.rank < $1.rank }.map { ($0.rank, $0.value) }
  }
}
