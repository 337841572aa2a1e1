import Results
import Tables

/// Simulates some rows of a finished sweep again and compares their bytes: the first, the last, and
/// some at random.
package struct SweepVerification: Sendable {
  /// Rows that were looked at, those among them that name no point included.
  package let rows: Int
  /// Of these, rows that are the same, byte for byte.
  package let rowsSame: Int
  /// Points that were looked at, in the order of the table.
  package let points: [Int]
  /// Points that could not be simulated and were tried again.
  package let pointsFailed: [Int]
  /// Rows that are not what the plan gives.
  package let faults: [VerificationFault]
  /// Whether somebody asked to stop before all points were done.
  package let wasStopped: Bool

  /// - Parameters:
  ///   - path: a directory with a plan and the table of its sweep.
  ///   - failed: points, from 0, of which the manifest says that they could not be simulated.
  ///   - rows: how many rows besides the first and the last, at most; 0 for none at all.
  ///   - seed: which rows.
  ///   - threads: no row depends on them.
  ///   - shouldStop: asked often, on any thread.
  ///   - onPoint: told how many points of how many are done.
  /// - Throws: ``SweepFault``.
  package init(
    of path: String, failed: [Int] = [], rows: Int, seed: UInt64, threads: Int,
    shouldStop: @escaping @Sendable () -> Bool = { false },
    onPoint: (_ done: Int, _ of: Int) -> Void = { _, _ in }
  ) throws(SweepFault) {
    guard let plan = try SweepDirectory.plan(in: path) else { throw .noPlan(path) }
    let (heading, count, _) = try SweepVerification.records(of: path)
    let chosen = rows > 0 ? RowSample.rows(of: count, others: rows, seed: seed) : []
    let records = try SweepVerification.records(of: path, chosen).rows
    let parties = heading.compactMap { name in
      name.hasPrefix(SweepResult.utilityPrefix)
        ? String(name.dropFirst(SweepResult.utilityPrefix.count)) : nil
    }
    let sweep = Sweep(frozen: plan, threads: threads)
    var (looked, same) = (0, 0)
    var points: [Int] = []
    var pointsFailed: [Int] = []
    var faults: [VerificationFault] = []
    var wasStopped = false
    let retried = failed.prefix(rows)
    let all = chosen.count + retried.count
    for (row, record) in zip(chosen, records) {
      let line = String(decoding: record, as: UTF8.self)
      guard let number = CSVRecords.fields(of: record).first.flatMap({ Int($0) }),
        (1...plan.design.count).contains(number)
      else {
        looked += 1
        faults.append(
          VerificationFault("sweep.csv", row: row + 1, expected: "a point of the plan", found: line))
        continue
      }
      guard let result = try sweep.run(only: number - 1, shouldStop) else {
        wasStopped = true
        break
      }
      looked += 1
      points.append(number - 1)
      onPoint(looked, all)
      let expected = SweepVerification.row(of: result, parties)
      if expected == record {
        same += 1
      } else {
        faults.append(
          VerificationFault(
            "sweep.csv", row: row + 1, expected: String(decoding: expected, as: UTF8.self), found: line))
      }
    }
    for point in retried where !wasStopped {
      guard let result = try sweep.run(only: point, shouldStop) else {
        wasStopped = true
        break
      }
      pointsFailed.append(point)
      onPoint(looked + pointsFailed.count, all)
      if !result.points.isEmpty {
        faults.append(
          VerificationFault(
            ResultDirectory.manifestName, expected: "point \(point + 1) among the points that are done",
            found: "it among those that failed"))
      }
    }
    self.rows = looked
    self.rowsSame = same
    self.points = points
    self.pointsFailed = pointsFailed
    self.faults = faults
    self.wasStopped = wasStopped
  }

  /// The row that a table of many points has for this one; empty when it could not be simulated.
  private static func row(of result: SweepResult, _ parties: [String]) -> [UInt8] {
    guard !result.points.isEmpty, let bytes = (try? result.table(parties: parties))?.write(.csv) else {
      return []
    }
    // The heading holds the names of numbers and parties, which have no line ends; the fields of
    // the row may.
    return Array(bytes.drop { $0 != UInt8(ascii: "\n") }.dropFirst().dropLast())
  }

  /// The heading, the number of rows, and some of the rows, given in rising order.
  private static func records(
    of path: String, _ chosen: [Int] = []
  ) throws(SweepFault) -> (heading: [String], count: Int, rows: [[UInt8]]) {
    do {
      let records = try CSVRecords("\(path)/sweep.csv")
      guard let heading = try records.next() else { throw SweepFault.noTable(path) }
      let (rows, count) = try records.rest(keeping: chosen)
      return (CSVRecords.fields(of: heading), count, rows)
    } catch {
      throw .noTable(path)
    }
  }
}
