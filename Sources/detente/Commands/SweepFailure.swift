import Experiments
import Scenarios
import Tables

/// What a failed sweep means to the caller.
enum SweepFailure {
  static func failure(_ error: any Error) -> CommandFailure {
    switch error {
    case let fault as SweepFault: failure(fault)
    case let fault as ResultDirectoryFault: ResultOutput.failure(fault)
    case let fault as WriteError: ResultOutput.failure(fault)
    case let failure as CommandFailure: failure
    default: CommandFailure(.defect, "\(error)")
    }
  }

  private static func failure(_ fault: SweepFault) -> CommandFailure {
    switch fault {
    case .noPlan, .noTable: CommandFailure(.noInput, fault.description)
    case .unreadablePlan, .foreignJournal, .inUse: CommandFailure(.cannotCreate, fault.description)
    case .otherPlan:
      CommandFailure(
        .cannotCreate, fault.description,
        advice: "Choose another directory with --out DIR, or replace what is there with --force.")
    case .journal(let fault): ResultOutput.failure(fault)
    case .overlap: CommandFailure(.failed, fault.description)
    case .missing(let shards):
      CommandFailure(.failed, fault.description, advice: "Once more: --array=\(ShardList.text(shards))")
    }
  }
}
