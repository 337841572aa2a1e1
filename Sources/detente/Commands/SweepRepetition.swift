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
    let (looked, all) = (sweep.points.count, shapes.points.count)
    let wrong = sweep.faults.count { $0.file != ResultDirectory.manifestName }
    var summary =
      "\(Numerals.count(looked - wrong)) of \(Numerals.count(looked)) rows are the same, byte for byte"
    if all > looked { summary += "; \(Numerals.count(all - looked)) rows were not simulated again" }
    if !shapes.failed.isEmpty {
      summary +=
        "; \(Numerals.count(sweep.pointsFailed.count)) of \(Numerals.count(shapes.failed.count)) points that failed were tried again"
    }
    return VerificationCheck(.simulation, summary, faults: sweep.faults)
  }
}
