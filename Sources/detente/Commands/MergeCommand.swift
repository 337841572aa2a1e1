import Experiments
import Foundation
import Reports
import Results

/// `detente merge DIR…`.
struct MergeCommand: Command {
  private static let out = Option(
    "out", short: "o", .directory, help: "the directory for the results (DIR when there is only one)")

  static let specification = CommandSpecification(
    name: "merge", summary: "join the shards of a run, a study or a sweep into one result",
    discussion: [
      "Takes the directories in which shards of one sweep were done, one or several, and writes sweep.csv, timing.csv "
        + "and manifest.json. sweep.csv is the same, byte for byte, as that of a sweep in one piece.",
      "Of a simulation or a study it writes all that the command writes in one piece, with the same bytes. Parts of a study that need all of what came before, "
        + "and that no shard has done, are done here; how many is said.",
      "Shards that are missing or unfinished, and shards that are in two directories, are named and nothing is written. "
        + "Directories of different sweeps, studies or runs are refused with the difference.",
    ],
    positional: PositionalSpecification(valueName: "DIR", count: 1...Int.max, completion: .directories),
    options: [
      out.specification, CommonOptions.pageLanguage.specification, CommonOptions.digits.specification,
      CommonOptions.force.specification,
      CommonOptions.format.specification,
      CommonOptions.quiet.specification,
    ],
    examples: [
      CommandSpecification.Example(
        line: "detente merge node-a/sweep node-b/sweep --out results/merged",
        meaning: "joins what two machines have done")
    ])

  private let paths: [String]
  private let out: String?
  private let force: Bool
  private let format: CommonOptions.Report
  private let isQuiet: Bool

  init(_ arguments: ParsedArguments) throws(UsageError) {
    paths = arguments.positionals
    out = try arguments.value(of: MergeCommand.out)
    force = arguments.has(CommonOptions.force)
    format = try arguments.value(of: CommonOptions.format) ?? .text
    isQuiet = arguments.has(CommonOptions.quiet)
    _ = try arguments.value(of: CommonOptions.pageLanguage)
    _ = try arguments.value(of: CommonOptions.digits)
    guard out != nil || paths.count == 1 else {
      throw UsageError(
        "of several directories none is the obvious place for the result: --out DIR is missing")
    }
  }

  /// What the directories hold.
  private enum Content {
    /// Shards of a simulation or a study.
    case study
    case sweep
    /// All of it, joined already.
    case whole(command: String)
  }

  /// What the directories hold; all of them the same, or joining them says in what they differ.
  ///
  /// - Throws: `CommandFailure`: when one holds no shards of anything, or a whole result where
  ///   others, or another place for it, are named.
  private func content() throws(CommandFailure) -> Content {
    var isStudy = false
    for path in paths {
      do {
        if try StudyPlan.held(in: path) != nil {
          isStudy = true
          continue
        }
        if try SweepDirectory.isThere(in: path) { continue }
      } catch let fault as SweepFault {
        throw SweepFailure.failure(fault)
      } catch {
        throw StudyOptions.failure(error)
      }
      guard let manifest = try StudyOptions.whole(in: path) else {
        throw CommandFailure(
          .noInput,
          "\(path) holds no shards: there is neither \(StudyPlan.fileName) nor \(SweepPlan.fileName) in it")
      }
      guard paths.count == 1, out ?? path == path else {
        throw CommandFailure(.noInput, "\(path) holds no shards, but a whole result of \(manifest.command)")
      }
      return .whole(command: manifest.command)
    }
    return isStudy ? .study : .sweep
  }

  /// Makes the result of shards of a simulation or a study, and does what they could not.
  private func mergeStudy(on console: Console) throws(CommandFailure) -> ExitStatus {
    let merge: StudyMerge
    do { merge = try StudyMerge(of: paths) } catch { throw StudyOptions.failure(error) }
    guard let type = StudyPlan.command(named: merge.plan.command) else {
      throw StudyOptions.failure(StudyFault.unreadablePlan(paths[0]))
    }
    var words = merge.plan.arguments
    let place = words.firstIndex(of: "--") ?? words.endIndex
    words.insert(
      contentsOf: ["--out=\(out ?? paths[0])", "--format=\(format.rawValue)"] + flags, at: place)
    var command: any ShardedCommand
    do {
      command = try type.init(ArgumentParser.parse(words, for: type.specification))
    } catch {
      throw CommandFailure(.cannotCreate, "\(paths[0])/\(StudyPlan.fileName): \(error.message)")
    }
    command.options.part = .merging(
      StudyMergeSource(merge: merge, paths: paths, line: console.invocation.line))
    return try command.run(on: console)
  }

  private var flags: [String] { (force ? ["--force"] : []) + (isQuiet ? ["--quiet"] : []) }

  func run(on console: Console) throws(CommandFailure) -> ExitStatus {
    let console = console.muted(isQuiet)
    let (started, clock) = (Date(), ContinuousClock.now)
    switch try content() {
    case .study: return try mergeStudy(on: console)
    case .whole(let command):
      console.note("\(paths[0]) holds a whole result of \(command): nothing is left to join.")
      return .done
    case .sweep: break
    }
    do {
      let result = try SweepMerge.result(of: paths)
      let directory: SweepDirectory
      if let out, !paths.contains(out) {
        directory = try SweepDirectory(claiming: out, for: result.plan, replacing: force)
      } else {
        directory = try SweepDirectory(opening: out ?? paths[0])
      }
      let report = SweepReport(
        command: "merge", result: result, threads: 1, started: started, elapsed: .now - clock, format: format)
      report.tellFailures(console)
      try report.write(to: directory, on: console)
      console.note(PlaceWords.sentence("Tables, report and manifest are", in: directory.path))
      console.suggest(NextSteps.after("merge", in: directory.path))
      return report.status
    } catch {
      throw SweepFailure.failure(error)
    }
  }
}
