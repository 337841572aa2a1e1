import Foundation

/// This program once more, in a process of its own that may crash or be ended.
struct Child {
  /// How it ended, and what it wrote.
  struct Outcome {
    let status: Int32
    let isSignal: Bool
    let lines: [Substring]
    /// Its last words, if it had any.
    let errors: String

    /// A few words for an end that is none: the same for the same fault.
    var rule: String {
      if status == Watch.status, !isSignal { return "no end in sight" }
      let words = errors.split(whereSeparator: \.isNewline).first {
        $0.contains("Fatal error") || $0.contains("ERROR:")
      }
      // Addresses and process numbers differ from one crash to the next.
      let told = words.map { ": \($0.prefix(160).filter { !$0.isNumber })" } ?? ""
      return "crash by signal \(status)\(told)"
    }
  }

  /// Starts this program with some arguments, and waits for its end.
  static func run(_ arguments: [String]) throws -> Outcome {
    let folder = FileManager.default.temporaryDirectory.appending(path: "mutation-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (output, errors) = (folder.appending(path: "output"), folder.appending(path: "errors"))
    for file in [output, errors] { try Data().write(to: file) }
    let process = Process()
    process.executableURL = URL(filePath: CommandLine.arguments[0])
    process.arguments = arguments
    // Making a backtrace of a crash takes seconds, and nobody reads it.
    process.environment = ProcessInfo.processInfo.environment.merging(["SWIFT_BACKTRACE": "enable=no"]) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, isSignal: process.terminationReason == .uncaughtSignal,
      lines: String(decoding: try Data(contentsOf: output), as: UTF8.self).split(whereSeparator: \.isNewline),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
  }
}
