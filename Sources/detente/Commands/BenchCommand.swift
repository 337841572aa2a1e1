import Bargaining
import Evidence
import Experiments
import Foundation
import Reports
import Results
import Scenarios
import Tables

/// `detente bench [NAME]`.
struct BenchCommand: Command {
  static let seconds = Option(
    "seconds", .number("S", "a number of seconds from 0.1 to 3,600", in: 0.1...3_600),
    help: "how long to measure (5 unless given)")
  static let runs = Option(
    "runs", .wholeNumber(1...4_294_967_295), help: "measure exactly so many runs, however long they take")
  static let bare = Flag(
    "bare", help: "only the bargaining: neither zones of agreement nor efficiency, as other platforms")
  static let list = Flag("list", help: "list the built-in workloads")

  static let specification = CommandSpecification(
    name: "bench", summary: "measure how many rounds per second this machine simulates",
    discussion: [
      "Simulates a built-in workload, or a scenario file, and counts. What \"detente run\" does by default is part of the time: "
        + "drawing the uncertain numbers, preparing each run, looking for the zone of agreement of a run that failed, and holding "
        + "agreements against the best that could be had. With --bare the last two are left out, for comparison with programs that "
        + "do neither."
    ],
    positional: PositionalSpecification(valueName: "NAME", count: 0...1, completion: .files),
    options: [
      list.specification, CommonOptions.threads.specification, seconds.specification, runs.specification,
      bare.specification,
      CommonOptions.format.specification, CommonOptions.quiet.specification,
      CommonOptions.model.specification, CommonOptions.noExtendsOutside.specification,
    ],
    examples: [
      CommandSpecification.Example(
        line: "detente bench boulware-4096 --threads 1", meaning: "the yardstick: one core, 4,096 outcomes"),
      CommandSpecification.Example(
        line: "detente bench scenarios/paris-2025.jsonc", meaning: "a scenario of one's own"),
    ])

  let workload: String?
  let isListing: Bool
  let measures: Benchmark.Measures
  let threads: Int?
  let seconds: Double?
  let runs: Int?
  let policy: ExtensionPolicy
  let model: [ScenarioOverride]
  let format: CommonOptions.Report
  let isQuiet: Bool

  init(_ arguments: ParsedArguments) throws(UsageError) {
    workload = arguments.positionals.first
    isListing = arguments.has(BenchCommand.list)
    measures = arguments.has(BenchCommand.bare) ? .bare : .run
    threads = try arguments.value(of: CommonOptions.threads)
    seconds = try arguments.value(of: BenchCommand.seconds)
    runs = try arguments.value(of: BenchCommand.runs)
    policy = CommonOptions.extending(arguments)
    model = try arguments.value(of: CommonOptions.model).map { [ScenarioOverride(model: $0)] } ?? []
    format = try arguments.value(of: CommonOptions.format) ?? .text
    isQuiet = arguments.has(CommonOptions.quiet)
    if seconds != nil, runs != nil {
      throw UsageError("--seconds and --runs exclude each other")
    }
  }

  func run(on console: Console) throws(CommandFailure) -> ExitStatus {
    let console = console.muted(isQuiet)
    if isListing {
      try console.print(list)
      return .done
    }
    let (name, scenario) = try subject(console)
    let interruption = Interruption()
    let benchmark = Benchmark(
      name: name, scenario: scenario,
      threads: threads ?? AvailableProcessors.count(environment: console.environment),
      extent: runs.map { .runs($0) } ?? .seconds(seconds ?? 5), measures: measures)
    console.note("Measuring \(name) …")
    let result: BenchmarkResult?
    do {
      result = try benchmark.measure { interruption.isRequested }
    } catch {
      throw SimulationFailure.failure(error, scenario: name)
    }
    guard let result else { return interruption.status ?? .stoppedEarly }
    try console.print(
      format == .json ? JSONText.string(result.json) : BenchmarkText(result, in: console.words).text,
      as: format)
    return .done
  }

  private var list: String {
    let entries = Workload.all.map { ($0.name, $0.summary) } + [(BuiltInScenario.name, "the Paris scenario")]
    return BenchmarkText.list(entries)
  }

  /// A built-in workload, else a scenario file.
  private func subject(_ console: Console) throws(CommandFailure) -> (name: String, scenario: Scenario) {
    let name = workload ?? Workload.all[0].name
    if let workload = Workload.all.first(where: { $0.name == name }) { return (name, workload.scenario) }
    if name == BuiltInScenario.name { return (name, try builtIn()) }
    guard FileManager.default.fileExists(atPath: name) else {
      let names = Workload.all.map(\.name) + [BuiltInScenario.name]
      let ending = Suggestion.ending(
        for: name, among: names, otherwise: "; the workloads are \(all: names)")
      throw CommandFailure(
        .noInput,
        "\(Quoting.quoted(name)) is neither a built-in workload nor a file\(ending)")
    }
    return (name, try ScenarioInput(path: name, overrides: model, policy: policy).read(console).scenario)
  }

  /// The Paris scenario as it was when the program was built, wherever the program is now.
  private func builtIn() throws(CommandFailure) -> Scenario {
    do {
      return try ScenarioReader.read(
        text: BuiltInScenario.text, name: BuiltInScenario.name, settings: ScenarioInput.settings(model)
      ).scenario
    } catch {
      throw CommandFailure(.defect, "the built-in scenario cannot be read: \(error)")
    }
  }
}
