import Experiments
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
    case .text: try console.print(text(estimate))
    case .json: try console.print(JSONText.string(json(estimate)))
    }
    return .done
  }

  private func text(_ estimate: SweepEstimate) -> String {
    let most = sweep.plan.precision == nil ? "" : " at most"
    var lines = [
      "points    \(Numerals.count(estimate.points))",
      "runs      \(Numerals.count(estimate.runs))\(most), \(Numerals.count(sweep.plan.runs)) at each point",
      "time      \(SweepForecast.span(estimate.seconds))\(most) on \(threads)",
    ]
    if estimate.shards > 1 {
      let share = estimate.seconds / Double(estimate.shards)
      lines.append(
        "shards    \(Numerals.count(estimate.shards)), \(SweepForecast.span(share))\(most) each")
    }
    lines.append(
      "measured  \(Numerals.count(estimate.trialRuns)) runs at \(estimate.trialPoints) points in "
        + "\(Numerals.fixed(estimate.trialSeconds, 2)) s")
    return lines.joined(separator: "\n") + "\n"
  }

  private var threads: String { sweep.threads == 1 ? "1 thread" : "\(sweep.threads) threads" }

  /// As precise as an estimate is: `40 s`, `12 min`, `3.5 h`, `12 days`.
  private static func span(_ seconds: Double) -> String {
    func rounded(_ value: Double) -> String { Numerals.trimmed(value, value < 10 ? 1 : 0) }
    if seconds < 90 { return "\(rounded(seconds)) s" }
    if seconds < 90 * 60 { return "\(rounded(seconds / 60)) min" }
    if seconds < 48 * 3_600 { return "\(rounded(seconds / 3_600)) h" }
    return "\(rounded(min(seconds / 86_400, 1e9))) days"
  }

  private func json(_ estimate: SweepEstimate) -> JSONValue {
    [
      "points": .integer(estimate.points), "runs": .integer(estimate.runs),
      "shards": .integer(estimate.shards),
      "threads": .integer(sweep.threads), "seconds": .real(estimate.seconds),
      "trial_runs": .integer(estimate.trialRuns), "trial_seconds": .real(estimate.trialSeconds),
    ]
  }
}
