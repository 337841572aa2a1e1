import Foundation

/// How much memory work may take.
package struct MemoryLimit: Sendable, Equatable {
  package let bytes: Int
  /// Where the limit comes from, in words that follow "may be used".
  package let reason: String

  /// Whether the system keeps it, so that who takes more gets nothing.
  package let isKept: Bool
  /// What a thread takes of it beside its work.
  private let perThread: Int

  /// A limit that somebody set.
  package init(bytes: Int) {
    self.init(bytes: bytes, reason: "as asked for")
  }

  private init(bytes: Int, reason: String, isKept: Bool = false, perThread: Int = 0) {
    self.bytes = bytes
    self.reason = reason
    self.isKept = isKept
    self.perThread = perThread
  }

  /// What somebody asks for, if the process may address as much.
  package static func asked(_ bytes: Int) -> MemoryLimit {
    let asked = MemoryLimit(bytes: bytes)
    guard let kept = ofAddressSpace, kept.bytes < bytes else { return asked }
    return kept
  }

  /// What `ulimit -v` leaves; `nil` where it sets no limit. A thread takes its stack, and as much
  /// again of those that end and are kept for others.
  private static var ofAddressSpace: MemoryLimit? {
    AddressSpace.room.map {
      MemoryLimit(
        bytes: max(0, $0 - AddressSpace.least), reason: "what the limit on memory (ulimit -v) leaves",
        isKept: true, perThread: 2 * AddressSpace.stack)
    }
  }

  /// Three quarters of what this process may have: of the machine's memory, or of what its control
  /// groups allow if that is less; or what `ulimit -v` leaves.
  package static var ofThisProcess: MemoryLimit {
    let machine = Int(clamping: ProcessInfo.processInfo.physicalMemory)
    var least = machine
    #if os(Linux)
      least = min(least, ControlGroup.memoryLimits().min() ?? .max)
    #endif
    let share = MemoryLimit(
      bytes: least / 4 * 3,
      reason: "three quarters of "
        + (least < machine ? "what its control group allows" : "this machine's memory"))
    guard let kept = ofAddressSpace, kept.bytes < share.bytes else { return share }
    return kept
  }

  /// What a thread takes with what is beside its work, in bytes.
  package func taken(by thread: Int) -> Int { thread + perThread }

  /// How many threads fit, each of which takes so many bytes; 0 when not even one does.
  package func threads(of bytes: Int) -> Int { self.bytes / max(1, taken(by: bytes)) }
}
