import Foundation
import Scenarios
import Tables

/// One number of a scenario that a sweep varies, and the values that it takes, in order.
///
/// Written `PATH=LO..HI:N` for N values at equal distances, both ends included, or `PATH=A,B,C` for
/// a list. The text of a value is what the scenario reader is given and what the table shows, so
/// that both are the same.
package struct SweepAxis: Sendable {
  /// Path of the number in the scenario file, such as `parties.hamas.willingness`; column name in
  /// the table.
  package let path: String
  /// The values as text, at least one, no two the same.
  package let values: [String]
  /// What the table shows in place of the values; empty to show the values themselves.
  package let labels: [String]
  /// Where path and values stand in a sweep file; empty when they do not.
  package var places: [ScenarioSetting.Place] = []

  /// An axis of given values.
  ///
  /// - Parameters:
  ///   - path: as a `ScenarioSetting` takes it.
  ///   - values: as a `ScenarioSetting` takes them: numbers, words, or any JSON.
  ///   - labels: what the table shows for each value, no two the same; empty to show the values
  ///     themselves.
  package init(path: String, values: [String], labels: [String] = []) throws(SweepAxisFault) {
    precondition(labels.isEmpty || labels.count == values.count, "one label for each value")
    guard !path.isEmpty else { throw .noPath }
    guard let first = values.first else { throw .noValues }
    guard values.count <= SweepAxis.mostValues else { throw .tooManyValues(values.count) }
    guard values.allSatisfy({ !$0.isEmpty }) else { throw .emptyValue(first: first) }
    if let repeated = SweepAxis.repeated(in: values) { throw .repeatedValue(repeated) }
    if let repeated = SweepAxis.repeated(in: labels) { throw .repeatedValue(repeated) }
    self.path = path
    self.values = values
    self.labels = labels
  }

  /// What the table shows for a value.
  package func shown(_ index: Int) -> String { labels.isEmpty ? values[index] : labels[index] }

  private static func repeated(in texts: [String]) -> String? {
    var seen = Set<String>()
    return texts.first { !seen.insert($0).inserted }
  }

  /// N values from `low` to `high`, both included, N >= 2: `low + i (high - low) / (N - 1)`,
  /// rounded to twelve significant digits, so that 0.1..0.4:4 has the point 0.3 and not
  /// 0.30000000000000004.
  package init(path: String, from low: Double, through high: Double, count: Int) throws(SweepAxisFault) {
    guard low.isFinite, high.isFinite, (high - low).isFinite else { throw .notFinite }
    guard low < high else { throw .emptyInterval(low: low, high: high) }
    guard count >= 2 else { throw .tooFewPoints(count) }
    guard count <= SweepAxis.mostValues else { throw .tooManyValues(count) }
    let values = (0..<count).map { index in
      index == 0
        ? low
        : index == count - 1
          ? high : SweepAxis.rounded(low + (high - low) * Double(index) / Double(count - 1))
    }
    try self.init(path: path, values: values.map(Numerals.shortest))
  }

  /// Reads `PATH=LO..HI:N` or `PATH=A,B,C`.
  package init(parsing text: String) throws(SweepAxisFault) {
    let sides = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard sides.count == 2 else { throw .noEqualsSign }
    let (path, values) = (String(sides[0]), String(sides[1]))
    guard let dots = values.range(of: "..") else {
      let list = values.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      try self.init(path: path, values: values.isEmpty ? [] : list)
      return
    }
    let low = String(values[..<dots.lowerBound])
    let rest = values[dots.upperBound...].split(
      separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let high = String(rest.first ?? "")
    guard rest.count == 2 else { throw .noCount(low: low, high: high) }
    guard let least = Double(low) else { throw .notANumber(low) }
    guard let greatest = Double(high) else { throw .notANumber(high) }
    let text = String(rest[1])
    // One that is too small is a number all the same, and told as that.
    guard let count = Int(text) ?? WholeNumber.parse(text).flatMap({ Int(exactly: $0) }) else {
      throw .notACount(text)
    }
    try self.init(path: path, from: least, through: greatest, count: count)
  }

  /// The most values that one axis may have.
  package static let mostValues = 1_000_000

  static func rounded(_ value: Double) -> Double {
    Double(String(format: "%.12g", value)) ?? value
  }
}

extension SweepAxis: Equatable {
  /// Where an axis was written makes no difference to what it is.
  package static func == (a: SweepAxis, b: SweepAxis) -> Bool {
    a.path == b.path && a.values == b.values && a.labels == b.labels
  }
}
