import Experiments
import Foundation
import Reports
import Results

/// `detente merge DIR…`.
struct MergeCommand: Command {
  private static let out = Option(
    "out", short: "o", .directory, help: "the directory for the results (DIR when there is only one)")

  static let specification = CommandSpecification(
    name: "merge", summary: "join the shards of a sweep into one result",
    discussion: [
      "Takes the directories in which shards of one sweep were done, one or several, and writes sweep.csv, timing.csv "
        + "and manifest.json. sweep.csv is the same, byte for byte, as that of a sweep in one piece.",
      "Shards that are missing or unfinished, and shards that are in two directories, are named and nothing is written. "
        + "Directories of different sweeps are refused with the difference.",
    ],
    positional: PositionalSpecification(valueName: "DIR", count: 1...Int.max, completion: .directories),
    options: [
      out.specification, CommonOptions.pageLanguage.specification, CommonOptions.force.specification,
      CommonOptions.format.specification,
      CommonOptions.quiet.specification,
    ],
    examples: [
      CommandSpecification.Example(
        line: "detente merge node-a/sweep node-b/sweep --out results/merged",
        meaning: "joins what two machines have done")
    ])

  private let paths: [String]
  private let out: String?
  private let force: Bool
  private let format: CommonOptions.Report
  private let isQuiet: Bool

  init(_ arguments: ParsedArguments) throws(UsageError) {
    paths = arguments.positionals
    out = try arguments.value(of: MergeCommand.out)
    force = arguments.has(CommonOptions.force)
    format = try arguments.value(of: CommonOptions.format) ?? .text
    isQuiet = arguments.has(CommonOptions.quiet)
    _ = try arguments.value(of: CommonOptions.pageLanguage)
    guard out != nil || paths.count == 1 else {
      throw UsageError(
        "of several directories none is the obvious place for the result: --out DIR is missing")
    }
  }

  func run(on console: Console) throws(CommandFailure) -> ExitStatus {
    let console = console.muted(isQuiet)
    let (started, clock) = (Date(), ContinuousClock.now)
    do {
      let result = try SweepMerge.result(of: paths)
      let directory: SweepDirectory
      if let out, !paths.contains(out) {
        directory = try SweepDirectory(claiming: out, for: result.plan, replacing: force)
      } else {
        directory = try SweepDirectory(opening: out ?? paths[0])
      }
      let report = SweepReport(
        command: "merge", result: result, threads: 1, started: started, elapsed: .now - clock, format: format)
      report.tellFailures(console)
      try report.write(to: directory, on: console)
      console.note(PlaceWords.sentence("Tables, report and manifest are", in: directory.path))
      return report.status
    } catch {
      throw SweepFailure.failure(error)
    }
  }
}
