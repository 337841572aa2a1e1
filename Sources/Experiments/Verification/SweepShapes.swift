import Bargaining
import Results
import Scenarios
import Tables

/// What the tables of a sweep must be like, by its plan and by the points that the manifest says it
/// has.
package struct SweepShapes: Sendable {
  package let plan: SweepPlan
  /// Points with a row and points that failed, from 0, rising.
  package let points: [Int]
  package let failed: [Int]

  /// - Throws: what the manifest says and should not.
  package init(_ plan: SweepPlan, _ manifest: StoredManifest) throws(VerificationFault) {
    func numbers(_ key: String, _ text: String?) throws(VerificationFault) -> [Int] {
      guard let numbers = text.flatMap({ ShardList.numbers(in: $0, upTo: plan.design.count) }) else {
        throw VerificationFault(
          "manifest.json", expected: "\"\(key)\": points of 1 to \(plan.design.count)", found: text ?? "none")
      }
      return numbers.map { $0 - 1 }
    }
    self.plan = plan
    points = try numbers("points", manifest.points)
    failed = try numbers("points_failed", manifest.pointsFailed)
    let settled = points.count + failed.count
    guard Set(points).isDisjoint(with: failed) else {
      throw VerificationFault(
        "manifest.json", expected: "points that are done or failed", found: "some that are both")
    }
    guard manifest.isComplete == (settled == plan.design.count) else {
      throw VerificationFault(
        "manifest.json",
        expected: "\"complete\": \(settled == plan.design.count), with \(settled) points of "
          + "\(plan.design.count)", found: "\(manifest.isComplete)")
    }
  }

  /// `sweep`, `sweep_long` and `timing`.
  package func shapes() throws -> [TableShape] {
    let (plan, points) = (plan, points)
    let none = SweepResult(plan: plan, SweepJournal.State())
    let parties = try parties()
    let measures = SweepResult.measures(of: parties)
    let long = TableShape(
      headingOf: try none.longTable(parties: parties),
      rows: .keyed(count: points.count * measures.count) { row in
        SweepResult.keyColumns(of: [points[row / measures.count]], in: plan).map { TableShape.text($0[0]) }
      })
    let sweep = TableShape(
      headingOf: try none.table(parties: parties),
      rows: .keyed(count: points.count) { row in
        SweepResult.keyColumns(of: [points[row]], in: plan).map { TableShape.text($0[0]) }
      })
    let timing = TableShape(
      headingOf: try none.timing(), rows: .keyed(count: points.count) { ["\(points[$0] + 1)"] })
    return [sweep, long, timing]
  }

  /// What is wrong in the counts of a row of `sweep` by itself.
  package func fault(in fields: [String], of shape: TableShape, row: Int) -> VerificationFault? {
    func value(_ column: String) -> String {
      shape.heading.firstIndex(of: column).map { fields[$0] } ?? ""
    }
    func fault(_ expected: String, _ found: String) -> VerificationFault {
      VerificationFault("\(shape.name).csv", row: row, expected: expected, found: found)
    }
    guard let runs = Int(value("runs")), plan.precision == nil ? runs == plan.runs : 1...plan.runs ~= runs
    else { return fault("\(plan.precision == nil ? "" : "at most ")\(plan.runs) runs", value("runs")) }
    guard shape.name == "sweep" else { return nil }
    guard value("seed") == "\(plan.seed)" else { return fault("seed \(plan.seed)", value("seed")) }
    let counts = Ending.allCases.map { (Double(value("\($0.name)_share")) ?? .nan) * Double(runs) }
    let total = counts.reduce(0) { $0 + $1.rounded() }
    guard total == Double(runs) else {
      return fault("shares of endings that come to all \(runs) runs", "\(total) runs")
    }
    return nil
  }

  /// The parties of the points that have a row, as a table of them has columns.
  private func parties() throws(ScenarioFault) -> [String] {
    let sweep = Sweep(frozen: plan)
    // A number changes no party; a text, or what is put in the place of a part of the scenario,
    // may.
    let isPlain = plan.design.columnKinds.allSatisfy { $0 != .text }
    var variants: Set<Int> = []
    var names: [String] = []
    for point in points where !isPlain || variants.insert(plan.design.variant(at: point)).inserted {
      for party in try sweep.reading(at: point).scenario.parties where !names.contains(party.name) {
        names.append(party.name)
      }
    }
    return names
  }
}

extension VerificationFault: Error {}

extension ShardList {
  /// The numbers of a list such as `1,3,7-9`; `nil` unless they rise and are from 1 to `most`. None
  /// for an empty text.
  static func numbers(in text: String, upTo most: Int) -> [Int]? {
    guard !text.isEmpty else { return [] }
    var numbers: [Int] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
      guard ends.count <= 2, let low = ends[0], let high = ends[ends.count - 1], low <= high,
        low > numbers.last ?? 0, high <= most
      else { return nil }
      numbers += low...high
    }
    return numbers
  }
}
