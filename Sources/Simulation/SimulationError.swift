import Bargaining
import Tables

/// Why a simulation could not be done.
public enum SimulationError: Error, Sendable, CustomStringConvertible, Told {
  /// Runs up to this number, not included, were asked for: more than ``SimulationPlan/mostRuns``,
  /// or, of nonsense, less than none. `Int.max` stands for what no `Int` holds.
  case tooManyRuns(Int)
  /// The scenario is beyond what can be searched; no run was begun.
  case cannotNegotiate(NegotiationFault)
  /// A run record could not be written; those before it are in the file.
  case cannotWrite(WriteError)

  /// One line, without a capital and without a full stop.
  public var description: String { told.description }

  /// The same in any language.
  package var told: Message {
    switch self {
    case .tooManyRuns(let last):
      "run numbers end at \(SimulationPlan.mostRuns), and \(last) were asked for"
    case .cannotNegotiate(let fault): Message(whole: fault.description)
    case .cannotWrite(let error): "\(error)"
    }
  }
}
