extension ReportContent {
  /// How often one party's home turned a deal down.
  package struct Rejection: Sendable, Equatable {
    package var party: String
    /// Deals turned down, all runs together.
    package var deals: Int
    /// Runs in which at least one was, as a share of all runs.
    package var runs: ShareEstimate

    package init(party: String, deals: Int, runs: ShareEstimate) {
      self.party = party
      self.deals = deals
      self.runs = runs
    }
  }

  /// What became of the agreements once they were signed.
  package struct Durability: Sendable, Equatable {
    /// Agreements carried out to the end, as a share of those that have phases.
    package var kept: ShareEstimate
    /// How many have phases.
    package var agreements: Int
    /// In the order in which they are carried out.
    package var phases: [PhaseRow]
    /// Why the others broke, in words that follow a number of agreements; those that occurred.
    package var causes: [Cause]

    package init(kept: ShareEstimate, agreements: Int, phases: [PhaseRow], causes: [Cause] = []) {
      self.kept = kept
      self.agreements = agreements
      self.phases = phases
      self.causes = causes
    }
  }

  /// One phase: how often it was begun, and how often of those it was completed.
  package struct PhaseRow: Sendable, Equatable {
    package var label: String
    package var started: Int
    package var completed: ShareEstimate

    package init(label: String, started: Int, completed: ShareEstimate) {
      self.label = label
      self.started = started
      self.completed = completed
    }
  }

  /// Why agreements broke, and how many did for that reason.
  package struct Cause: Sendable, Equatable {
    package var words: String
    package var count: Int

    package init(words: String, count: Int) {
      self.words = words
      self.count = count
    }
  }
}
