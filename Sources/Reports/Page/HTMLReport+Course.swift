import Tables

extension HTMLReport {
  var timeSection: Markup? {
    guard !content.survival.isEmpty else { return nil }
    return section(
      .time,
      words.timing(content).map { layout.paragraph($0) } + [
        exhibit(
          .survival(of: content),
          words.survivalCaption(
            hasLosses: TimeToAgreement(content).hasEarlyLosses, unit: content.roundUnit), "rounds")
      ])
  }

  var partiesSection: Markup? {
    guard !content.parties.isEmpty else { return nil }
    let rows = content.toldParties.map { row in
      [
        Markup.label(row.party), .label(words.partyMeasure(row.measure)),
        figure("\(Numerals.fixed(row.mean, 3)) ± \(Numerals.fixed(row.standardError, 3))"),
        figure(Numerals.fixed(row.deviation, 3)), figure(Numerals.fixed(row.quantiles.p05, 3)),
        figure(Numerals.fixed(row.quantiles.p50, 3)), figure(Numerals.fixed(row.quantiles.p95, 3)),
      ]
    }
    return section(
      .parties,
      [
        layout.paragraph(
          words.partiesNote(unit: content.roundUnit)
            + (content.toldParties.count < content.parties.count
              ? " " + words.sameSurplus : "")),
        exhibit(.parties(of: content), words.partiesCaption(quantileError: content.quantileError), "parties"),
      ] + spaceExhibits + [
        layout.table(
          words.heading(.parties),
          [
            .words(words.column("party")), .words(words.column("measure")),
            .number(words.column("mean_error")), .number(words.column("sd")), .number("5%"),
            .number("50%"), .number("95%"),
          ], rows)
      ])
  }

  /// What outcomes are worth to both, where there are two parties.
  private var spaceExhibits: [Markup] {
    guard let picture = Picture.utilitySpace(of: content) else { return [] }
    return [exhibit(picture, words.spaceCaption, "utility_space")]
  }

  var proposersSection: Markup? {
    guard content.agreements > 0, !(content.mediators + content.forums).isEmpty else { return nil }
    let rows = [(words.mediator, content.mediators), (words.forum, content.forums)].flatMap {
      kind, proposers in
      proposers.map {
        [
          Markup.label($0.label), .text(kind), .text(Numerals.count($0.texts)),
          .text(Numerals.count($0.agreed.count)),
        ] + across($0.agreed)
      }
    }
    return section(
      .proposers,
      [exhibit(.proposers(of: content), words.proposersCaption, "mediators")]
        + (words.ownOffers(content).map { [layout.paragraph($0)] } ?? []) + [
          layout.table(
            words.heading(.proposers),
            [
              .words(words.column("name")), .words(words.column("kind")), .number(words.column("texts")),
              .number(words.column("agreements")),
            ] + acrossModels, rows)
        ])
  }

  var zonesSection: Markup? {
    guard !content.zones.isEmpty else { return nil }
    let rows = content.zones.map { zone in
      [
        Markup.text(words.zone(exists: zone.exists)), .text(words.talks(agreed: zone.agreed)),
        .text(Numerals.count(zone.share.count)), .text(Numerals.percent(zone.share.share)),
        interval(zone.share),
      ] + across(zone.share)
    }
    return section(
      .zones,
      (words.missedZones(content).map { [layout.paragraph($0)] } ?? []) + [
        layout.table(
          words.heading(.zones),
          [
            .words(words.column("zone")), .words(words.column("agreement")), .number(words.column("runs")),
            .number(words.column("share")), .number("95%"),
          ] + acrossModels, rows)
      ])
  }
}
