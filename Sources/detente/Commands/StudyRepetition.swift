import Bargaining
import Experiments
import Reports
import Results
import Scenarios
import Simulation
import Tables

/// A study once more: its tables and whatever stands beside them, made in memory.
struct StudyRepetition: ResultRepetition {
  typealias Progress = @Sendable (_ done: Int, _ of: Int) -> Void

  /// What is counted in a display of progress.
  let unit: String
  let expected: () throws -> [TableShape]
  /// The tables and the texts beside them; `nil` when it was stopped.
  let contents: Work<(tables: [Table], texts: [(name: String, text: String)])>

  typealias Work<Result> = (
    _ threads: Int, _ shouldStop: @escaping @Sendable () -> Bool, _ progress: @escaping Progress
  ) throws -> Result?

  init(
    contents: @escaping Work<(tables: [Table], texts: [(name: String, text: String)])>, unit: String,
    expected: @escaping () throws -> [TableShape]
  ) {
    self.unit = unit
    self.expected = expected
    self.contents = contents
  }

  /// Of a study that leaves nothing but tables.
  init(unit: String, expected: @escaping () throws -> [TableShape], tables: @escaping Work<[Table]>) {
    self.init(
      contents: { try tables($0, $1, $2).map { ($0, []) } }, unit: unit, expected: expected)
  }

  func shapes() throws -> [TableShape] { try expected() }

  func check(
    _ verification: ResultVerification, _ request: VerifyRequest, _ console: Console,
    _ shouldStop: @escaping @Sendable () -> Bool
  ) throws -> VerificationCheck? {
    let display = ProgressDisplay(console: console, unit: unit)
    defer { display.finish() }
    guard
      let (tables, texts) = try contents(
        request.threads, shouldStop, { display.update(done: $0, of: $1) })
    else { return nil }
    return verification.check(
      study: tables.map { (name: "\($0.name).csv", bytes: $0.write(.csv)) }
        + texts.map { (name: $0.name, bytes: Array($0.text.utf8)) })
  }
}

extension LeversCommand: RepeatableCommand {
  var stated: StatedArguments {
    if source != nil { return .ofResult }
    return StatedArguments(
      scenarios: [scenario], seed: options.seed, runs: runs, settings: options.overrides.byPath)
  }

  func repetition(_ scenarios: [ScenarioDocument], _ manifest: StoredManifest) throws -> any ResultRepetition
  {
    if source != nil { return try repetitionFrom(scenarios[0], manifest) }
    let scenario = try scenarios[0].decode(settings: options.settings).scenario
    let levers = try levers(of: scenario)
    func study(_ threads: Int) -> LeverStudy {
      LeverStudy(
        scenario, levers: levers, target: target, runs: runs, seed: options.seed, threads: threads)
    }
    let shapes = { try study(1).shapes() }
    return StudyRepetition(
      contents: { threads, shouldStop, progress in
        let study = study(threads)
        let planned = study.runsPlanned
        return try study.run(shouldStop: shouldStop, onProgress: { progress(min($0, planned), planned) })
          .map { (try $0.tables(), StudyPictures.files(StudyPictures.of($0))) }
      }, unit: "runs", expected: shapes)
  }
}

extension SensitivityCommand: RepeatableCommand {
  var stated: StatedArguments {
    if source != nil { return .ofResult }
    return StatedArguments(
      scenarios: [scenario], seed: options.seed, runs: runs, settings: options.overrides.byPath)
  }

  func repetition(_ scenarios: [ScenarioDocument], _ manifest: StoredManifest) throws -> any ResultRepetition
  {
    if source != nil { return try repetitionFrom(scenarios[0], manifest) }
    let study = try study(of: try scenarios[0].decode(settings: options.settings).scenario)
    return StudyRepetition(
      contents: { threads, shouldStop, progress in
        let planned = study.runsPlanned
        return try study.run(threads: threads, shouldStop: shouldStop, onRuns: { progress($0, planned) })
          .map { (try $0.tables(), StudyPictures.files(StudyPictures.of($0))) }
      }, unit: "runs", expected: study.shapes)
  }
}

extension CompareCommand: RepeatableCommand {
  var stated: StatedArguments {
    StatedArguments(
      scenarios: [paths[0]] + otherPaths, seed: options.seed, runs: runs, settings: options.overrides.byPath)
  }

  func repetition(_ scenarios: [ScenarioDocument], _ manifest: StoredManifest) throws -> any ResultRepetition
  {
    let first = try scenarios[0].decode(settings: ScenarioInput.settings(options.model)).scenario
    let others = try scenarios.dropFirst().map { try $0.decode(settings: options.settings).scenario }
    let names = ScenarioInput.names(of: otherPaths)
    let shapes = { try ScenarioComparison.shapes(of: first, with: others, names: names) }
    let repeated: StudyRepetition.Work<(tables: [Table], texts: [(name: String, text: String)])> = {
      threads, shouldStop, progress in
      let plan = SimulationPlan(runs: runs, seed: options.seed, threads: threads)
      let all = 2 * runs * others.count
      var comparisons: [ScenarioComparison] = []
      for other in others {
        let before = 2 * runs * comparisons.count
        guard
          let comparison = try ScenarioComparison.compare(
            first, other, plan: plan, shouldStop: shouldStop, onProgress: { progress(before + $0, all) })
        else { return nil }
        comparisons.append(comparison)
      }
      return (
        try ScenarioComparison.tables(of: comparisons, names: names),
        StudyPictures.files(StudyPictures.of(comparisons, names: names))
      )
    }
    return StudyRepetition(contents: repeated, unit: "runs", expected: shapes)
  }
}

extension StudyOptions {
  /// The values given by `--set`.
  var settings: [ScenarioSetting] { ScenarioInput.settings(overrides) }
}

extension StatedArguments {
  /// A command line that names a result, and of what the result is of says nothing.
  static var ofResult: StatedArguments {
    StatedArguments(scenarios: nil, seed: nil, runs: nil, settings: [:])
  }
}
