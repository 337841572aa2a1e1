import Results
import Scenarios

/// What a command line says and the manifest says once more.
package struct StatedArguments: Sendable {
  /// The paths of the scenarios, as often as the manifest has their texts; `nil` where the command
  /// line names none, but a result.
  package let scenarios: [String]?
  /// `nil` where the command line does not say it.
  package let seed: UInt64?
  package let runs: Int?
  package let precision: Double?
  /// Values set in place of those of the file, by path.
  package let settings: [String: String]

  package init(
    scenarios: [String]?, seed: UInt64?, runs: Int?, precision: Double? = nil, settings: [String: String]
  ) {
    self.scenarios = scenarios
    self.seed = seed
    self.runs = runs
    self.precision = precision
    self.settings = settings
  }
}

extension StatedArguments {
  /// In what a manifest says something else.
  package func faults(in manifest: StoredManifest, _ documents: [ScenarioDocument]) -> [VerificationFault] {
    var faults: [VerificationFault] = []
    func compare(_ what: String, _ said: String, _ stated: String) {
      guard said != stated else { return }
      faults.append(
        VerificationFault(
          ResultDirectory.manifestName, expected: "\(what) \(said), as in the command line that it states",
          found: stated))
    }
    if let scenarios {
      compare(
        "the scenarios", scenarios.joined(separator: ", "), documents.map(\.name).joined(separator: ", "))
    }
    if let seed { compare("seed", "\(seed)", "\(manifest.seed)") }
    if let runs { compare("runs_planned", "\(runs)", "\(manifest.runsPlanned)") }
    compare("precision", precision.map { "\($0)" } ?? "none", manifest.precision.map { "\($0)" } ?? "none")
    compare(
      "settings", ResultVerification.spelt(settings),
      ResultVerification.spelt(manifest.set))
    return faults
  }
}

extension StoredManifest {
  /// The scenarios whose texts it has, in their order, each with what it extends.
  package var documents: [ScenarioDocument] {
    ScenarioDocument.all(in: files.map { SourceText(name: $0.name, text: $0.text) })
  }
}

extension ScenarioDocument {
  /// The scenarios among some texts, in their order, each with what it extends; a text that is none
  /// is one with nothing.
  package static func all(in files: [SourceText]) -> [ScenarioDocument] {
    var rest = files[...]
    var documents: [ScenarioDocument] = []
    while !rest.isEmpty {
      let document = ScenarioDocument.load(files: Array(rest))
      documents.append(document)
      rest = rest.dropFirst(max(1, document.files.count))
    }
    return documents
  }
}
