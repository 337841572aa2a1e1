import Experiments
import Reports
import Results
import Simulation
import Tables

/// `detente verify DIR`.
struct VerifyCommand: Command {
  private static let rows = Option(
    "rows", .wholeNumber(0...SweepDesign.mostPoints),
    help:
      "how many rows to simulate again, besides the first and the last: of a sweep 10 unless given, of runs.csv all and with it everything else; "
      + "0 for no simulation. What has no rows of single runs or points is simulated as a whole")
  private static let seed = Option("seed", .seed, help: "which rows are looked at (1 unless given)")

  static let specification = CommandSpecification(
    name: "verify", summary: "say whether a result is whole and right",
    discussion: [
      "Takes the result of any command. Holds every file against its size and SHA-256 in manifest.json, the manifest against its seal, its command line "
        + "and the plan of a sweep, the tables against the headings and rows that they must have, and simulates again: a run and the studies as a whole, "
        + "from the scenario texts in the manifest, and compares tables, pictures and report byte for byte; of a sweep some rows.",
      "Prints a line for each check, which says what was looked at, and a line for each fault. Files that are not of the result are named and are no fault.",
      "Ends with status 0 when nothing is wrong, 1 when the result is not whole or not right, 65 when manifest.json is not of this program, 66 when there is no result. "
        + "Of a result of another version everything is checked but what is simulated, and the status is 69, or 0 with --rows 0.",
    ],
    positional: PositionalSpecification(valueName: "DIR", count: 1...1, completion: .directories),
    options: [
      rows.specification, seed.specification, CommonOptions.threads.specification,
      CommonOptions.format.specification, CommonOptions.quiet.specification,
    ],
    examples: [
      CommandSpecification.Example(line: "detente verify results/paris-2025", meaning: "everything again"),
      CommandSpecification.Example(
        line: "detente verify results/paris-2025-sweep --rows 3",
        meaning: "three rows of a sweep, the first and the last"),
      CommandSpecification.Example(
        line: "detente verify results/paris-2025 --rows 0", meaning: "in a moment: nothing is simulated"),
    ])

  private let path: String
  private let rows: Int?
  private let seed: UInt64
  private let threads: Int?
  private let format: CommonOptions.Report
  private let isQuiet: Bool

  init(_ arguments: ParsedArguments) throws(UsageError) {
    path = arguments.positionals[0]
    rows = try arguments.value(of: VerifyCommand.rows)
    seed = try arguments.value(of: VerifyCommand.seed) ?? 1
    threads = try arguments.value(of: CommonOptions.threads)
    format = try arguments.value(of: CommonOptions.format) ?? .text
    isQuiet = arguments.has(CommonOptions.quiet)
  }

  func run(on console: Console) throws(CommandFailure) -> ExitStatus {
    let console = console.muted(isQuiet)
    let interruption = Interruption()
    let report: VerificationReport
    do {
      let verification = try ResultVerification(of: path)
      let request = VerifyRequest(
        rows: rows, seed: seed,
        threads: threads ?? AvailableProcessors.count(environment: console.environment))
      let stop: @Sendable () -> Bool = { interruption.isRequested }
      report = try VerificationSession(
        of: verification, rows: rows,
        command: { try $0.repeatable()?.again(verification, request, console, stop) },
        sweep: { try SweepRepetition(shapes: $0).check(verification, request, console, stop) }
      ).report()
    } catch {
      throw failure(error)
    }
    let status =
      report.wasStopped && report.faults.isEmpty
      ? interruption.status ?? .stoppedEarly : status(of: report)
    switch format {
    case .text:
      try console.print(VerificationText(report, rows: rows, in: console.words).text(width: console.width))
    case .json:
      try console.print(json: VerificationDocument.json(report, status: Int(status.rawValue)))
    }
    return status
  }

  /// How the command ends when it was not stopped, or was stopped after a fault was found.
  private func status(of report: VerificationReport) -> ExitStatus {
    if !report.faults.isEmpty { return .failed }
    return report.verdict(rows: rows) == .otherVersion ? .otherVersion : .done
  }

  private func failure(_ error: any Error) -> CommandFailure {
    switch error {
    case ResultDirectoryFault.noResult(let path):
      CommandFailure(
        .noInput, "\(ResultDirectoryFault.noResult(path))",
        advice: (try? SweepDirectory.isHeld(in: path)) == true
          ? "It holds a sweep that is not finished: go on with \"detente sweep --resume\", or \"detente merge\" its shards."
          : "")
    case let refusal as VerificationRefusal: CommandFailure(.badScenario, "\(refusal)")
    case let fault as SimulationError: SimulationFailure.failure(fault, scenario: path)
    default: SweepFailure.failure(error)
    }
  }
}
