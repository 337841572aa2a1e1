import Simulation

/// What a failed simulation means to the caller.
enum SimulationFailure {
  static func failure(_ error: SimulationError, scenario: String) -> CommandFailure {
    switch error {
    case .tooManyRuns: CommandFailure(.usage, "\(error)")
    case .cannotNegotiate(let fault): CommandFailure(.badScenario, "\(scenario): \(fault)")
    case .cannotWrite(let fault): ResultOutput.failure(fault)
    }
  }
}
