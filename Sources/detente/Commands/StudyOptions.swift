import Experiments
import Foundation
import Reports
import Results
import Scenarios
import Simulation
import Tables

/// What `sensitivity`, `levers` and `compare` have in common: seed, threads, where the tables go
/// and what is printed.
struct StudyOptions {
  let seed: UInt64
  let overrides: [ScenarioOverride]
  /// Of these, the model: what holds for every scenario of a comparison.
  let model: [ScenarioOverride]
  let format: CommonOptions.Report
  let policy: ExtensionPolicy
  private let memory: MemoryOption
  let out: String?
  let force: Bool
  let isResuming: Bool
  private let isQuiet: Bool
  let started = Date()
  /// As they were typed.
  let arguments: ParsedArguments
  /// How much of the work is done here.
  var part: StudyPart

  static let resume = Flag(
    "resume", help: "go on with a study that was stopped, in the directory where it was")

  /// Beside the command's own option for the directory.
  static let specifications =
    [
      StudyOptions.resume.specification, StudyPart.shard.specification, StudyPart.slurm.specification,
      CommonOptions.seed.specification,
      CommonOptions.threads.specification,
      CommonOptions.force.specification, CommonOptions.format.specification,
      CommonOptions.quiet.specification,
      MemoryOption.specification,
    ] + CommonOptions.reading

  /// - Parameters:
  ///   - arguments: the command line.
  ///   - directory: the command's option for the directory of its tables.
  init(_ arguments: ParsedArguments, directory: Option<String>) throws(UsageError) {
    seed = try arguments.value(of: CommonOptions.seed) ?? 1
    overrides = try CommonOptions.overrides(arguments)
    model = try arguments.value(of: CommonOptions.model).map { [ScenarioOverride(model: $0)] } ?? []
    format = try arguments.value(of: CommonOptions.format) ?? .text
    policy = CommonOptions.extending(arguments)
    memory = try MemoryOption(arguments)
    out = try arguments.value(of: directory)
    force = arguments.has(CommonOptions.force)
    isQuiet = arguments.has(CommonOptions.quiet)
    isResuming = arguments.has(StudyOptions.resume)
    self.arguments = arguments
    part = try StudyPart(arguments)
  }

  func console(_ console: Console) -> Console { console.muted(isQuiet) }

  /// How many threads a study of these scenarios is to use; the first scenario may stand beside any
  /// other.
  ///
  /// - Throws: when not even one finds room in memory.
  func threads(
    for readings: [ScenarioReading], of path: String, _ console: Console
  ) throws(CommandFailure) -> Int {
    try memory.threads(for: readings.map(\.scenario), of: path, console)
  }

  /// Takes the directory before the work begins: the one given, else `results/NAME`. When resuming,
  /// it must hold what a study left.
  func claimDirectory(_ name: String) throws(CommandFailure) -> ResultOutput {
    let path = try pathOfWhole(name)
    let isThere: Bool
    do throws(ResultDirectoryFault) {
      isThere = try StudyJournal.isThere(in: path)
    } catch {
      throw ResultOutput.failure(error)
    }
    if isResuming {
      guard isThere else {
        throw CommandFailure(
          .noInput, "\(path) holds no study that was stopped", advice: "Leave --resume out to begin one.")
      }
      return try ResultOutput(path: path, for: .goingOn)
    }
    let directory: ResultDirectory
    do {
      directory = try ResultDirectory(claiming: path, for: force ? .replacing : .new)
    } catch {
      if isThere, case .occupied = error {
        throw CommandFailure(
          .cannotCreate, "\(path) holds a study that was stopped",
          advice: "Go on with it by --resume, or replace it with --force.")
      }
      throw ResultOutput.failure(error)
    }
    do {
      if force { try StudyJournal.discard(in: directory) }
    } catch {
      throw ResultOutput.failure(error)
    }
    return ResultOutput(taken: directory)
  }

  /// Where what is done in one piece goes: the directory given, else `results/NAME`, or that with a
  /// number in which a study waits.
  func pathOfWhole(_ name: String) throws(CommandFailure) -> String {
    if let out { return out }
    do {
      return try DefaultDirectory(name, overrides, seed: seed).path(goingOn: isResuming, isForced: force)
    } catch {
      throw ResultOutput.failure(error)
    }
  }

  /// Where the result goes: the directory given, else `results/NAME`, the same for every shard.
  func path(for name: String) -> String { out ?? DefaultDirectory(name, overrides, seed: seed).path }

  /// What decides the items of a study.
  ///
  /// - Parameters:
  ///   - command: the name of the command.
  ///   - readings: the scenarios, in their order.
  ///   - details: what else decides them.
  func study(_ command: String, _ readings: [ScenarioReading], _ details: String) -> String {
    // With their lengths, so that the same texts otherwise divided are another study.
    let texts = readings.map { reading in
      "\(reading.files.count) files"
        + reading.files.map { "\u{0}\($0.text.utf8.count)\u{0}\($0.text)" }.joined()
    }.joined(separator: "\u{0}")
    let settings = overrides.map { "\($0.path)=\($0.value)" }.joined(separator: " ")
    return [command, texts, settings, "seed \(seed)", details].joined(separator: "\u{0}")
  }

  /// Opens the journal of a study in its directory.
  ///
  /// - Parameters:
  ///   - output: the directory.
  ///   - study: what decides the items.
  ///   - shard: the part that is done; `nil` for all of it.
  ///   - others: what is known from elsewhere.
  ///   - tellsItems: whether the items are what a reader can make something of.
  ///   - console: where to say how much is done already.
  func journal(
    in output: ResultOutput, _ study: String, shard: StudyShard? = nil, others: StudyItems = StudyItems(),
    tellsItems: Bool = true, _ console: Console
  ) throws(CommandFailure) -> StudyJournal {
    let path = output.directory.path(of: shard?.journalName ?? StudyJournal.fileName)
    let journal: StudyJournal?
    do {
      journal = try StudyJournal(path: path, study: study, shard: shard, others: others)
    } catch {
      throw error.code == EWOULDBLOCK
        ? SweepFailure.failure(SweepFault.inUse(path)) : ResultOutput.failure(error)
    }
    guard let journal else {
      let held = StudyJournal.version(in: path) ?? "another version"
      throw CommandFailure(
        .cannotCreate,
        held == Release.identity
          ? "\(output.directory.path) holds a study of another scenario, seed or options"
          : "\(output.directory.path) holds a study that \(held) has begun; the results of this program, \(Release.identity), may be others",
        advice: "Choose another directory with --out DIR, or replace what is there with --force.")
    }
    for damage in journal.damages {
      console.say("\(path): \(JournalWords.words(for: damage)); what was in it is done again.")
    }
    if tellsItems, journal.itemsKnown > 0 {
      console.note("Parts of the study done before: \(Numerals.count(journal.itemsKnown)).")
    }
    return journal
  }

  /// Does the work of a study. When it is stopped or fails, what is done of it is kept; when it is
  /// stopped, says how to go on. It is stopped, and fails, when nothing more can be kept.
  ///
  /// - Parameters:
  ///   - scenario: what to call the scenarios where they cannot be simulated.
  ///   - place: the directory, and the journal in which the work keeps itself.
  ///   - console: where to say how to go on.
  ///   - interruption: the wish of somebody that it be stopped.
  ///   - work: asks what it is given whether to stop; `nil` when it was stopped.
  /// - Returns: `nil` when it was stopped, or is that of a shard, which has no result.
  func work<Result>(
    on scenario: String, _ place: StudyPlace, _ console: Console,
    _ interruption: Interruption, _ work: (_ shouldStop: @escaping @Sendable () -> Bool) throws -> Result?
  ) throws(CommandFailure) -> Result? {
    let (output, journal) = (place.output, place.journal)
    do {
      let result = try work({ interruption.isRequested || journal.hasFailed })
      if !journal.isShare, let result {
        tellRest(journal, console)
        return result
      }
      if journal.isShare, !interruption.isRequested { journal.seal() }
    } catch {
      try? journal.finish()
      switch error {
      case let failure as CommandFailure: throw failure
      case let fault as SimulationError: throw SimulationFailure.failure(fault, scenario: scenario)
      default: throw CommandFailure(.failed, "\(error)")
      }
    }
    do {
      try journal.finish()
    } catch {
      let failure = ResultOutput.failure(error)
      throw CommandFailure(
        failure.status, failure.message,
        advice:
          "What was done before is kept. To go on once this is mended:\n  \(lineToGoOn(console.invocation))")
    }
    if journal.isShare, !interruption.isRequested {
      tellHowToMerge(output, console)
      return nil
    }
    console.say(
      "\(PlaceWords.sentence("Stopped; what is done is kept", in: output.directory.path)) Go on with\n  \(lineToGoOn(console.invocation))"
    )
    return nil
  }

  /// The command line, with `--resume`.
  func lineToGoOn(_ invocation: Invocation) -> String {
    if case .merging(let source) = part { return ShellWords.line(source.line) }
    var words = invocation.line.filter { $0 != "--force" && $0 != "-f" }
    // Nothing that follows two dashes is an option. A shard goes on by itself.
    if !isResuming, case .whole = part {
      words.insert("--resume", at: words.firstIndex(of: "--") ?? words.endIndex)
    }
    return ShellWords.line(words)
  }

  /// Makes the tables and writes them, with a manifest, to the directory; the journal of the study
  /// goes.
  ///
  /// - Parameters:
  ///   - output: the directory.
  ///   - command: the name of the command.
  ///   - readings: the scenarios, the first named first.
  ///   - others: further files that the result is made from.
  ///   - texts: what stands beside the tables.
  ///   - runs: runs at each point or of each scenario.
  ///   - console: where to say where they are.
  ///   - make: makes the tables.
  func tables(
    in output: ResultOutput, command: String, readings: [ScenarioReading], and others: [SourceText] = [],
    texts: [(name: String, text: String)] = [], runs: Int, _ console: Console,
    _ make: () throws(TableError) -> [Table]
  ) throws(CommandFailure) -> [Table] {
    let tables: [Table]
    do { tables = try make() } catch { throw CommandFailure(.defect, "\(error)") }
    try output.write(
      tables: tables, texts: texts,
      manifest: Manifest(
        command: command, commandLine: commandLine(command, console),
        scenario: readings.first?.scenario.identifier ?? "",
        sources: readings.flatMap { ScenarioInput.sources($0.files) } + ScenarioInput.sources(others),
        overrides: overrides.map { Manifest.Override(path: $0.path, value: $0.value) }, seed: seed,
        runs: runs,
        runsPlanned: runs, isComplete: true, threads: memory.threads(for: readings.map(\.scenario), console),
        machine: .current,
        started: started,
        finished: Date(),
        timings: [Manifest.Timing(step: "study", seconds: Date().timeIntervalSince(started))]),
      to: output.draft(), console: console)
    console.note(
      PlaceWords.sentence(
        !texts.isEmpty
          ? "Tables, pictures, report and manifest are"
          : "Tables, report and manifest are", in: output.directory.path))
    let scenario = readings.first?.files.first?.name ?? ""
    console.suggest(
      NextSteps.after(command, scenario: scenario, set: overrides.typed, in: output.directory.path))
    return tables
  }
}
