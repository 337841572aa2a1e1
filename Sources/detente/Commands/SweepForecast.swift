import Experiments
import Reports
import Tables

/// What `detente sweep --plan` prints.
struct SweepForecast {
  let sweep: Sweep
  let format: CommonOptions.Report

  func run(on console: Console) throws(CommandFailure) -> ExitStatus {
    let interruption = Interruption()
    let estimate = SweepEstimate(of: sweep, shouldStop: { interruption.isRequested })
    if let status = interruption.status { return status }
    guard estimate.trialRuns > 0 else {
      throw CommandFailure(.failed, "no point of the trial could be simulated")
    }
    switch format {
    case .text: try console.print(ForecastText(estimate, of: sweep, in: console.words).text)
    case .json: try console.print(json: ForecastText(estimate, of: sweep).json)
    }
    return .done
  }
}
