import Foundation

/// Another program, run to its end.
enum Child {
  struct Outcome {
    var output: Data
    var seconds: Double
  }

  /// Runs a program and waits; what it says on standard error is passed on unless `quiet`.
  static func run(_ program: URL, _ arguments: [String], quiet: Bool = true) throws(Fault) -> Outcome {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = Place.package
    let pipe = Pipe()
    process.standardOutput = pipe
    if quiet { process.standardError = FileHandle.nullDevice }
    let start = ContinuousClock.now
    do { try process.run() } catch {
      throw Fault(reason: "\(program.path) cannot be started: \(error.localizedDescription)")
    }
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    // Its output ends when it does; Foundation notices the end itself some 50 ms later.
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Fault(
        reason:
          "\(program.lastPathComponent) \(arguments.joined(separator: " ")) ended with status \(process.terminationStatus)"
      )
    }
    return Outcome(output: output, seconds: seconds)
  }

  /// What a benchmark prints as JSON.
  struct Report: Decodable {
    var roundsPerSecond: Double
    var rounds: Int
    var runs: Int
    var peakMemory: Int?

    enum CodingKeys: String, CodingKey {
      case rounds, runs
      case roundsPerSecond = "rounds_per_second"
      case peakMemory = "peak_memory_bytes"
    }
  }

  static func report(_ program: URL, _ arguments: [String]) throws(Fault) -> Report {
    let outcome = try run(program, arguments)
    do { return try JSONDecoder().decode(Report.self, from: outcome.output) } catch {
      throw Fault(reason: "\(program.lastPathComponent) printed no report: \(error)")
    }
  }

  /// The first of these programs that is on the path.
  static func find(_ names: [String]) -> URL? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    for name in names {
      for folder in folders {
        let candidate = URL(fileURLWithPath: String(folder)).appending(path: name)
        if FileManager.default.isExecutableFile(atPath: candidate.path) { return candidate }
      }
    }
    return nil
  }

  /// `detente bench`.
  static func bench(_ workload: String, threads: Int = 1, extent: [String]) throws(Fault) -> Report {
    try report(
      Place.detente, ["bench", workload, "--threads", "\(threads)", "--format", "json", "--quiet"] + extent)
  }
}
