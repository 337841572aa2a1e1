/// What became of one phase in one run.
public enum PhaseOutcome: Int, Sendable, Equatable, CaseIterable {
  /// There was no agreement, or one without this phase.
  case notAgreed
  /// An earlier phase failed.
  case notReached
  /// It was carried out to its end; a later phase may have failed all the same.
  case completed
  /// It was begun and not carried out: ``PhaseFailure`` says who was tempted, and why.
  case failed

  /// Whether it was begun.
  public var isStarted: Bool { self == .completed || self == .failed }
}

/// Why an agreement was not carried out to its end.
public struct PhaseFailure: Sendable, Equatable {
  /// Index of the phase that failed.
  public var phase: Int
  /// Index of the party that was most tempted.
  public var party: Int
  /// What brought the phase down.
  public var cause: Cause

  /// A failure of a phase by a party, both by their index in the scenario.
  public init(phase: Int, party: Int, cause: Cause) {
    self.phase = phase
    self.party = party
    self.cause = cause
  }

  /// Why a phase was not completed.
  public enum Cause: Int, Sendable, Equatable, CaseIterable {
    /// The party gained by leaving even under the mediators' full leverage.
    case temptation
    /// It gained by leaving, and would not have under the leverage of the day of signature.
    case fadedLeverage
    /// It gained nothing by leaving; things went wrong all the same.
    case mishap

    /// The name in tables and files.
    public var name: String {
      switch self {
      case .temptation: "temptation"
      case .fadedLeverage: "faded_leverage"
      case .mishap: "mishap"
      }
    }
  }
}

/// What an observer is told of one phase.
public struct PhaseReport: Sendable, Equatable {
  /// Index of the phase in the scenario's `Implementation`.
  public var phase: Int
  /// Whether the phase was carried out.
  public var isCompleted: Bool
  /// The probability with which it could fail.
  public var risk: Double
  /// T and C of the party that was most tempted.
  public var temptation: Double
  /// What the phases to come are worth to the most tempted party, in utility.
  public var continuation: Double
  /// M_j and G_j with what the deal provides.
  public var monitoring: Double
  /// The guarantee of the phase, in [0, 1], with what the deal provides.
  public var guarantee: Double
  /// Why it failed; `nil` when it did not.
  public var cause: PhaseFailure.Cause?
}
