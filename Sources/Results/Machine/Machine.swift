import Foundation
import Tables

/// What a result was computed on, as far as it may matter to speed. The name of the machine is
/// nobody's business.
package struct Machine: Sendable, Equatable {
  package let system: String
  package let architecture: String
  /// Processor model, empty when the system does not tell.
  package let processor: String
  /// Processors of the machine, whether this process may use them or not.
  package let cores: Int
  package let memoryBytes: Int

  /// The machine that this process runs on.
  package static var current: Machine {
    let process = ProcessInfo.processInfo
    return Machine(
      system: process.operatingSystemVersionString, architecture: architectureName,
      processor: processorModel, cores: process.processorCount,
      memoryBytes: Int(clamping: process.physicalMemory))
  }

  package var json: JSONValue {
    [
      "system": .string(system), "architecture": .string(architecture), "processor": .string(processor),
      "cores": .integer(cores), "memory_bytes": .integer(memoryBytes),
    ]
  }

  private static var architectureName: String {
    #if arch(x86_64)
      "x86_64"
    #elseif arch(arm64)
      "arm64"
    #elseif arch(riscv64)
      "riscv64"
    #else
      "other"
    #endif
  }

  private static var processorModel: String {
    #if os(Linux)
      let lines =
        (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8))?.split(separator: "\n") ?? []
      let model = lines.first { $0.hasPrefix("model name") }?.split(separator: ":", maxSplits: 1).last
      return model?.trimmingCharacters(in: .whitespaces) ?? ""
    #else
      return ""
    #endif
  }
}
