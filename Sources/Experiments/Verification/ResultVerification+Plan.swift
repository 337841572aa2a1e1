import Results
import Scenarios
import Tables

extension ResultVerification {
  /// The plan of a sweep.
  ///
  /// - Throws: ``SweepFault`` when there is none or it cannot be used.
  package func plan() throws(SweepFault) -> SweepPlan {
    guard let plan = try SweepDirectory.plan(in: path) else { throw .noPlan(path) }
    return plan
  }

  /// Holds the manifest of a sweep against its plan.
  package func planCheck(_ plan: SweepPlan) -> VerificationCheck {
    var check = VerificationCheck(
      .plan, "the manifest has its version, scenario texts, settings, design, runs, seed and precision")
    guard let manifest else { return check }
    func compare(_ what: String, _ planned: String, _ stated: String) {
      guard planned != stated else { return }
      check.faults.append(
        VerificationFault(
          ResultDirectory.manifestName, expected: "\(what) \(planned), as in \(SweepPlan.fileName)",
          found: stated))
    }
    compare("version", plan.version, manifest.version)
    let texts = plan.scenarios.flatMap(\.files)
    compare("files:", "\(texts.count)", "\(manifest.files.count)")
    for (text, file) in zip(texts, manifest.files) {
      compare("the file", text.name, file.name)
      compare("the text of \(text.name) with SHA-256", SHA256.hex(of: text.bytes), file.sha256)
    }
    let settings = Dictionary(plan.settings.map { ($0.path, $0.value) }) { $1 }
    compare("settings", ResultVerification.spelt(settings), ResultVerification.spelt(manifest.set))
    compare(
      "design", JSONText.string(plan.design.json.asStored, .compact),
      manifest.design.map { JSONText.string($0.asStored, .compact) } ?? "none")
    compare("runs", "\(plan.runs)", "\(manifest.runs)")
    compare("runs_planned", "\(plan.runs)", "\(manifest.runsPlanned)")
    compare("seed", "\(plan.seed)", "\(manifest.seed)")
    compare(
      "precision", plan.precision.map { "\($0)" } ?? "none", manifest.precision.map { "\($0)" } ?? "none")
    return check
  }

  package static func spelt(_ settings: [String: String]) -> String {
    settings.isEmpty
      ? "none" : settings.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
  }
}
