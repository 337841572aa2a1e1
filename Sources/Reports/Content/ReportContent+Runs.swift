extension ReportContent {
  /// Runs that end in one way, by the round in which they do.
  package struct CourseLayer: Sendable, Equatable {
    package var label: String
    package var tone: Tone
    /// From round 0 on.
    package var byRound: [Int]

    package init(label: String, tone: Tone, byRound: [Int]) {
      self.label = label
      self.tone = tone
      self.byRound = byRound
    }
  }

  /// The share of agreements of so many first runs.
  package struct ConvergenceRow: Sendable, Equatable {
    package var runs: Int
    package var share: ShareEstimate

    package init(runs: Int, share: ShareEstimate) {
      self.runs = runs
      self.share = share
    }
  }
}
