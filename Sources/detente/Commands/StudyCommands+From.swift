import Bargaining
import Experiments
import Foundation
import Reports
import Results
import Scenarios
import Tables

extension SensitivityCommand {
  /// What the runs of a result tell.
  func run(from path: String, on console: Console) throws(CommandFailure) -> ExitStatus {
    let started = Date()
    let given = try GivenRuns(reading: path)
    let chosen = try output(of: given.result.scenario)
    let output = try options.claimDirectory("\(given.result.scenario.identifier)-sensitivity")
    let result = try result(of: given.runs, chosen)
    let tables: [Table]
    do { tables = try result.tables() } catch { throw CommandFailure(.defect, "\(error)") }
    try given.write(tables, command: "sensitivity", started: started, in: output, console)
    switch options.format {
    case .json:
      try console.print(json: GivenDataDocument.json(command: "sensitivity", source: given.design, tables))
    case .text:
      try console.print(
        GivenDataSensitivityText(result, of: path, top: top, width: console.width, in: console.words).text)
    }
    return .done
  }

  func result(of runs: KeptRuns, _ output: StudyOutput) throws(CommandFailure) -> GivenDataSensitivity {
    guard let result = GivenDataSensitivity(runs, output: output, isAskedAbout: isAskedAbout) else {
      throw CommandFailure(.usage, "--output \(self.output): single runs do not have it")
    }
    guard !result.findings.isEmpty else {
      throw CommandFailure(
        .failed,
        only.isEmpty
          ? "no number of the scenario is uncertain: there is nothing to tell"
          : "no uncertain number's path begins with \(either: only)")
    }
    return result
  }

  func isAskedAbout(_ path: String) -> Bool { only.isEmpty || only.contains { path.hasPrefix($0) } }

  /// The same result again.
  func repetitionFrom(
    _ document: ScenarioDocument, _ manifest: StoredManifest
  ) throws -> any ResultRepetition {
    let source = try GivenRunsRepetition(document, manifest)
    let chosen = try output(of: source.scenario)
    return source.repetition(
      { try GivenDataSensitivity.shapes(of: source.scenario, output: chosen, isAskedAbout: isAskedAbout) },
      { runs, _ in try result(of: runs, chosen).tables() })
  }
}

extension LeversCommand {
  /// What the runs of a result tell.
  func run(from path: String, on console: Console) throws(CommandFailure) -> ExitStatus {
    let started = Date()
    let interruption = Interruption()
    let given = try GivenRuns(reading: path)
    let output = try options.claimDirectory("\(given.result.scenario.identifier)-levers")
    let result: GivenDataLevers
    let tables: [Table]
    do {
      result = try GivenDataLevers(
        given.runs, seed: given.result.manifest.seed, shouldStop: { interruption.isRequested })
      tables = try result.tables()
    } catch {
      throw CommandFailure(.failed, "\(error)")
    }
    if interruption.isRequested {
      console.say("Stopped; nothing was written.")
      return interruption.status ?? .stoppedEarly
    }
    try given.write(tables, command: "levers", started: started, in: output, console)
    switch options.format {
    case .json:
      try console.print(json: GivenDataDocument.json(command: "levers", source: given.design, tables))
    case .text:
      try console.print(GivenDataLeversText(result, of: path, width: console.width, in: console.words).text)
    }
    return .done
  }

  /// The same result again.
  func repetitionFrom(
    _ document: ScenarioDocument, _ manifest: StoredManifest
  ) throws -> any ResultRepetition {
    let source = try GivenRunsRepetition(document, manifest)
    return source.repetition(
      { try GivenDataLevers.shapes(of: source.scenario) },
      { try GivenDataLevers($0, seed: source.seed, shouldStop: $1).tables() })
  }
}
