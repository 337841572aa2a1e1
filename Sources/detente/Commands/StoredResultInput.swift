import Experiments
import Results
import Tables

/// Reads a result that a command starts from, and turns what is wrong with it into a status.
enum StoredResultInput {
  /// - Parameters:
  ///   - path: the directory.
  ///   - tables: those that it must have.
  ///   - advice: what to do where it has not.
  static func read(
    _ path: String, with tables: [String], advice: Message
  ) throws(CommandFailure) -> StoredResult {
    do {
      return try StoredResult(reading: path, with: tables)
    } catch {
      throw failure(error, advice: advice)
    }
  }

  static func failure(_ fault: StoredResultFault, advice: Message) -> CommandFailure {
    switch fault {
    case .directory(let fault): ResultOutput.failure(fault)
    case .noTable, .otherProgram: CommandFailure(.failed, "\(fault)", advice: advice)
    default: CommandFailure(.failed, "\(fault)")
    }
  }
}
