import Reports
import Scenarios
import Simulation

/// `detente run SCENARIO`.
struct RunCommand: Command {
  static let precision = Option(
    "precision", .number("P", "a number from 0.00001 to 0.49999", in: 0.000_01...0.499_99),
    help: "stop as soon as the share of agreements is known to within P on either side (95% interval), "
      + "looked at after every 8,192 runs; --runs is then the most that are simulated")
  static let keepRuns = Flag("keep-runs", help: "write every single run to runs.csv, too")
  static let keepDraws = Flag(
    "keep-draws", help: "write every number that every run draws to draws.csv, too")
  static let language = Option(
    "language", .choice("LANG") as ValueKind<Language>, help: "the language of labels (en unless given)")

  /// Languages that scenarios are labelled in.
  enum Language: String, CaseIterable, Sendable {
    case en
    case ar
  }

  static let specification = CommandSpecification(
    name: "run", summary: "simulate a scenario and show how its talks may end",
    discussion: [
      "Plays the negotiation many times, each time with the uncertain numbers of the scenario drawn anew, and prints "
        + "how often it ends in which way, what is agreed, when, and on whose text. Every share comes with its 95% "
        + "interval.",
      "The result tables, a report and a manifest are written to the directory given by --out. The same scenario, seed "
        + "and number of runs give the same tables, byte for byte, on any number of threads.",
      "Ctrl-C stops at the next good place and keeps the runs so far; the exit status is then 130.",
    ],
    positional: PositionalSpecification(valueName: "SCENARIO", count: 1...1, completion: .files),
    options: [
      CommonOptions.runs.specification, CommonOptions.seed.specification, CommonOptions.threads.specification,
      precision.specification, CommonOptions.out.specification, CommonOptions.force.specification,
      keepRuns.specification, keepDraws.specification, CommonOptions.format.specification,
      language.specification,
      CommonOptions.quiet.specification, CommonOptions.noColor.specification, MemoryOption.specification,
    ] + CommonOptions.reading,
    examples: [
      CommandSpecification.Example(
        line: "detente run scenarios/paris-2025.jsonc --runs 100000 --seed 7",
        meaning: "a hundred thousand runs, from another seed"),
      CommandSpecification.Example(
        line:
          "detente run scenarios/paris-2025.jsonc --set mediators.egypt.formulate=0 --out results/no-texts",
        meaning: "what if Egypt tabled no texts"),
      CommandSpecification.Example(
        line: "detente run scenarios/paris-2025.jsonc --format json --quiet | jq .endings",
        meaning: "the endings, for a program"),
    ])

  let scenario: String
  let runs: Int
  let seed: UInt64
  let memory: MemoryOption
  let policy: ExtensionPolicy
  let precision: Double?
  let out: String?
  let force: Bool
  let keepRuns: Bool
  let keepDraws: Bool
  let overrides: [ScenarioOverride]
  let format: CommonOptions.Report
  let language: Language
  let isQuiet: Bool
  let isPlain: Bool

  init(_ arguments: ParsedArguments) throws(UsageError) {
    scenario = arguments.positionals[0]
    runs = try arguments.value(of: CommonOptions.runs) ?? CommonOptions.defaultRuns
    seed = try arguments.value(of: CommonOptions.seed) ?? 1
    memory = try MemoryOption(arguments)
    policy = CommonOptions.extending(arguments)
    precision = try arguments.value(of: RunCommand.precision)
    out = try arguments.value(of: CommonOptions.out)
    force = arguments.has(CommonOptions.force)
    keepRuns = arguments.has(RunCommand.keepRuns)
    keepDraws = arguments.has(RunCommand.keepDraws)
    overrides = try CommonOptions.overrides(arguments)
    format = try arguments.value(of: CommonOptions.format) ?? .text
    language = try arguments.value(of: RunCommand.language) ?? .en
    isQuiet = arguments.has(CommonOptions.quiet)
    isPlain = arguments.has(CommonOptions.noColor)
  }

  func run(on console: Console) throws(CommandFailure) -> ExitStatus {
    let console = console.muted(isQuiet, plain: isPlain)
    let reading = try ScenarioInput(path: scenario, overrides: overrides, policy: policy).read(console)
    let threads = try memory.threads(for: [reading.scenario], of: scenario, console)
    let output = try ResultOutput(path: out ?? "results/\(reading.scenario.identifier)", force: force)
    return try RunSession(command: self, reading: reading, threads: threads, output: output, console: console)
      .run()
  }

  /// What a simulation is written down as.
  func contents(
    of distribution: OutcomeDistribution
  ) throws(CommandFailure) -> RunContents {
    do {
      return try RunContents(distribution, language: language.rawValue)
    } catch {
      throw CommandFailure(.defect, "the tables cannot be made: \(error)")
    }
  }
}
