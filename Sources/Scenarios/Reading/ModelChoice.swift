import Bargaining

/// Settings by what they are about: which model is to be played, the models themselves, or what the
/// talks are like, in every model alike.
package struct ModelChoice {
  /// The path under which a setting names the model to be played: `model=fearful`.
  package static let path = "model"

  /// The last choice of a model; `nil` for all of them, each by its weight.
  let chosen: ScenarioSetting?
  /// What changes weights and patches, before any patch is applied.
  let ofModels: [ScenarioSetting]
  /// What changes the talks, after a patch.
  let ofTalks: [ScenarioSetting]

  init(_ settings: [ScenarioSetting]) {
    chosen = settings.last { $0.path == ModelChoice.path }
    let others = settings.filter { $0.path != ModelChoice.path }
    ofModels = others.filter { $0.path == "models" || $0.path.hasPrefix("models.") }
    ofTalks = others.filter { !($0.path == "models" || $0.path.hasPrefix("models.")) }
  }

  /// The place of the chosen model; `nil` after reporting that there is none of that name.
  func place(among patches: [ModelPatch], _ diagnostics: inout Diagnostics) -> Int? {
    guard let chosen else { return nil }
    let name = chosen.value.trimmingPrefix("\"")
    let wanted = name.hasSuffix("\"") ? name.dropLast() : name
    if let place = patches.firstIndex(where: { $0.name == wanted }) { return place }
    let file = diagnostics.add(chosen.place?.source ?? SourceText(name: chosen.origin, text: chosen.text))
    let span =
      chosen.place?.valueSpan
      ?? SourceSpan(
        file: file, start: chosen.path.utf8.count + 1, end: chosen.text.utf8.count)
    diagnostics.error(
      at: SourceSpan(file: file, start: Int(span.start), end: Int(span.end)),
      patches.isEmpty ? "the scenario has no models" : "there is no model \(Quoting.quoted(String(wanted)))",
      hint: Suggestion.hint(for: String(wanted), among: patches.map(\.name)))
    return nil
  }
}
