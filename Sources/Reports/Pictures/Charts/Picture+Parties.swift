import Tables

extension Picture {
  /// What each party gets: for each measure a panel, for each party a box from quartile to
  /// quartile, whiskers from the 5% to the 95% quantile, a bar at the median and a dot at the mean
  /// (Tukey 1977, *Exploratory Data Analysis*, with quantiles for the whiskers).
  public static func parties(of content: ReportContent) -> Picture {
    parties(of: content, in: PictureLanguage(of: content))
  }

  package static func parties(of content: ReportContent, in language: PictureLanguage) -> Picture {
    let words = language.words
    var names: [String] = []
    for row in content.toldParties where !names.contains(row.measure) { names.append(row.measure) }
    let panels = names.map { name in
      let rows = content.parties.filter { $0.measure == name }
      let title =
        switch name {
        case "utility": words.utility
        case "surplus": words.surplus
        case "surplus_at_start": words.surplusAtStart
        default: name.replacing("_", with: " ")
        }
      return RowChart.Panel(
        heading: title,
        scale: .around([0] + rows.flatMap { [$0.quantiles.p05, $0.quantiles.p95, $0.mean] }), title: title,
        rows: rows.map { row($0) })
    }
    return Picture(
      name: "parties", title: words.parties,
      summary: content.toldParties.map {
        "\(Label.plain($0.party)), \($0.measure): median \(Numerals.fixed($0.quantiles.p50, 3)), "
          + "quartiles \(Numerals.fixed($0.quantiles.p25, 3)) and \(Numerals.fixed($0.quantiles.p75, 3)), "
          + "5% to 95% \(Numerals.fixed($0.quantiles.p05, 3)) to \(Numerals.fixed($0.quantiles.p95, 3)), "
          + "mean \(Numerals.fixed($0.mean, 3))."
      }.joined(separator: " "), in: language, draw: RowChart(panels: panels).drawing)
  }

  private static func row(_ measure: ReportContent.PartyMeasure) -> RowChart.Row {
    let q = measure.quantiles
    let figures = [Numerals.fixed(q.p50, 3), "\(Numerals.fixed(q.p05, 2))–\(Numerals.fixed(q.p95, 2))"]
    return RowChart.Row(
      label: measure.party, lanes: [[.box(q, mean: measure.mean)]], figures: figures,
      tip: "\(Label.plain(measure.party)): 50% \(Numerals.fixed(q.p50, 3)), "
        + "25–75% \(Numerals.fixed(q.p25, 3)) – \(Numerals.fixed(q.p75, 3)), "
        + "5–95% \(Numerals.fixed(q.p05, 3)) – \(Numerals.fixed(q.p95, 3)), ⌀ \(Numerals.fixed(measure.mean, 3))"
    )
  }
}
