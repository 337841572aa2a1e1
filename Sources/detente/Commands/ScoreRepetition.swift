import Experiments
import Results
import Scenarios
import Tables

extension ScoreCommand: RepeatableCommand {
  var stated: StatedArguments {
    StatedArguments(scenarios: outcomes, seed: 1, runs: results.count, settings: [:])
  }

  func repetition(_ scenarios: [ScenarioDocument], _ manifest: StoredManifest) throws -> any ResultRepetition
  {
    let forecasts = manifest.design?["forecasts"]?.elements?.compactMap { ForecastRecord($0) } ?? []
    guard forecasts.count == results.count, forecasts.map(\.result) == results else {
      throw CommandFailure(.failed, "the manifest does not have the forecasts that were scored")
    }
    let sources = manifest.files.map { SourceText(name: $0.name, text: $0.text) }
    return ScoreRepetition(
      command: self, result: try score(zip(forecasts, sources).map { ($0, $1) }))
  }
}

/// `detente score` once more, from the forecasts and outcome files in its manifest.
struct ScoreRepetition: ResultRepetition {
  let command: ScoreCommand
  let result: ScoreResult

  func shapes() throws -> [TableShape] {
    try result.tables().map { TableShape($0, cells: $0.name == "baselines" ? 2 : 1) }
  }

  func check(
    _ verification: ResultVerification, _ request: VerifyRequest, _ console: Console,
    _ shouldStop: @escaping @Sendable () -> Bool
  ) throws -> VerificationCheck? {
    let tables = try command.tables(of: result)
    let files = tables.map { (name: "\($0.name).csv", bytes: $0.write(.csv)) }
    return verification.check(study: files + (try verification.page(of: tables)))
  }
}
