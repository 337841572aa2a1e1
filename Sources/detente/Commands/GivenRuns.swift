import Bargaining
import Experiments
import Foundation
import Reports
import Results
import Scenarios
import Simulation
import Tables

/// The runs that `sensitivity --from` and `levers --from` start from.
struct GivenRuns {
  static let from = Option(
    "from", .text("RESULT", "the directory of a result", completion: .directories),
    help: "take the runs of a result, which was run with --keep-runs --keep-draws, and simulate nothing")

  let result: StoredResult
  let runs: KeptRuns

  /// Options that have no part in it, of those that a command has.
  static func refuse(
    _ options: [OptionSpecification], in arguments: ParsedArguments
  ) throws(UsageError) {
    let fixed = [
      CommonOptions.seed.specification, CommonOptions.set.specification, CommonOptions.model.specification,
      StudyOptions.resume.specification, StudyPart.shard.specification, StudyPart.slurm.specification,
    ]
    if let option = (options + fixed).first(where: { arguments.has($0) }) {
      throw UsageError("--from takes the runs as they are: \(option.typed) has no part in it")
    }
    if let scenario = arguments.positionals.first {
      throw UsageError(
        "--from takes the scenario of the result: \(Quoting.quoted(scenario)) has no part in it")
    }
  }

  /// - Throws: where the result has no such runs, with the line that makes it have them.
  init(reading path: String) throws(CommandFailure) {
    do {
      result = try StoredResult(reading: path, with: ["draws", "runs"], ofThisProgram: true)
    } catch {
      throw StoredResultInput.failure(error, advice: GivenRuns.advice(error, path))
    }
    do {
      runs = try KeptRuns(result)
    } catch {
      throw CommandFailure(.failed, "\(path): \(error)")
    }
    if let lack = GivenDataSample.lack(of: runs.count, in: path) { throw CommandFailure(.failed, lack) }
  }

  private static func advice(_ fault: StoredResultFault, _ path: String) -> Message {
    var words = ["detente", "run", "SCENARIO", "--out", path]
    switch fault {
    case .noTable(_, _, "run", let line), .otherProgram(_, _, "run", let line): words = line
    case .noTable, .otherProgram: break
    default: return ""
    }
    for flag in ["--keep-runs", "--keep-draws", "--force"] where !words.contains(flag) { words.append(flag) }
    return "This makes it:\n  \(ShellWords.line(words))"
  }

  /// Where the runs come from, as the manifest says it.
  var design: JSONValue {
    .object([
      "from": .string(result.path), "manifest_sha256": .string(result.digest),
      "program": .string(result.manifest.version),
      "set": .object(
        JSONObject(result.manifest.set.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) })),
    ])
  }

  /// Writes tables that were made of the runs.
  func write(
    _ tables: [Table], command: String, started: Date, in output: ResultOutput, _ console: Console
  ) throws(CommandFailure) {
    try output.write(
      tables: tables,
      manifest: Manifest(
        command: command, commandLine: console.invocation.line, scenario: result.scenario.identifier,
        sources: ScenarioInput.sources(result.reading.files), design: design, seed: result.manifest.seed,
        runs: runs.count,
        runsPlanned: runs.count, isComplete: true, threads: 1, machine: .current, started: started,
        finished: Date(),
        timings: [Manifest.Timing(step: "study", seconds: Date().timeIntervalSince(started))]),
      to: output.draft(), console: console)
    console.note(PlaceWords.sentence("Tables, report and manifest are", in: output.directory.path))
  }
}

/// The same runs again, from what a manifest says of them.
struct GivenRunsRepetition {
  let scenario: Scenario
  let seed: UInt64
  let runs: Int

  init(_ document: ScenarioDocument, _ manifest: StoredManifest) throws {
    guard let design = manifest.design, case .object(let set)? = design["set"] else {
      throw CommandFailure(.failed, "the manifest does not say which runs were taken")
    }
    seed = manifest.seed
    runs = manifest.runs
    let settings = set.members.compactMap { member in
      member.value.text.map { ScenarioSetting(path: member.key, value: $0, origin: "the result's --set") }
    }
    scenario = try document.decode(settings: settings).scenario
  }

  /// Makes the tables of a study of the runs once more.
  func repetition(
    _ shapes: @escaping () throws -> [TableShape],
    _ tables: @escaping (KeptRuns, _ shouldStop: @escaping @Sendable () -> Bool) throws -> [Table]
  ) -> any ResultRepetition {
    StudyRepetition(unit: "runs", expected: shapes) { threads, shouldStop, progress in
      let kept = try KeptRuns.simulated(
        scenario, runs: runs, seed: seed, threads: threads, shouldStop: shouldStop,
        onRuns: { progress($0, runs) })
      return try kept.map { try tables($0, shouldStop) }
    }
  }
}
