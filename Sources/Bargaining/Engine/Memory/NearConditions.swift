/// Which conditions hold in an outcome, and which would if one or two issues were settled
/// otherwise.
struct NearConditions: BitwiseCopyable {
  /// Conditions that some issue fails, that more than one does, and that more than two do.
  private var failed: UInt64 = 0
  private var failedTwice: UInt64 = 0
  private var failedThrice: UInt64 = 0

  /// Takes in one issue: the conditions that its option does not fail.
  @inline(__always)
  mutating func add(_ met: UInt64) {
    failedThrice |= failedTwice & ~met
    failedTwice |= failed & ~met
    failed |= ~met
  }

  var held: UInt64 { ~failed }

  /// Those that no issue fails, or one alone.
  var within: UInt64 { ~failedTwice }

  /// Those that no issue fails but perhaps the one whose option does not fail `met`.
  @inline(__always)
  func heldByOthers(than met: UInt64) -> UInt64 { ~failed | (~failedTwice & ~met) }

  /// Those that no issue fails but perhaps the two whose options do not fail `first` and `second`.
  @inline(__always)
  func heldByOthers(than first: UInt64, _ second: UInt64) -> UInt64 {
    ~failed | (~failedTwice & ~(first & second)) | (~failedThrice & ~(first | second))
  }
}
