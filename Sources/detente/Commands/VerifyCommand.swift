import Experiments
import Results

/// `detente verify DIR`.
struct VerifyCommand: Command {
  private static let rows = Option(
    "rows", .wholeNumber(1...SweepDesign.mostPoints), help: "how many rows to look at (10 unless given)")
  private static let seed = Option("seed", .seed, help: "which rows are looked at (1 unless given)")

  static let specification = CommandSpecification(
    name: "verify", summary: "simulate some rows of a sweep again and compare them byte for byte",
    discussion: [
      "Takes rows of sweep.csv at random, simulates their points again by plan.json, and compares. Ends with status 1 "
        + "when a row is another now: the table was changed, or was made by another version of the program."
    ],
    positional: PositionalSpecification(valueName: "DIR", count: 1...1, completion: .directories),
    options: [
      rows.specification, seed.specification, CommonOptions.threads.specification,
      CommonOptions.quiet.specification,
    ],
    examples: [
      CommandSpecification.Example(
        line: "detente verify results/paris-2025-sweep --rows 3", meaning: "three rows of a sweep")
    ])

  private let path: String
  private let rows: Int
  private let seed: UInt64
  private let threads: Int?
  private let isQuiet: Bool

  init(_ arguments: ParsedArguments) throws(UsageError) {
    path = arguments.positionals[0]
    rows = try arguments.value(of: VerifyCommand.rows) ?? 10
    seed = try arguments.value(of: VerifyCommand.seed) ?? 1
    threads = try arguments.value(of: CommonOptions.threads)
    isQuiet = arguments.has(CommonOptions.quiet)
  }

  func run(on console: Console) throws(CommandFailure) -> ExitStatus {
    let console = console.muted(isQuiet)
    let interruption = Interruption()
    do {
      let verification = try SweepVerification(
        of: path, rows: rows, seed: seed,
        threads: threads ?? AvailableProcessors.count(environment: console.environment),
        shouldStop: { interruption.isRequested })
      if verification.wasStopped { return interruption.status ?? .stoppedEarly }
      for difference in verification.differences {
        console.say("detente: verify: point \(difference.point + 1) is another now")
        console.say("  in the table  \(difference.stored)\n  simulated     \(difference.simulated)")
      }
      guard verification.differences.isEmpty else { return .failed }
      try console.print("\(verification.points.count) rows are the same, byte for byte.\n")
      return .done
    } catch {
      throw SweepFailure.failure(error)
    }
  }
}
