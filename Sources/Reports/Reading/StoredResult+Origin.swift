import Experiments
import Tables

extension StoredResult {
  /// How it was made, a sentence under a table for readers.
  package func origin(in language: TellingLanguage) -> String {
    let title = ScenarioLabels(scenario, language: language.rawValue).title
    return switch language {
    case .english: "\(title): \(Numerals.counted(manifest.runs, "run")), seed \(manifest.seed)."
    case .arabic: "\(title): عدد العمليات \(Numerals.count(manifest.runs))، والبذرة \(manifest.seed)."
    }
  }
}
