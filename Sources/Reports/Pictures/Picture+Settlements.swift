import Tables

extension Picture {
  /// How agreements settle each issue: a bar of all agreements divided by option, and its key with
  /// intervals.
  public static func settlements(of content: ReportContent) -> Picture {
    SettlementsChart(settlements: content.settlements).picture
  }
}

/// Lays out one block for each issue: heading, divided bar, key in two columns.
private struct SettlementsChart {
  let settlements: [ReportContent.Settlement]

  static let width = 700.0
  /// Options with a key and a tone of their own; the rarest beyond them are drawn together.
  static let most = 8

  /// A part of a bar.
  struct Part {
    var label: String
    var share: Double
    var figures: String
    var tone: String
  }

  var picture: Picture {
    var shapes: [Markup] = []
    var y = 0.0
    for settlement in settlements {
      let parts = Self.parts(of: settlement)
      shapes.append(
        Shapes.text(Shapes.fitted(settlement.issue, to: Self.width), x: 0, y: y + 16, class: "strong"))
      shapes += Self.bar(parts, y: y + 25)
      shapes += Self.key(parts, y: y + 25 + 24)
      y += 25 + 24 + Double((parts.count + 1) / 2) * 20 + 22
    }
    return Picture(
      name: "settlements", title: "How agreements settle each issue, share of agreements",
      summary: summary, width: Self.width, height: max(y - 12, 1), shapes: shapes)
  }

  private var summary: String {
    settlements.map { settlement in
      let options = settlement.options.filter { $0.share.count > 0 }
        .map { "\(Label.plain($0.label)) \(Numerals.estimate($0.share))" }
      return "\(Label.plain(settlement.issue)): \(options.joined(separator: ", "))."
    }.joined(separator: " ")
  }

  /// The options that occur, in the order of the scenario, from light to dark; the status quo is
  /// left blank.
  private static func parts(of settlement: ReportContent.Settlement) -> [Part] {
    let seen = settlement.options.filter { $0.share.count > 0 }
    let kept = Set(
      seen.indices.sorted { (seen[$0].share.count, $1) > (seen[$1].share.count, $0) }.prefix(most))
    let toned = seen.indices.filter { kept.contains($0) && !seen[$0].isStatusQuo }
    var parts = seen.indices.filter { kept.contains($0) }.map { index in
      let option = seen[index]
      let tone = option.isStatusQuo ? "quo" : tone(toned.firstIndex(of: index) ?? 0, of: toned.count)
      return Part(
        label: option.isStatusQuo ? option.label + " (as it was)" : option.label,
        share: option.share.share, figures: figures(of: option.share), tone: tone)
    }
    let others = seen.indices.filter { !kept.contains($0) }
    if !others.isEmpty {
      let share = others.reduce(0) { $0 + seen[$1].share.share }
      parts.append(
        Part(
          label: Numerals.counted(others.count, "other option"), share: share,
          figures: Numerals.percent(share), tone: "exhausted"))
    }
    return parts
  }

  /// Share and interval, and the range across models where there are any:
  /// `31.2% (30.3–32.1; 9.0–44.0)`.
  private static func figures(of share: ShareEstimate) -> String {
    guard let models = share.models else { return Numerals.estimate(share) }
    return "\(Numerals.percent(share.share)) (\(Numerals.interval(share)); "
      + "\(Numerals.interval(models.low, models.high)))"
  }

  /// One of six tones, spread over as many options as there are.
  private static func tone(_ position: Int, of count: Int) -> String {
    let spread = [[4], [2, 4], [1, 3, 5], [1, 2, 4, 5], [1, 2, 3, 4, 5], [1, 2, 3, 4, 5, 6]]
    let tones = spread[min(max(count, 1), 6) - 1]
    return "tone-\(tones[min(position, tones.count - 1)])"
  }

  private static func bar(_ parts: [Part], y: Double) -> [Markup] {
    var x = 0.0
    var shapes: [Markup] = []
    for part in parts {
      let length = part.share * width
      shapes.append(
        Shapes.rectangle(x: x, y: y, width: length, height: 24, class: "segment \(part.tone)"))
      if length >= 48 {
        shapes.append(
          Shapes.text(
            Numerals.percent(part.share), x: x + length / 2, y: y + 16,
            class: "middle \(inkClass(on: part.tone))"))
      }
      x += length
    }
    return shapes
  }

  private static func inkClass(on tone: String) -> String {
    switch tone {
    case "quo": "on-paper"
    case "tone-4", "tone-5", "tone-6": "on-dark"
    default: "on-light"
    }
  }

  private static func key(_ parts: [Part], y: Double) -> [Markup] {
    parts.indices.flatMap { index -> [Markup] in
      let x = index.isMultiple(of: 2) ? 0 : width / 2 + 8
      let row = y + Double(index / 2) * 20
      return [
        Shapes.rectangle(x: x, y: row + 8, width: 11, height: 11, class: "segment \(parts[index].tone)"),
        Shapes.text(Shapes.fitted(parts[index].label, to: 190), x: x + 18, y: row + 18),
        Shapes.text(parts[index].figures, x: x + width / 2 - 8, y: row + 18, class: "faint end"),
      ]
    }
  }
}
