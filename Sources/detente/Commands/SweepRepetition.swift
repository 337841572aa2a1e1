import Experiments
import Results
import Tables

/// Points of a sweep once more.
struct SweepRepetition {
  let shapes: SweepShapes

  /// Rows that are looked at unless it is said how many.
  static let usualRows = 10

  func check(
    _ verification: ResultVerification, _ request: VerifyRequest, _ console: Console,
    _ shouldStop: @escaping @Sendable () -> Bool
  ) throws -> VerificationCheck? {
    let display = ProgressDisplay(console: console, unit: "points")
    defer { display.finish() }
    let sweep = try SweepVerification(
      of: verification.path, failed: shapes.failed, rows: request.rows ?? SweepRepetition.usualRows,
      seed: request.seed, threads: request.threads, shouldStop: shouldStop,
      onPoint: { display.update(done: $0, of: $1) })
    if sweep.wasStopped { return nil }
    return verification.check(sweep: sweep, of: shapes)
  }
}
