import Tables

/// The languages that a run can be told in: labels and sentences alike.
public enum TellingLanguage: String, Sendable, CaseIterable {
  /// English; the raw value is the key under which a scenario file has its labels.
  case english = "en"
  /// Arabic, which runs from right to left. A label without an Arabic text stands in English, or
  /// in the first language that it has.
  case arabic = "ar"

  /// How intervals are spelt.
  var intervals: IntervalWords {
    switch self {
    case .english: .english
    case .arabic: .arabic
    }
  }

  /// The sentences.
  ///
  /// - Parameter unit: what a round stands for, such as `day`.
  func words(unit: String) -> any TellingWords {
    switch self {
    case .english: EnglishWords(unit: unit)
    case .arabic: ArabicWords(unit: unit)
    }
  }
}
