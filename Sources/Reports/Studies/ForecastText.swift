import Experiments
import Tables

/// How much work a sweep is, and how long it may take.
package struct ForecastText: Sendable {
  private let estimate: SweepEstimate
  private let sweep: Sweep
  private let language: MessageWords?

  package init(_ estimate: SweepEstimate, of sweep: Sweep, in language: MessageWords? = nil) {
    self.estimate = estimate
    self.sweep = sweep
    self.language = language
  }

  /// Every line ended by a newline.
  package var text: String {
    let most: Message = sweep.plan.precision == nil ? "" : " at most"
    var lines: [Message] = [
      "points    \(Numerals.count(estimate.points))",
      "runs      \(Numerals.count(estimate.runs))\(most), \(Numerals.count(sweep.plan.runs)) at each point",
      "time      \(Duration.told(seconds: estimate.seconds))\(most) on \(threads)",
    ]
    if estimate.shards > 1 {
      let share = estimate.seconds / Double(estimate.shards)
      lines.append(
        "shards    \(Numerals.count(estimate.shards)), \(Duration.told(seconds: share))\(most) each")
    }
    lines.append(
      "measured  \(Numerals.count(estimate.trialRuns)) runs at \(estimate.trialPoints) points in \(Duration.told(seconds: estimate.trialSeconds))"
    )
    return lines.map { language.text($0) + "\n" }.joined()
  }

  private var threads: Message { sweep.threads == 1 ? "1 thread" : "\(sweep.threads) threads" }

  /// For programs.
  package var json: JSONValue {
    [
      "schema": "detente.sweep_plan/1", "points": .integer(estimate.points),
      "runs": .integer(estimate.runs),
      "shards": .integer(estimate.shards),
      "threads": .integer(sweep.threads), "seconds": .real(estimate.seconds),
      "trial_runs": .integer(estimate.trialRuns), "trial_seconds": .real(estimate.trialSeconds),
    ]
  }
}
