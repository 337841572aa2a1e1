import Bargaining
import Experiments
import Foundation
import Reports
import Results
import Scenarios
import Tables

/// `detente score RESULT… --outcome FILE…`.
struct ScoreCommand: Command {
  static let outcome = Option(
    "outcome", .text("FILE", "the name of an outcome file", completion: .files), repeats: true,
    help: "what became of the talks; one for each RESULT, in the same order")
  static let cases = Option(
    "cases", .directory,
    help: "the outcome files of all results: DIR/NAME.jsonc for a RESULT whose directory is called NAME")
  static let baseline = Option(
    "baseline", .choice("NAME") as ValueKind<Baseline>,
    help: "which baseline stands in scores.csv (base_rate where --base-rate is given, else uniform)")
  static let baseRate = Option(
    "base-rate", .baseRate, repeats: true,
    help: "how often such talks agree, such as 0.3; or how often one event happens, such as collapsed=0.1")
  static let zero = Option(
    "zero", .choice("RULE") as ValueKind<ZeroRule>,
    help: "what becomes of an answer that came true and that no run gave (jeffreys unless given)")
  static let out = Option(
    "out", short: "o", .directory,
    help: "the directory for the tables and the page (results/NAME-score unless given)")

  static let specification = CommandSpecification(
    name: "score", summary: "say how good a forecast was, now that one knows",
    discussion: [
      "RESULT is a directory that run has written. What became of the talks stands in a file of its own: {\"agreement\": {\"round\": 26, \"outcome\": {\"land\": 0, \"water\": 100}}}, or "
        + "{\"agreement\": null, \"ending\": \"collapsed\"}, or {\"agreement\": null, \"observed_until\": 20} while they go on; what is not decided is then not scored as a no. Rounds count from 0.",
      "Scored are whether there is an agreement, each ending, the option of each issue, and an agreement by the end of each round: by Brier's score and the logarithmic one. The time to agreement "
        + "has the continuous ranked probability score, over the rounds that were watched. 0 is the best. scores.csv has one baseline beside the forecast, baselines.csv all: uniform, the base rate given, "
        + "persistence (what holds at the start goes on: no agreement, every issue as it is), and of several cases leave_one_out (how often the others agreed).",
      "Of several cases there is a calibration table, a picture of it, and Brier's score taken apart: reliability, resolution, uncertainty (Murphy 1973).",
    ],
    positional: PositionalSpecification(valueName: "RESULT", count: 1...1_000, completion: .directories),
    options: [
      outcome.specification, cases.specification, baseline.specification, baseRate.specification,
      zero.specification, ScoreCommand.out.specification, CommonOptions.force.specification,
      CommonOptions.format.specification, FormulaCommand.language.specification,
      CommonOptions.digits.specification,
      CommonOptions.quiet.specification,
    ],
    examples: [
      CommandSpecification.Example(
        line: "detente score results/logroll --outcome scenarios/cases/logroll.jsonc",
        meaning: "one forecast against what happened"),
      CommandSpecification.Example(
        line: "detente score results/logroll results/split-the-pie --cases scenarios/cases --base-rate 0.6",
        meaning: "several, and against the rate at which such talks agree"),
    ])

  let results: [String]
  /// One for each result.
  let outcomes: [String]
  let request: ScoreResult.Request
  let language: TellingLanguage
  private let out: String?
  private let force: Bool
  private let format: CommonOptions.Report
  private let isQuiet: Bool

  init(_ arguments: ParsedArguments) throws(UsageError) {
    results = arguments.positionals
    let files = try arguments.values(of: ScoreCommand.outcome)
    if let folder = try arguments.value(of: ScoreCommand.cases) {
      guard files.isEmpty else { throw UsageError("either --outcome or --cases, not both") }
      outcomes = results.map { ScoreCommand.file(of: $0, in: folder) }
    } else {
      guard files.count == results.count else {
        throw UsageError(
          "\(Message.counted(results.count, "result")), but \(Message.counted(files.count, "outcome file")): give --outcome FILE for each result, or --cases DIR"
        )
      }
      outcomes = files
    }
    var rates = BaseRates()
    for rate in try arguments.values(of: ScoreCommand.baseRate) {
      if rate.event == "agreement" {
        rates.agreement = rate.share
      } else {
        rates.events[rate.event] = rate.share
      }
    }
    let given = try arguments.value(of: ScoreCommand.baseline)
    if given == .baseRate, rates.isEmpty { throw UsageError("--baseline base_rate needs --base-rate") }
    if given == .leaveOneOut, results.count == 1 {
      throw UsageError("--baseline leave_one_out needs several results")
    }
    if rates.events.values.reduce(0, +) > 1 + 1e-9 {
      throw UsageError("--base-rate: the rates of the endings make more than 1")
    }
    request = ScoreResult.Request(
      rates: rates, rule: try arguments.value(of: ScoreCommand.zero) ?? .jeffreys,
      baseline: given ?? (rates.isEmpty ? .uniform : .baseRate))
    _ = try arguments.value(of: CommonOptions.digits)
    language =
      TellingLanguage(rawValue: (try arguments.value(of: FormulaCommand.language) ?? .en).rawValue)
      ?? .english
    out = try arguments.value(of: ScoreCommand.out)
    force = arguments.has(CommonOptions.force)
    format = try arguments.value(of: CommonOptions.format) ?? .text
    isQuiet = arguments.has(CommonOptions.quiet)
  }

  private static func file(of result: String, in folder: String) -> String {
    let name = result.split(separator: "/").last.map(String.init) ?? result
    return (folder.hasSuffix("/") ? folder : folder + "/") + name + ".jsonc"
  }

  func run(on console: Console) throws(CommandFailure) -> ExitStatus {
    let console = console.muted(isQuiet)
    let started = Date()
    var cases: [(forecast: ForecastRecord, source: SourceText)] = []
    for (result, outcome) in zip(results, outcomes) {
      cases.append((try ScoreCommand.forecast(of: result), try ScoreCommand.source(outcome, console)))
    }
    let result: ScoreResult
    do {
      result = try score(cases)
    } catch {
      throw ScenarioInput.failure(error, console)
    }
    let name = cases[0].forecast.scenario
    let output = try ResultOutput(out, else: DefaultDirectory("\(name)-score"), force: force)
    let tables = try tables(of: result)
    try output.write(
      tables: tables,
      manifest: Manifest(
        command: "score", commandLine: console.invocation.line, scenario: name,
        sources: ScenarioInput.sources(cases.map(\.source)),
        design: .object(["forecasts": .array(cases.map(\.forecast.json))]), seed: 1, runs: cases.count,
        runsPlanned: cases.count, isComplete: true, threads: 1, machine: .current, started: started,
        finished: Date(), timings: []), to: output.draft(), console: console)
    switch format {
    case .json: try console.print(json: ScoreDocument.json(result, tables))
    case .text: try console.print(told: ScoreText(result, language: language, width: console.width).text)
    }
    console.note(PlaceWords.sentence("Tables, page and manifest are", in: output.directory.path))
    console.suggest(NextSteps.after("score", in: output.directory.path))
    return .done
  }

  /// Reads what became of the talks against the forecasts, and scores these.
  func score(
    _ cases: [(forecast: ForecastRecord, source: SourceText)]
  ) throws(ScenarioFault) -> ScoreResult {
    var known: [(forecast: ForecastRecord, outcome: ObservedOutcome)] = []
    for (forecast, source) in cases {
      known.append((forecast, try OutcomeFileReader.read(source, for: forecast)))
    }
    return ScoreResult(known, request)
  }

  /// What the scores are written down as.
  func tables(of result: ScoreResult) throws(CommandFailure) -> [Table] {
    do { return try result.tables() } catch { throw CommandFailure(.defect, "\(error)") }
  }

  private static func forecast(of path: String) throws(CommandFailure) -> ForecastRecord {
    let result = try StoredResultInput.read(
      path, with: ["endings", "rounds", "settlements"], advice: "score takes results of detente run.")
    do {
      return try ForecastRecord(result)
    } catch {
      throw CommandFailure(.failed, "\(error)")
    }
  }

  private static func source(_ path: String, _ console: Console) throws(CommandFailure) -> SourceText {
    do {
      return try SourceText(reading: path)
    } catch {
      throw CommandFailure(.noInput, "\(path): \(error.message)")
    }
  }
}

extension ValueKind where Value == (event: String, share: Double) {
  /// A share, of agreements or of an event that is named.
  static var baseRate: Self {
    ValueKind(
      valueName: "P", expectation: "a number from 0 to 1, or such a number for an event: collapsed=0.1",
      completion: .nothing
    ) { text throws(ValueFault) in
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let event = parts.count == 2 ? String(parts[0]) : "agreement"
      guard let share = parts.last.flatMap({ Double($0) }), (0...1).contains(share) else {
        throw ValueFault()
      }
      guard BaseRates.names.contains(event) else {
        throw ValueFault(
          Suggestion.nearest(to: event, among: BaseRates.names).map { "did you mean \($0)?" }
            ?? "events are \(all: BaseRates.names)")
      }
      return (event, share)
    }
  }
}
