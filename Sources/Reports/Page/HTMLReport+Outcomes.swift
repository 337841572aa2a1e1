import Simulation
import Tables

extension HTMLReport {
  var endingsSection: Markup? {
    let rows = content.endings.map { ending in
      [
        Markup.label(ending.label), .text(Numerals.count(ending.share.count)),
        .text(Numerals.percent(ending.share.share)), interval(ending.share),
      ] + across(ending.share)
    }
    return section(
      .endings,
      [
        layout.table(
          words.heading(.endings),
          [
            .words(words.column("ending")), .number(words.column("runs")), .number(words.column("share")),
            .number("95%"),
          ] + acrossModels, rows)
      ] + courseExhibits + modelsOfEndings)
  }

  /// How they come about over time, and whether the shares have settled.
  private var courseExhibits: [Markup] {
    (content.course.isEmpty ? [] : [exhibit(.course(of: content), words.courseCaption, "ending_times")])
      + (content.convergence.count < 2
        ? [] : [exhibit(.convergence(of: content), words.convergenceCaption, "convergence")])
  }

  var packagesSection: Markup? {
    guard content.agreements > 0 else {
      return section(.packages, [layout.paragraph(words.noAgreement)])
    }
    guard !content.packages.isEmpty else { return nil }
    let plain = PlainWords(content)
    let rows = content.packages.enumerated().map { index, package in
      [
        Markup.text("\(index + 1)"), .text(Numerals.percent(package.share.share)), interval(package.share),
      ] + across(package.share) + [terms(of: package), .text(plain.together(index + 1))]
    }
    return section(
      .packages,
      [
        layout.paragraph(words.packagesNote(content.agreements)),
        layout.exhibit(
          Picture.packageParts(of: content), title: PictureLanguage(of: content).words.packages,
          caption: words.packagesCaption, extra.tables["packages"]),
        layout.table(
          words.heading(.packages),
          [.number(words.column("rank")), .number(words.column("share")), .number("95%")] + acrossModels
            + [.words(words.column("terms")), .number(words.column("together"))], rows),
      ])
  }

  private func terms(of package: ReportContent.Package) -> Markup {
    PageTerms.markup(package.terms, words)
  }

  var settlementsSection: Markup? {
    guard content.agreements > 0, !content.settlements.isEmpty else { return nil }
    return section(
      .terms,
      [
        layout.exhibit(
          Picture.settlementParts(of: content), title: PictureLanguage(of: content).words.settlements,
          caption: words.termsCaption(hasModels: !content.models.isEmpty), extra.tables["settlements"])
      ])
  }

  var efficiencySection: Markup? {
    guard let efficiency = content.efficiency, let average = words.efficiency(content) else { return nil }
    let rows = AgreementMeasure.allCases.compactMap { measure in
      efficiency.measures[measure].map {
        [
          Markup.text(words.measure(measure)),
          figure("\(Numerals.fixed($0.mean, 3)) ± \(Numerals.fixed($0.standardError, 3))"),
          figure(Numerals.fixed($0.quantiles.p05, 3)), figure(Numerals.fixed($0.quantiles.p50, 3)),
          figure(Numerals.fixed($0.quantiles.p95, 3)),
        ]
      }
    }
    return section(
      .efficiency,
      [
        layout.paragraph(
          average
            + (efficiency.agreements > 0 ? " " + words.efficiencyBasis(efficiency.agreements) : "")),
        layout.table(
          words.heading(.efficiency),
          [
            .words(words.column("measure")), .number(words.column("mean_error")), .number("5%"),
            .number("50%"), .number("95%"),
          ],
          rows),
      ])
  }
}

/// The terms of a text: what moves from the status quo, then what stays as it was.
enum PageTerms {
  static func markup(_ terms: [ReportContent.Term], _ words: any PageWords) -> Markup {
    let moved = terms.filter(\.isMoved).map { term in
      Markup.tag(
        "li", [:],
        [
          .tag("span", ["class": "issue"], [.label(term.issue), .text(": ")]),
          .label(term.option),
        ])
    }
    let unmoved = terms.filter { !$0.isMoved }
    guard !unmoved.isEmpty else { return .tag("ul", ["class": "terms"], moved) }
    let names = unmoved.enumerated().flatMap { index, term in
      (index == 0 ? [] : [Markup.text(words.comma)]) + [.label(term.issue)]
    }
    return .tag(
      "ul", ["class": "terms"], moved + [.tag("li", ["class": "quiet"], [.text(words.asItWas)] + names)])
  }
}
