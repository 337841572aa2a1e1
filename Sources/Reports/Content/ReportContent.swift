import Experiments
import Tables

/// All that a report says, as plain values: labels are already in the reader's language, numbers
/// already estimated.
///
/// ``TextSummary``, the pictures and ``HTMLReport`` read this and nothing else, so that they say
/// the same thing and can be tried on any numbers. An empty list means that there is nothing to
/// say, and its section is left out or says so. Labels are untrusted text: whoever renders them
/// escapes them.
public struct ReportContent: Sendable, Equatable {
  /// The scenario's name.
  package var title: String
  /// One line under the title, such as the scenario's file; may be empty.
  package var subtitle: String
  /// Language of the labels, a BCP 47 code such as `en` or `ar`. The report's own words are
  /// English.
  package var language: String
  /// Of page and pictures.
  package var digits = Digits.latin
  /// Runs that were done, and runs that were asked for: fewer are done when a precision is reached
  /// first or when the simulation is interrupted (say which in `notes`).
  package var runs: Int
  package var plannedRuns: Int
  /// How many independent runs each stands for, at most 1.
  package var worth = 1.0
  package var seed: UInt64
  /// Length of the talks, R >= 1.
  package var rounds: Int
  /// What a round stands for, such as `day`; `round` when the scenario does not say.
  package var roundUnit: String
  /// After how many rounds all know that the talks end; `nil` where that is not known.
  package var roundsToDeadline: Double?

  /// Every way a run may end, in the order of the tables; the shares sum to 1.
  package var endings: [Ending]
  /// The most frequent agreements, the most frequent first; shares of all agreements.
  package var packages: [Package]
  /// How agreements settle each issue; shares of all agreements.
  package var settlements: [Settlement]
  /// The Kaplan–Meier curve, by ascending round.
  package var survival: [SurvivalRow]
  /// Whose text was agreed, by mediator and by forum; shares of all agreements.
  package var mediators: [Proposer]
  package var forums: [Proposer]
  package var parties: [PartyMeasure]
  /// By how much the quantiles of ``parties`` may be off; `nil` when they are exact or there are
  /// none.
  package var quantileError: Double?
  /// Whether a zone of agreement existed against whether it was found; empty when it was not looked
  /// at.
  package var zones: [Zone]
  /// Why runs ended without agreement; empty when it is known of none.
  package var causes: [FailureShare] = []
  /// How good the agreements are; `nil` when none was measured.
  package var efficiency: Efficiency?
  /// Deals that were turned down at home, by party; empty when no deal needs the home of anybody.
  package var rejections: [Rejection] = []
  /// What became of the agreements; `nil` when the scenario ends with the signature.
  package var durability: Durability?
  /// What the conflict takes; empty where the scenario has no tolls.
  package var tolls: [Toll] = []
  /// Whether and when suspended talks resume; `nil` where they were never suspended.
  package var resumption: ResumptionWords?
  /// Agreements of either kind; `nil` unless given.
  package var agreement: ShareEstimate?
  /// The models of the scenario; empty where it has none.
  package var models: [Model] = []
  /// Across models: the shares that sentences speak of.
  package var ranges = Ranges()
  /// How and why runs end, by round: agreements, then failures; empty unless given.
  package var course: [CourseLayer] = []
  /// The share of agreements of ever more runs; empty where runs are weighted.
  package var convergence: [ConvergenceRow] = []
  /// What outcomes are worth to both of two parties; `nil` unless it was looked at.
  package var utilitySpace: UtilitySpace?
  /// Of all parties, in the order of the scenario; empty unless given.
  package var partyLabels: [String] = []

  package var provenance: Provenance
  package var assumptions: [Assumption]
  package var facts: [Fact]
  /// Sentences for the reader: interrupted, precision reached, what was sampled, stated errors.
  package var notes: [String]
  /// What reproduces the result: command, seed, version, SHA-256 of the scenario.
  package var manifest: [ManifestLine]

  package init(
    title: String, subtitle: String = "", language: String = "en", runs: Int, plannedRuns: Int,
    seed: UInt64, rounds: Int, roundUnit: String = "round", endings: [Ending] = [],
    packages: [Package] = [], settlements: [Settlement] = [], survival: [SurvivalRow] = [],
    mediators: [Proposer] = [], forums: [Proposer] = [], parties: [PartyMeasure] = [],
    zones: [Zone] = [], provenance: Provenance, assumptions: [Assumption] = [],
    facts: [Fact] = [], notes: [String] = [], manifest: [ManifestLine] = []
  ) {
    self.title = title
    self.subtitle = subtitle
    self.language = language
    self.runs = runs
    self.plannedRuns = plannedRuns
    self.seed = seed
    self.rounds = rounds
    self.roundUnit = roundUnit
    self.endings = endings
    self.packages = packages
    self.settlements = settlements
    self.survival = survival
    self.mediators = mediators
    self.forums = forums
    self.parties = parties
    self.zones = zones
    self.provenance = provenance
    self.assumptions = assumptions
    self.facts = facts
    self.notes = notes
    self.manifest = manifest
  }

  /// Runs that ended in an agreement, full or partial.
  package var agreements: Int {
    endings.reduce(0) { $1.isAgreement ? $0 + $1.share.count : $0 }
  }
}
