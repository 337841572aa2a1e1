import Experiments
import Foundation
import Reports
import Results
import Scenarios
import Tables

/// How a study is begun as a whole, as a shard, as a job for Slurm, or from shards that are done.
extension StudyOptions {
  /// What says how, and not what, is simulated.
  private static let ofThePart: Set<String> = [
    "shard", "slurm", "resume", "out", "force", "quiet", "format", "no-color",
  ]
  private static let ofThePlace: Set<String> = ["threads", "memory", "no-extends-outside"]

  /// The words of a command line that decide what is simulated.
  static func decisive(_ arguments: ParsedArguments) -> [String] {
    arguments.words(without: ofThePart.union(ofThePlace))
  }

  /// Reads a scenario: its file, or its text in the plan of the shards.
  ///
  /// - Parameters:
  ///   - path: of the file.
  ///   - place: the how many-th scenario of the command line, from 0.
  ///   - overrides: what is set in it.
  func read(
    _ path: String, at place: Int = 0, _ overrides: [ScenarioOverride], _ console: Console
  ) throws(CommandFailure) -> ScenarioReading {
    guard case .merging(let source) = part else {
      return try ScenarioInput(path: path, overrides: overrides, policy: policy).read(console)
    }
    let documents = source.merge.plan.documents
    guard documents.indices.contains(place) else { throw unusable(source) }
    do {
      let reading = try documents[place].decode(settings: ScenarioInput.settings(overrides))
      ScenarioInput.tell(reading.diagnostics, console)
      return reading
    } catch {
      throw ScenarioInput.failure(error, console)
    }
  }

  /// A text that is no scenario, from the plan of the shards; `nil` where its file is to be read.
  func text(at place: Int) -> SourceText? {
    guard case .merging(let source) = part else { return nil }
    let documents = source.merge.plan.documents
    return documents.indices.contains(place) ? documents[place].files.first : nil
  }

  /// Takes the directory of a study and opens its journal, or writes its job files.
  ///
  /// - Parameters:
  ///   - command: the name of the command.
  ///   - name: the directory is `results/NAME` unless one is given.
  ///   - readings: the scenarios, in their order.
  ///   - others: further files that decide the result.
  ///   - details: what else decides the items of the study.
  ///   - rounds: how often shards go to work, because of stages that need all of an earlier one.
  ///   - console: where to say what is there already.
  /// - Returns: `nil` when nothing is to be simulated.
  func begin(
    _ command: String, named name: String, _ readings: [ScenarioReading], and others: [SourceText] = [],
    details: String, rounds: Int = 1, _ console: Console
  ) throws(CommandFailure) -> StudyPlace? {
    if try isDone(command, named: name, readings, and: others, console) { return nil }
    let study = study(command, readings, details)
    switch part {
    case .whole:
      let output = try claimDirectory(name)
      return StudyPlace(output: output, journal: try journal(in: output, study, console))
    case .shard(let shard):
      let output = try claimShard(plan(command, readings, others, shards: shard.count, study), named: name)
      var known = StudyItems()
      let path = output.directory.path
      do {
        let digest = StudyJournal.digest(of: study)
        let shards = (1...shard.count).map { StudyShard(index: $0, count: shard.count) }
        try StudyItems.read(in: path, digest: digest, shards: shards.filter { $0 != shard }) { _, content in
          known.add(content)
        }
      } catch {
        throw StudyOptions.failure(error)
      }
      return StudyPlace(
        output: output, journal: try journal(in: output, study, shard: shard, others: known, console))
    case .job(let tasks):
      try writeJob(
        plan(command, readings, others, shards: tasks, study), named: name, rounds: rounds, console)
      return nil
    case .merging(let source):
      try check(source, study)
      let output = try claimMerged(source, named: name)
      let items: StudyItems
      do {
        items = try source.merge.items(damaged: { path, damage in
          console.say("\(path): \(JournalWords.words(for: damage)); what was in it is done again.")
        })
      } catch {
        throw StudyOptions.failure(error)
      }
      return StudyPlace(
        output: output,
        journal: try journal(in: output, study, others: items, tellsItems: false, console))
    }
  }

  /// The plan of a study in shards.
  func plan(
    _ command: String, _ readings: [ScenarioReading], _ others: [SourceText], shards: Int, _ study: String
  ) -> StudyPlan {
    StudyPlan(
      command: command, arguments: Self.decisive(arguments),
      shards: shards, digest: StudyJournal.digest(of: study), files: readings.flatMap(\.files) + others)
  }

  /// Refuses shards whose plan was changed since.
  func check(_ source: StudyMergeSource, _ study: String) throws(CommandFailure) {
    guard source.merge.plan.digest == StudyJournal.digest(of: study) else { throw unusable(source) }
  }

  private func unusable(_ source: StudyMergeSource) -> CommandFailure {
    CommandFailure(
      .noInput,
      "\(source.paths[0])/\(StudyPlan.fileName) does not say what its shards have done: it was changed")
  }

  /// Takes a share of the directory of a plan, which the first shard writes there.
  func claimShard(_ plan: StudyPlan, named name: String) throws(CommandFailure) -> ResultOutput {
    let path = path(for: name)
    do {
      var claimed: ResultDirectory
      do {
        claimed = try ResultDirectory(claiming: path, for: .new, mayShare: true)
        let draft = try claimed.draft()
        try draft.write(JSONText.string(plan.json), named: StudyPlan.fileName)
        _ = try draft.commit(nil, .adds)
      } catch ResultDirectoryFault.occupied(let path) {
        guard try StudyPlan.held(in: path) != nil else { throw ResultDirectoryFault.occupied(path) }
        claimed = try ResultDirectory(claiming: path, for: .goingOn, mayShare: true)
        guard let held = try StudyPlan.held(in: path) else { throw StudyFault.noPlan(path) }
        let differences = held.differences(to: plan, here: path, there: "this command line")
        guard differences.isEmpty else { throw StudyFault.otherPlan(path, differences: differences) }
      }
      try claimed.share()
      return ResultOutput(taken: claimed)
    } catch {
      throw StudyOptions.failure(error)
    }
  }

  /// Takes the directory of a result that is made of shards: theirs, another that is empty, or one
  /// in which it was begun.
  func claimMerged(_ source: StudyMergeSource, named name: String) throws(CommandFailure) -> ResultOutput {
    let path = path(for: name)
    do {
      let isBegun = try source.paths.contains(path) || StudyJournal.isThere(in: path)
      return try ResultOutput(path: path, for: isBegun && !force ? .goingOn : force ? .replacing : .new)
    } catch let fault as ResultDirectoryFault {
      throw ResultOutput.failure(fault)
    } catch {
      throw StudyOptions.failure(error)
    }
  }

  /// Writes the plan and the job array of a study.
  func writeJob(
    _ plan: StudyPlan, named name: String, rounds: Int, _ console: Console
  ) throws(CommandFailure) {
    let path = path(for: name)
    do {
      let directory = try ResultDirectory(claiming: path, for: force ? .replacing : .new)
      let draft = try directory.draft()
      try draft.write(JSONText.string(plan.json), named: StudyPlan.fileName)
      ResultOutput.tell(try draft.commit(nil, try directory.isOccupiedByUs ? .replaces : .adds), console)
      let words = [plan.command] + arguments.words(without: Self.ofThePart)
      try SlurmJob.write(
        .study(words, in: SlurmJob.absolute(path), shards: plan.shards, rounds: rounds, console),
        to: directory,
        parts: "the parts of \(plan.command)", console)
    } catch {
      throw StudyOptions.failure(error)
    }
  }

  /// How a command without a result ends.
  func status(_ interruption: Interruption) -> ExitStatus {
    if let status = interruption.status { return status }
    if case .shard = part { return .done }
    return .stoppedEarly
  }

  /// Says how to go on once a shard is done.
  func tellHowToMerge(_ output: ResultOutput, _ console: Console) {
    guard case .shard(let shard) = part else { return }
    console.note(
      "Shard \(shard.index) of \(shard.count) is done. When all are:\n  \(ShellWords.line(["detente", "merge", output.directory.path]))"
    )
  }

  /// Says how much a merge had to do by itself.
  func tellRest(_ journal: StudyJournal, _ console: Console) {
    guard case .merging = part else { return }
    console.note(
      "Parts of the study from shards: \(Numerals.count(journal.itemsKnown)); done here: \(Numerals.count(journal.itemsMade))."
    )
  }

  /// The command line that makes the same result in one piece.
  func commandLine(_ command: String, _ console: Console) -> [String] {
    guard case .merging(let source) = part else { return console.invocation.line }
    return [Invocation.name, command] + source.merge.plan.arguments
  }

  static func failure(_ error: any Error) -> CommandFailure {
    switch error {
    case let fault as StudyFault: failure(fault)
    case let fault as ResultDirectoryFault: ResultOutput.failure(fault)
    case let fault as WriteError: ResultOutput.failure(fault)
    case let failure as CommandFailure: failure
    default: CommandFailure(.defect, "\(error)")
    }
  }

  private static func failure(_ fault: StudyFault) -> CommandFailure {
    switch fault {
    case .noPlan, .cannotRead: CommandFailure(.noInput, "\(fault)")
    case .unreadablePlan, .foreignJournal: CommandFailure(.cannotCreate, "\(fault)")
    case .directory(let fault): ResultOutput.failure(fault)
    case .otherPlan:
      CommandFailure(
        .cannotCreate, "\(fault)", advice: "Choose another directory with --out DIR.")
    case .overlap: CommandFailure(.failed, "\(fault)")
    case .missing(let shards):
      CommandFailure(.failed, "\(fault)", advice: "Once more: --array=\(ShardList.text(shards))")
    }
  }
}

extension StudyPlan {
  /// The scenarios whose texts it has, in their order, each with what it extends, and other texts.
  var documents: [ScenarioDocument] { ScenarioDocument.all(in: files) }
}
