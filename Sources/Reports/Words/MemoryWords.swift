import Experiments
import Results
import Tables

/// Why a scenario is refused that finds no room in memory.
package struct MemoryWords: Sendable {
  private let shortage: MemoryPlan.Shortage

  package init(_ shortage: MemoryPlan.Shortage) { self.shortage = shortage }

  /// What is wrong.
  package var message: Message {
    let (bytes, threads, limit) = (shortage.bytes, shortage.plan.threads, shortage.plan.limit)
    let all: Message =
      if let threads, threads > 1 { ", \(threads) threads \(ByteCount.told(bytes * threads))" } else { "" }
    return
      "a thread takes about \(ByteCount.told(bytes)) of memory\(all), and \(ByteCount.told(limit.bytes)) may be used, \(Message(whole: limit.reason))"
  }

  /// What would help.
  package var advice: Message {
    let plan = shortage.plan
    let fewer = (plan.threads ?? 1) > 1 && plan.limit.threads(of: shortage.bytes) > 0
    let dear = shortage.sizes.flatMap { CostWords($0.size, of: $0.scenario).dear }
    let help: Message = fewer ? "fewer --threads, or more --memory" : "more --memory"
    return dear.isEmpty ? help : "\(help); what is dear: \(clauses: dear)"
  }

  /// That fewer threads are used than wanted.
  package static func fewer(_ threads: Int, of wanted: Int, _ limit: MemoryLimit) -> Message {
    "Using \(threads) of \(wanted) threads: \(ByteCount.told(limit.bytes)) of memory may be used (--memory)."
  }
}
