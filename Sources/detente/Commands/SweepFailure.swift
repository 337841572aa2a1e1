import Experiments
import Results
import Scenarios
import Tables

/// What a failed sweep means to the caller.
enum SweepFailure {
  /// - Parameter mayForce: whether the same command line with `--force` would be taken.
  static func failure(_ error: any Error, mayForce: Bool = true) -> CommandFailure {
    switch error {
    case let fault as SweepFault: failure(fault, mayForce)
    case ResultDirectoryFault.occupied(let path) where !mayForce:
      CommandFailure(
        .cannotCreate, "\(ResultDirectoryFault.occupied(path))", advice: SweepFailure.advice(mayForce))
    case let fault as ResultDirectoryFault: ResultOutput.failure(fault)
    case let fault as WriteError: ResultOutput.failure(fault)
    case let failure as CommandFailure: failure
    default: CommandFailure(.defect, "\(error)")
    }
  }

  private static func advice(_ mayForce: Bool) -> Message {
    mayForce
      ? "Choose another directory with --out DIR, or replace what is there with --force."
      : "Choose another directory with --out DIR."
  }

  private static func failure(_ fault: SweepFault, _ mayForce: Bool) -> CommandFailure {
    switch fault {
    case .noPlan, .noTable, .cannotRead: CommandFailure(.noInput, "\(fault)")
    case .unreadablePlan, .foreignJournal, .inUse: CommandFailure(.cannotCreate, "\(fault)")
    case .directory(let fault): ResultOutput.failure(fault)
    case .otherPlan:
      CommandFailure(.cannotCreate, "\(fault)", advice: advice(mayForce))
    case .journal(let fault): ResultOutput.failure(fault)
    case .overlap: CommandFailure(.failed, "\(fault)")
    case .missing(let shards):
      CommandFailure(.failed, "\(fault)", advice: "Once more: --array=\(ShardList.text(shards))")
    }
  }
}
