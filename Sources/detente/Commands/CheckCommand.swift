import Scenarios
import Tables

/// `detente check SCENARIO…`.
struct CheckCommand: Command {
  static let draw = Option(
    "draw", .seed,
    help: "look at one random draw of the uncertain numbers, from this seed, instead of their middles")

  static let specification = CommandSpecification(
    name: "check", summary: "find the faults of scenario files, and whether any agreement is possible",
    discussion: [
      "Reads the files and tells every fault with its place. Of a scenario without faults it says what is bargained "
        + "over, how many of its numbers rest on a source and how many on an assumption, and whether there is anything "
        + "that all parties could accept. Nothing is simulated.",
      "Says what the scenario takes to simulate where that is much, and refuses one that finds no room in the memory of the threads that are asked for "
        + "(one unless given).",
      "The exit status is 65 when any of the files has a fault, and 66 when any cannot be read.",
    ],
    positional: PositionalSpecification(valueName: "SCENARIO", count: 1...Int.max, completion: .files),
    options: [
      draw.specification, CommonOptions.threads.specification, MemoryOption.specification,
      CommonOptions.format.specification, CommonOptions.noColor.specification,
    ] + CommonOptions.reading,
    examples: [
      CommandSpecification.Example(line: "detente check scenarios/*.jsonc", meaning: "all of them at once")
    ])

  let scenarios: [String]
  let overrides: [ScenarioOverride]
  let policy: ExtensionPolicy
  let memory: MemoryOption
  let draw: UInt64?
  let format: CommonOptions.Report
  let isPlain: Bool

  init(_ arguments: ParsedArguments) throws(UsageError) {
    scenarios = arguments.positionals
    overrides = try CommonOptions.overrides(arguments)
    policy = CommonOptions.extending(arguments)
    memory = try MemoryOption(arguments)
    draw = try arguments.value(of: CheckCommand.draw)
    format = try arguments.value(of: CommonOptions.format) ?? .text
    isPlain = arguments.has(CommonOptions.noColor)
  }

  func run(on console: Console) throws(CommandFailure) -> ExitStatus {
    let console = console.muted(false, plain: isPlain)
    var worst = ExitStatus.done
    var documents: [JSONValue] = []
    for path in scenarios {
      let notice = SlowNotice(console, subject: path)
      let report = CheckReport(
        path: path, settings: ScenarioInput.settings(overrides), extending: policy, memory: memory,
        draw: draw,
        onStage: notice.begin)
      notice.finish()
      switch format {
      case .text:
        try console.print(report.text)
        if let faults = report.faults { console.say(faults) }
      case .json: documents.append(report.json)
      }
      worst = max(worst, report.status)
    }
    if format == .json { try console.print(json(documents)) }
    return worst
  }

  /// One object for one file, an array for several.
  private func json(_ documents: [JSONValue]) -> String {
    documents.count == 1 ? JSONText.string(documents[0]) : JSONText.string(.array(documents))
  }
}
