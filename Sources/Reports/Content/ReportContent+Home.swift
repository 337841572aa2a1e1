extension ReportContent {
  /// How often one party's home turned a deal down.
  public struct Rejection: Sendable, Equatable {
    public var party: String
    /// Deals turned down, all runs together.
    public var deals: Int
    /// Runs in which at least one was, as a share of all runs.
    public var runs: ShareEstimate

    public init(party: String, deals: Int, runs: ShareEstimate) {
      self.party = party
      self.deals = deals
      self.runs = runs
    }
  }

  /// What became of the agreements once they were signed.
  public struct Durability: Sendable, Equatable {
    /// Agreements carried out to the end, as a share of those that have phases.
    public var kept: ShareEstimate
    /// How many have phases.
    public var agreements: Int
    /// In the order in which they are carried out.
    public var phases: [PhaseRow]
    /// Why the others broke, in words that follow a number of agreements; those that occurred.
    public var causes: [Cause]

    public init(kept: ShareEstimate, agreements: Int, phases: [PhaseRow], causes: [Cause] = []) {
      self.kept = kept
      self.agreements = agreements
      self.phases = phases
      self.causes = causes
    }
  }

  /// One phase: how often it was begun, and how often of those it was completed.
  public struct PhaseRow: Sendable, Equatable {
    public var label: String
    public var started: Int
    public var completed: ShareEstimate

    public init(label: String, started: Int, completed: ShareEstimate) {
      self.label = label
      self.started = started
      self.completed = completed
    }
  }

  /// Why agreements broke, and how many did for that reason.
  public struct Cause: Sendable, Equatable {
    public var words: String
    public var count: Int

    public init(words: String, count: Int) {
      self.words = words
      self.count = count
    }
  }
}
