import Bargaining

/// How the causes of failure are spoken of.
package enum CauseWords {
  /// In a table, in Arabic where that is the reader's language, else in English.
  ///
  /// - Parameters:
  ///   - cause: why a run failed.
  ///   - limit: of the talks that were simulated.
  ///   - language: a tag such as `en`.
  package static func label(_ cause: FailureCause, _ limit: TimeLimit, language: String) -> String {
    language == "ar" ? arabic(cause, limit) : english(cause, limit)
  }

  private static func english(_ cause: FailureCause, _ limit: TimeLimit) -> String {
    switch cause {
    case .noZone: "Nothing to find"
    case .information: "Never tabled"
    case .distrust: "Distrust"
    case .home: "A deal turned down at home"
    case .time:
      switch limit {
      case .deadline: "Tabled but not taken in time"
      case .window: "Tabled but not yet taken"
      case .either: "Tabled but not taken"
      }
    case .event: "Broke down by an event"
    case .breakdown: "Broke down without an event"
    }
  }

  private static func arabic(_ cause: FailureCause, _ limit: TimeLimit) -> String {
    switch cause {
    case .noZone: "لم يوجد ما يُتفق عليه"
    case .information: "لم يُطرح ما يقبله الجميع"
    case .distrust: "نقص الثقة"
    case .home: "رُفض اتفاق في الداخل"
    case .time:
      switch limit {
      case .deadline: "طُرح ولم يُقبل في الوقت"
      case .window: "طُرح ولم يُقبل بعد"
      case .either: "طُرح ولم يُقبل"
      }
    case .event: "انهيار بسبب حدث"
    case .breakdown: "انهيار دون حدث"
    }
  }

  /// A label within a sentence.
  static func clause(_ label: String) -> String { label.prefix(1).lowercased() + label.dropFirst() }

  /// What each means, in a sentence.
  package static let definitions =
    "Each run has the first cause that applies: in no round was there an outcome that all who must agree could accept and "
    + "every home would have let pass; a deal was struck and turned down at home; a text that all could have accepted failed "
    + "for want of trust alone; the talks broke down, and would not have without an event that raised the risk, or would have "
    + "anyhow; time ran out, or the talks were still going on where the window ended, before or after something that all "
    + "could have accepted was on the table."
}
