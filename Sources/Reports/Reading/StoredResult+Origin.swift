import Experiments
import Tables

extension StoredResult {
  /// How it was made, a sentence under a table for readers, in English.
  package var origin: String {
    let title = ScenarioLabels(scenario, language: "en").title
    return "\(title): \(Numerals.counted(manifest.runs, "run")), seed \(manifest.seed)."
  }
}
