import Simulation
import Tables

extension HTMLReport {
  var endingsSection: Markup? {
    section(
      "endings", "How the talks end",
      [
        figure(
          .endings(of: content),
          caption:
            "Share of \(Numerals.counted(content.runs, "run")); the whiskers are 95% intervals (Wilson 1927)."
        )
      ] + courseFigures + modelsOfEndings)
  }

  /// How they come about over time, and whether the shares have settled.
  private var courseFigures: [Markup] {
    let course =
      content.course.isEmpty
      ? []
      : [
        figure(
          .course(of: content),
          caption:
            "Share of runs that had ended by then, agreements below, and above them failures by their causes."
        )
      ]
    let convergence =
      content.convergence.count < 2
      ? []
      : [
        figure(
          .convergence(of: content),
          caption: "Share of agreements of the first so many runs, with 95% intervals (Wilson 1927).")
      ]
    return course + convergence
  }

  var packagesSection: Markup? {
    guard content.agreements > 0 else {
      return section("packages", "What is agreed", [paragraph("No run ended in an agreement.")])
    }
    guard !content.packages.isEmpty else { return nil }
    let rows = content.packages.enumerated().map { index, package in
      [
        Markup.text("\(index + 1)"), .text(Numerals.percent(package.share.share)),
        .text(Numerals.interval(package.share)),
      ] + across(package.share) + [terms(of: package), .text(words.together(index + 1))]
    }
    return section(
      "packages", "What is agreed",
      [
        paragraph(
          "The most frequent packages, of \(Numerals.counted(content.agreements, "agreement")); only what moves from "
            + "the status quo is named."),
        figure(
          .packages(of: content),
          caption: "Each column is an agreement; filled is what differs from the most frequent one."),
        table(
          [.number(""), .number("share"), .number("95%")] + acrossModels
            + [.words("terms"), .number("together")], rows),
      ])
  }

  private func terms(of package: ReportContent.Package) -> Markup {
    let moved = package.moved.map { term in
      Markup.tag(
        "li", [:],
        [
          .tag("span", ["class": "issue"], [.label(term.issue), .text(": ")]),
          .label(term.option),
        ])
    }
    let unmoved = package.terms.filter { !$0.isMoved }
    guard !unmoved.isEmpty else { return .tag("ul", ["class": "terms"], moved) }
    let names = unmoved.enumerated().flatMap { index, term in
      (index == 0 ? [] : [Markup.text(", ")]) + [.label(term.issue)]
    }
    return .tag(
      "ul", ["class": "terms"],
      moved + [.tag("li", ["class": "quiet"], [.text("as it was: ")] + names)])
  }

  var settlementsSection: Markup? {
    guard content.agreements > 0, !content.settlements.isEmpty else { return nil }
    return section(
      "terms", "The terms, issue by issue",
      [
        figure(
          .settlements(of: content),
          caption:
            "Share of agreements that settle the issue so, with 95% intervals; options in the order of the "
            + "scenario. Options that no agreement chose are left out."
            + (content.models.isEmpty ? "" : " After the interval stands the range across models."))
      ])
  }

  var efficiencySection: Markup? {
    guard let efficiency = content.efficiency, let average = words.efficiency else { return nil }
    let rows = AgreementMeasure.allCases.compactMap { measure in
      efficiency.measures[measure].map {
        [
          Markup.text(MeasureWords(measure).label),
          .text("\(Numerals.fixed($0.mean, 3)) ± \(Numerals.fixed($0.standardError, 3))"),
          .text(Numerals.fixed($0.quantiles.p05, 3)), .text(Numerals.fixed($0.quantiles.p50, 3)),
          .text(Numerals.fixed($0.quantiles.p95, 3)),
        ]
      }
    }
    let definitions = Enumeration.clauses(AgreementMeasure.allCases.map { MeasureWords($0).definition })
    let basis =
      " Over \(Numerals.counted(efficiency.agreements, "agreement")), each held against all that its run allowed: "
      + "\(definitions)."
    return section(
      "efficiency", "How good it is",
      [
        paragraph(average + (efficiency.agreements > 0 ? basis : "")),
        table(
          [.words("measure"), .number("mean ± s.e."), .number("5%"), .number("50%"), .number("95%")], rows),
      ])
  }
}
