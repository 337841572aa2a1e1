extension Picture {
  /// How the talks end: one bar for each ending, with 95% intervals.
  public static func endings(of content: ReportContent) -> Picture {
    let rows = content.endings.map {
      BarChart.Row(label: $0.label, estimate: $0.share, tone: tone(of: $0))
    }
    return BarChart(groups: [.init(heading: "", rows: rows)])
      .picture(name: "endings", title: "How the talks end, share of runs with 95% intervals")
  }

  /// Whose text was agreed: one bar for each mediator and each forum, with 95% intervals.
  public static func proposers(of content: ReportContent) -> Picture {
    let groups = [("Mediators", content.mediators), ("Forums", content.forums)]
      .filter { !$0.1.isEmpty }
      .map { heading, proposers in
        BarChart.Group(
          heading: heading,
          rows: proposers.map { BarChart.Row(label: $0.label, estimate: $0.agreed, tone: "full") })
      }
    return BarChart(groups: groups)
      .picture(name: "proposers", title: "Whose text is agreed, share of agreements with 95% intervals")
  }

  private static func tone(of ending: ReportContent.Ending) -> String {
    switch TextTone(ending: ending) {
    case .partialAgreement: "partial"
    case .refused: "refused"
    case .collapsed: "collapsed"
    case .exhausted: "exhausted"
    default: "full"
    }
  }
}
