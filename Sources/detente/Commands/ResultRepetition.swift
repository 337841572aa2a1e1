import Experiments
import Results
import Scenarios
import Tables

/// A result that can be made again from its manifest alone.
protocol ResultRepetition {
  /// What its tables must be like.
  func shapes() throws -> [TableShape]

  /// Makes it again and compares it, or as much of it as is asked for.
  ///
  /// - Parameters:
  ///   - verification: the result.
  ///   - request: how many rows, on how many threads.
  ///   - console: where progress is shown.
  ///   - shouldStop: asked often, on any thread.
  /// - Returns: `nil` when it was stopped.
  func check(
    _ verification: ResultVerification, _ request: VerifyRequest, _ console: Console,
    _ shouldStop: @escaping @Sendable () -> Bool
  ) throws -> VerificationCheck?
}

/// What is asked of a simulation that is repeated.
struct VerifyRequest: Sendable {
  /// How many rows, 0 for none; `nil` when it was left open.
  let rows: Int?
  /// Which rows.
  let seed: UInt64
  let threads: Int
}

/// A command whose result says by its manifest how to make it again.
protocol RepeatableCommand: Command {
  /// What the manifest must say, by the command line.
  var stated: StatedArguments { get }

  /// The result, to be made again.
  ///
  /// - Parameters:
  ///   - scenarios: the texts of the manifest; as many as ``StatedArguments/scenarios``.
  ///   - manifest: of the result.
  /// - Throws: `ScenarioFault`, `CommandFailure`.
  func repetition(_ scenarios: [ScenarioDocument], _ manifest: StoredManifest) throws -> any ResultRepetition
}

/// What a command line says and the manifest says once more.
struct StatedArguments {
  /// The paths of the scenarios, as often as the manifest has their texts.
  let scenarios: [String]
  let seed: UInt64
  let runs: Int
  var precision: Double?
  let overrides: [ScenarioOverride]
}

extension StatedArguments {
  /// In what a manifest says something else.
  func faults(in manifest: StoredManifest, _ documents: [ScenarioDocument]) -> [VerificationFault] {
    var faults: [VerificationFault] = []
    func compare(_ what: String, _ said: String, _ stated: String) {
      guard said != stated else { return }
      faults.append(
        VerificationFault(
          ResultDirectory.manifestName, expected: "\(what) \(said), as in the command line that it states",
          found: stated))
    }
    compare(
      "the scenarios", scenarios.joined(separator: ", "), documents.map(\.name).joined(separator: ", "))
    compare("seed", "\(seed)", "\(manifest.seed)")
    compare("runs_planned", "\(runs)", "\(manifest.runsPlanned)")
    compare("precision", precision.map { "\($0)" } ?? "none", manifest.precision.map { "\($0)" } ?? "none")
    compare(
      "settings", ResultVerification.spelt(Dictionary(overrides.map { ($0.path, $0.value) }) { $1 }),
      ResultVerification.spelt(manifest.set))
    return faults
  }
}

extension StoredManifest {
  /// The scenarios whose texts it has, in their order, each with what it extends.
  var documents: [ScenarioDocument] {
    var rest = files.map { SourceText(name: $0.name, text: $0.text) }[...]
    var documents: [ScenarioDocument] = []
    while !rest.isEmpty {
      let document = ScenarioDocument.load(files: Array(rest))
      documents.append(document)
      rest = rest.dropFirst(max(1, document.files.count))
    }
    return documents
  }

  /// The command that made the result, as its command line says.
  ///
  /// - Throws: `UsageError` when the command line makes no sense.
  func repeatable() throws -> (any RepeatableCommand)? {
    let types: [any RepeatableCommand.Type] = [
      RunCommand.self, LeversCommand.self, SensitivityCommand.self, CompareCommand.self,
    ]
    guard let type = types.first(where: { $0.specification.name == command }) else { return nil }
    guard let place = commandLine.firstIndex(of: command) else {
      throw UsageError("there is no word \(command) in it")
    }
    let words = Array(commandLine[(place + 1)...])
    return try type.init(ArgumentParser.parse(words, for: type.specification))
  }
}
