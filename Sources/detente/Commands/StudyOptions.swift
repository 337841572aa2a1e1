import Experiments
import Foundation
import Scenarios
import Tables

/// What `sensitivity`, `levers` and `compare` have in common: seed, threads, where the tables go and what is printed.
struct StudyOptions {
  let seed: UInt64
  let overrides: [ScenarioOverride]
  let format: CommonOptions.Report
  private let threads: Int?
  private let out: String?
  private let force: Bool
  private let isQuiet: Bool
  private let started = Date()

  /// Beside the command's own option for the directory.
  static let specifications = [
    CommonOptions.seed.specification, CommonOptions.threads.specification, CommonOptions.force.specification,
    CommonOptions.set.specification, CommonOptions.format.specification, CommonOptions.quiet.specification,
  ]

  /// - Parameters:
  ///   - arguments: the command line.
  ///   - directory: the command's option for the directory of its tables.
  init(_ arguments: ParsedArguments, directory: Option<String>) throws(UsageError) {
    seed = try arguments.value(of: CommonOptions.seed) ?? 1
    overrides = try arguments.values(of: CommonOptions.set)
    format = try arguments.value(of: CommonOptions.format) ?? .text
    threads = try arguments.value(of: CommonOptions.threads)
    out = try arguments.value(of: directory)
    force = arguments.has(CommonOptions.force)
    isQuiet = arguments.has(CommonOptions.quiet)
  }

  func console(_ console: Console) -> Console { console.muted(isQuiet) }

  func threads(on console: Console) -> Int {
    threads ?? AvailableProcessors.count(environment: console.environment)
  }

  /// Takes the directory before the work begins; `nil` when none is wanted.
  func claimDirectory() throws(CommandFailure) -> ResultOutput? {
    guard let out else { return nil }
    return try ResultOutput(path: out, force: force)
  }

  /// Makes the tables and writes them, with a manifest, to the directory, if there is one.
  ///
  /// - Parameters:
  ///   - output: the directory.
  ///   - command: the name of the command.
  ///   - readings: the scenarios, the first named first.
  ///   - runs: runs at each point or of each scenario.
  ///   - console: where to say where they are.
  ///   - make: makes the tables.
  func tables(
    in output: ResultOutput?, command: String, readings: [ScenarioReading], runs: Int, _ console: Console,
    _ make: () throws(TableError) -> [Table]
  ) throws(CommandFailure) -> [Table] {
    let tables: [Table]
    do { tables = try make() } catch { throw CommandFailure(.defect, "\(error)") }
    guard let output else { return tables }
    try output.write(
      tables: tables, texts: [],
      manifest: Manifest(
        command: command, commandLine: ["detente"] + CommandLine.arguments.dropFirst(),
        scenario: readings.first?.scenario.identifier ?? "",
        sources: readings.flatMap { ScenarioInput.sources($0.files) },
        overrides: overrides.map { Manifest.Override(path: $0.path, value: $0.value) }, seed: seed,
        runs: runs,
        runsPlanned: runs, isComplete: true, threads: threads(on: console), machine: .current,
        started: started,
        finished: Date(),
        timings: [Manifest.Timing(step: "study", seconds: Date().timeIntervalSince(started))]))
    console.note("The \(tables.count == 1 ? "table is" : "tables are") in \(output.directory.path).")
    return tables
  }
}
