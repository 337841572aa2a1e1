import Tables

extension Picture {
  /// How agreements settle each issue: a bar for each option with its interval; of an issue whose
  /// options are numbers, a histogram on their scale with mean and quantiles.
  public static func settlements(of content: ReportContent) -> Picture {
    settlements(of: content, in: PictureLanguage(of: content))
  }

  package static func settlements(of content: ReportContent, in language: PictureLanguage) -> Picture {
    let chart = SettlementsChart(settlements: content.settlements, words: language.words)
    return Picture(
      name: "settlements", title: language.words.settlements, summary: chart.summary, in: language,
      draw: chart.drawing)
  }
}

extension Picture {
  /// The same, each issue as a picture of its own, so that a sheet of paper may end between two.
  static func settlementParts(of content: ReportContent) -> [Picture] {
    let language = PictureLanguage(of: content)
    let chart = SettlementsChart(settlements: content.settlements, words: language.words)
    return content.settlements.indices.map { issue in
      Picture(
        name: issue == 0 ? "settlements" : "settlements-\(issue + 1)",
        title: "\(language.words.settlements): \(Label.plain(content.settlements[issue].issue))",
        summary: chart.summary(of: content.settlements[issue]), in: language
      ) { Drawing(stacking: [chart.blocks(on: $0)[issue]], on: $0) }
    }
  }
}

/// One block for each issue under its heading.
private struct SettlementsChart {
  let settlements: [ReportContent.Settlement]
  let words: PictureWords

  /// Options with a row of their own; the rarest beyond them have one together.
  static let most = 10

  var summary: String { settlements.map(summary).joined(separator: " ") }

  func summary(of settlement: ReportContent.Settlement) -> String {
    let options = settlement.options.filter { $0.share.count > 0 }
      .map { "\(Label.plain($0.label)) \(Numerals.estimate($0.share, in: words.intervals))" }
    let spread = SettlementSpread(settlement).map {
      " " + $0.words(words, unit: settlement.unit).capitalisedFirst
    }
    return "\(Label.plain(settlement.issue)): \(options.joined(separator: words.comma))."
      + (spread.map { $0 + "." } ?? "")
  }

  func drawing(on sheet: Sheet) -> Drawing { Drawing(stacking: blocks(on: sheet), on: sheet) }

  /// One for each issue.
  func blocks(on sheet: Sheet) -> [(Double) -> (shapes: [Shape], height: Double)] {
    let isNumeric = settlements.map { SettlementSpread($0) != nil }
    let lastOfRows = isNumeric.lastIndex(of: false)
    // All rows share one layout, so that their scales stand under each other.
    let rows = RowChart(
      panels: settlements.indices.filter { !isNumeric[$0] }.map {
        panel(settlements[$0], hasAxis: $0 == lastOfRows || isNumeric[min($0 + 1, isNumeric.count - 1)])
      }
    ).block(on: sheet)
    var next = rows.makeIterator()
    return settlements.map { settlement -> (Double) -> (shapes: [Shape], height: Double) in
      if let spread = SettlementSpread(settlement) {
        return { SettlementHistogram(settlement, spread, sheet).drawn(y: $0) }
      }
      return next.next() ?? { _ in ([], 0) }
    }
  }

  /// The options that occur, in the order of the scenario.
  private func panel(_ settlement: ReportContent.Settlement, hasAxis: Bool) -> RowChart.Panel {
    let seen = settlement.options.filter { $0.share.count > 0 }
    let room = seen.count > Self.most ? Self.most - 1 : Self.most
    let kept = Set(
      seen.indices.sorted { (seen[$0].share.count, $1) > (seen[$1].share.count, $0) }.prefix(room))
    var rows = seen.indices.filter { kept.contains($0) }.map { index in
      let option = seen[index]
      let label = Label.plain(option.label)
      return Picture.shareRow(
        option.isStatusQuo ? words.filled(words.asItWas, label) : label, option.share, "main",
        option.isStatusQuo ? .diagonal : .plain, words)
    }
    let others = seen.indices.filter { !kept.contains($0) }
    if !others.isEmpty {
      let share = others.reduce(0) { $0 + seen[$1].share.share }
      let label = words.filled(words.otherOptions, Numerals.count(others.count))
      rows.append(
        RowChart.Row(
          label: label, lanes: [[.bar(from: 0, to: share, class: Tone.time.name, .dots)]],
          figures: [Numerals.percent(share)], tip: "\(label): \(Numerals.percent(share))"))
    }
    return RowChart.Panel(
      heading: settlement.issue, scale: .shares(), title: words.ofAgreements, rows: rows, hasAxis: hasAxis)
  }
}

/// Where the agreements lie on the scale of a numeric issue.
struct SettlementSpread {
  let mean: Double
  /// 5%, 50% and 95%: the least value at or below which at least so many agreements lie.
  let quantiles: [Double]
  /// From the least to the greatest option of the issue.
  let range: ClosedRange<Double>

  /// `nil` where options are no numbers, or fewer than four, or nothing was agreed.
  init?(_ settlement: ReportContent.Settlement) {
    let points = settlement.options.compactMap { option in
      option.value.map { (value: $0, count: option.share.count) }
    }.sorted { $0.value < $1.value }
    let total = points.reduce(0) { $0 + $1.count }
    guard points.count == settlement.options.count, points.count >= 4, total > 0,
      let low = points.first?.value,
      let high = points.last?.value, low < high
    else { return nil }
    range = low...high
    mean = points.reduce(0) { $0 + Double($1.count) * $1.value } / Double(total)
    quantiles = [0.05, 0.5, 0.95].map { p in
      var reached = 0
      for point in points {
        reached += point.count
        // Half a run of slack, so that 95 of 100 are 95%.
        if Double(reached) >= p * Double(total) - 1e-9 * Double(total) { return point.value }
      }
      return high
    }
  }

  /// Decimals that show a hundredth of the range.
  private var places: Int {
    let length = range.upperBound - range.lowerBound
    return length >= 100 ? 0 : length >= 10 ? 1 : length >= 1 ? 2 : Numerals.places(of: length, digits: 3)
  }

  func words(_ words: PictureWords, unit: String) -> String {
    let unit = unit.isEmpty ? "" : " " + Label.plain(unit)
    return words.filled(
      words.spread, Numerals.trimmed(mean, places), Numerals.amount(quantiles[1]),
      Numerals.amount(quantiles[0]),
      Numerals.amount(quantiles[2]) + unit)
  }
}

/// The shares of the options of a numeric issue over its scale.
private struct SettlementHistogram {
  let settlement: ReportContent.Settlement
  let spread: SettlementSpread
  let sheet: Sheet

  init(_ settlement: ReportContent.Settlement, _ spread: SettlementSpread, _ sheet: Sheet) {
    (self.settlement, self.spread, self.sheet) = (settlement, spread, sheet)
  }

  func drawn(y top: Double) -> (shapes: [Shape], height: Double) {
    let words = sheet.words
    let heading = sheet.heading(settlement.issue, y: top + 4)
    let text = sheet.lines(
      spread.words(words, unit: settlement.unit), x: 0, y: top + 4 + heading.height, width: sheet.width,
      class: "faint")
    let seen = settlement.options.filter { $0.share.count > 0 }
    let length = spread.range.upperBound - spread.range.lowerBound
    // Half a bar more at either end.
    let margin = length * 0.04
    var plot = Plot(
      on: sheet,
      across: .exactly(spread.range.lowerBound - margin...spread.range.upperBound + margin, most: 10),
      Label.plain(
        settlement.unit.isEmpty
          ? settlement.issue : "\(settlement.issue)\(sheet.words.comma)\(settlement.unit)"),
      upwards: .around([0] + seen.map(\.share.high), isShare: true, most: 4), words.ofAgreements,
      top: top + 2 + heading.height + text.height, height: 120, lane: 14)
    let values = settlement.options.compactMap(\.value).sorted()
    // The options themselves, while they are few.
    if values.count <= 24 { plot.marked = values.map { (value: $0, label: Numerals.amount($0)) } }
    let gap = zip(values, values.dropFirst()).map { $1 - $0 }.filter { $0 > 0 }.min() ?? length
    let width = min(max(plot.x(plot.across.from + gap) - plot.x(plot.across.from) - 3, 1.5), 34)
    let bars = seen.map { option -> Shape in
      let x = plot.x(option.value ?? 0)
      let (low, high) = (plot.y(option.share.low), plot.y(option.share.high))
      return .told(
        "\(Label.plain(option.label)): \(Numerals.estimate(option.share, in: words.intervals))",
        [
          .textured(
            .rectangle(
              x: x - width / 2, y: plot.y(option.share.share), width: width,
              height: plot.lower - plot.y(option.share.share), class: "main"),
            option.isStatusQuo ? .diagonal : .plain)
        ] + (width >= 8 ? Shape.interval(from: low, to: high, x: x, cap: min(4, width / 3)) : []))
    }
    return (heading.shapes + text.shapes + plot.axes + bars + marks(plot), plot.bottom - top + 12)
  }

  /// Above the bars: from the 5% to the 95% quantile, a stroke at the median and a dot at the mean.
  private func marks(_ plot: Plot) -> [Shape] {
    let y = plot.upper - 10
    let q = spread.quantiles.map(plot.x)
    return [
      .told(
        spread.words(sheet.words, unit: settlement.unit),
        Shape.interval(from: q[0], to: q[2], y: y) + [
          .rectangle(x: q[1] - 1.5, y: y - 6, width: 3, height: 12, class: "main"),
          .circle(x: plot.x(spread.mean), y: y, radius: 3.5, class: "mean"),
        ])
    ]
  }
}
