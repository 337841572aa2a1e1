import Tables

extension HTMLReport {
  var timeSection: Markup? {
    guard !content.survival.isEmpty else { return nil }
    let time = TimeToAgreement(content)
    let losses =
      time.hasEarlyLosses
      ? " Runs that ended without agreement on the way count as cut short (right-censored)." : ""
    return section(
      "time", "How long it takes",
      [time.sentence, time.rush, content.resumption?.sentence].compactMap(\.self).map { paragraph($0) } + [
        figure(
          .survival(of: content),
          caption:
            "Share of runs in agreement, one minus the estimate of Kaplan and Meier (1958), with its 95% band."
            + losses + " Round 0 of the tables is \(Label.plain(content.roundUnit)) 1.")
      ])
  }

  var partiesSection: Markup? {
    guard !content.parties.isEmpty else { return nil }
    let rows = content.parties.map { row in
      [
        Markup.label(row.party), .label(row.measure.replacing("_", with: " ")),
        .text("\(Numerals.fixed(row.mean, 3)) ± \(Numerals.fixed(row.standardError, 3))"),
        .text(Numerals.fixed(row.deviation, 3)), .text(Numerals.fixed(row.quantiles.p05, 3)),
        .text(Numerals.fixed(row.quantiles.p50, 3)), .text(Numerals.fixed(row.quantiles.p95, 3)),
      ]
    }
    return section(
      "parties", "What each party gets",
      [
        paragraph(
          "Over all runs. Utility is how good the end is for the party, on its own scale: that of the agreement, else "
            + "what no agreement was worth to it in the end. Surplus is by how much an agreement beats that, 0 without "
            + "one; it rises as no agreement gets worse. Surplus at start is what the end is worth, carrots included, above "
            + "what no agreement was worth in the first \(Label.plain(content.roundUnit)); below 0 the party has lost by "
            + "waiting. Scales of two parties cannot be compared."),
        figure(
          .parties(of: content),
          caption:
            "Boxes from quartile to quartile, whiskers from the 5% to the 95% quantile, bar and figure at the "
            + "median, dot at the mean." + quantileError),
      ] + spaceFigures + [
        table(
          [
            .words("party"), .words("measure"), .number("mean ± s.e."), .number("s.d."), .number("5%"),
            .number("50%"), .number("95%"),
          ], rows)
      ])
  }

  private var spaceFigures: [Markup] {
    guard let space = content.utilitySpace, content.partyLabels.count == 2 else { return [] }
    return [
      figure(
        .utilitySpace(
          space, labels: content.partyLabels, in: PictureLanguage(tag: content.language)),
        caption:
          "What outcomes are worth to both at the middle of every distribution; offers are those of the first run."
      )
    ]
  }

  private var quantileError: String {
    content.quantileError.map { error in
      " Quantiles are good to \(Numerals.fixed((error * 10_000).rounded(.up) / 10_000, 4))."
    } ?? ""
  }

  var proposersSection: Markup? {
    guard content.agreements > 0, !(content.mediators + content.forums).isEmpty else { return nil }
    let rows = [("mediator", content.mediators), ("forum", content.forums)].flatMap { kind, proposers in
      proposers.map {
        [
          Markup.label($0.label), .text(kind), .text(Numerals.count($0.texts)),
          .text(Numerals.count($0.agreed.count)),
        ] + across($0.agreed)
      }
    }
    return section(
      "proposers", "Who brokered it",
      [
        figure(
          .proposers(of: content),
          caption: "Whose text was agreed and where, as a share of all agreements, with 95% intervals.")
      ] + (words.ownOffers.map { [paragraph($0)] } ?? []) + [
        table(
          [.words("name"), .words("kind"), .number("texts tabled"), .number("texts agreed")] + acrossModels,
          rows)
      ])
  }

  var zonesSection: Markup? {
    guard !content.zones.isEmpty else { return nil }
    let rows = content.zones.map { zone in
      [
        Markup.text(zone.exists ? "a zone of agreement existed" : "no zone of agreement existed"),
        .text(zone.agreed ? "agreed" : "not agreed"), .text(Numerals.count(zone.share.count)),
        .text(Numerals.percent(zone.share.share)), .text(Numerals.interval(zone.share)),
      ] + across(zone.share)
    }
    return section(
      "zones", "Was there anything to find?",
      (words.missedZones.map { [paragraph($0)] } ?? []) + [
        table(
          [.words("zone"), .words("talks"), .number("runs"), .number("share"), .number("95%")]
            + acrossModels, rows)
      ])
  }
}
