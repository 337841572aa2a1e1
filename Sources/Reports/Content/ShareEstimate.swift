import Simulation

/// A count, the share that it makes up, and the 95% interval of that share.
package struct ShareEstimate: Sendable, Equatable {
  /// How often it was observed, >= 0.
  package var count: Int
  /// In [0, 1]; 0 when there was nothing to observe.
  package var share: Double
  /// Lower and upper end of the 95% interval, `0 <= low <= share <= high <= 1`.
  package var low: Double
  package var high: Double

  package init(count: Int, share: Double, low: Double, high: Double) {
    self.count = count
    self.share = share
    self.low = low
    self.high = high
  }

  /// A share with Wilson's interval; of nothing, the share is 0 and the interval all of [0, 1].
  package init(_ interval: WilsonInterval) {
    self.init(count: interval.count, share: interval.share ?? 0, low: interval.low, high: interval.high)
  }
}
