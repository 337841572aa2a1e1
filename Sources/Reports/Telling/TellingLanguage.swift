/// The languages that a run can be told in: labels and sentences alike.
public enum TellingLanguage: String, Sendable, CaseIterable {
  case english = "en"
  case arabic = "ar"

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
