import Scenarios
import Tables

/// What varies together in a design: one axis, several axes that go hand in hand, or ranges sampled
/// as one.
package struct SweepFactor: Sendable {
  /// Where the values of a factor come from.
  package enum Source: Sendable, Equatable {
    /// Axes of equally many values, taken in step.
    case axes([SweepAxis])
    /// Ranges, and the rule by which their points are chosen.
    case sample([SweepRange], SweepSampling)
  }

  package let source: Source
  /// How many combinations of values it has.
  package let count: Int
  /// One for each value of a combination.
  package let paths: [String]
  private let points: (any UnitDesign)?

  /// A factor of one axis, or of several that are taken in step.
  package init(_ axes: [SweepAxis]) throws(SweepDesignFault) {
    guard let first = axes.first else { throw .noAxes }
    for axis in axes where axis.values.count != first.values.count {
      throw .unequalLengths(first.path, first.values.count, axis.path, axis.values.count)
    }
    source = .axes(axes)
    count = first.values.count
    paths = axes.map(\.path)
    points = nil
  }

  /// A factor of ranges that are sampled.
  ///
  /// - Parameters:
  ///   - ranges: at least one.
  ///   - sampling: how many points, and by which rule.
  ///   - seed: that of the sweep.
  package init(sampling ranges: [SweepRange], by sampling: SweepSampling, seed: UInt64)
    throws(SweepDesignFault)
  {
    guard !ranges.isEmpty else { throw .noRanges(sampling.text) }
    let design: any UnitDesign
    do {
      design = try sampling.design(dimensions: ranges.count, seed: seed)
    } catch {
      throw .unitDesign(error)
    }
    source = .sample(ranges, sampling)
    count = design.count
    paths = ranges.map(\.path)
    points = design
  }

  /// The values of a combination, 0 ..< ``count``, one for each path.
  package func values(at level: Int) -> [String] {
    switch source {
    case .axes(let axes): axes.map { $0.values[level] }
    case .sample(let ranges, _): zip(ranges, points?[level] ?? []).map { $0.value(at: $1) }
    }
  }

  /// The same as the table shows them.
  package func shown(at level: Int) -> [String] {
    switch source {
    case .axes(let axes): axes.map { $0.shown(level) }
    case .sample: values(at: level)
    }
  }

  /// What a table keeps of each path: numbers where everything shown is one.
  package var columnKinds: [ColumnKind] {
    switch source {
    case .axes(let axes):
      axes.map { axis in
        let shown = axis.labels.isEmpty ? axis.values : axis.labels
        if shown.allSatisfy({ Int($0) != nil }) { return .integer }
        return shown.allSatisfy { Double($0)?.isFinite ?? false } ? .real : .text
      }
    case .sample(let ranges, _): ranges.map { _ in .real }
    }
  }

  /// The same as settings of the scenario.
  func settings(at level: Int) -> [ScenarioSetting] {
    zip(paths, values(at: level)).enumerated().map { index, setting in
      let place: ScenarioSetting.Place? =
        switch source {
        case .axes(let axes): axes[index].places.isEmpty ? nil : axes[index].places[level]
        case .sample(let ranges, _): ranges[index].place
        }
      return place.map { ScenarioSetting(path: setting.0, value: setting.1, place: $0) }
        ?? ScenarioSetting(path: setting.0, value: setting.1, origin: "--vary")
    }
  }

  /// Settings that show every value of the factor at least once, or of a range both ends: what is
  /// looked at before a sweep begins, the first combination aside.
  func settingsToCheck() -> [[ScenarioSetting]] {
    switch source {
    case .axes: (1..<count).map { settings(at: $0) }
    case .sample(let ranges, _):
      [0.0, 1.0].map { end in
        ranges.map { range in
          range.place.map { ScenarioSetting(path: range.path, value: range.value(at: end), place: $0) }
            ?? ScenarioSetting(path: range.path, value: range.value(at: end), origin: "--vary")
        }
      }
    }
  }
}

extension SweepFactor: Equatable {
  /// Factors of the same source have the same values under one seed.
  package static func == (a: SweepFactor, b: SweepFactor) -> Bool { a.source == b.source }
}
