import Experiments
import Tables

/// How much work a sweep is, and how long it may take.
package struct ForecastText: Sendable {
  private let estimate: SweepEstimate
  private let sweep: Sweep

  package init(_ estimate: SweepEstimate, of sweep: Sweep) {
    self.estimate = estimate
    self.sweep = sweep
  }

  /// Every line ended by a newline.
  package var text: String {
    let most = sweep.plan.precision == nil ? "" : " at most"
    var lines = [
      "points    \(Numerals.count(estimate.points))",
      "runs      \(Numerals.count(estimate.runs))\(most), \(Numerals.count(sweep.plan.runs)) at each point",
      "time      \(Self.span(estimate.seconds))\(most) on \(threads)",
    ]
    if estimate.shards > 1 {
      let share = estimate.seconds / Double(estimate.shards)
      lines.append(
        "shards    \(Numerals.count(estimate.shards)), \(Self.span(share))\(most) each")
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

  /// For programs.
  package var json: JSONValue {
    [
      "points": .integer(estimate.points), "runs": .integer(estimate.runs),
      "shards": .integer(estimate.shards),
      "threads": .integer(sweep.threads), "seconds": .real(estimate.seconds),
      "trial_runs": .integer(estimate.trialRuns), "trial_seconds": .real(estimate.trialSeconds),
    ]
  }
}
