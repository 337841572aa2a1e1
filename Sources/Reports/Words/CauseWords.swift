import Bargaining

/// How the causes of failure are spoken of.
package enum CauseWords {
  /// In a table, in Arabic where that is the reader's language, else in English.
  package static func label(_ cause: FailureCause, language: String) -> String {
    language == "ar" ? arabic(cause) : english(cause)
  }

  private static func english(_ cause: FailureCause) -> String {
    switch cause {
    case .noZone: "Nothing to find"
    case .information: "Never tabled"
    case .distrust: "Distrust"
    case .home: "Turned down at home"
    case .time: "Time ran out"
    case .event: "Broke down by an event"
    case .breakdown: "Broke down without one"
    }
  }

  private static func arabic(_ cause: FailureCause) -> String {
    switch cause {
    case .noZone: "لم يوجد ما يُتفق عليه"
    case .information: "لم يُطرح ما يقبله الجميع"
    case .distrust: "نقص الثقة"
    case .home: "رفض في الداخل"
    case .time: "انقضاء الوقت"
    case .event: "انهيار بسبب حدث"
    case .breakdown: "انهيار دون حدث"
    }
  }

  /// What each means, in a sentence.
  package static let definitions =
    "Each run has the first cause that applies: in no round was there an outcome that all who must agree could accept and "
    + "every home would have let pass; a deal was struck and turned down at home; a text that all could have accepted failed "
    + "for want of trust alone; the talks broke down, and would not have without an event that raised the risk, or would have "
    + "anyhow; time ran out, before or after something that all could have accepted was on the table."
}
