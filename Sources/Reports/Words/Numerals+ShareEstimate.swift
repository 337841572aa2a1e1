import Tables

extension Numerals {
  /// The interval of a share in percent: `30.3–32.1`.
  package static func interval(_ estimate: ShareEstimate) -> String { interval(estimate.low, estimate.high) }

  /// Share and interval: `31.2% (30.3–32.1)`.
  package static func estimate(_ estimate: ShareEstimate) -> String {
    self.estimate(estimate.share, estimate.low, estimate.high)
  }
}
