import Foundation

/// The built program, started as a user starts it.
struct Program {
  /// What came out of it.
  struct Outcome: Equatable {
    let status: Int32
    let output: String
    let errors: String
  }

  /// Where the program is started; the package directory unless given.
  var directory = Program.package
  /// Environment variables beside those that every test has.
  var environment: [String: String] = [:]

  /// Runs the program to its end.
  func run(_ words: String...) throws -> Outcome { try run(words) }

  func run(_ words: [String]) throws -> Outcome {
    try start(Program.executable, words)
  }

  /// Runs a line of shell in which `$detente` is the program.
  func shell(_ line: String) throws -> Outcome {
    try start(URL(filePath: "/bin/sh"), ["-c", line])
  }

  private func start(_ executable: URL, _ words: [String]) throws -> Outcome {
    let process = Process()
    process.executableURL = executable
    process.arguments = words
    process.currentDirectoryURL = directory
    process.environment = surroundings
    process.standardInput = FileHandle.nullDevice
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    // Both are read at once: a program that fills one pipe while the other is awaited would never end.
    let collected = Collected()
    let group = DispatchGroup()
    DispatchQueue.global().async(group: group) {
      collected.errors = (try? errors.fileHandleForReading.readToEnd()) ?? Data()
    }
    let text = try output.fileHandleForReading.readToEnd() ?? Data()
    group.wait()
    process.waitUntilExit()
    let status =
      process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus
    return Outcome(
      status: status, output: String(decoding: text, as: UTF8.self),
      errors: String(decoding: collected.errors, as: UTF8.self))
  }

  /// The caller's environment without what would change the program's output.
  private var surroundings: [String: String] {
    var all = ProcessInfo.processInfo.environment
    for name in ["NO_COLOR", "TERM", "COLUMNS", "SLURM_CPUS_PER_TASK"] { all[name] = nil }
    all["detente"] = Program.executable.path
    return all.merging(environment) { $1 }
  }

  /// Handed from the thread that reads to the one that waits for it.
  private final class Collected: @unchecked Sendable {
    var errors = Data()
  }

  /// The directory of the package.
  static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The program stands beside the test bundle.
  static let executable: URL = {
    let bundles = Bundle.allBundles.map(\.bundleURL).filter { $0.pathExtension == "xctest" }
    let bundle = bundles.first ?? URL(filePath: CommandLine.arguments[0])
    return bundle.deletingLastPathComponent().appending(path: "detente")
  }()
}
