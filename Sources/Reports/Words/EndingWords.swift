import Bargaining
import Tables

/// How endings of talks are spoken of.
package enum EndingWords {
  /// As a name, in Arabic where that is the reader's language, else in English.
  package static func label(_ ending: Ending, _ limit: TimeLimit, language: String) -> String {
    language == "ar" ? arabic(ending, limit) : label(ending, limit)
  }

  /// All of them together.
  package static func all(language: String) -> String { language == "ar" ? "كل العمليات" : "All runs" }

  /// As a name: `Full agreement`.
  ///
  /// - Parameter limit: of the talks that were simulated.
  package static func label(_ ending: Ending, _ limit: TimeLimit) -> String {
    switch ending {
    case .fullAgreement: "Full agreement"
    case .partialAgreement: "Partial agreement"
    case .rejectedAtHome: "Rejected at home"
    case .collapsed: "Collapsed"
    case .outOfTime:
      switch limit {
      case .deadline: "Out of time"
      case .window: "Still talking"
      case .either: "Out of time or still talking"
      }
    }
  }

  /// ``verb(_:_:)``, told.
  static func told(_ ending: Ending, _ limit: TimeLimit) -> Message { Message(whole: verb(ending, limit)) }

  /// Of runs, within a sentence: `collapse`.
  package static func verb(_ ending: Ending, _ limit: TimeLimit) -> String {
    switch ending {
    case .fullAgreement: "end in a full agreement"
    case .partialAgreement: "end in a partial agreement"
    case .rejectedAtHome: "are rejected at home"
    case .collapsed: "collapse"
    case .outOfTime:
      switch limit {
      case .deadline: "run out of time"
      case .window: "are still talking"
      case .either: "run out of time or are still talking"
      }
    }
  }

  private static func arabic(_ ending: Ending, _ limit: TimeLimit) -> String {
    switch ending {
    case .fullAgreement: "اتفاق كامل"
    case .partialAgreement: "اتفاق جزئي"
    case .rejectedAtHome: "رفض في الداخل"
    case .collapsed: "انهيار"
    case .outOfTime:
      switch limit {
      case .deadline: "انقضاء الوقت"
      case .window: "ما زالت المحادثات مستمرة"
      case .either: "انقضاء الوقت أو استمرار المحادثات"
      }
    }
  }
}
