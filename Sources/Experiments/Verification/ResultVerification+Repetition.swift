import Bargaining
import Results
import Simulation
import Tables

extension ResultVerification {
  /// Holds the files of a result against the same files made once more.
  ///
  /// - Returns: the first difference of each file, and files that the manifest lists and the
  ///   command does not make.
  package func compare(_ files: [(name: String, bytes: [UInt8])], besides others: Set<String>)
    -> [VerificationFault]
  {
    var faults: [VerificationFault] = []
    for (name, expected) in files {
      let found: [UInt8]?
      do {
        found = try FileSystem.current.bytes(of: "\(path)/\(name)")
      } catch {
        faults.append(
          VerificationFault(name, expected: "a file that can be read", found: error.reason))
        continue
      }
      guard let found else {
        faults.append(VerificationFault(name, expected: "a file of \(expected.count) bytes", found: "none"))
        continue
      }
      if let fault = ByteDifference.fault(
        name, isTable: name.hasSuffix(".csv"), expected: expected, found: found)
      {
        faults.append(fault)
      }
    }
    // Whoever writes a result adds what its tables mean.
    let made = Set(files.map(\.name)).union(others).union([TableDictionary.fileName])
    for output in manifest?.outputs ?? [] where !made.contains(output.name) {
      faults.append(
        VerificationFault(
          output.name, expected: "no such file: the command does not make it", found: "one"))
    }
    return faults
  }

  /// Simulates rows of `runs.csv` again: the first, the last, and some at random.
  ///
  /// - Parameters:
  ///   - scenario: whose runs they are.
  ///   - rows: how many besides the first and the last, at most.
  ///   - seed: which rows.
  ///   - shouldStop: asked before every row.
  ///   - onRow: told how many of how many are done.
  /// - Returns: how many were looked at, how many of them are the same, and the faults; `nil` when
  ///   it was stopped.
  /// - Throws: `SimulationError`.
  package func runRows(
    of scenario: Scenario, rows: Int, seed: UInt64, shouldStop: @escaping @Sendable () -> Bool,
    onRow: (_ done: Int, _ of: Int) -> Void
  ) throws(SimulationError) -> (rows: Int, same: Int, faults: [VerificationFault])? {
    guard let manifest, manifest.runs > 0 else { return (0, 0, []) }
    let chosen = RowSample.rows(of: manifest.runs, others: rows, seed: seed)
    var made: [(run: Int, row: [UInt8])] = []
    for run in chosen {
      if shouldStop() { return nil }
      let sink = KeepingSink()
      let log = RunLog(scenario, stream: sink)
      let again = try Ensemble(
        scenario, plan: SimulationPlan(runs: 1, seed: manifest.seed, firstRun: run)
      ).run(keepingRunsIn: log, shouldStop: shouldStop)
      if again.wasStopped { return nil }
      do throws(WriteError) { try log.commit() } catch { throw .cannotWrite(error) }
      let row = sink.bytes.drop { $0 != UInt8(ascii: "\n") }.dropFirst().dropLast()
      made.append((run, Array(row)))
      onRow(made.count, chosen.count)
    }
    let (same, faults) = compare(made)
    return (made.count, same, faults)
  }

  private func compare(
    _ expected: [(run: Int, row: [UInt8])]
  ) -> (same: Int, faults: [VerificationFault]) {
    let file = "runs.csv"
    var faults: [VerificationFault] = []
    var same = 0
    do {
      let records = try CSVRecords("\(path)/\(file)")
      _ = try records.next()
      let found = try records.rest(keeping: expected.map(\.run)).rows
      for (place, (run, row)) in expected.enumerated() {
        if place < found.count, found[place] == row {
          same += 1
        } else {
          faults.append(
            VerificationFault(
              file, row: run + 1, expected: String(decoding: row, as: UTF8.self),
              found: place < found.count
                ? String(decoding: found[place], as: UTF8.self) : "the end of the file"))
        }
      }
    } catch {
      faults.append(VerificationFault(file, expected: "a table that can be read", found: error.reason))
    }
    return (same, faults)
  }
}
