import Foundation
import Randomness
import Tables

/// Simulates some rows of a finished sweep again and compares their bytes.
public struct SweepVerification: Sendable {
  /// Points that were looked at, in the order of the table.
  public let points: [Int]
  /// Those whose row is another now, with both rows.
  public let differences: [Difference]
  /// Whether somebody asked to stop before all points were done.
  public let wasStopped: Bool

  /// A row that is not what the plan gives.
  public struct Difference: Sendable, Equatable {
    public let point: Int
    public let stored: String
    public let simulated: String
  }

  /// - Parameters:
  ///   - path: a directory with a plan and the table of its sweep.
  ///   - rows: how many rows, at most.
  ///   - seed: which rows.
  ///   - threads: no row depends on them.
  ///   - shouldStop: asked often, on any thread.
  /// - Throws: ``SweepFault``.
  public init(
    of path: String, rows: Int, seed: UInt64, threads: Int,
    shouldStop: @escaping @Sendable () -> Bool = { false }
  ) throws(SweepFault) {
    guard let plan = try SweepDirectory.plan(in: path) else { throw .noPlan(path) }
    guard let text = RegularFile.contents(at: "\(path)/sweep.csv") else { throw .noTable(path) }
    let lines = SweepVerification.rows(String(decoding: text, as: UTF8.self))
    guard let header = lines.first else { throw .noTable(path) }
    let parties = header.split(separator: ",").compactMap { name in
      name.hasPrefix(SweepResult.utilityPrefix)
        ? String(name.dropFirst(SweepResult.utilityPrefix.count)) : nil
    }
    let sweep = Sweep(frozen: plan, threads: threads)
    var points: [Int] = []
    var differences: [Difference] = []
    var wasStopped = false
    for line in SweepVerification.chosen(lines.dropFirst(), rows, seed) {
      guard let number = Int(line.prefix { $0 != "," }), (1...plan.design.count).contains(number)
      else { throw .noTable(path) }
      guard let result = try sweep.run(only: number - 1, shouldStop) else {
        wasStopped = true
        break
      }
      points.append(number - 1)
      let row =
        (try? result.table(parties: parties).text(.csv)).flatMap { SweepVerification.rows($0).last } ?? ""
      if row != line {
        differences.append(
          Difference(point: number - 1, stored: String(line), simulated: String(row)))
      }
    }
    self.points = points
    self.differences = differences
    self.wasStopped = wasStopped
  }

  /// The rows of a CSV text without their line ends; a line end between quotes is part of a field.
  private static func rows(_ text: String) -> [Substring] {
    var isQuoted = false
    return text.utf8.split { byte in
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      return byte == UInt8(ascii: "\n") && !isQuoted
    }.map(Substring.init)
  }

  private static func chosen(_ lines: ArraySlice<Substring>, _ rows: Int, _ seed: UInt64) -> [Substring] {
    let all = Array(lines)
    var order = Array(all.indices)
    var stream = RandomStream(seed: seed, run: 0, stream: StreamID("sweeps.verification"))
    for place in 0..<min(rows, order.count) {
      order.swapAt(place, place + Int(stream.below(UInt64(order.count - place))))
    }
    return order.prefix(rows).sorted().map { all[$0] }
  }
}
