import Bargaining
import Experiments
import Reports
import Scenarios
import Simulation
import Tables

/// `detente compare A B`.
struct CompareCommand: ShardedCommand {
  static let out = Option(
    "out", short: "o", .directory,
    help: "the directory for comparison.csv and changed.csv (results/NAME-compared unless given)")
  static let trace = Flag("trace", help: "tell one of the runs that end otherwise, as it goes in both")

  static let specification = CommandSpecification(
    name: "compare", summary: "simulate scenarios on the same random numbers and show what differs",
    discussion: [
      "Every run of B is compared with the same run of A: the difference of every share and mean with its 95% interval, which runs end otherwise, and the "
        + "number of one of each kind, to be told with trace. Values given by --set go to B alone, so that one file is enough to ask what a number does; --model goes to all. "
        + "Of several scenarios each is compared with the first.",
      "When it is stopped, runs that were compared are kept in the directory, and --resume goes on from there to the same tables.",
    ],
    positional: PositionalSpecification(valueName: "A B", count: 1...Int.max, completion: .files),
    options: [
      CommonOptions.runs.specification, trace.specification, CompareCommand.out.specification,
      CommonOptions.pageLanguage.specification, CommonOptions.digits.specification,
    ] + StudyOptions.specifications,
    examples: [
      CommandSpecification.Example(
        line: "detente compare scenarios/paris-2025.jsonc scenarios/paris-2025-without-egypt.jsonc",
        meaning: "what a mediator fewer changes"),
      CommandSpecification.Example(
        line: "detente compare scenarios/paris-2025.jsonc --set mediators.qatar.formulate=0 --trace",
        meaning: "what one number changes, and one run that it changes"),
    ])

  let paths: [String]
  let runs: Int
  let isTelling: Bool
  var options: StudyOptions

  init(_ arguments: ParsedArguments) throws(UsageError) {
    paths = arguments.positionals
    runs = try arguments.value(of: CommonOptions.runs) ?? CommonOptions.defaultRuns
    isTelling = arguments.has(CompareCommand.trace)
    _ = try arguments.value(of: CommonOptions.pageLanguage)
    _ = try arguments.value(of: CommonOptions.digits)
    options = try StudyOptions(arguments, directory: CompareCommand.out)
    if paths.count == 1, options.overrides == options.model {
      throw UsageError(
        "there is nothing to compare: name a second scenario, or what differs with --set PATH=VALUE")
    }
  }

  func run(on console: Console) throws(CommandFailure) -> ExitStatus {
    let console = options.console(console)
    let first = try options.read(paths[0], options.model, console)
    var others: [ScenarioReading] = []
    for (place, path) in otherPaths.enumerated() {
      others.append(try options.read(path, at: place + 1, options.overrides, console))
    }
    let caveats = others.map { ScenarioComparison.caveats(first.scenario, $0.scenario) }
    for caveat in caveats.joined() { console.note("warning: \(caveat)") }
    let threads = try options.threads(for: [first] + others, of: paths.joined(separator: ", "), console)
    let interruption = Interruption()
    guard
      let place = try options.begin(
        "compare", named: "\(others[0].scenario.identifier)-compared", [first] + others, details: "\(runs)",
        console)
    else { return .done }
    let comparisons = try options.work(on: paths.joined(separator: ", "), place, console, interruption) {
      try compare(first.scenario, with: others.map(\.scenario), threads, place.journal, console, $0)
    }
    guard let comparisons else { return options.status(interruption) }
    let tables = try options.tables(
      in: place.output, command: "compare", readings: [first] + others, runs: runs, console
    ) { () throws(TableError) in
      try ScenarioComparison.tables(of: comparisons, naming: naming)
    }
    if options.format == .json {
      try console.print(
        json: ResultDocument.json(
          of: "compare", tables, runs: runs, seed: options.seed, warnings: caveats.joined().map(\.description)
        ))
    }
    return .done
  }

  /// B, C and so on; A itself with other values where one file is given.
  var otherPaths: [String] { paths.count == 1 ? paths : Array(paths.dropFirst()) }

  /// What tables call the scenarios.
  var naming: ScenarioComparison.Naming {
    let others = ScenarioInput.names(of: otherPaths)
    let settings = options.overrides.dropFirst(options.model.count).map { " \($0.path)=\($0.value)" }.joined()
    return ScenarioComparison.Naming(
      first: ScenarioInput.names(of: [paths[0]])[0], others: others,
      variants: others.map { $0 + settings }, seed: options.seed)
  }

  /// Compares each with the first, and as text prints each as soon as it is whole; `nil` when it
  /// was stopped.
  private func compare(
    _ first: Scenario, with others: [Scenario], _ threads: Int, _ journal: StudyJournal, _ console: Console,
    _ shouldStop: @escaping @Sendable () -> Bool
  ) throws -> [ScenarioComparison]? {
    var comparisons: [ScenarioComparison] = []
    for (index, other) in others.enumerated() {
      guard let comparison = try simulate(first, other, threads, journal, console, shouldStop) else {
        guard goesOnBesides(journal, shouldStop) else { return nil }
        continue
      }
      comparisons.append(comparison)
      guard options.format == .text, !journal.isShare else { continue }
      try console.print(
        (index == 0 ? "" : "\n")
          + ComparisonText(
            comparison, of: otherPaths[index], with: subject, width: console.width, in: console.words
          )
          .text(hinting: !isTelling))
      if isTelling { try tell(comparison, console) }
    }
    return comparisons.count == others.count ? comparisons : nil
  }

  private func simulate(
    _ first: Scenario, _ second: Scenario, _ threads: Int, _ journal: StudyJournal, _ console: Console,
    _ shouldStop: @escaping @Sendable () -> Bool
  ) throws -> ScenarioComparison? {
    try console.counting("runs", of: 2 * runs) {
      try ScenarioComparison.compare(
        first, second, plan: SimulationPlan(runs: runs, seed: options.seed, threads: threads),
        memory: journal, shouldStop: shouldStop, onProgress: $0)
    }
  }

  /// What is compared with what.
  private var subject: ComparisonText.Subject {
    ComparisonText.Subject(
      base: paths[0],
      changes: paths.count > 1
        ? nil : options.overrides.dropFirst(options.model.count).map { "\($0.path)=\($0.value)" },
      seed: options.seed)
  }

  /// The first run of the most frequent change, in both.
  private func tell(_ comparison: ScenarioComparison, _ console: Console) throws(CommandFailure) {
    guard let change = comparison.changes.first else { return }
    for (name, scenario) in [("A", comparison.first), ("B", comparison.second)] {
      let negotiations: NegotiationSet
      do { negotiations = try NegotiationSet(scenario) } catch {
        throw CommandFailure(.badScenario, "\(error)")
      }
      let number = UInt32(clamping: change.example)
      let negotiation = negotiations.negotiation(of: number, seed: options.seed)
      let traced = TracedRun(number, seed: options.seed, in: negotiation)
      try console.print("\n" + console.text("Run \(change.example) in \(name)") + "\n\n")
      try console.print(
        Telling(
          traced, of: scenario, language: console.words == nil ? .english : .arabic, style: console.style
        ).text)
    }
  }
}
