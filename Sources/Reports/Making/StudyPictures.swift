import Bargaining
import Experiments
import Simulation
import Tables

/// Which pictures each study has. A command that has the result writes them beside its tables.
package enum StudyPictures {
  /// As files: `levers.svg` and its text.
  package static func files(_ pictures: [Picture]) -> [(name: String, text: String)] {
    pictures.map { (name: "\($0.name).svg", text: $0.svg) }
  }

  /// The tornado.
  package static func of(_ result: LeverResult, in language: PictureLanguage = .english) -> [Picture] {
    let labels = ScenarioLabels(result.study.scenario, language: language.tag)
    let levers = result.effects.map { effect in
      let interval = effect.gain.interval()
      let gain = effect.gain.difference ?? 0
      return Picture.Lever(
        label: effect.lever.path, best: effect.bestValue, gain: gain, gainLow: interval.lowerBound,
        gainHigh: interval.upperBound, atLowest: effect.shares.first ?? .nan,
        atHighest: effect.shares.last ?? .nan,
        tolls: effect.tolls.enumerated().compactMap { toll, mean in
          mean.difference.map { difference in
            let amount = labels.amount(difference.magnitude, of: toll)
            return "\(Label.plain(labels.toll(toll))) \(difference < 0 ? "−" : "+")\(amount)"
          }
        })
    }
    return levers.isEmpty ? [] : [.levers(base: result.baseline.share ?? 0, levers, in: language)]
  }

  /// Sobol' indices, or Morris's plane.
  package static func of(_ result: SensitivityResult, in language: PictureLanguage = .english) -> [Picture] {
    let scenario = result.study.scenario
    let effects = result.findings.compactMap { finding in
      finding.effect.map {
        Picture.Effect(
          label: scenario[finding.parameter].path, muStar: $0.muStar, low: $0.muStar - $0.muStarHalfWidth,
          high: $0.muStar + $0.muStarHalfWidth, sigma: $0.sigma)
      }
    }
    if !effects.isEmpty { return [.screening(effects, in: language)] }
    func parts(_ index: SensitivityIndex?) -> (estimate: Double, low: Double, high: Double)? {
      index.map { ($0.estimate, $0.low, $0.high) }
    }
    let indices = result.findings.map {
      Picture.Index(label: scenario[$0.parameter].path, total: parts($0.total), first: parts($0.first))
    }
    return indices.isEmpty ? [] : [.indices(indices, in: language)]
  }

  /// Paired differences of one or several comparisons.
  ///
  /// - Parameter names: what to call the second scenario of each.
  package static func of(
    _ comparisons: [ScenarioComparison], names: [String], in language: PictureLanguage = .english
  ) -> [Picture] {
    let told = zip(names, comparisons).map { name, comparison in
      (scenario: name, differences: differences(comparison, language))
    }
    return told.isEmpty ? [] : [.comparison(told, in: language)]
  }

  private static func differences(
    _ comparison: ScenarioComparison, _ language: PictureLanguage
  ) -> [Picture.Difference] {
    let words = language.words
    let labels = ScenarioLabels(comparison.first, language: language.tag)
    let limit = TimeLimit(of: comparison.first).joined(with: TimeLimit(of: comparison.second))
    let names =
      Ending.allCases.map { words.ending($0, limit) } + [words.agreementOfEitherKind, words.rounds]
      + comparison.parties.map { labels.party($0.x) } + comparison.sharedTolls.map { labels.toll($0.x) }
    let units = comparison.sharedTolls.map { comparison.first.tolls[$0.x].unit?.text(in: language.tag) ?? "" }
    let kinds: [Picture.Difference.Kind] =
      Array(repeating: .share, count: Ending.allCases.count + 1) + [.rounds]
      + comparison.parties.map { _ in .utility } + units.map { .toll(unit: $0) }
    return zip(zip(names, kinds), comparison.rows).map { named, row in
      Picture.Difference(
        label: named.0, kind: named.1, first: row.first, second: row.second, difference: row.difference,
        interval: row.interval)
    }
  }

  /// Shapley values of mediators and forums.
  ///
  /// - Parameter name: unlike any other on a page in several languages.
  package static func of(
    _ result: AnswersResult, name: String = "contributions", in language: PictureLanguage = .english
  ) -> [Picture] {
    let labels = ScenarioLabels(result.scenario, language: language.tag)
    let rows = result.contributions.map { row in
      let value = row.value
      return switch row.actor {
      case .mediator(let m):
        Picture.Contribution(
          label: labels.mediator(m), isForum: false, shapley: value.mean, low: value.low, high: value.high)
      case .forum(let f):
        Picture.Contribution(
          label: labels.forum(f), isForum: true, shapley: value.mean, low: value.low, high: value.high)
      }
    }
    return rows.isEmpty ? [] : [.contributions(name: name, rows, in: language)]
  }

  /// Lines where one number varies, a heat map where two do; nothing for other designs, in which no
  /// two sides make a plane.
  package static func of(_ result: SweepResult, in language: PictureLanguage = .english) -> [Picture] {
    let design = result.plan.design
    let axes = design.factors.compactMap { factor -> SweepAxis? in
      if case .axes(let axes) = factor.source, axes.count == 1 { axes[0] } else { nil }
    }
    guard axes.count == design.factors.count, !result.points.isEmpty else { return [] }
    func share(_ index: Int) -> ShareEstimate? {
      result.points.first { $0.index == index }.flatMap { point in
        let agreement = point.outcome.agreement
        return agreement.share.map {
          ShareEstimate(count: agreement.count, share: $0, low: agreement.low, high: agreement.high)
        }
      }
    }
    switch (axes.count, design.variants.isEmpty) {
    case (1, _): return lines(design, axes[0], share, language)
    case (2, true): return [map(axes, share, language)]
    default: return []
    }
  }

  private static func lines(
    _ design: SweepDesign, _ axis: SweepAxis, _ share: (Int) -> ShareEstimate?, _ language: PictureLanguage
  ) -> [Picture] {
    let values = axis.values.compactMap(Double.init)
    guard values.count == axis.values.count, values.allSatisfy(\.isFinite) else {
      let grid = Picture.Grid(
        across: (axis.path, axis.values.indices.map(axis.shown)),
        upwards: ("", design.variants.isEmpty ? [""] : design.variants),
        cells: (0..<max(design.variants.count, 1)).map { variant in
          axis.values.indices.map { share(variant * axis.values.count + $0) }
        })
      return [.heatMap(name: "sweep", grid: grid, in: language)]
    }
    let order = values.indices.sorted { values[$0] < values[$1] }
    let series = (0..<max(design.variants.count, 1)).map { variant in
      Picture.Curve(
        label: design.variants.isEmpty ? "" : design.variants[variant],
        points: order.compactMap { index in
          share(variant * values.count + index).map { (x: values[index], share: $0) }
        })
    }
    return [
      .curves(
        name: "sweep", title: language.words.filled(language.words.sweep, axis.path), across: axis.path,
        isShareAcross: false, series: series, in: language)
    ]
  }

  private static func map(
    _ axes: [SweepAxis], _ share: (Int) -> ShareEstimate?, _ language: PictureLanguage
  ) -> Picture {
    // Numbers from the least to the greatest, whatever their order in the file.
    func order(_ axis: SweepAxis) -> [Int] {
      let values = axis.values.compactMap(Double.init)
      return values.count == axis.values.count
        ? values.indices.sorted { values[$0] < values[$1] } : Array(axis.values.indices)
    }
    let (rows, columns) = (order(axes[0]), order(axes[1]))
    let grid = Picture.Grid(
      across: (axes[1].path, columns.map(axes[1].shown)), upwards: (axes[0].path, rows.map(axes[0].shown)),
      cells: rows.map { row in columns.map { share(row * axes[1].values.count + $0) } })
    return .heatMap(name: "sweep", grid: grid, in: language)
  }
}
