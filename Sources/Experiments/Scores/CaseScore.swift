import Bargaining
import Simulation

/// How good one forecast was, question by question.
package struct CaseScore: Sendable, Equatable {
  /// What a baseline said to a question, and how good that was.
  package struct Rival: Sendable, Equatable {
    package let baseline: Baseline
    /// As ``Event/forecast``.
    package let forecast: Double
    package let brier: Double
    package let log: Double
  }

  /// A question with the forecast, the answer and the scores.
  package struct Event: Sendable, Equatable {
    /// `agreement`, `agreement_by_9`, `collapsed`; of several answers `ending`, or the name of an
    /// issue.
    package let name: String
    /// The probability that it happens; of several answers, of the one that came true.
    package let forecast: Double
    /// `1` or `0`; of several answers, the one that came true.
    package let outcome: String
    package let brier: Double
    package let log: Double
    package let rivals: [Rival]
    /// Whether it is answered yes or no.
    package let isYesNo: Bool
    /// Whether no run gave the answer that came true.
    package let isUnseen: Bool
    /// The answers, each with its probability and whether it came true: what a calibration counts.
    package let answers: [(share: Double, happened: Bool)]

    package static func == (a: Event, b: Event) -> Bool {
      (a.name, a.forecast, a.outcome, a.isYesNo) == (b.name, b.forecast, b.outcome, b.isYesNo)
        && (a.brier, a.log) == (b.brier, b.log) && a.rivals == b.rivals
    }
  }

  /// The time to agreement.
  package struct Time: Sendable, Equatable {
    /// The round by whose end half of the runs had agreed; `nil` where fewer ever did.
    package let median: Int?
    /// The round of the agreement; `nil` where there was none in the rounds that were watched.
    package let observed: Int?
    /// Rounds before this one count.
    package let until: Int
    /// In rounds; see ``ProperScores/crps(_:observed:until:)``.
    package let crps: Double
    package let rivals: [(baseline: Baseline, crps: Double)]

    package static func == (a: Time, b: Time) -> Bool {
      (a.median, a.observed, a.until, a.crps) == (b.median, b.observed, b.until, b.crps)
        && a.rivals.elementsEqual(b.rivals) { $0 == $1 }
    }
  }

  /// A question that is not scored, and why not.
  package struct Unscored: Sendable, Equatable {
    package enum Reason: String, Sendable {
      /// It was not decided when the talks were last looked at.
      case undecided
      /// The outcome file does not say it.
      case unknown
      /// No run agreed, so that nothing is forecast for an agreement.
      case noForecast = "no_forecast"
      /// There was no agreement.
      case noAgreement = "no_agreement"
    }

    package let event: String
    package let reason: Reason
  }

  package let forecast: ForecastRecord
  package let outcome: ObservedOutcome
  package let events: [Event]
  package let time: Time?
  package let unscored: [Unscored]

  /// Whether talks agreed in the window of the forecast; `nil` where that is not decided.
  package var agreed: Bool? { outcome.seen(within: forecast.rounds).agreed }

  /// The event of a name, where it was scored.
  package subscript(name: String) -> Event? { events.first { $0.name == name } }
}

extension CaseScore {
  /// The names of an issue's event: its own, or `issue_NAME` where another event is called so.
  static func name(of issue: String) -> String {
    let taken =
      BaseRates.names.contains(issue) || ["ending", "round"].contains(issue)
      || issue.hasPrefix("agreement_by_")
    return taken ? "issue_\(issue)" : issue
  }
}
