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
    do {
      ResultOutput.tell(
        try SlurmJob.scripts(of: directory, console.invocation).write(to: directory.directory), console)
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

  /// The scripts as this program writes them.
  static func scripts(of directory: SweepDirectory, _ invocation: Invocation) -> SlurmScripts {
    let path = URL(fileURLWithPath: directory.path).standardizedFileURL.path
    return SlurmScripts(
      directory: path, programDirectory: programDirectory(invocation), shards: directory.plan.shards,
      name: path.split(separator: "/").last.map(String.init) ?? "sweep")
  }

  /// Where this program is.
  private static func programDirectory(_ invocation: Invocation) -> String {
    let program = Bundle.main.executablePath ?? invocation.program
    return URL(fileURLWithPath: program).resolvingSymlinksInPath().deletingLastPathComponent().path
  }
}
