import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// How many processors this process may use: what the machine has, less what affinity, the control
/// group and a batch scheduler withhold.
package enum AvailableProcessors {
  /// The number of threads that can run at once, at least 1.
  package static func count(environment: [String: String]) -> Int {
    // activeProcessorCount follows the affinity mask on Linux.
    var limits = [ProcessInfo.processInfo.activeProcessorCount]
    #if os(Linux)
      limits += ControlGroup.quotas().map { max(1, Int($0.rounded(.up))) }
    #endif
    if let allocated = environment["SLURM_CPUS_PER_TASK"].flatMap({ Int($0) }), allocated > 0 {
      limits.append(allocated)
    }
    return max(1, limits.min() ?? 1)
  }
}
