import Foundation
import Results
import Tables

/// The files that let Slurm do a sweep as a job array: one task for each shard, then one that
/// merges.
///
/// The number of shards stands in the frozen plan; a task takes only its index from the
/// environment, so that an array submitted for a few missing shards deals the points as before. A
/// task may be killed and requeued at any moment: its journal goes on. The last command of each
/// script is the program itself, so that a job's state is the program's exit status.
package struct SlurmScripts: Sendable {
  /// The directory of the sweep, absolute.
  package let directory: String
  /// The directory in which the program is, absolute.
  package let programDirectory: String
  package let shards: Int
  /// What the jobs are called.
  package let name: String

  package static let arrayName = "sweep.sbatch"
  package static let mergeName = "merge.sbatch"
  package static let submitName = "submit"

  package init(directory: String, programDirectory: String, shards: Int, name: String) {
    self.directory = directory
    self.programDirectory = programDirectory
    self.shards = shards
    self.name = name
  }

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
    export PATH=\(SlurmScripts.quoted(programDirectory)):"$PATH"
    exec detente sweep --resume \(SlurmScripts.quoted(directory)) --shard "$SLURM_ARRAY_TASK_ID" --quiet

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
    export PATH=\(SlurmScripts.quoted(programDirectory)):"$PATH"
    exec detente merge \(SlurmScripts.quoted(directory)) --quiet

    """
  }

  /// Submits both.
  package var submit: String {
    """
    #!/bin/sh
    # Submits the job array, and the merge to run when all of its tasks have ended. Options are handed to the array:
    #   sh submit --time=01:00:00 --partition=long     or, for some shards only:     sh submit --array=3,7-9
    set -e
    cd \(SlurmScripts.quoted(directory))
    job=$(sbatch --parsable "$@" \(SlurmScripts.arrayName))
    job=${job%%;*}
    echo "array $job"
    merge=$(sbatch --parsable --dependency="afterany:$job" \(SlurmScripts.mergeName))
    echo "merge ${merge%%;*}"

    """
  }

  /// The three files, by name.
  private var texts: [(name: String, text: String)] {
    [
      (SlurmScripts.arrayName, array), (SlurmScripts.mergeName, merge), (SlurmScripts.submitName, submit),
    ]
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
