import Bargaining

/// How endings of talks are spoken of.
package enum EndingWords {
  /// As a name: `Full agreement`.
  ///
  /// - Parameter isOpen: whether talks that end without a deadline were still going on
  ///   (``Bargaining/Scenario/hasDeadlineInWindow``).
  package static func label(_ ending: Ending, isOpen: Bool = false) -> String {
    switch ending {
    case .outOfTime where isOpen: "Still talking"
    case .fullAgreement: "Full agreement"
    case .partialAgreement: "Partial agreement"
    case .rejectedAtHome: "Rejected at home"
    case .collapsed: "Collapsed"
    case .outOfTime: "Out of time"
    }
  }

  /// Of runs, within a sentence: `collapse`.
  package static func verb(_ ending: Ending) -> String {
    switch ending {
    case .fullAgreement: "end in a full agreement"
    case .partialAgreement: "end in a partial agreement"
    case .rejectedAtHome: "are rejected at home"
    case .collapsed: "collapse"
    case .outOfTime: "run out of time"
    }
  }
}
