import Experiments
import Tables

/// How fast a simulation was, for people.
package struct BenchmarkText: Sendable {
  private let result: BenchmarkResult

  package init(_ result: BenchmarkResult) { self.result = result }

  /// Every line ended by a newline.
  package var text: String {
    """
    \(result.workload), \(result.threads) \(result.threads == 1 ? "thread" : "threads"), \(contents)
      \(Numerals.count(Int(result.roundsPerSecond))) rounds per second
      \(Numerals.count(Int(result.runsPerSecond))) runs per second
      \(Numerals.count(result.rounds)) rounds in \(Numerals.count(result.runs)) runs in \
    \(Duration.inWords(seconds: result.seconds))
      \(ByteCount.inWords(result.peakMemoryBytes)) of memory at most
      1,000,000 runs would take \(Duration.inWords(seconds: 1e6 / result.runsPerSecond))

    """
  }

  private var contents: String {
    switch result.measures {
    case .run: "what detente run does by default"
    case .bare: "the bargaining alone"
    }
  }

  /// Names of workloads beside what they are, a line each.
  package static func list(_ workloads: [(name: String, summary: String)]) -> String {
    let width = workloads.map { DisplayWidth.of($0.name) }.max() ?? 0
    return workloads.map { name, summary in
      DisplayWidth.padded(name, to: width + 2) + summary + "\n"
    }.joined()
  }
}
