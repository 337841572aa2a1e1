import Bargaining
import Simulation
import Tables

extension ScenarioComparison {
  /// What the scenarios of some comparisons are called in tables.
  package struct Naming: Sendable {
    /// The scenario that all are compared with.
    package let first: String
    /// The others, as `scenario` has them.
    package let others: [String]
    /// The same with what was set, so that one file and itself can be told apart.
    package let variants: [String]
    package let seed: UInt64

    package init(first: String, others: [String], variants: [String]? = nil, seed: UInt64) {
      self.first = first
      self.others = others
      self.variants = variants ?? others
      self.seed = seed
    }

    static let columns: [Column] = [.text("first_scenario"), .text("second_scenario"), .text("seed")]

    fileprivate func cells(_ place: Int) -> [Cell] {
      [.text(first), .text(variants[place]), .text("\(seed)")]
    }
  }

  /// The tables `comparison` (scenario, measure, first, second, difference, low, high) and
  /// `changed` (scenario, from, to, count, share, low, high, example) of one or several comparisons
  /// with the same first scenario; both end with first_scenario, second_scenario and seed.
  ///
  /// Measures: the share of each ending, of agreements, the mean rounds until the end, the mean
  /// utility of each party and toll that both have. Differences are second less first, with 95%
  /// intervals: Tango's for shares, ± 1.96 standard errors for means.
  ///
  /// Where a scenario has models, `comparison` goes on with the ranges of shares across them:
  /// first_models_low, first_models_high, second_models_low, second_models_high, and models_low and
  /// models_high of the difference, which is known where both have the same models.
  ///
  /// - Parameters:
  ///   - comparisons: in the order of the rows.
  ///   - naming: what to call the scenarios.
  package static func tables(
    of comparisons: [ScenarioComparison], naming: Naming
  ) throws(TableError) -> [Table] {
    let hasModels = comparisons.contains { !$0.first.models.isEmpty || !$0.second.models.isEmpty }
    var builder = try TableBuilder(
      "comparison",
      [
        .text("scenario"), .text("measure"), .real("first"), .real("second"), .real("difference"),
        .real("low"), .real("high"),
      ] + (hasModels ? ModelRange.columns(["first_", "second_", ""]) : []) + Naming.columns)
    var kinds = try TableBuilder(
      "changed",
      [
        .text("scenario"), .text("from"), .text("to"), .integer("count"), .real("share"), .real("low"),
        .real("high"), .integer("example"),
      ] + Naming.columns)
    for (place, comparison) in comparisons.enumerated() {
      let scenario = Cell.text(naming.others[place])
      for row in comparison.rows {
        try builder.append(
          [
            scenario, .text(row.measure), .real(row.first), .real(row.second), .real(row.difference),
            Cell(row.interval?.lowerBound), Cell(row.interval?.upperBound),
          ] + (hasModels ? ModelRange.cells([row.firstModels, row.secondModels, row.models]) : [])
            + naming.cells(place))
      }
      for change in comparison.changes {
        let share = WilsonInterval(count: change.count, total: comparison.runs)
        try kinds.append(
          [
            scenario, .text(change.from.name), .text(change.to.name), .integer(change.count),
            Cell(share.share), .real(share.low), .real(share.high), .integer(change.example),
          ] + naming.cells(place))
      }
    }
    return [builder.table, kinds.table]
  }

  /// One line of the comparison.
  package struct Row: Sendable {
    package let measure: String
    package let first: Double
    package let second: Double
    package let difference: Double
    /// 95%; `nil` for fewer than two runs.
    package let interval: ClosedRange<Double>?
    /// Whether it is a share, and may be shown in percent.
    package let isShare: Bool
    /// Of a share in the first and in the second, across models; `nil` for means and without
    /// models.
    package var firstModels: ModelRange?
    package var secondModels: ModelRange?
    /// Of the difference, across models; `nil` where the scenarios do not have the same models.
    package var models: ModelRange?
  }

  /// All lines, in the order of the table.
  package var rows: [Row] {
    let names = Ending.allCases.map { "\($0.name)_share" } + ["agreement_share"]
    let ranges = Ending.allCases.map { ending in self.ranges { $0 == ending } } + [self.ranges(\.isAgreement)]
    let shared = zip(zip(names, shares), ranges).map { named, range in
      let (name, pair) = named
      return Row(
        measure: name, first: pair.firstShare ?? 0, second: pair.secondShare ?? 0,
        difference: pair.difference ?? 0,
        interval: pair.interval(), isShare: true, firstModels: range.first, secondModels: range.second,
        models: range.difference)
    }
    let means =
      [("rounds", length)] + zip(parties, utilities).map { ("utility_\(first.parties[$0.x].name)", $1) }
      + zip(sharedTolls, tolls).map { ("toll_\(first.tolls[$0.x].name)", $1) }
    return shared
      + means.map { name, pair in
        Row(
          measure: name, first: pair.firstMean ?? 0, second: pair.secondMean ?? 0,
          difference: pair.difference ?? 0,
          interval: pair.interval(), isShare: false)
      }
  }

  /// Runs that end otherwise, by how, the most frequent first.
  package struct Change: Sendable {
    package let from: Ending
    package let to: Ending
    package let count: Int
    /// The first run of this kind.
    package let example: Int
  }

  /// All kinds of changes that occur; of equally frequent ones in the order of the endings.
  package var changes: [Change] {
    Ending.allCases.flatMap { from in
      Ending.allCases.filter { $0 != from && endings[from.rawValue][$0.rawValue] > 0 }.map { to in
        Change(
          from: from, to: to, count: endings[from.rawValue][to.rawValue],
          example: examples[from.rawValue][to.rawValue])
      }
    }.enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }.map(\.element)
  }
}
