import Tables

extension Picture {
  /// How the talks end: one bar for each ending, with 95% intervals.
  public static func endings(of content: ReportContent) -> Picture {
    endings(of: content, in: PictureLanguage(of: content))
  }

  package static func endings(of content: ReportContent, in language: PictureLanguage) -> Picture {
    let words = language.words
    let rows = content.endings.map { ending in
      shareRow(ending.label, ending.share, tone(of: ending).name, .plain, words)
    }
    let chart = RowChart(panels: [.init(scale: .shares(), title: words.ofRuns, rows: rows)])
    return Picture(
      name: "endings", title: words.endings,
      summary: summary(of: [("", content.endings.map { ($0.label, $0.share) })], words),
      in: language, draw: chart.drawing)
  }

  /// Whose text was agreed: one bar for each mediator and each forum, with 95% intervals.
  public static func proposers(of content: ReportContent) -> Picture {
    proposers(of: content, in: PictureLanguage(of: content))
  }

  package static func proposers(of content: ReportContent, in language: PictureLanguage) -> Picture {
    let words = language.words
    let groups = [(words.mediators, content.mediators), (words.forums, content.forums)]
      .filter { !$0.1.isEmpty }
    let panels = groups.enumerated().map { index, group in
      RowChart.Panel(
        heading: group.0, scale: .shares(), title: words.ofAgreements,
        rows: group.1.map { shareRow($0.label, $0.agreed, "main", .plain, words) },
        hasAxis: index == groups.count - 1)
    }
    return Picture(
      name: "proposers", title: words.proposers,
      summary: summary(of: groups.map { ($0.0, $0.1.map { ($0.label, $0.agreed) }) }, words), in: language,
      draw: RowChart(panels: panels).drawing)
  }

  /// A bar from 0 to a share, with its interval in figures too.
  static func shareRow(
    _ label: String, _ estimate: ShareEstimate, _ name: String, _ texture: Texture, _ words: PictureWords
  ) -> RowChart.Row {
    var figures = [Numerals.percent(estimate.share), Numerals.interval(estimate, in: words.intervals)]
    if let models = estimate.models { figures.append(Numerals.interval(models, in: words.intervals)) }
    return RowChart.Row(
      label: label,
      lanes: [
        [
          .bar(from: 0, to: estimate.share, class: name, texture),
          .interval(low: estimate.low, high: estimate.high),
        ]
      ],
      figures: figures, tip: "\(Label.plain(label)): \(Numerals.estimate(estimate, in: words.intervals))")
  }

  /// All shares of some groups in sentences.
  static func summary(
    of groups: [(heading: String, rows: [(label: String, share: ShareEstimate)])], _ words: PictureWords
  ) -> String {
    groups.map { group in
      let rows = group.rows.map {
        "\(Label.plain($0.label)) \(Numerals.estimate($0.share, in: words.intervals))"
      }
      return (group.heading.isEmpty ? "" : Label.plain(group.heading) + ": ")
        + rows.joined(separator: words.comma)
        + "."
    }.joined(separator: " ")
  }

  static func tone(of ending: ReportContent.Ending) -> Tone {
    switch TextTone(ending: ending) {
    case .partialAgreement: .partial
    case .refused: .home
    case .collapsed: .breakdown
    case .exhausted: .time
    default: .full
    }
  }
}
