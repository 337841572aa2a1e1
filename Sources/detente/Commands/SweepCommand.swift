import Experiments
import Scenarios
import Simulation

/// `detente sweep SCENARIO --vary PATH=…`.
struct SweepCommand: Command {
  static let vary = Option(
    "vary", .axis, repeats: true,
    help:
      "the values of one number: PATH=LO..HI:N for N values from LO to HI, or PATH=A,B,C (may be given several "
      + "times; the first varies slowest)")

  /// Not where `run` puts its result, so that a run and a sweep of one scenario stand side by side.
  static let out = Option(
    "out", short: "o", .directory, help: "the directory for the results (results/NAME-sweep unless given)")

  static let specification = CommandSpecification(
    name: "sweep", summary: "simulate a scenario at many values of some of its numbers",
    discussion: [
      "Runs the scenario at every combination of the values given by --vary and prints one row for each: the shares of "
        + "the endings with their 95% intervals, the median round of agreement, the mean utility of each party.",
      "The same seed is used at every point, so that two points differ by the numbers varied and not by luck.",
      "The directory given by --out gets sweep.csv, the same table; manifest.json; and timing.csv, which alone holds "
        + "wall times.",
    ],
    positional: PositionalSpecification(placeholder: "SCENARIO", count: 1...1, completion: .files),
    options: [
      vary.specification, CommonOptions.runs.specification, CommonOptions.seed.specification,
      CommonOptions.threads.specification, SweepCommand.out.specification, CommonOptions.force.specification,
      CommonOptions.set.specification, CommonOptions.format.specification, CommonOptions.quiet.specification,
    ],
    examples: [
      CommandSpecification.Example(
        line: "detente sweep scenarios/paris-2025.jsonc --vary parties.hamas.willingness=0.2..0.9:8",
        meaning: "eight values from 0.2 to 0.9"),
      CommandSpecification.Example(
        line: "detente sweep scenarios/paris-2025.jsonc --vary mediators.egypt.formulate=0,0.5,1 "
          + "--vary mediators.qatar.formulate=0,0.5,1 --runs 2000",
        meaning: "nine points, 2,000 runs each"),
    ])

  let scenario: String
  let design: SweepDesign
  let runs: Int
  let seed: UInt64
  let threads: Int?
  let out: String?
  let force: Bool
  let overrides: [ScenarioOverride]
  let format: CommonOptions.Report
  let isQuiet: Bool

  init(_ arguments: ParsedArguments) throws(UsageError) {
    scenario = arguments.positionals[0]
    runs = try arguments.value(of: CommonOptions.runs) ?? CommonOptions.defaultRuns
    seed = try arguments.value(of: CommonOptions.seed) ?? 1
    threads = try arguments.value(of: CommonOptions.threads)
    out = try arguments.value(of: SweepCommand.out)
    force = arguments.has(CommonOptions.force)
    overrides = try arguments.values(of: CommonOptions.set)
    format = try arguments.value(of: CommonOptions.format) ?? .text
    isQuiet = arguments.has(CommonOptions.quiet)
    let axes = try arguments.values(of: SweepCommand.vary)
    guard !axes.isEmpty else {
      throw UsageError("nothing to vary: --vary PATH=LO..HI:N or --vary PATH=A,B,C is missing")
    }
    do {
      design = try SweepDesign(axes: axes)
    } catch {
      throw UsageError(error.description)
    }
  }

  func run(on console: Console) throws(CommandFailure) -> ExitStatus {
    let console = console.muted(isQuiet)
    let input = ScenarioInput(path: scenario, overrides: overrides)
    let document = try input.load(console)
    let threads = threads ?? AvailableProcessors.count(environment: console.environment)
    let sweep: Sweep
    let reading: ScenarioReading
    do {
      sweep = try Sweep(
        document, settings: input.settings, design: design,
        plan: SimulationPlan(runs: runs, seed: seed, threads: threads, efficiency: .off))
      reading = try sweep.reading(at: 0)
    } catch {
      throw ScenarioInput.failure(error, console)
    }
    ScenarioInput.tell(reading.diagnostics, console)
    let output = try ResultOutput(path: out ?? "results/\(reading.scenario.identifier)-sweep", force: force)
    return try SweepSession(command: self, sweep: sweep, reading: reading, output: output, console: console)
      .run()
  }
}

extension ValueKind where Value == SweepAxis {
  static var axis: Self {
    ValueKind(
      placeholder: "PATH=VALUES", expectation: "PATH=LO..HI:N or PATH=A,B,C", completion: .nothing
    ) { text throws(ValueFault) in
      do throws(SweepAxisFault) {
        return try SweepAxis(parsing: text)
      } catch {
        throw ValueFault(error.description)
      }
    }
  }
}
