import Bargaining
import Reports
import Scenarios

/// `detente trace SCENARIO`.
struct TraceCommand: Command {
  static let run = Option(
    "run", .wholeNumber(0...Int(lastRun)),
    help: "which run to tell, by its number in runs.csv (0 unless given)")
  static let ending = Option(
    "ending", .choice("ENDING", of: Ending.allCases.map { ($0.name, $0) }),
    help: "tell the first run, from --run on, that ends in this way; up to 100,000 runs are tried")
  static let format = Option(
    "format", .choice("KIND") as ValueKind<Format>,
    help: "what to print: text for people (unless given), jsonl for programs")
  static let language = Option(
    "language", alias: "lang", .choice("LANG") as ValueKind<RunCommand.Language>,
    help: "the language of labels, of what is printed and of errors (en unless given); --lang is the same")

  /// What goes to standard output.
  enum Format: String, CaseIterable, Sendable {
    case text
    case jsonl
  }

  /// Runs that are tried for an ending, at most.
  static let mostTried = 100_000

  /// The last run that a simulation can have.
  static let lastRun: UInt32 = 4_294_967_294

  static let specification = CommandSpecification(
    name: "trace", summary: "tell one run round by round: who offered what, who refused and why",
    discussion: [
      "Plays one of the negotiations that run plays, and tells it: who is at the table with which draws, what each "
        + "offers or tables, who refuses and why, what else happens, and how it ends. Rounds in which nothing is new are "
        + "folded. The same scenario, seed and run give the same story, and it is the row of that number in runs.csv.",
      "With --format jsonl there is one JSON object per line: an act (offer, text, accept, reject, suspend, resume, "
        + "event, extend, settle, ratify, phase) with its round (counted from 0), forum, actor, outcome and what the outcome is "
        + "worth to every party at that moment, undiscounted; a refusal says because. The last line is the ending; its utilities are the "
        + "utility_PARTY of runs.csv.",
    ],
    positional: PositionalSpecification(valueName: "SCENARIO", count: 1...1, completion: .files),
    options: [
      run.specification, ending.specification, CommonOptions.seed.specification,
      format.specification, language.specification, CommonOptions.quiet.specification,
      CommonOptions.noColor.specification, MemoryOption.specification,
    ] + CommonOptions.reading,
    examples: [
      CommandSpecification.Example(
        line: "detente trace scenarios/paris-2025.jsonc --ending collapsed", meaning: "how talks break down"),
      CommandSpecification.Example(
        line:
          "detente trace scenarios/paris-2025.jsonc --run 7 --format jsonl | jq 'select(.act == \"reject\")'",
        meaning: "every refusal in one run"),
    ])

  let scenario: String
  let run: Int
  let ending: Ending?
  let seed: UInt64
  let overrides: [ScenarioOverride]
  let policy: ExtensionPolicy
  let memory: MemoryOption
  let format: Format
  let language: RunCommand.Language
  let isQuiet: Bool
  let isPlain: Bool

  init(_ arguments: ParsedArguments) throws(UsageError) {
    scenario = arguments.positionals[0]
    run = try arguments.value(of: TraceCommand.run) ?? 0
    ending = try arguments.value(of: TraceCommand.ending)
    seed = try arguments.value(of: CommonOptions.seed) ?? 1
    overrides = try CommonOptions.overrides(arguments)
    policy = CommonOptions.extending(arguments)
    memory = try MemoryOption(arguments)
    format = try arguments.value(of: TraceCommand.format) ?? .text
    language = try arguments.value(of: TraceCommand.language) ?? .en
    isQuiet = arguments.has(CommonOptions.quiet)
    isPlain = arguments.has(CommonOptions.noColor)
  }

  func run(on console: Console) throws(CommandFailure) -> ExitStatus {
    let console = console.muted(isQuiet, plain: isPlain)
    let reading = try ScenarioInput(path: scenario, overrides: overrides, policy: policy).read(console)
    _ = try memory.threads(for: [reading.scenario], of: scenario, console.muted(true))
    let negotiations: NegotiationSet
    do {
      negotiations = try NegotiationSet(reading.scenario)
    } catch {
      throw CommandFailure(.badScenario, "\(scenario): \(error)")
    }
    let interruption = Interruption()
    negotiations.heed { interruption.isRequested }
    guard let number = try chosen(in: negotiations, interruption) else {
      return interruption.status ?? .stoppedEarly
    }
    let traced = TracedRun(number, seed: seed, in: negotiations.negotiation(of: number, seed: seed))
    guard traced.isWhole else { return interruption.status ?? .stoppedEarly }
    switch format {
    case .text:
      let language = TellingLanguage(rawValue: language.rawValue) ?? .english
      try console.print(
        told: Telling(traced, of: reading.scenario, language: language, style: console.style).text)
    case .jsonl:
      try TraceLines(traced, of: reading.scenario).write { (line) throws(CommandFailure) in
        try console.emit(line)
      }
    }
    if format == .text {
      console.suggest(
        NextSteps.afterTrace(
          of: scenario, set: overrides.typed, seed: seed, run: number, last: TraceCommand.lastRun))
    }
    return .done
  }

  /// The number of the run to tell; `nil` when somebody asked to stop looking for it.
  private func chosen(
    in negotiations: NegotiationSet, _ interruption: Interruption
  ) throws(CommandFailure) -> UInt32? {
    let first = UInt32(clamping: run)
    guard let ending else { return first }
    let last = min(UInt32(clamping: run + TraceCommand.mostTried - 1), TraceCommand.lastRun)
    let found = negotiations.firstRun(ending: ending, among: first...last, seed: seed) {
      interruption.isRequested
    }
    if found == nil, !interruption.isRequested {
      throw CommandFailure(
        .failed, "none of the runs \(first) to \(last) of seed \(seed) ends as \(ending.name)",
        advice: last < TraceCommand.lastRun
          ? "Look further with --run \(last + 1), or from another --seed." : "Try another --seed.")
    }
    return found
  }
}
