import Bargaining
import Experiments
import Foundation
import Scenarios
import Tables

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
    positional: PositionalSpecification(valueName: "NAME", count: 0...1, completion: .files),
    options: [
      list.specification, CommonOptions.threads.specification, seconds.specification, runs.specification,
      CommonOptions.format.specification, CommonOptions.quiet.specification,
      CommonOptions.noExtendsOutside.specification,
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
  let policy: ExtensionPolicy
  let format: CommonOptions.Report
  let isQuiet: Bool

  init(_ arguments: ParsedArguments) throws(UsageError) {
    workload = arguments.positionals.first
    isListing = arguments.has(BenchCommand.list)
    threads = try arguments.value(of: CommonOptions.threads)
    seconds = try arguments.value(of: BenchCommand.seconds)
    runs = try arguments.value(of: BenchCommand.runs)
    policy = CommonOptions.extending(arguments)
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
      extent: runs.map { .runs($0) } ?? .seconds(seconds ?? 5))
    console.note("Measuring \(name) …")
    let result: BenchmarkResult?
    do {
      result = try benchmark.measure { interruption.isRequested }
    } catch {
      throw SimulationFailure.failure(error, scenario: name)
    }
    guard let result else { return interruption.status ?? .stoppedEarly }
    try console.print(format == .json ? JSONText.string(result.json) : text(of: result))
    return .done
  }

  private var list: String {
    let entries = Workload.all.map { ($0.name, $0.summary) } + [("paris", "the Paris scenario")]
    let width = entries.map(\.0.count).max() ?? 0
    return entries.map { name, summary in
      name + String(repeating: " ", count: width - name.count + 2) + summary + "\n"
    }.joined()
  }

  /// A built-in workload, else a scenario file.
  private func subject(_ console: Console) throws(CommandFailure) -> (name: String, scenario: Scenario) {
    let name = workload ?? Workload.all[0].name
    if let workload = Workload.all.first(where: { $0.name == name }) { return (name, workload.scenario) }
    if name == "paris", !FileManager.default.fileExists(atPath: name) {
      return (
        name,
        try ScenarioInput(path: BenchCommand.parisScenario, overrides: [], policy: policy).read(console)
          .scenario
      )
    }
    guard FileManager.default.fileExists(atPath: name) else {
      let names = Workload.all.map(\.name) + ["paris"]
      let near = Suggestion.nearest(to: name, among: names).map { ", did you mean \($0)?" }
      throw CommandFailure(
        .noInput,
        "\(Quoting.quoted(name)) is neither a built-in workload nor a file"
          + (near ?? "; the workloads are \(Enumeration.all(names))"))
    }
    return (name, try ScenarioInput(path: name, overrides: [], policy: policy).read(console).scenario)
  }

  /// The Paris scenario of the working directory, else of the package that the program was built in.
  private static var parisScenario: String {
    let path = "scenarios/paris-2025.jsonc"
    var folder = Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent()
    if FileManager.default.fileExists(atPath: path) { return path }
    while let place = folder, place.path != "/" {
      let candidate = place.appending(path: path).path
      if FileManager.default.fileExists(atPath: candidate) { return candidate }
      folder = place.deletingLastPathComponent()
    }
    return path
  }

  private func text(of result: BenchmarkResult) -> String {
    """
    \(result.workload), \(result.threads) \(result.threads == 1 ? "thread" : "threads")
      \(Grouped.digits(Int(result.roundsPerSecond))) rounds per second
      \(Grouped.digits(Int(result.runsPerSecond))) runs per second
      \(Grouped.digits(result.rounds)) rounds in \(Grouped.digits(result.runs)) runs in \
    \((result.seconds * 100).rounded() / 100) s
      \(Grouped.digits(result.peakMemoryBytes >> 20)) MiB of memory at most
      1,000,000 runs would take \(Duration.inWords(seconds: 1e6 / result.runsPerSecond))

    """
  }
}
