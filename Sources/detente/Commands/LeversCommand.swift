import Bargaining
import Experiments
import Reports
import Scenarios
import Simulation
import Tables

/// `detente levers SCENARIO`.
struct LeversCommand: ShardedCommand {
  static let lever = Option(
    "lever", .lever, repeats: true,
    help:
      "what to move: PATH over its range, PATH=LO..HI, or the beginning of paths ending in a dot, such as mediators. or forums. (may be given several times; all "
      + "acts and what nature decides unless given)")
  static let target = Option(
    "target", .number("SHARE", "a share between 0 and 1", in: 0.001...0.999),
    help: "the share of agreements that is wanted (0.5 unless given)")
  static let runs = Option(
    "runs", .wholeNumber(2...1_000_000), help: "runs at each value of each lever (400 unless given)")
  static let out = Option(
    "out", short: "o", .directory,
    help:
      "the directory for the tables levers, conditions, gap and lever_set (results/NAME-levers unless given)")

  static let specification = CommandSpecification(
    name: "levers", summary: "find what would break the deadlock",
    discussion: [
      "Moves what could be otherwise, one thing at a time, on the same runs: acts, each with who can do it (how far a party goes, what a mediator tries and brings to bear, how often a "
        + "forum sits and who sits in it, guarantees, a deadline, how firm a provisional point is), and, listed apart, what would have to be true (costs, trust, hazards, events). Gains "
        + "are ranked; ranks that overlap are ties, and p-values count how many levers and values were tried (Holm). It then finds the conditions among all uncertain numbers under "
        + "which agreement is likely, says what a zone of agreement lacks, and looks for the smallest set of acts that reaches the target, which it tries on fresh runs.",
      "With --from nothing is simulated: of the runs of a result it is told how many of those agree in which a number was drawn in its better half, and what such runs cannot tell.",
      "Every line carries its 95% interval and what its number rests on. It is an answer about the scenario, not about the world.",
    ],
    positional: PositionalSpecification(valueName: "SCENARIO", count: 0...1, completion: .files),
    options: [
      GivenRuns.from.specification,
      lever.specification, target.specification, runs.specification, LeversCommand.out.specification,
      CommonOptions.pageLanguage.specification, CommonOptions.digits.specification,
    ] + StudyOptions.specifications,
    examples: [
      CommandSpecification.Example(
        line: "detente levers scenarios/paris-2025.jsonc", meaning: "all levers of the scenario"),
      CommandSpecification.Example(
        line: "detente levers scenarios/paris-2025.jsonc --lever mediators. --target 0.4",
        meaning: "what the mediators could do by themselves"),
      CommandSpecification.Example(
        line: "detente levers --from results/paris-2025",
        meaning: "what the runs of a result tell, which kept its runs and draws"),
    ])

  /// Empty where a result is taken.
  let scenario: String
  /// The result whose runs are taken; `nil` to simulate.
  let source: String?
  let chosen: [ChosenLever]
  let target: Double
  let runs: Int
  var options: StudyOptions

  init(_ arguments: ParsedArguments) throws(UsageError) {
    source = try arguments.value(of: GivenRuns.from)
    if source != nil {
      try GivenRuns.refuse(
        [
          LeversCommand.lever.specification, LeversCommand.target.specification,
          LeversCommand.runs.specification,
        ], in: arguments)
    } else if arguments.positionals.isEmpty {
      throw UsageError("SCENARIO is missing; or take a result with --from RESULT")
    }
    scenario = arguments.positionals.first ?? ""
    chosen = try arguments.values(of: LeversCommand.lever)
    target = try arguments.value(of: LeversCommand.target) ?? 0.5
    runs = try arguments.value(of: LeversCommand.runs) ?? 400
    _ = try arguments.value(of: CommonOptions.pageLanguage)
    _ = try arguments.value(of: CommonOptions.digits)
    options = try StudyOptions(arguments, directory: LeversCommand.out)
  }

  func run(on console: Console) throws(CommandFailure) -> ExitStatus {
    let console = options.console(console)
    if let source { return try run(from: source, on: console) }
    let reading = try options.read(scenario, options.overrides, console)
    let scenario = reading.scenario
    let study = LeverStudy(
      scenario, levers: try levers(of: scenario), target: target, runs: runs, seed: options.seed,
      threads: try options.threads(for: [reading], of: self.scenario, console))
    let interruption = Interruption()
    guard
      let place = try options.begin(
        "levers", named: "\(scenario.identifier)-levers", [reading],
        details: "\(target) \(runs) \(study.levers.map { "\($0.path) \($0.values(LeverStudy.values))" })",
        console)
    else { return .done }
    guard
      let result = try options.work(
        on: self.scenario, place, console, interruption,
        { try simulate(study, place.journal, console, $0) })
    else { return options.status(interruption) }
    let tables = try options.tables(
      in: place.output, command: "levers", readings: [reading], runs: runs, console, result.tables)
    switch options.format {
    case .json:
      try console.print(json: ResultDocument.json(result, tables))
    case .text: try console.print(LeversText(result, width: console.width, in: console.words).text)
    }
    return .done
  }

  func levers(of scenario: Scenario) throws(CommandFailure) -> [Lever]? {
    guard !chosen.isEmpty else {
      guard Lever.all(in: scenario).isEmpty else { return nil }
      throw CommandFailure(
        .failed,
        "no number that somebody or nature could move has a range, and no forum can be arranged otherwise",
        advice: "Name one with --lever PATH=LO..HI, or give numbers of the scenario a distribution.")
    }
    var levers: [Lever] = []
    for choice in chosen {
      let found = choice.levers(of: scenario)
      if found.isEmpty { throw CommandFailure(.usage, choice.fault(in: scenario)) }
      levers += found.filter { new in !levers.contains { $0.subject == new.subject } }
    }
    return levers
  }

  private func simulate(
    _ study: LeverStudy, _ journal: StudyJournal, _ console: Console,
    _ shouldStop: @escaping @Sendable () -> Bool
  ) throws -> LeverResult? {
    try console.counting("runs", of: study.runsPlanned) {
      try study.run(memory: journal, shouldStop: shouldStop, onProgress: $0)
    }
  }
}
