import Foundation

/// How much memory work may take.
package struct MemoryLimit: Sendable, Equatable {
  package let bytes: Int
  /// Where the limit comes from, in words that follow "may be used".
  package let reason: String

  /// A limit that somebody set.
  package init(bytes: Int) {
    self.bytes = bytes
    reason = "as asked for"
  }

  private init(bytes: Int, reason: String) {
    self.bytes = bytes
    self.reason = reason
  }

  /// Three quarters of what this process may have: of the machine's memory, or of what its control
  /// groups allow if that is less.
  package static var ofThisProcess: MemoryLimit {
    let machine = Int(clamping: ProcessInfo.processInfo.physicalMemory)
    var least = machine
    #if os(Linux)
      least = min(least, ControlGroup.memoryLimits().min() ?? .max)
    #endif
    return MemoryLimit(
      bytes: least / 4 * 3,
      reason: "three quarters of "
        + (least < machine ? "what its control group allows" : "this machine's memory"))
  }

  /// How many threads fit, each of which takes so many bytes; 0 when not even one does.
  package func threads(of bytes: Int) -> Int { self.bytes / max(1, bytes) }
}
