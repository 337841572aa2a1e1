extension ReportContent {
  /// How good the agreements are for the parties together, over those that were measured.
  public struct Efficiency: Sendable, Equatable {
    /// How many were measured.
    public var agreements: Int
    /// Those that no outcome improves on for one party without a loss to another, as a share of the measured ones.
    public var efficient: ShareEstimate
    /// Product of surpluses as a share of the greatest that could be had; `nil` when nobody could gain anything.
    public var nashRatio: Measure?
    /// Distance to the nearest efficient outcome, in utilities.
    public var paretoDistance: Measure?

    public init(
      agreements: Int, efficient: ShareEstimate, nashRatio: Measure?, paretoDistance: Measure?
    ) {
      self.agreements = agreements
      self.efficient = efficient
      self.nashRatio = nashRatio
      self.paretoDistance = paretoDistance
    }
  }

  /// The spread of one number over runs.
  public struct Measure: Sendable, Equatable {
    public var mean: Double
    public var standardError: Double
    public var quantiles: Quantiles

    public init(mean: Double, standardError: Double, quantiles: Quantiles) {
      self.mean = mean
      self.standardError = standardError
      self.quantiles = quantiles
    }
  }
}
