import Bargaining
import Experiments
import Reports
import Results
import Scenarios
import Simulation
import Tables

/// `detente formula SCENARIO`.
struct FormulaCommand: ShardedCommand {
  static let draws = Option(
    "draws", .wholeNumber(1...TextSurveyPlan.mostDraws),
    help:
      "how many draws of everything that is uncertain (10,000 unless given); those of the runs of the seed")
  static let top = Option(
    "top", .wholeNumber(1...100_000), help: "how many texts the tables have at most (100 unless given)")
  static let folder = Option(
    "folder", .wholeNumber(1...100), help: "how many texts to carry together (3 unless given)")
  static let steps = Option(
    "steps", .wholeNumber(1...1_000_000_000_000_000),
    help:
      "how far a search goes where texts are too many to be looked at one by one (100 billion steps unless given, about a minute on two processors)"
  )
  static let carrot = Option(
    "carrot",
    .number("SIZE", "a number above 0, at most 1", in: Double.leastNonzeroMagnitude...1), repeats: true,
    help:
      "what one party at a time is to get more from any agreement, in utility (may be given several times; 0.05, 0.1 and 0.2 unless given)"
  )
  static let withoutLeverage = Flag(
    "without-leverage", help: "leave the carrots and sticks of the mediators out")
  static let prove = Option(
    "prove", .wholeNumber(0...100),
    help: "how many of the first texts are tabled in simulated talks (1 unless given; 0 for none)")
  static let tabledBy = Option(
    "tabled-by", .text("NAME", "the name of a mediator"),
    help: "who tables them there (everybody who could, each by itself, unless given)")
  static let tabledAt = Option(
    "tabled-at", .wholeNumber(0...1_000_000),
    help: "from which round on, counted from 0 (the first in which a forum of the mediator sits unless given)"
  )
  static let runs = Option(
    "runs", .wholeNumber(1...100_000_000),
    help: "in how many runs, without and with the text (10,000 unless given)")
  static let language = Option(
    "language", alias: "lang", .choice("LANG") as ValueKind<RunCommand.Language>,
    help: "the language of labels, of what is printed and of errors (en unless given); --lang is the same")
  static let out = Option(
    "out", short: "o", .directory,
    help:
      "the directory for the tables formula, frontier, refusals, amendments, carrots, interim, folder, questions and proof (results/NAME-formula unless given)"
  )

  static let specification = CommandSpecification(
    name: "formula", summary: "find the texts that all could accept most often",
    discussion: [
      "Draws everything that is uncertain many times, models included, and looks at every text that the issues allow in every draw: is it acceptable to all? That is, does it cross "
        + "nobody's red line, does no party with a veto prefer no agreement to it, at the carrots and sticks of the mediators before the first round, and does it pass every home that is "
        + "asked. In this nothing is simulated: hopes, tactics, events and delay play no part, and a text that is acceptable need not be found by the talks.",
      "Texts are ranked by the share of draws in which they are acceptable, with its 95% interval (Wilson), which covers the drawing and not the assumptions. Texts that are so in as many "
        + "draws share a rank. Beside it stand the share at the table alone, the mean surplus of the worst-off party with a veto, the mean regret (by how much the best text of each draw "
        + "leaves the worst-off better off; a text that is refused leaves everybody at nothing), and the probability that it is carried out to its end where deals have phases. The text that did "
        + "best among many owes part of its share to luck; so every text that is named is put to as many fresh draws, which had no part in choosing it (fresh, fresh_low, fresh_high).",
      "frontier.csv has the texts that no other betters on acceptability, durability and the mean gain of every party together. refusals.csv says of the first ten texts which party refuses "
        + "how often, at the table or at home, and which issue, moved alone to some other option, would win it most often. amendments.csv has the nearest amendment that wins it: the fewest "
        + "issues, one or two, by which it takes the text in half of the draws in which it refuses, of these the one most often acceptable to all, and what it costs everybody else. carrots.csv has the best text if any "
        + "agreement brought one party so much more (--carrot). interim.csv has the best text of each number of issues moved; recommended is the one that moves fewest and keeps four fifths of the acceptability of "
        + "the best text that leaves something.",
      "folder.csv is what to carry together, in the order of tabling: each "
        + "text is the one most often acceptable in the draws that those before it leave open, so that so many cover at least 1 - 1/e, 63%, of what the best so many would (Nemhauser, Wolsey & "
        + "Fisher 1978). questions.csv says of every uncertain number by how much the share of the chosen text would rise if the number were known before choosing (expected value of partial "
        + "perfect information, over intervals of the number: Strong & Oakley 2013; texts are chosen on one half of the draws and judged on the other, so that the luck of the choice does not count).",
      "Then the talks are simulated: the first text becomes a prepared text of a mediator (mediators.NAME.texts), due from the first round in which it could table one, and runs without and with it "
        + "are compared on common random numbers of another seed, which is told. Every mediator who sits with all parties whose consent is needed tries it by itself, and all of them are told: "
        + "the best of several would owe part of its gain to luck. proof.csv has what differs, as comparison.csv of compare, and in how many of the first 1,000 runs the text was tabled, taken and refused, and why.",
      "Every text is looked at in every draw, up to 10^10 of both together. Beyond, up to 10^12, a search settles texts issue by issue, the most promising first (branch and bound), and says what no text can be above; "
        + "everything else is then of the texts that it found. It ends when nothing can be better, or after --steps.",
    ],
    positional: PositionalSpecification(valueName: "SCENARIO", count: 1...1, completion: .files),
    options: [
      draws.specification, top.specification, folder.specification, carrot.specification, steps.specification,
      withoutLeverage.specification, prove.specification, tabledBy.specification, tabledAt.specification,
      FormulaCommand.runs.specification,
      language.specification, CommonOptions.digits.specification,
      FormulaCommand.out.specification,
    ] + StudyOptions.specifications,
    examples: [
      CommandSpecification.Example(
        line: "detente formula scenarios/paris-2025.jsonc", meaning: "the texts of the Paris talks"),
      CommandSpecification.Example(
        line: "detente formula scenarios/paris-2025.jsonc --without-leverage --language ar",
        meaning: "what the parties could accept by themselves, told in Arabic"),
    ])

  let scenario: String
  let draws: Int
  let top: Int
  let folder: Int
  let carrots: [Double]
  let steps: Int
  let hasLeverage: Bool
  /// 0 for no proof.
  let proved: Int
  let tabler: String?
  let round: Int?
  let runs: Int
  let language: TellingLanguage
  var options: StudyOptions

  init(_ arguments: ParsedArguments) throws(UsageError) {
    scenario = arguments.positionals[0]
    draws = try arguments.value(of: FormulaCommand.draws) ?? FormulaStudy.draws
    top = try arguments.value(of: FormulaCommand.top) ?? FormulaStudy.top
    folder = try arguments.value(of: FormulaCommand.folder) ?? FormulaStudy.folder
    let carrots = try arguments.values(of: FormulaCommand.carrot)
    self.carrots = carrots.isEmpty ? FormulaStudy.carrots : carrots
    steps = try arguments.value(of: FormulaCommand.steps) ?? TextSurveyPlan.steps
    hasLeverage = !arguments.has(FormulaCommand.withoutLeverage)
    proved = try arguments.value(of: FormulaCommand.prove) ?? FormulaProofPlan.texts
    tabler = try arguments.value(of: FormulaCommand.tabledBy)
    round = try arguments.value(of: FormulaCommand.tabledAt)
    runs = try arguments.value(of: FormulaCommand.runs) ?? FormulaProofPlan.runs
    let language = try arguments.value(of: FormulaCommand.language) ?? .en
    _ = try arguments.value(of: CommonOptions.digits)
    self.language = TellingLanguage(rawValue: language.rawValue) ?? .english
    options = try StudyOptions(arguments, directory: FormulaCommand.out)
  }

  func run(on console: Console) throws(CommandFailure) -> ExitStatus {
    let console = options.console(console)
    let reading = try options.read(scenario, options.overrides, console)
    // Without and with the text.
    let negotiated = proved > 0 ? [reading, reading] : [reading]
    let study = try study(
      of: reading.scenario, threads: try options.threads(for: negotiated, of: scenario, console))
    do throws(TextSurveyFault) { try study.checkSize() } catch { throw failure(error) }
    let interruption = Interruption()
    guard
      let place = try options.begin(
        "formula", named: "\(reading.scenario.identifier)-formula", [reading],
        details:
          "\(draws) \(top) \(folder) \(hasLeverage) \(steps) \(study.carrots) \(proved) \(tabler ?? "") \(round.map(String.init) ?? "") \(runs)",
        rounds: 2, console)
    else { return .done }
    let journal = place.journal
    guard
      let result: FormulaResult = try options.work(
        on: scenario, place, console, interruption,
        { shouldStop in
          guard var result = try work(study, journal, console, shouldStop),
            try prove(study, &result, journal, console, shouldStop)
          else { return nil }
          return result
        })
    else { return options.status(interruption) }
    _ = try options.tables(
      in: place.output, command: "formula", readings: [reading], runs: draws, console, result.tables)
    switch options.format {
    case .json: try console.print(json: FormulaDocument(result).json)
    case .text: try console.print(told: FormulaText(result, language: language, width: console.width).text)
    }
    return .done
  }

  func study(of scenario: Scenario, threads: Int) throws(CommandFailure) -> FormulaStudy {
    var plan = TextSurveyPlan(draws: draws, seed: options.seed, threads: threads, hasLeverage: hasLeverage)
    plan.steps = steps
    return FormulaStudy(
      scenario, plan: plan, top: top, folder: folder, carrots: carrots,
      proof: try proof(of: scenario, threads: threads))
  }

  /// `nil` for none.
  private func proof(of scenario: Scenario, threads: Int) throws(CommandFailure) -> FormulaProofPlan? {
    guard proved > 0 else { return nil }
    var mediator: Int?
    if let tabler {
      mediator = scenario.mediators.firstIndex { $0.name == tabler }
      if mediator == nil {
        throw CommandFailure(
          .usage, "--tabled-by: there is no mediator \(Quoting.quoted(tabler))",
          advice: Suggestion.hint(for: tabler, among: scenario.mediators.map(\.name)))
      }
    }
    let plan = FormulaProofPlan(
      texts: proved, mediator: mediator, round: round, runs: runs, seed: options.seed, threads: threads)
    if mediator != nil || round != nil, !scenario.mediators.isEmpty, plan.authors(in: scenario).isEmpty {
      throw CommandFailure(
        .usage,
        tabler.map {
          "\(Quoting.quoted($0)) does not sit with a party whose consent is needed, from round \(round ?? 0) to the end of the window"
        }
          ?? "no mediator sits with a party whose consent is needed, from round \(round ?? 0) to the end of the window"
      )
    }
    return plan
  }

  /// Simulates the talks without and with the first texts; whether it was not stopped.
  private func prove(
    _ study: FormulaStudy, _ result: inout FormulaResult, _ memory: any StudyMemory, _ console: Console,
    _ shouldStop: @escaping @Sendable () -> Bool
  ) throws(CommandFailure) -> Bool {
    do throws(SimulationError) {
      return try console.counting("runs", of: study.runsPlanned) { (onProgress) throws(SimulationError) in
        try study.prove(&result, memory: memory, shouldStop: shouldStop, onProgress: onProgress)
      }
    } catch {
      throw CommandFailure(.badScenario, "\(scenario): \(error)")
    }
  }

  private func work(
    _ study: FormulaStudy, _ journal: StudyJournal, _ console: Console,
    _ shouldStop: @escaping @Sendable () -> Bool
  ) throws(CommandFailure) -> FormulaResult? {
    do throws(TextSurveyFault) {
      return try console.counting("draws", of: study.drawsPlanned) { (onProgress) throws(TextSurveyFault) in
        try study.run(memory: journal, shouldStop: shouldStop, onProgress: onProgress)
      }
    } catch {
      throw failure(error)
    }
  }

  private func failure(_ fault: TextSurveyFault) -> CommandFailure {
    let advice: Message =
      switch fault {
      case .tooMany, .tooManyDraws:
        "Take fewer --draws, or another scenario with fewer issues or options on its agenda."
      case .cannotNegotiate: ""
      }
    return CommandFailure(.badScenario, "\(scenario): \(fault)", advice: advice)
  }
}

extension FormulaCommand: RepeatableCommand {
  var stated: StatedArguments {
    StatedArguments(
      scenarios: [scenario], seed: options.seed, runs: draws, settings: options.overrides.byPath)
  }

  func repetition(_ scenarios: [ScenarioDocument], _ manifest: StoredManifest) throws -> any ResultRepetition
  {
    let scenario = try scenarios[0].decode(settings: options.settings).scenario
    let shapes = { try study(of: scenario, threads: 1).shapes() }
    return StudyRepetition(unit: "draws", expected: shapes) { threads, shouldStop, progress in
      let study = try study(of: scenario, threads: threads)
      let planned = study.drawsPlanned + study.runsPlanned
      let draws = study.drawsPlanned
      guard
        var result = try study.run(
          shouldStop: shouldStop, onProgress: { progress(min($0, draws), planned) }),
        try study.prove(
          &result, shouldStop: shouldStop, onProgress: { progress(min(draws + $0, planned), planned) })
      else { return nil }
      return try result.tables()
    }
  }
}
