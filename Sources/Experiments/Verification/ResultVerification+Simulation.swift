import Results
import Tables

/// What results come to that were simulated again.
extension ResultVerification {
  /// Of `run` as a whole.
  ///
  /// - Parameters:
  ///   - runs: how many were simulated again.
  ///   - stated: how many the manifest says.
  ///   - files: tables, pictures and report, made again.
  ///   - logs: the names of the files that have a row for each run, and in what they differ.
  package func check(
    run runs: Int, of stated: Int, _ files: [(name: String, bytes: [UInt8])],
    logs: [(name: String, fault: VerificationFault?)]
  ) -> VerificationCheck {
    var faults = compare(files, besides: Set(logs.map(\.name)))
    faults += logs.compactMap(\.fault)
    if runs != stated {
      faults.append(
        VerificationFault(
          ResultDirectory.manifestName, expected: "\"runs\": \(runs)", found: "\(stated)"))
    }
    let made = files.map(\.name) + logs.map(\.name)
    return VerificationCheck(
      .simulation,
      "all \(Numerals.count(runs)) runs again: \(same(made, faults)) of \(made.count) files (tables, pictures, report) "
        + "are the same, byte for byte", faults: faults)
  }

  /// Of some rows of `runs.csv`.
  package func check(
    rows looked: Int, same: Int, _ faults: [VerificationFault], of runs: Int
  ) -> VerificationCheck {
    VerificationCheck(
      .simulation,
      "\(Numerals.count(same)) of \(Numerals.count(looked)) rows of runs.csv are the same, byte for byte; "
        + "\(Numerals.count(runs - looked)) rows, the other tables, the pictures and the report were not made again",
      faults: faults, isPartial: true)
  }

  /// Of a study as a whole, by its tables, and what stands beside them, made again.
  package func check(study files: [(name: String, bytes: [UInt8])]) -> VerificationCheck {
    let faults = compare(files, besides: [])
    let things = files.allSatisfy { $0.name.hasSuffix(".csv") } ? "tables" : "files"
    return VerificationCheck(
      .simulation,
      "the whole study again: \(same(files.map(\.name), faults)) of \(files.count) \(things) are the same, byte for byte",
      faults: faults)
  }

  /// Of some points of a sweep.
  package func check(sweep: SweepVerification, of shapes: SweepShapes) -> VerificationCheck {
    let (looked, all) = (sweep.rows, shapes.points.count)
    var summary =
      "\(Numerals.count(sweep.rowsSame)) of \(Numerals.count(looked)) rows are the same, byte for byte"
    if all > looked { summary += "; \(Numerals.count(all - looked)) rows were not simulated again" }
    if !shapes.failed.isEmpty {
      summary +=
        "; \(Numerals.count(sweep.pointsFailed.count)) of \(Numerals.count(shapes.failed.count)) points that failed were tried again"
    }
    return VerificationCheck(
      .simulation, summary, faults: sweep.faults,
      isPartial: all > looked || shapes.failed.count > sweep.pointsFailed.count)
  }

  /// How many files are not among the faulty ones.
  private func same(_ files: [String], _ faults: [VerificationFault]) -> Int {
    files.count - Set(files).intersection(faults.map(\.file)).count
  }
}
