extension ReportContent {
  /// What the conflict takes by the end of the window: one quantity, over all runs and by ending.
  package struct Toll: Sendable, Equatable {
    package var label: String
    /// Of all runs, then of the endings that occurred, each with its name.
    package var rows: [Row]

    package init(label: String, rows: [Row]) {
      self.label = label
      self.rows = rows
    }

    /// The spread over some runs, each number with its unit.
    package struct Row: Sendable, Equatable {
      package var runs: String
      package var mean: String
      /// Of the mean, with the standard error.
      package var error: String
      package var low: String
      package var median: String
      package var high: String

      package init(
        runs: String, mean: String, error: String, low: String, median: String, high: String
      ) {
        self.runs = runs
        self.mean = mean
        self.error = error
        self.low = low
        self.median = median
        self.high = high
      }
    }
  }
}
