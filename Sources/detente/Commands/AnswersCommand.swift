import Bargaining
import Experiments
import Reports
import Results
import Scenarios
import Simulation
import Tables

/// `detente answers SCENARIO`.
struct AnswersCommand: ShardedCommand {
  static let each = Option(
    "each", .wholeNumber(2...1_000_000),
    help: "runs of every change of the scenario (\(AnswersStudy.runsPerPoint) unless given)")
  static let language = Option(
    "language", alias: "lang", .choice("LANG") as ValueKind<RunCommand.Language>,
    help:
      "the language (of answers.md English and Arabic, one after the other, of the page en, unless given), of what is printed and of errors; --lang is the same"
  )
  static let out = Option(
    "out", short: "o", .directory,
    help: "the directory for the tables, answers.md and the page (results/NAME-answers unless given)")

  static let specification = CommandSpecification(
    name: "answers", summary: "answer the questions that a reader asks, on one page",
    discussion: [
      "Do the talks resume, and when; does the deadlock break; why do the other runs fail; which formula could all accept; how much depends on readiness to concede; what does each "
        + "mediator and each forum bring; what did the events do; what does it cost meanwhile; and what does all of it rest on. Every sentence has a figure with its 95% interval, and names "
        + "the table that it comes from. The page is answers.md and report.html.",
      "willingness.csv has the share of agreements by how far one party, or all of them at once, are ready to concede. contributions.csv says by how many points the share of agreements is "
        + "higher for a mediator or a forum: its Shapley value over all groups of mediators, or of forums, that could be there, on common random numbers (beyond \(Shapley.mostExact), over orders "
        + "of arrival that are drawn), beside the share of agreements on its text or reached there. A mediator that is away sits nowhere and so tables nothing, brings nobody back and pulls nobody; "
        + "a forum that is away never sits. event_effects.csv compares every run with the same run without an event.",
      "When it is stopped, what is done is kept in the directory, and --resume goes on from there to the same tables.",
    ],
    positional: PositionalSpecification(valueName: "SCENARIO", count: 1...1, completion: .files),
    options: [
      CommonOptions.runs.specification, each.specification, language.specification,
      CommonOptions.digits.specification,
      AnswersCommand.out.specification,
    ] + StudyOptions.specifications,
    examples: [
      CommandSpecification.Example(
        line: "detente answers scenarios/paris-2025.jsonc", meaning: "the questions about the Paris talks"),
      CommandSpecification.Example(
        line: "detente answers scenarios/paris-2025.jsonc --language ar --runs 2000 --each 500",
        meaning: "a first look, in Arabic"),
    ])

  let scenario: String
  let runs: Int
  let each: Int
  let languages: [TellingLanguage]
  var options: StudyOptions

  init(_ arguments: ParsedArguments) throws(UsageError) {
    scenario = arguments.positionals[0]
    runs = try arguments.value(of: CommonOptions.runs) ?? AnswersStudy.runs
    each = try arguments.value(of: AnswersCommand.each) ?? AnswersStudy.runsPerPoint
    let language = try arguments.value(of: AnswersCommand.language)
    _ = try arguments.value(of: CommonOptions.digits)
    languages =
      language.flatMap { TellingLanguage(rawValue: $0.rawValue) }.map { [$0] } ?? [.english, .arabic]
    options = try StudyOptions(arguments, directory: AnswersCommand.out)
  }

  func run(on console: Console) throws(CommandFailure) -> ExitStatus {
    let console = options.console(console)
    let reading = try options.read(scenario, options.overrides, console)
    let study = study(
      of: reading.scenario, threads: try options.threads(for: [reading], of: scenario, console))
    let interruption = Interruption()
    guard
      let place = try options.begin(
        "answers", named: "\(reading.scenario.identifier)-answers", [reading], details: "\(runs) \(each)",
        console)
    else { return .done }
    guard
      let result = try options.work(
        on: scenario, place, console, interruption,
        { try simulate(study, place.journal, console, $0) })
    else { return options.status(interruption) }
    let page = AnswersPage(result, languages: languages)
    let tables = try options.tables(
      in: place.output, command: "answers", readings: [reading], texts: page.files, runs: runs, console,
      result.tables)
    switch options.format {
    case .json:
      try console.print(
        json: ResultDocument.json(of: "answers", tables, runs: runs, seed: options.seed, warnings: []))
    case .text: try console.print(told: page.text(width: console.width))
    }
    return .done
  }

  func study(of scenario: Scenario, threads: Int) -> AnswersStudy {
    AnswersStudy(scenario, runs: runs, runsPerPoint: each, seed: options.seed, threads: threads)
  }

  private func simulate(
    _ study: AnswersStudy, _ journal: any StudyMemory, _ console: Console,
    _ shouldStop: @escaping @Sendable () -> Bool
  ) throws -> AnswersResult? {
    try console.counting("runs", of: study.runsPlanned) {
      try study.run(memory: journal, shouldStop: shouldStop, onProgress: $0)
    }
  }
}

extension AnswersCommand: RepeatableCommand {
  var stated: StatedArguments {
    StatedArguments(scenarios: [scenario], seed: options.seed, runs: runs, settings: options.overrides.byPath)
  }

  func repetition(_ scenarios: [ScenarioDocument], _ manifest: StoredManifest) throws -> any ResultRepetition
  {
    let scenario = try scenarios[0].decode(settings: options.settings).scenario
    let shapes = { try study(of: scenario, threads: 1).shapes() }
    return StudyRepetition(
      contents: { threads, shouldStop, progress in
        let study = study(of: scenario, threads: threads)
        let planned = study.runsPlanned
        guard
          let result = try study.run(
            shouldStop: shouldStop, onProgress: { progress(min($0, planned), planned) })
        else { return nil }
        return (try result.tables(), AnswersPage(result, languages: languages).files)
      }, unit: "runs", expected: shapes)
  }
}
