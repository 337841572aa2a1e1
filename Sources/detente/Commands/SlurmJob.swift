import Experiments
import Foundation
import Results
import Tables

/// Writes a job array and says how to submit it.
enum SlurmJob {
  /// Most sites allow job arrays of this many tasks, Slurm's default.
  private static let usualTasks = 1_000

  /// - Parameters:
  ///   - scripts: of the array.
  ///   - directory: where they go.
  ///   - parts: what the tasks are for: `60 points`.
  static func write(
    _ scripts: SlurmScripts, to directory: ResultDirectory, parts: Message, _ console: Console
  ) throws(CommandFailure) {
    do {
      ResultOutput.tell(try scripts.write(to: directory), console)
    } catch {
      throw ResultOutput.failure(error)
    }
    if scripts.shards > SlurmJob.usualTasks {
      console.note(
        "Many sites allow no more than \(SlurmJob.usualTasks) tasks (MaxArraySize in scontrol show config).")
    }
    console.note(
      "A job array of \(Numerals.count(scripts.shards)) tasks for \(parts) is in \(directory.path). To submit it:\n  \(ShellWords.line(["sh", directory.path(of: SlurmScripts.submitName)]))"
    )
  }

  static func absolute(_ path: String) -> String { URL(fileURLWithPath: path).standardizedFileURL.path }

  /// The file of this program.
  fileprivate static func program(_ console: Console) -> String {
    URL(fileURLWithPath: console.invocation.file(environment: console.environment))
      .resolvingSymlinksInPath().path
  }
}

extension SlurmScripts {
  /// The scripts of a sweep as this program writes them.
  static func sweep(_ directory: SweepDirectory, _ console: Console) -> SlurmScripts {
    SlurmScripts(
      ofSweepIn: SlurmJob.absolute(directory.path), program: SlurmJob.program(console),
      shards: directory.plan.shards)
  }

  /// Those of a simulation or a study: the command and its words.
  static func study(
    _ words: [String], in directory: String, shards: Int, rounds: Int, _ console: Console
  ) -> SlurmScripts {
    SlurmScripts(
      of: words, in: directory, from: FileManager.default.currentDirectoryPath,
      program: SlurmJob.program(console), shards: shards, rounds: rounds)
  }
}
