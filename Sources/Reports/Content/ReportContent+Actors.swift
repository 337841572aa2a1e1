extension ReportContent {
  /// A mediator or a forum, and how much of what was agreed came from it.
  public struct Proposer: Sendable, Equatable {
    public var label: String
    /// Texts that it tabled, all runs together.
    public var texts: Int
    /// Agreements struck on its text, as a share of all agreements.
    public var agreed: ShareEstimate

    public init(label: String, texts: Int, agreed: ShareEstimate) {
      self.label = label
      self.texts = texts
      self.agreed = agreed
    }
  }

  /// The distribution of one measure of one party, such as `utility` or `surplus`.
  public struct PartyMeasure: Sendable, Equatable {
    public var party: String
    /// The name in the tables.
    public var measure: String
    public var mean: Double
    public var standardError: Double
    public var deviation: Double
    public var quantiles: Quantiles

    public init(
      party: String, measure: String, mean: Double, standardError: Double, deviation: Double,
      quantiles: Quantiles
    ) {
      self.party = party
      self.measure = measure
      self.mean = mean
      self.standardError = standardError
      self.deviation = deviation
      self.quantiles = quantiles
    }
  }

  /// Five quantiles, ascending.
  public struct Quantiles: Sendable, Equatable {
    public var p05: Double
    public var p25: Double
    public var p50: Double
    public var p75: Double
    public var p95: Double

    public init(p05: Double, p25: Double, p50: Double, p75: Double, p95: Double) {
      self.p05 = p05
      self.p25 = p25
      self.p50 = p50
      self.p75 = p75
      self.p95 = p95
    }
  }
}
