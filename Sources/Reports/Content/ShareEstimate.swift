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
  /// From the least to the greatest share that a model of the scenario has for itself; `nil` where
  /// there are no models.
  package var models: ModelRange?

  package init(count: Int, share: Double, low: Double, high: Double, models: ModelRange? = nil) {
    self.count = count
    self.share = share
    self.low = low
    self.high = high
    self.models = models
  }

  /// A share with Wilson's interval; of nothing, the share is 0 and the interval all of [0, 1].
  package init(_ interval: WilsonInterval, models: ModelRange? = nil) {
    self.init(
      count: interval.count, share: interval.share ?? 0, low: interval.low, high: interval.high,
      models: models)
  }
}
