import Bargaining
import Experiments
import Reports
import Results
import Scenarios
import Simulation
import Tables

/// `detente given SCENARIO --history FILE`.
struct GivenCommand: ShardedCommand {
  static let history = Option(
    "history", .text("FILE", "the name of a file", completion: .files),
    help: "what has been observed of the talks; must be given")
  static let least = Option(
    "least", .wholeNumber(1...SimulationPlan.mostRuns),
    help: "how many effective runs an answer takes (\(GivenStudy.least) unless given)")
  static let out = Option(
    "out", short: "o", .directory,
    help: "the directory for tables, pictures and the page (results/NAME-given unless given)")

  static let specification = CommandSpecification(
    name: "given", summary: "go on from what has happened so far",
    discussion: [
      "Plays the negotiation many times, weighs each run by how probable what was observed is in it, and shows how the talks go on from there: the tables, pictures and page of `run`, over the runs "
        + "that the history leaves. forecast.csv has the shares of the endings after each observation, posterior.csv what the history makes of every uncertain number and of the models, the most shifted first.",
      "A history is a file of JSON with comments: {\"observations\": [{\"round\": 4, \"state\": \"active\"}, {\"until\": 12, \"agreement\": false}]}. An observation is the state of the talks in a round, an event, a "
        + "text tabled by somebody and taken or refused by some, an issue settled, an agreement or none. It is exact, or has a reliability: the probability of what was observed in a run that fits it; in one that does not it is "
        + "1 - reliability. The article Histories has every form, and scenarios/history.schema.json the rules.",
      "Where all observations are exact, the runs that fit go on as they are (rejection); else all do, by their weights. Where fewer than --least effective runs are left, a particle filter weighs runs observation by observation "
        + "and draws them anew: a run that is drawn twice keeps its numbers and what happened up to then, and what chance brings afterwards is drawn afresh. Runs that come from one run count as one, and every interval heeds the "
        + "number of effective runs. Where still fewer are left there is no answer, and it is said how many runs would do.",
      "The same scenario, history, seed and number of runs give the same tables, byte for byte, on any number of threads. A history without observations gives those of `run`.",
    ],
    positional: PositionalSpecification(valueName: "SCENARIO", count: 1...1, completion: .files),
    options: [
      history.specification, CommonOptions.runs.specification, least.specification,
      RunCommand.language.specification, CommonOptions.digits.specification,
      GivenCommand.out.specification,
    ] + StudyOptions.specifications,
    examples: [
      CommandSpecification.Example(
        line: "detente given scenarios/river-water.jsonc --history scenarios/river-water.history.jsonc",
        meaning: "how talks go on of which some things are known"),
      CommandSpecification.Example(
        line: "detente given scenarios/paris-2025.jsonc --history record.jsonc --runs 100000 --language ar",
        meaning: "more runs for a longer record, told in Arabic"),
    ])

  let scenario: String
  let history: String
  let runs: Int
  let least: Int
  let language: TellingLanguage
  var options: StudyOptions

  init(_ arguments: ParsedArguments) throws(UsageError) {
    scenario = arguments.positionals[0]
    guard let history = try arguments.value(of: GivenCommand.history) else {
      throw UsageError("given needs --history FILE, which says what has been observed")
    }
    self.history = history
    runs = try arguments.value(of: CommonOptions.runs) ?? CommonOptions.defaultRuns
    least = try arguments.value(of: GivenCommand.least) ?? GivenStudy.least
    let language = try arguments.value(of: RunCommand.language) ?? .en
    _ = try arguments.value(of: CommonOptions.digits)
    self.language = TellingLanguage(rawValue: language.rawValue) ?? .english
    options = try StudyOptions(arguments, directory: GivenCommand.out)
  }

  func run(on console: Console) throws(CommandFailure) -> ExitStatus {
    let console = options.console(console)
    let reading = try options.read(scenario, options.overrides, console)
    let file: HistoryFile
    do {
      if let source = options.text(at: 1) {
        file = try HistoryFile(text: source.text, name: source.name, of: reading.scenario)
      } else {
        file = try HistoryFile(reading: history, of: reading.scenario)
      }
    } catch {
      throw ScenarioInput.failure(error, console)
    }
    let study = study(
      of: reading.scenario, file.history,
      threads: try options.threads(for: [reading], of: scenario, console))
    let interruption = Interruption()
    guard
      let place = try options.begin(
        "given", named: "\(reading.scenario.identifier)-given", [reading], and: [file.source],
        details: "\(runs) \(least)\u{0}\(file.source.text)", console)
    else { return .done }
    let output = place.output
    let result: GivenResult?
    do {
      result = try options.work(
        on: scenario, place, console, interruption,
        { try simulate(study, place.journal, console, $0) })
    } catch {
      // Where there is no answer there is nothing to go on with.
      if error.status == .failed { try? StudyJournal.discard(in: output.directory) }
      throw error
    }
    guard let result else { return options.status(interruption) }
    try write(result, reading, file.source, to: output, console)
    return .done
  }

  func study(of scenario: Scenario, _ history: History, threads: Int) -> GivenStudy {
    GivenStudy(scenario, history: history, runs: runs, seed: options.seed, threads: threads, least: least)
  }

  private func simulate(
    _ study: GivenStudy, _ journal: StudyJournal, _ console: Console,
    _ shouldStop: @escaping @Sendable () -> Bool
  ) throws -> GivenResult? {
    let display = ProgressDisplay(console: console, unit: "runs")
    defer { display.finish() }
    do {
      return try study.run(
        memory: journal, shouldStop: shouldStop, onProgress: { display.update(done: $0, of: $1) })
    } catch let fault as GivenFault {
      throw CommandFailure(.failed, "\(history): \(fault)", advice: GivenWords.advice(fault))
    }
  }

  private func write(
    _ result: GivenResult, _ reading: ScenarioReading, _ source: SourceText, to output: ResultOutput,
    _ console: Console
  ) throws(CommandFailure) {
    let contents = try contents(of: result)
    let tables = try options.tables(
      in: output, command: "given", readings: [reading], and: [source], texts: contents.texts, runs: runs,
      console, { contents.tables })
    switch options.format {
    case .json: try console.print(json: GivenDocument(result, tables).json)
    case .text: try console.print(told: GivenText(result, language: language, width: console.width).text)
    }
  }

  /// What the result is written down as.
  func contents(
    of result: GivenResult
  ) throws(CommandFailure) -> GivenContents {
    do {
      return try GivenContents(result, language: language.rawValue)
    } catch {
      throw CommandFailure(.defect, "the tables cannot be made: \(error)")
    }
  }
}

extension GivenCommand: RepeatableCommand {
  var stated: StatedArguments {
    StatedArguments(
      scenarios: [scenario, history], seed: options.seed, runs: runs, settings: options.overrides.byPath)
  }

  func repetition(_ scenarios: [ScenarioDocument], _ manifest: StoredManifest) throws -> any ResultRepetition
  {
    let reading = try scenarios[0].decode(settings: options.settings)
    guard let source = scenarios[1].files.first else {
      throw CommandFailure(.badScenario, "the manifest does not have the text of the history")
    }
    let history = try HistoryFile(text: source.text, name: source.name, of: reading.scenario).history
    let shapes = { try study(of: reading.scenario, history, threads: 1).shapes() }
    return StudyRepetition(
      contents: { threads, shouldStop, progress in
        let study = study(of: reading.scenario, history, threads: threads)
        guard let result = try study.run(shouldStop: shouldStop, onProgress: progress) else { return nil }
        let contents = try contents(of: result)
        return (contents.tables, contents.texts)
      }, unit: "runs", expected: shapes)
  }
}
