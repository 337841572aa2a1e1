import Foundation
import Tables
import detente

/// The program, run within the tests, so that its disk can be another.
enum InProcess {
  /// Runs a command to its end.
  ///
  /// - Parameters:
  ///   - words: the command line without the name of the program.
  ///   - sentry: `nil` for a disk without faults.
  static func run(_ words: [String], sentry: FaultSentry? = nil) throws -> Program.Outcome {
    try Workplace.use { place in
      for name in ["output", "errors"] { try place.write("", to: name) }
      let handles = try ["output", "errors"].map {
        try FileHandle(forWritingTo: place.url.appending(path: $0))
      }
      let console = Console(
        output: StandardStream(descriptor: handles[0].fileDescriptor),
        error: StandardStream(descriptor: handles[1].fileDescriptor), environment: [:])
      let status = FileSystem.$current.withValue(FileSystem(sentry: sentry)) {
        CommandLineTool(console: console).run(words)
      }
      for handle in handles { try handle.close() }
      return Program.Outcome(
        status: status.rawValue, output: try place.text(of: "output"), errors: try place.text(of: "errors"))
    }
  }
}
