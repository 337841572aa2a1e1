import Experiments
import Results

/// How much of a simulation or a study a command line asks for.
enum StudyPart {
  /// All of it, here and now.
  case whole
  /// One of several parts, to be joined by `merge`.
  case shard(StudyShard)
  /// Nothing but the files that let Slurm do it in so many parts.
  case job(tasks: Int)
  /// What is left to do once all parts are done.
  case merging(StudyMergeSource)

  static let shard = Option(
    "shard", .shard,
    help:
      "do only part I of N: 3/16; \"detente merge\" joins the parts, and the result has the same bytes for any N"
  )
  static let slurm = Option(
    "slurm", .wholeNumber(1...SweepPlan.mostShards),
    help:
      "simulate nothing, but write a Slurm job array of N tasks that does it, to be submitted by DIR/submit")

  var isShard: Bool {
    if case .shard = self { return true }
    return false
  }

  init(_ arguments: ParsedArguments) throws(UsageError) {
    let shard = try arguments.value(of: StudyPart.shard)
    let tasks = try arguments.value(of: StudyPart.slurm)
    guard shard == nil || tasks == nil else { throw UsageError("--slurm and --shard exclude each other") }
    if let shard {
      guard let count = shard.count else {
        throw UsageError("--shard \(shard.index) says not of how many: --shard \(shard.index)/N")
      }
      guard !arguments.has(CommonOptions.force) else {
        throw UsageError(
          "--force with --shard would remove what other shards have done; choose another directory with --out DIR, or remove this one before the first shard begins"
        )
      }
      self = .shard(StudyShard(index: shard.index, count: count))
    } else if let tasks {
      guard !arguments.has(StudyOptions.resume) else {
        throw UsageError("--resume goes on with what is there; --slurm begins something new")
      }
      self = .job(tasks: tasks)
    } else {
      self = .whole
    }
  }
}

/// The shards that a merge makes a result of, and how it was asked for.
struct StudyMergeSource {
  let merge: StudyMerge
  /// The directories of the shards.
  let paths: [String]
  /// The command line of the merge.
  let line: [String]
}

/// Where a study is done: its directory, and the journal in which it keeps itself.
struct StudyPlace {
  let output: ResultOutput
  let journal: StudyJournal
}

/// A command whose work can be done in shards.
protocol ShardedCommand: Command {
  var options: StudyOptions { get set }
}

extension StudyPlan {
  /// A command by its name, where its work can be done in shards.
  static func command(named name: String) -> (any ShardedCommand.Type)? {
    let types: [any ShardedCommand.Type] = [
      RunCommand.self, CompareCommand.self, SensitivityCommand.self, LeversCommand.self, FormulaCommand.self,
      GivenCommand.self, AnswersCommand.self,
    ]
    return types.first { $0.specification.name == name }
  }
}

extension ParsedArguments {
  /// The words once more, without some options: what stands alone first, unless it looks like an
  /// option.
  func words(without names: Set<String>) -> [String] {
    let options = occurrences.filter { !names.contains($0.name) }.flatMap { occurrence -> [String] in
      guard let value = occurrence.value else { return ["--\(occurrence.name)"] }
      return value.hasPrefix("-")
        ? ["--\(occurrence.name)=\(value)"] : ["--\(occurrence.name)", value]
    }
    return positionals.contains { $0.hasPrefix("-") }
      ? options + ["--"] + positionals : positionals + options
  }
}
