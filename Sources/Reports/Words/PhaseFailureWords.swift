import Bargaining

/// Why agreements broke, in words that follow a number of agreements.
enum PhaseFailureWords {
  static func words(for cause: PhaseFailure.Cause, language: String) -> String {
    language == "ar" ? arabic(cause) : english(cause)
  }

  private static func english(_ cause: PhaseFailure.Cause) -> String {
    switch cause {
    case .temptation: "with a party that gained by leaving"
    case .fadedLeverage: "with a party that gained by leaving only since the mediators' leverage had faded"
    case .mishap: "although no party gained by leaving"
    }
  }

  private static func arabic(_ cause: PhaseFailure.Cause) -> String {
    switch cause {
    case .temptation: "لأن طرفًا كان يكسب من الانسحاب"
    case .fadedLeverage: "لأن طرفًا صار يكسب من الانسحاب بعد أن ضعف تأثير الوسطاء"
    case .mishap: "مع أن أي طرف لم يكن يكسب من الانسحاب"
    }
  }
}
