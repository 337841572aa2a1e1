import Experiments
import Results
import Tables

/// Why a scenario is refused that finds no room in memory.
package struct MemoryWords: Sendable {
  private let shortage: MemoryPlan.Shortage

  package init(_ shortage: MemoryPlan.Shortage) { self.shortage = shortage }

  /// What is wrong.
  package var message: String {
    let (threads, limit) = (shortage.plan.threads, shortage.plan.limit)
    let bytes = limit.taken(by: shortage.bytes)
    var message = "a thread takes about \(ByteCount.inWords(bytes)) of memory"
    if let threads, threads > 1 { message += ", \(threads) threads \(ByteCount.inWords(bytes * threads))" }
    return message + ", and \(ByteCount.inWords(limit.bytes)) may be used, \(limit.reason)"
  }

  /// What would help.
  package var advice: String {
    let plan = shortage.plan
    let fewer = (plan.threads ?? 1) > 1 && plan.limit.threads(of: shortage.bytes) > 0
    let dear = shortage.sizes.flatMap { CostWords($0.size, of: $0.scenario).dear }
    let more = plan.limit.isKept ? "a higher ulimit -v" : "more --memory"
    return (fewer ? "fewer --threads, or \(more)" : more)
      + (dear.isEmpty ? "" : "; what is dear: " + dear.joined(separator: "; "))
  }

  /// That fewer threads are used than wanted.
  package static func fewer(_ threads: Int, of wanted: Int, _ limit: MemoryLimit) -> String {
    "Using \(threads) of \(wanted) threads: \(ByteCount.inWords(limit.bytes)) of memory may be used (\(limit.isKept ? "ulimit -v" : "--memory"))."
  }
}
