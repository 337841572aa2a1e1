import Foundation
import Results
import Tables

/// The files that let Slurm do work in shards as a job array: one task for each shard, then one
/// that merges.
///
/// The number of shards stands in a plan or in the scripts; a task takes only its index from the
/// environment, so that an array submitted for a few missing shards deals the work as before. A
/// task may be killed and requeued at any moment: its journal goes on. The last command of each
/// script is the program itself, so that a job's state is the program's exit status. The program is
/// what `DETENTE` names, else the file that wrote the scripts; nothing else of the environment in
/// which they are written is in them.
package struct SlurmScripts: Sendable {
  /// The directory of the work, absolute.
  package let directory: String
  /// The file of the program, absolute.
  package let program: String
  package let shards: Int
  /// The command that a task does, such as `sweep`.
  private let command: String
  /// Its words after the program, for a shell.
  private let work: String
  /// Where a task starts, absolute; `nil` for anywhere.
  private let start: String?
  /// How often the array is run before the merge, because of stages that need all of an earlier
  /// one.
  private let rounds: Int

  package static let mergeName = "merge.sbatch"
  package static let submitName = "submit"

  /// For the sweep in a directory.
  package init(ofSweepIn directory: String, program: String, shards: Int) {
    self.init(
      "sweep", in: directory, program: program, shards: shards,
      work: "sweep --resume \(SlurmScripts.quoted(directory)) --shard \"$SLURM_ARRAY_TASK_ID\" --quiet",
      start: nil,
      rounds: 1)
  }

  /// For a simulation or a study.
  ///
  /// - Parameters:
  ///   - words: the command line after the program, without what says where and which shard.
  ///   - directory: where the shards go, absolute.
  ///   - start: the directory from which the files in the words are named, absolute.
  ///   - rounds: how often the array is run.
  package init(
    of words: [String], in directory: String, from start: String, program: String, shards: Int, rounds: Int
  ) {
    // What stands alone may follow two dashes, after which nothing is an option.
    let place = words.firstIndex(of: "--") ?? words.endIndex
    let line =
      words[..<place].map(SlurmScripts.quoted)
      + ["--shard \"$SLURM_ARRAY_TASK_ID/\(shards)\" --out \(SlurmScripts.quoted(directory)) --quiet"]
      + words[place...].map(SlurmScripts.quoted)
    self.init(
      words.first ?? "", in: directory, program: program, shards: shards,
      work: line.joined(separator: " "), start: start, rounds: rounds)
  }

  private init(
    _ command: String, in directory: String, program: String, shards: Int, work: String, start: String?,
    rounds: Int
  ) {
    (self.command, self.directory, self.program, self.shards) = (command, directory, program, shards)
    (self.work, self.start, self.rounds) = (work, start, rounds)
  }

  package var arrayName: String { "\(command).sbatch" }

  /// What the jobs are called.
  private var name: String { directory.split(separator: "/").last.map(String.init) ?? command }

  private var ofProgram: String { "detente=${DETENTE:-\(SlurmScripts.quoted(program))}" }

  /// The job array.
  package var array: String {
    """
    #!/bin/sh
    #SBATCH --job-name=\(name)
    #SBATCH --array=1-\(shards)
    #SBATCH --cpus-per-task=1
    #SBATCH --requeue
    #SBATCH --open-mode=append
    #SBATCH --signal=B:TERM@120
    #SBATCH --output=slurm-%a.log
    # One task for each of the \(shards) shards. Raise --cpus-per-task for more threads; add --time, --mem and --partition as your site wants
    # them. A task that is stopped early, or killed, goes on when it is requeued or submitted again.
    \(ofProgram)
    \(start.map { "cd \(SlurmScripts.quoted($0)) || exit 66\n" } ?? "")exec "$detente" \(work)

    """
  }

  /// The job that merges, once no task is left.
  package var merge: String {
    """
    #!/bin/sh
    #SBATCH --job-name=\(name)-merge
    #SBATCH --cpus-per-task=1
    #SBATCH --open-mode=append
    #SBATCH --output=slurm-merge.log
    # Writes the tables when all shards are done; else it fails and names those that are not.
    \(ofProgram)
    exec "$detente" merge \(SlurmScripts.quoted(directory)) --quiet

    """
  }

  /// Submits both.
  package var submit: String {
    let again = (1..<max(1, rounds)).map { _ in
      """

      # Once more, for what needs all of what came before; shards that have nothing left to do end at once.
      job=$(sbatch --parsable --dependency="afterany:$job" "$@" \(arrayName))
      job=${job%%;*}
      echo "array $job"
      """
    }.joined()
    return """
      #!/bin/sh
      # Submits the job array, and the merge to run when all of its tasks have ended. Options are handed to the array:
      #   sh submit --time=01:00:00 --partition=long     or, for some shards only:     sh submit --array=3,7-9
      set -e
      cd \(SlurmScripts.quoted(directory))
      job=$(sbatch --parsable "$@" \(arrayName))
      job=${job%%;*}
      echo "array $job"\(again)
      merge=$(sbatch --parsable --dependency="afterany:$job" \(SlurmScripts.mergeName))
      echo "merge ${merge%%;*}"

      """
  }

  /// The three files, by name.
  private var texts: [(name: String, text: String)] {
    [(arrayName, array), (SlurmScripts.mergeName, merge), (SlurmScripts.submitName, submit)]
  }

  /// Writes the three files into the directory of the sweep. A file of such a name and other
  /// content, such as a script to which somebody has added options, is kept under another name.
  package func write(to directory: ResultDirectory) throws(WriteError) -> [KeptFile] {
    let draft = try directory.draft()
    for (name, text) in texts { try draft.write(text, named: name) }
    return try draft.commit(nil, .adds)
  }

  /// Makes those of the files part of a result that are as ``write(to:)`` leaves them.
  package func adopt(into draft: ResultDraft) throws(WriteError) {
    for (name, text) in texts {
      let path = "\(directory)/\(name)"
      do {
        guard try FileSystem.current.bytes(of: path) == Array(text.utf8) else { continue }
      } catch {
        throw WriteError(path: path, step: .create, code: error.code)
      }
      try draft.adopt(name, isBegun: false)
    }
  }

  /// For a shell, in single quotes.
  private static func quoted(_ text: String) -> String {
    "'" + text.replacing("'", with: "'\\''") + "'"
  }
}
