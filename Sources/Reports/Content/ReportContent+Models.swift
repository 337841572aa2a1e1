import Simulation

extension ReportContent {
  /// From the least to the greatest share of a model; `nil` where there are no models.
  package struct Ranges: Sendable, Equatable {
    /// Runs with a zone of agreement, of those without agreement that were looked at.
    package var missedZones: ModelRange?
    /// Agreements struck on an offer of the parties' own.
    package var ownOffers: ModelRange?
    /// Runs that had agreed by the last round, had none been cut short.
    package var inTheEnd: ModelRange?

    package init() {}
  }

  /// One account of the talks, and how often its runs agree.
  package struct Model: Sendable, Equatable {
    package var label: String
    /// The probability that a run is played in it.
    package var weight: Double
    package var runs: Int
    /// Runs of this model that ended in an agreement, full or partial.
    package var agreement: ShareEstimate

    package init(label: String, weight: Double, runs: Int, agreement: ShareEstimate) {
      self.label = label
      self.weight = weight
      self.runs = runs
      self.agreement = agreement
    }
  }
}
