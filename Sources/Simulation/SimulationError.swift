import Bargaining
import Tables

/// Why a simulation could not be done.
public enum SimulationError: Error, Sendable, CustomStringConvertible, Told {
  case tooManyRuns(Int)
  case cannotNegotiate(NegotiationFault)
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
