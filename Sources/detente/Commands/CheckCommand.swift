import Reports
import Scenarios
import Tables

/// `detente check SCENARIO…`.
struct CheckCommand: Command {
  static let draw = Option(
    "draw", .seed,
    help: "look at one random draw of the uncertain numbers, from this seed, instead of their middles")

  static let inert = Flag(
    "inert",
    help: "move every number by itself, to both ends, and list those that change no table")
  static let runs = Option(
    "runs", .wholeNumber(1...1_000_000),
    help: "with --inert: in how many common runs (2,000 unless given)")

  static let specification = CommandSpecification(
    name: "check", summary: "find the faults of scenario files, and whether any agreement is possible",
    discussion: [
      "Reads the files and tells every fault with its place. Of a scenario without faults it says what is bargained "
        + "over, how many of its numbers rest on a source and how many on an assumption, and whether there is anything "
        + "that all parties could accept. Nothing is simulated unless --inert asks for it.",
      "Warns of what is declared and cannot matter under the protocols chosen, such as a carrot of a mediator that "
        + "brings nothing to bear, and of tactics that cannot act where they sit; --inert tries out the rest. An "
        + "uncertain number goes to the ends of its range, a certain one to the ends of what the format allows, or "
        + "where that is wide by half either way. That a number changes no table is then seen in so many runs, and not "
        + "proved.",
      "Defaults that the file relies on are named with their values, each key once and in how many places; JSON has "
        + "every place.",
      "The exit status is 65 when any of the files has a fault, and 66 when any cannot be read.",
    ],
    positional: PositionalSpecification(valueName: "SCENARIO", count: 1...Int.max, completion: .files),
    options: [
      draw.specification, inert.specification, runs.specification, CommonOptions.threads.specification,
      MemoryOption.specification,
      CommonOptions.format.specification, CommonOptions.noColor.specification,
    ] + CommonOptions.reading,
    examples: [
      CommandSpecification.Example(line: "detente check scenarios/*.jsonc", meaning: "all of them at once"),
      CommandSpecification.Example(
        line: "detente check scenarios/river-water.jsonc --inert",
        meaning: "which of its numbers decide nothing"),
    ])

  let scenarios: [String]
  let overrides: [ScenarioOverride]
  let policy: ExtensionPolicy
  let memory: MemoryOption
  let draw: UInt64?
  /// In how many runs numbers are moved; `nil` when they are not.
  let inertRuns: Int?
  let format: CommonOptions.Report
  let isPlain: Bool

  init(_ arguments: ParsedArguments) throws(UsageError) {
    scenarios = arguments.positionals
    overrides = try CommonOptions.overrides(arguments)
    policy = CommonOptions.extending(arguments)
    memory = try MemoryOption(arguments)
    draw = try arguments.value(of: CheckCommand.draw)
    let runs = try arguments.value(of: CheckCommand.runs)
    let isAsked = arguments.has(CheckCommand.inert)
    if runs != nil, !isAsked { throw UsageError("--runs is for --inert") }
    inertRuns = isAsked ? runs ?? 2_000 : nil
    format = try arguments.value(of: CommonOptions.format) ?? .text
    isPlain = arguments.has(CommonOptions.noColor)
  }

  func run(on console: Console) throws(CommandFailure) -> ExitStatus {
    let console = console.muted(false, plain: isPlain)
    let interruption = inertRuns.map { _ in Interruption() }
    var worst = ExitStatus.done
    var documents: [JSONValue] = []
    for path in scenarios {
      let notice = SlowNotice(console, subject: path)
      var report = CheckReport(
        path: path, settings: ScenarioInput.settings(overrides), extending: policy, memory: memory,
        draw: draw,
        onStage: notice.begin)
      notice.finish()
      if let inertRuns, let interruption,
        try !report.moveNumbers(runs: inertRuns, memory, console, interruption)
      {
        console.say("Stopped; what --inert had seen is not kept.")
        return interruption.status ?? .stoppedEarly
      }
      switch format {
      case .text:
        try console.print(report.text(width: console.knownWidth, in: console.words))
        if let faults = report.faults(console) { console.say(lines: faults) }
      case .json: documents.append(report.json)
      }
      worst = max(worst, report.status)
    }
    if format == .json { try console.print(json: CheckDocument.json(of: documents)) }
    if format == .text, worst == .done, let first = scenarios.first {
      console.suggest(NextSteps.after("check", scenario: first, set: overrides.typed, in: ""))
    }
    return worst
  }
}
