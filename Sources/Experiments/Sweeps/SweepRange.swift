import Scenarios
import Tables

/// A number of a scenario and the interval over which a design samples it, written `PATH=LO..HI`.
package struct SweepRange: Sendable {
  /// Path of the number in the scenario file; column name in the table.
  package let path: String
  package let low: Double
  package let high: Double
  /// Where path and interval stand in a sweep file; `nil` when they do not.
  package var place: ScenarioSetting.Place?

  package init(path: String, from low: Double, through high: Double) throws(SweepAxisFault) {
    guard !path.isEmpty else { throw .noPath }
    guard low.isFinite, high.isFinite, (high - low).isFinite else { throw .notFinite }
    guard low < high else { throw .emptyInterval(low: low, high: high) }
    self.path = path
    self.low = low
    self.high = high
  }

  /// Reads `PATH=LO..HI`; `nil` for what has no dots, or a number of values.
  package init?(parsing text: String) throws(SweepAxisFault) {
    let sides = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard sides.count == 2, let dots = sides[1].firstRange(of: ".."), !sides[1].contains(":") else {
      return nil
    }
    let ends = [sides[1][..<dots.lowerBound], sides[1][dots.upperBound...]].map(String.init)
    guard let low = Double(ends[0]) else { throw .notANumber(ends[0]) }
    guard let high = Double(ends[1]) else { throw .notANumber(ends[1]) }
    try self.init(path: String(sides[0]), from: low, through: high)
  }

  /// As it is written.
  package var text: String { "\(path)=\(Numerals.shortest(low))..\(Numerals.shortest(high))" }

  /// The value at a coordinate of 0 … 1, rounded to twelve significant digits, as the table shows
  /// it.
  package func value(at coordinate: Double) -> String {
    Numerals.shortest(SweepAxis.rounded(low + coordinate * (high - low)))
  }
}

extension SweepRange: Equatable {
  /// Where a range was written makes no difference to what it is.
  package static func == (a: SweepRange, b: SweepRange) -> Bool {
    a.path == b.path && a.low == b.low && a.high == b.high
  }
}
