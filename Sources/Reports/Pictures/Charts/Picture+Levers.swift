import Tables

extension Picture {
  /// What moving one number does, as `levers.csv` has it.
  package struct Lever: Sendable {
    package var label: String
    /// The value that gains most.
    package var best: Double
    package var gain: Double
    package var gainLow: Double
    package var gainHigh: Double
    /// The share of agreements at the least and at the greatest value that was tried.
    package var atLowest: Double
    package var atHighest: Double
    /// What the best value does to each toll, in words: `deaths -1,200 people`.
    package var tolls: [String]
    /// Where the number stands in the scenario; empty where the label says it.
    package var path: String

    package init(
      label: String, best: Double, gain: Double, gainLow: Double, gainHigh: Double, atLowest: Double,
      atHighest: Double, tolls: [String], path: String = ""
    ) {
      self.path = path
      (self.label, self.best, self.tolls) = (label, best, tolls)
      (self.gain, self.gainLow, self.gainHigh) = (gain, gainLow, gainHigh)
      (self.atLowest, self.atHighest) = (atLowest, atHighest)
    }
  }

  /// Levers that a picture shows at most.
  package static let mostLevers = 15

  /// A tornado: for each lever how far the share of agreements goes to either side of what it is
  /// (bars, at the least and at the greatest value), and the gain at the best value with its
  /// interval, with what that does to the tolls.
  ///
  /// - Parameters:
  ///   - base: the share of agreements as it is.
  ///   - levers: the greatest gain first; those beyond ``mostLevers`` are left out.
  package static func levers(
    base: Double, _ levers: [Lever], in language: PictureLanguage = .english
  ) -> Picture {
    let words = language.words
    let shown = levers.prefix(mostLevers)
    let ends = shown.flatMap { [$0.atLowest - base, $0.atHighest - base, $0.gainLow, $0.gainHigh] }
    let rows = shown.map { lever in
      let figures = [
        Numerals.points(lever.gain),
        words.intervals.text(Numerals.points(lever.gainLow), Numerals.points(lever.gainHigh)),
      ]
      let best = words.filled(words.best, Numerals.brief(lever.best))
      return RowChart.Row(
        label: lever.label, note: ([best] + lever.tolls).joined(separator: " · "),
        lanes: [
          [
            .bar(from: 0, to: (lever.atLowest - base) * 100, class: Tone.time.name, .diagonal),
            .bar(from: 0, to: (lever.atHighest - base) * 100, class: "main", .plain),
          ],
          [
            .interval(low: lever.gainLow * 100, high: lever.gainHigh * 100),
            .dot(lever.gain * 100, isHollow: false),
          ],
        ],
        figures: figures,
        tip: ([RowChart.tip(named(lever.label, lever.path), figures), best] + lever.tolls
          + [
            "\(words.lowest) \(Numerals.percent(lever.atLowest))",
            "\(words.highest) \(Numerals.percent(lever.atHighest))",
          ]).joined(separator: "; "))
    }
    let scale = Scale.around([0] + ends.map { $0 * 100 })
    let panel = RowChart.Panel(
      scale: scale, title: words.filled(words.gain, Numerals.percent(base)), rows: Array(rows), reference: 0)
    return Picture(
      name: "levers", title: words.levers,
      summary: words.filled(words.base, Numerals.percent(base)) + ". "
        + rows.map { $0.tip + "." }.joined(separator: " "), in: language
    ) { sheet in
      let key = Key(entries: [
        .init(label: words.lowest) { x, y in
          [.textured(.rectangle(x: x, y: y, width: 22, height: 12, class: Tone.time.name), .diagonal)]
        },
        .init(label: words.highest) { x, y in
          [.rectangle(x: x, y: y, width: 22, height: 12, class: "main")]
        },
        .init(label: words.bestValue) { x, y in
          Shape.interval(from: x, to: x + 22, y: y + 6) + [
            .circle(x: x + 11, y: y + 6, radius: 4.5, class: "main")
          ]
        },
      ])
      return Drawing(
        stacking: [{ key.drawn(on: sheet, y: $0) }, { _ in ([], 8) }]
          + RowChart(panels: [panel]).block(on: sheet), on: sheet)
    }
  }
}
