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
      let title = title(of: name, words)
      return RowChart.Panel(
        heading: title,
        scale: .around([0] + rows.flatMap { [$0.quantiles.p05, $0.quantiles.p95, $0.mean] }), title: title,
        rows: rows.map { row($0, words) })
    }
    return Picture(
      name: "parties", title: words.parties,
      summary: content.toldParties.map {
        "\(title(of: $0.measure, words)): \(row($0, words).tip)."
      }.joined(separator: " "), in: language, draw: RowChart(panels: panels).drawing)
  }

  private static func title(of measure: String, _ words: PictureWords) -> String {
    switch measure {
    case "utility": words.utility
    case "surplus": words.surplus
    case "surplus_at_start": words.surplusAtStart
    default: measure.replacing("_", with: " ")
    }
  }

  private static func row(_ measure: ReportContent.PartyMeasure, _ words: PictureWords) -> RowChart.Row {
    let q = measure.quantiles
    let span: (String, String) -> String = words.intervals.text
    let figures = [Numerals.fixed(q.p50, 3), span(Numerals.fixed(q.p05, 2), Numerals.fixed(q.p95, 2))]
    return RowChart.Row(
      label: measure.party, lanes: [[.box(q, mean: measure.mean)]], figures: figures,
      tip: "\(Label.plain(measure.party)): 50% \(Numerals.fixed(q.p50, 3)), "
        + "\(span("25%", "75%")): \(span(Numerals.fixed(q.p25, 3), Numerals.fixed(q.p75, 3))), "
        + "\(span("5%", "95%")): \(span(Numerals.fixed(q.p05, 3), Numerals.fixed(q.p95, 3))), "
        + "⌀ \(Numerals.fixed(measure.mean, 3))"
    )
  }
}
