extension ReportContent {
  /// How good the agreements are for the parties together, over those that were measured.
  package struct Efficiency: Sendable, Equatable {
    /// How many were measured.
    package var agreements: Int
    /// Those that no outcome improves on for one party without a loss to another, as a share of the
    /// measured ones.
    package var efficient: ShareEstimate
    /// Product of surpluses as a share of the greatest that could be had; `nil` when nobody could
    /// gain anything.
    package var nashRatio: Measure?
    /// Distance to the nearest efficient outcome, in utilities.
    package var paretoDistance: Measure?

    package init(
      agreements: Int, efficient: ShareEstimate, nashRatio: Measure?, paretoDistance: Measure?
    ) {
      self.agreements = agreements
      self.efficient = efficient
      self.nashRatio = nashRatio
      self.paretoDistance = paretoDistance
    }
  }

  /// The spread of one number over runs.
  package struct Measure: Sendable, Equatable {
    package var mean: Double
    package var standardError: Double
    package var quantiles: Quantiles

    package init(mean: Double, standardError: Double, quantiles: Quantiles) {
      self.mean = mean
      self.standardError = standardError
      self.quantiles = quantiles
    }
  }
}
