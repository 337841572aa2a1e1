import Simulation

extension ReportContent {
  /// How good the agreements are for the parties together.
  package struct Efficiency: Sendable, Equatable {
    /// How many were held against all that their runs allowed.
    package var agreements: Int
    /// Those that no outcome improves on for one party without a loss to another, as a share of
    /// these; `nil` of none.
    package var efficient: ShareEstimate?
    /// The measures that some agreement has.
    package var measures: [AgreementMeasure: Measure]

    package init(agreements: Int, efficient: ShareEstimate?, measures: [AgreementMeasure: Measure]) {
      self.agreements = agreements
      self.efficient = efficient
      self.measures = measures
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
