import Reports
import Scenarios
import Simulation

/// `detente run SCENARIO`.
struct RunCommand: ShardedCommand {
  static let precision = Option(
    "precision", .number("P", "a number from 0.00001 to 0.49999", in: 0.000_01...0.499_99),
    help: "stop as soon as the share of agreements is known to within P on either side (95% interval), "
      + "looked at after every 8,192 runs; --runs is then the most that are simulated")
  static let keepRuns = Flag("keep-runs", help: "write every single run to runs.csv, too")
  static let keepDraws = Flag(
    "keep-draws", help: "write every number that every run draws to draws.csv, too")
  static let resume = Flag(
    "resume", help: "go on with a simulation that was stopped, in the directory where it was")
  static let language = Option(
    "language", alias: "lang", .choice("LANG") as ValueKind<Language>,
    help: "the language of labels, of what is printed and of errors (en unless given); --lang is the same")

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
      "Ctrl-C stops at the next good place and keeps the runs so far; the exit status is then 130, and --resume goes on from there. "
        + "What is done is put down every few seconds, so that no more is lost when the program is killed; but with --keep-runs or --keep-draws only in shards.",
      "--shard does a part of the runs, on any machine, and \"detente merge\" joins the parts: the result has the same bytes for any number of shards.",
    ],
    positional: PositionalSpecification(valueName: "SCENARIO", count: 1...1, completion: .files),
    options: [
      CommonOptions.runs.specification, CommonOptions.seed.specification, CommonOptions.threads.specification,
      precision.specification, CommonOptions.out.specification, CommonOptions.force.specification,
      keepRuns.specification, keepDraws.specification, CommonOptions.format.specification,
      language.specification, CommonOptions.digits.specification, RunCommand.resume.specification,
      StudyPart.shard.specification,
      StudyPart.slurm.specification, CommonOptions.quiet.specification, CommonOptions.noColor.specification,
      MemoryOption.specification,
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
        line: "detente run scenarios/paris-2025.jsonc --runs 1e6 --shard 3/8 --out results/million",
        meaning: "the third eighth of a million runs"),
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
  var options: StudyOptions

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
    _ = try arguments.value(of: CommonOptions.digits)
    isQuiet = arguments.has(CommonOptions.quiet)
    isPlain = arguments.has(CommonOptions.noColor)
    options = try StudyOptions(arguments, directory: CommonOptions.out)
    if precision != nil {
      switch options.part {
      case .whole, .merging: break
      case .shard, .job:
        throw UsageError(
          "--precision stops by what all runs so far show, and a shard knows only its own: name a number of runs"
        )
      }
    }
    guard !options.isResuming || !(keepRuns || keepDraws) || options.part.isShard else {
      throw UsageError(
        "--resume has only sums to go on with, no single runs: --keep-runs and --keep-draws go on in shards, such as --shard 1/1"
      )
    }
  }

  func run(on console: Console) throws(CommandFailure) -> ExitStatus {
    let console = console.muted(isQuiet, plain: isPlain)
    let reading = try options.read(scenario, overrides, console)
    let threads = try memory.threads(for: [reading.scenario], of: scenario, console)
    let name = reading.scenario.identifier
    if try options.isDone("run", named: name, [reading], console) { return .done }
    let output: ResultOutput
    switch options.part {
    case .whole: output = try options.claimDirectory(name)
    case .shard(let shard):
      let plan = options.plan("run", [reading], [], shards: shard.count, study(reading))
      output = try options.claimShard(plan, named: name)
    case .job(let tasks):
      try options.writeJob(
        options.plan("run", [reading], [], shards: tasks, study(reading)), named: name, rounds: 1, console)
      return .done
    case .merging(let source):
      try options.check(source, study(reading))
      output = try options.claimMerged(source, named: name)
    }
    return try RunSession(command: self, reading: reading, threads: threads, output: output, console: console)
      .run()
  }

  /// What decides what is simulated.
  func study(_ reading: ScenarioReading) -> String {
    let details = "\(runs) \(precision.map { "\($0)" } ?? "") \(keepRuns || keepDraws)"
    return options.study("run", [reading], details)
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
