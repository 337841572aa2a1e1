/// `detente bench [NAME]`.
struct BenchCommand: Command {
  static let seconds = Option(
    "seconds", .number("S", "a number of seconds from 0.1 to 3,600", in: 0.1...3_600),
    help: "how long to measure (5 unless given)")
  static let runs = Option(
    "runs", .wholeNumber(1...4_294_967_295), help: "measure exactly so many runs, however long they take")
  static let list = Flag("list", help: "list the built-in workloads")

  static let specification = CommandSpecification(
    name: "bench", summary: "measure how many rounds per second this machine simulates",
    discussion: [
      "Simulates a built-in workload, or a scenario file, and counts. Drawing the uncertain numbers and preparing each "
        + "run are part of the time."
    ],
    positional: PositionalSpecification(placeholder: "NAME", count: 0...1, completion: .files),
    options: [
      list.specification, CommonOptions.threads.specification, seconds.specification, runs.specification,
      CommonOptions.format.specification, CommonOptions.quiet.specification,
    ],
    examples: [
      CommandSpecification.Example(
        line: "detente bench boulware-4096 --threads 1", meaning: "the yardstick: one core, 4,096 outcomes"),
      CommandSpecification.Example(
        line: "detente bench scenarios/paris-2025.jsonc", meaning: "a scenario of one's own"),
    ])

  let workload: String?
  let isListing: Bool
  let threads: Int?
  let seconds: Double?
  let runs: Int?
  let format: CommonOptions.Report
  let isQuiet: Bool

  init(_ arguments: ParsedArguments) throws(UsageError) {
    workload = arguments.positionals.first
    isListing = arguments.has(BenchCommand.list)
    threads = try arguments.value(of: CommonOptions.threads)
    seconds = try arguments.value(of: BenchCommand.seconds)
    runs = try arguments.value(of: BenchCommand.runs)
    format = try arguments.value(of: CommonOptions.format) ?? .text
    isQuiet = arguments.has(CommonOptions.quiet)
    if seconds != nil, runs != nil {
      throw UsageError("--seconds and --runs exclude each other")
    }
  }

  func run(on console: Console) throws(CommandFailure) -> ExitStatus { .done }
}
