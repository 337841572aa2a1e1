import Experiments
import Tables

/// How fast a simulation was, for people.
package struct BenchmarkText: Sendable {
  private let result: BenchmarkResult

  private let language: MessageWords?

  package init(_ result: BenchmarkResult, in language: MessageWords? = nil) {
    self.result = result
    self.language = language
  }

  /// Every line ended by a newline.
  package var text: String {
    lines.map { language.text($0) + "\n" }.joined()
  }

  private var lines: [Message] {
    let threads: Message = result.threads == 1 ? "1 thread" : "\(result.threads) threads"
    return [
      "\(result.workload), \(threads), \(contents)",
      "  \(Numerals.count(Int(result.roundsPerSecond))) rounds per second",
      "  \(Numerals.count(Int(result.runsPerSecond))) runs per second",
      "  \(Numerals.count(result.rounds)) rounds in \(Numerals.count(result.runs)) runs in \(Duration.told(seconds: result.seconds))",
      "  \(ByteCount.told(result.peakMemoryBytes)) of memory at most",
      "  1,000,000 runs would take \(Duration.told(seconds: 1e6 / result.runsPerSecond))",
    ]
  }

  private var contents: Message {
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
