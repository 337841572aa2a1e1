extension ReportContent {
  /// One round of the Kaplan–Meier estimate of the time to agreement (Kaplan & Meier 1958,
  /// doi:10.1080/01621459.1958.10501452).
  package struct SurvivalRow: Sendable, Equatable {
    /// As in the tables, from 0. In words, round 0 is day 1.
    package var round: Int
    /// Runs that were still talking when the round began.
    package var atRisk: Int
    package var agreements: Int
    /// Runs that ended in this round without agreement.
    package var censored: Int
    /// Estimated share not yet agreed after this round, with its 95% interval.
    package var survival: Double
    package var low: Double
    package var high: Double

    package init(
      round: Int, atRisk: Int, agreements: Int, censored: Int, survival: Double, low: Double,
      high: Double
    ) {
      self.round = round
      self.atRisk = atRisk
      self.agreements = agreements
      self.censored = censored
      self.survival = survival
      self.low = low
      self.high = high
    }
  }

  /// One cause of failure, as a share of the runs without agreement whose cause is known.
  package struct FailureShare: Sendable, Equatable {
    package var label: String
    package var share: ShareEstimate

    package init(label: String, share: ShareEstimate) {
      self.label = label
      self.share = share
    }
  }

  /// Runs by whether a zone of agreement existed and whether an agreement was reached.
  package struct Zone: Sendable, Equatable {
    package var exists: Bool
    package var agreed: Bool
    /// Of the runs whose zone was looked at, which may be a sample of all runs.
    package var share: ShareEstimate
    /// How many of them had a zone in name: no outcome acceptable to all left each of them a
    /// surplus.
    package var bare: Int

    package init(exists: Bool, agreed: Bool, share: ShareEstimate, bare: Int = 0) {
      self.exists = exists
      self.agreed = agreed
      self.share = share
      self.bare = bare
    }
  }
}
