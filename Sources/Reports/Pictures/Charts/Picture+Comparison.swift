import Tables

extension Picture {
  /// What differs between two scenarios, as `comparison.csv` has it.
  package struct Difference: Sendable {
    /// What is measured, on a scale of its own kind.
    package enum Kind: Sendable, Equatable {
      case share, rounds, utility
      case toll(unit: String)
    }

    package var label: String
    package var kind: Kind
    package var first: Double
    package var second: Double
    package var difference: Double
    /// 95%; `nil` where it is not known.
    package var interval: ClosedRange<Double>?

    package init(
      label: String, kind: Kind, first: Double, second: Double, difference: Double,
      interval: ClosedRange<Double>?
    ) {
      (self.label, self.kind, self.interval) = (label, kind, interval)
      (self.first, self.second, self.difference) = (first, second, difference)
    }
  }

  /// Paired differences: for each measure how far the second scenario is from the first, with its
  /// interval; measures of one kind share a scale.
  ///
  /// - Parameters:
  ///   - name: of the file, without extension.
  ///   - comparisons: the scenarios that are compared with the first, each with what differs.
  package static func comparison(
    name: String = "comparison", _ comparisons: [(scenario: String, differences: [Difference])],
    in language: PictureLanguage = .english
  ) -> Picture {
    let words = language.words
    let panels = comparisons.flatMap { comparison in
      var kinds: [Difference.Kind] = []
      for each in comparison.differences where !kinds.contains(each.kind) { kinds.append(each.kind) }
      return kinds.enumerated().map { index, kind in
        panel(
          comparison.differences.filter { $0.kind == kind }, kind,
          heading: index == 0 ? Label.plain(comparison.scenario) : "", words)
      }
    }
    return Picture(
      name: name, title: words.comparison,
      summary: panels.flatMap { panel in
        (panel.heading.isEmpty ? [] : [panel.heading + "."]) + panel.rows.map { $0.tip + "." }
      }.joined(separator: " "), in: language, draw: RowChart(panels: panels).drawing)
  }

  private static func panel(
    _ rows: [Difference], _ kind: Difference.Kind, heading: String, _ words: PictureWords
  ) -> RowChart.Panel {
    let factor = kind == .share ? 100.0 : 1
    let ends = rows.flatMap {
      [$0.difference, $0.interval?.lowerBound, $0.interval?.upperBound].compactMap(\.self)
    }
    let title =
      switch kind {
      case .share: words.pointsDifference
      case .rounds: words.roundsDifference
      case .utility: words.utilityDifference
      case .toll(let unit): words.tollDifference + (unit.isEmpty ? "" : " (\(Label.plain(unit)))")
      }
    return RowChart.Panel(
      heading: heading, scale: .around([0] + ends.map { $0 * factor }), title: title,
      rows: rows.map { row($0, factor, words) }, reference: 0)
  }

  private static func row(_ row: Difference, _ factor: Double, _ words: PictureWords) -> RowChart.Row {
    let half = Numerals.half(from: row.interval?.lowerBound, to: row.interval?.upperBound)
    func figure(_ value: Double) -> String {
      row.kind == .share ? Numerals.points(value) : Numerals.withSign(Numerals.amount(value, within: half))
    }
    func level(_ value: Double) -> String {
      row.kind == .share ? Numerals.percent(value) : Numerals.amount(value, within: half)
    }
    let interval =
      row.interval.map { words.intervals.text(figure($0.lowerBound), figure($0.upperBound)) } ?? ""
    let figures = [figure(row.difference), interval]
    return RowChart.Row(
      label: row.label,
      lanes: [
        (row.interval.map { [.interval(low: $0.lowerBound * factor, high: $0.upperBound * factor)] } ?? [])
          + [.dot(row.difference * factor, isHollow: false)]
      ], figures: figures,
      tip: RowChart.tip(Label.plain(row.label), figures) + " (\(level(row.first)) → \(level(row.second)))")
  }
}
