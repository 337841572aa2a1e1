/// Which conditions hold in an outcome, and which would if a single issue were settled otherwise.
struct NearConditions: BitwiseCopyable {
  /// Conditions that some issue fails, and that more than one does.
  private var failed: UInt64 = 0
  private var failedTwice: UInt64 = 0

  /// Takes in one issue: the conditions that its option does not fail.
  @inline(__always)
  mutating func add(_ met: UInt64) {
    failedTwice |= failed & ~met
    failed |= ~met
  }

  var held: UInt64 { ~failed }

  /// Those that no issue fails, or one alone.
  var within: UInt64 { ~failedTwice }

  /// Those that no issue fails but perhaps the one whose option does not fail `met`.
  @inline(__always)
  func heldByOthers(than met: UInt64) -> UInt64 { ~failed | (~failedTwice & ~met) }
}
