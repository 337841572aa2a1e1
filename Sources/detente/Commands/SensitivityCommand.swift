import Bargaining
import Experiments
import Reports
import Scenarios
import Simulation
import Tables

/// `detente sensitivity SCENARIO`.
struct SensitivityCommand: ShardedCommand {
  enum Method: String, CaseIterable, Sendable {
    case sobol, morris
  }

  static let method = Option(
    "method", .choice("METHOD") as ValueKind<Method>,
    help: "sobol: shares of the variance (unless given); morris: a screening that needs fewer runs")
  static let samples = Option(
    "samples", .wholeNumber(2...1_000_000),
    help:
      "points of sobol (45,056 unless given), two runs at each; or trajectories of morris (20)"
  )
  static let runs = Option(
    "runs", .wholeNumber(2...1_000_000), help: "runs at each point of the design (16 unless given)")
  static let output = Option(
    "output", .text("NAME", "the name of a result"),
    help:
      "what is to be explained: agreement (unless given), an ending, utility_PARTY, round or, by morris, median_round"
  )
  static let only = Option(
    "only", .text("PATH", "the beginning of a path"), repeats: true,
    help:
      "vary only numbers whose path begins so (may be given several times); the others are drawn in every run"
  )
  static let out = Option(
    "out", short: "o", .directory,
    help: "the directory for sensitivity.csv and variance.csv (results/NAME-sensitivity unless given)")
  static let top = Option(
    "top", .wholeNumber(1...10_000), help: "how many numbers to print (15 unless given)")

  static let specification = CommandSpecification(
    name: "sensitivity", summary: "find which uncertain numbers decide the result",
    discussion: [
      "Moves all uncertain numbers of the scenario at once over their ranges and says, for each, how much of the result's variance it brings about: alone (first) and "
        + "together with others (total), with 95% intervals. First indices come from one sample of all numbers, two runs at each point with luck of their own; totals from further "
        + "runs, for the 8 numbers that a screening (Morris) and the first indices single out, or for all where there are no more than 12. Luck biases neither; variance.csv says how much of one run's variance it is.",
      "Numbers are ranked by the total, and ranks whose intervals overlap are printed as ties, such as 2-4. Each is printed with what it rests on: the result rests on the assumptions "
        + "at the top of the list.",
      "With --from nothing is simulated: the runs of a result tell what each number brings about alone, as a share of the variance of one run's outcome.",
    ],
    positional: PositionalSpecification(valueName: "SCENARIO", count: 0...1, completion: .files),
    options: [
      GivenRuns.from.specification,
      method.specification, samples.specification, runs.specification, output.specification,
      only.specification,
      top.specification, SensitivityCommand.out.specification, CommonOptions.pageLanguage.specification,
      CommonOptions.digits.specification,
    ] + StudyOptions.specifications,
    examples: [
      CommandSpecification.Example(
        line: "detente sensitivity scenarios/paris-2025.jsonc --method morris",
        meaning: "a first look at all numbers"),
      CommandSpecification.Example(
        line: "detente sensitivity scenarios/paris-2025.jsonc --only mediators. --samples 131072",
        meaning: "what the mediators' numbers decide, exactly enough to be cited"),
      CommandSpecification.Example(
        line: "detente sensitivity --from results/paris-2025",
        meaning: "what the runs of a result tell, which kept its runs and draws"),
    ])

  /// Empty where a result is taken.
  let scenario: String
  /// The result whose runs are taken; `nil` to simulate.
  let source: String?
  let method: Method
  let samples: Int
  let runs: Int
  let output: String
  let only: [String]
  let top: Int
  var options: StudyOptions

  init(_ arguments: ParsedArguments) throws(UsageError) {
    source = try arguments.value(of: GivenRuns.from)
    if source != nil {
      try GivenRuns.refuse(
        [
          SensitivityCommand.method.specification, SensitivityCommand.samples.specification,
          SensitivityCommand.runs.specification,
        ], in: arguments)
    } else if arguments.positionals.isEmpty {
      throw UsageError("SCENARIO is missing; or take a result with --from RESULT")
    }
    scenario = arguments.positionals.first ?? ""
    method = try arguments.value(of: SensitivityCommand.method) ?? .sobol
    samples = try arguments.value(of: SensitivityCommand.samples) ?? (method == .sobol ? 45_056 : 20)
    runs = try arguments.value(of: SensitivityCommand.runs) ?? 16
    output = try arguments.value(of: SensitivityCommand.output) ?? "agreement"
    only = try arguments.values(of: SensitivityCommand.only)
    top = try arguments.value(of: SensitivityCommand.top) ?? 15
    _ = try arguments.value(of: CommonOptions.pageLanguage)
    _ = try arguments.value(of: CommonOptions.digits)
    options = try StudyOptions(arguments, directory: SensitivityCommand.out)
  }

  func run(on console: Console) throws(CommandFailure) -> ExitStatus {
    let console = options.console(console)
    if let source { return try run(from: source, on: console) }
    let reading = try options.read(scenario, options.overrides, console)
    let threads = try options.threads(for: [reading], of: scenario, console)
    let study = try study(of: reading.scenario)
    let interruption = Interruption()
    guard
      let place = try options.begin(
        "sensitivity", named: "\(reading.scenario.identifier)-sensitivity", [reading],
        details:
          "\(method.rawValue) \(samples) \(runs) \(output) \(study.inputs.map { reading.scenario[$0].path })",
        rounds: method == .sobol ? 2 : 1, console)
    else { return .done }
    guard
      let result = try options.work(
        on: self.scenario, place, console, interruption,
        { try simulate(study, threads, place.journal, console, $0) })
    else { return options.status(interruption) }
    let tables = try options.tables(
      in: place.output, command: "sensitivity", readings: [reading], runs: runs, console
    ) { () throws(TableError) in try result.tables() }
    switch options.format {
    case .json:
      try console.print(json: ResultDocument.json(result, tables))
    case .text:
      try console.print(SensitivityText(result, top: top, width: console.width, in: console.words).text)
    }
    return .done
  }

  private var studyMethod: SensitivityStudy.Method {
    switch method {
    case .sobol: .sobol(samples: samples)
    case .morris: .morris(trajectories: samples)
    }
  }

  /// What is to be explained.
  func output(of scenario: Scenario) throws(CommandFailure) -> StudyOutput {
    let outputs = StudyOutput.all(in: scenario)
    guard let chosen = outputs.first(where: { $0.name == output }) else {
      let names = outputs.filter { studyMethod.explains($0.output) }.map(\.name)
      let ending = Suggestion.ending(
        for: output, among: names, otherwise: "; there are \(all: names)")
      throw CommandFailure(.usage, "--output \(output): there is no such result\(ending)")
    }
    guard studyMethod.explains(chosen.output) else {
      throw CommandFailure(
        .usage,
        "--output median_round: a median over runs is no mean of single runs; ask for round, or for --method morris"
      )
    }
    return chosen.output
  }

  func study(of scenario: Scenario) throws(CommandFailure) -> SensitivityStudy {
    let output = try output(of: scenario)
    let inputs = SensitivityStudy.uncertainNumbers(of: scenario).filter { isAskedAbout(scenario[$0].path) }
    guard !inputs.isEmpty else {
      throw CommandFailure(
        .failed,
        only.isEmpty
          ? "no number of the scenario is uncertain: there is nothing to vary"
          : "no uncertain number's path begins with \(either: only)")
    }
    return SensitivityStudy(
      scenario, method: studyMethod, output: output, inputs: inputs, runs: runs, seed: options.seed)
  }

  private func simulate(
    _ study: SensitivityStudy, _ threads: Int, _ journal: StudyJournal, _ console: Console,
    _ shouldStop: @escaping @Sendable () -> Bool
  ) throws -> SensitivityResult? {
    try console.counting("runs", of: study.runsPlanned) {
      try study.run(threads: threads, memory: journal, shouldStop: shouldStop, onRuns: $0)
    }
  }
}
