import Tables

extension Picture {
  /// The half of the runs of a lever in which they agree more often, as `levers.csv` of runs that
  /// were there has it.
  struct LeverHalf: Sendable {
    var label: String
    /// From the least to the greatest value in that half.
    var low: Double
    var high: Double
    /// Of the share of agreements, with its 95% interval.
    var gain: (estimate: Double, low: Double, high: Double)
    /// What that half does to each toll, in words.
    var tolls: [String]
    /// Where the number stands in the scenario; empty where the label says it.
    var path = ""
  }

  /// For each lever the gain of its better half, with its interval; what that does to the tolls is
  /// told by the table and when a pointer rests on the row.
  ///
  /// - Parameters:
  ///   - base: the share of agreements of all runs.
  ///   - halves: the greatest gain first; those beyond ``mostLevers`` are left out.
  static func levers(
    base: Double, halves: [LeverHalf], in language: PictureLanguage = .english
  ) -> Picture {
    let words = language.words
    let shown = halves.prefix(mostLevers)
    let rows = shown.map { half in
      let gain = half.gain
      let figures = [
        Numerals.points(gain.estimate),
        words.intervals.text(Numerals.points(gain.low), Numerals.points(gain.high)),
      ]
      let values = words.filled(words.betterHalf, Self.short(half.low), Self.short(half.high))
      return RowChart.Row(
        label: half.label, note: values,
        lanes: [
          [
            .interval(low: gain.low * 100, high: gain.high * 100),
            .dot(gain.estimate * 100, isHollow: false),
          ]
        ],
        figures: figures,
        tip: ([RowChart.tip(named(half.label, half.path), figures), values] + half.tolls).joined(
          separator: "; "))
    }
    let ends = shown.flatMap { [$0.gain.estimate, $0.gain.low, $0.gain.high] }
    let panel = RowChart.Panel(
      scale: .around([0] + ends.map { $0 * 100 }), title: words.filled(words.gain, Numerals.percent(base)),
      rows: rows, reference: 0)
    return Picture(
      name: "levers", title: words.leverHalves,
      summary: words.filled(words.base, Numerals.percent(base)) + ". "
        + rows.map { $0.tip + "." }.joined(separator: " "), in: language,
      draw: RowChart(panels: [panel]).drawing)
  }

  /// An end of a half of values that were drawn, in two digits.
  private static func short(_ value: Double) -> String {
    Numerals.trimmed(value, Numerals.places(of: value, digits: 2))
  }
}
