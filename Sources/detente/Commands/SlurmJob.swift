import Experiments
import Foundation
import Tables

/// Writes the job array of a sweep and says how to submit it.
struct SlurmJob {
  let directory: SweepDirectory
  let console: Console

  /// Most sites allow job arrays of this many tasks, Slurm's default.
  private static let usualTasks = 1_000

  func write() throws(CommandFailure) -> ExitStatus {
    let path = URL(fileURLWithPath: directory.path).standardizedFileURL.path
    let scripts = SlurmScripts(
      directory: path, programDirectory: programDirectory, shards: directory.plan.shards,
      name: path.split(separator: "/").last.map(String.init) ?? "sweep")
    do {
      try scripts.write()
    } catch {
      throw ResultOutput.failure(error)
    }
    if directory.plan.shards > SlurmJob.usualTasks {
      console.note(
        "Many sites allow no more than \(SlurmJob.usualTasks) tasks (MaxArraySize in scontrol show config).")
    }
    let (tasks, points) = (directory.plan.shards, directory.plan.design.count)
    console.note(
      "A job array of \(Numerals.count(tasks)) tasks for \(Numerals.count(points)) points is in \(directory.path). "
        + "To submit it:\n  "
        + ShellWords.line(["sh", directory.directory.path(of: SlurmScripts.submitName)]))
    return .done
  }

  /// Where this program is.
  private var programDirectory: String {
    let program = Bundle.main.executablePath ?? console.invocation.program
    return URL(fileURLWithPath: program).resolvingSymlinksInPath().deletingLastPathComponent().path
  }
}
