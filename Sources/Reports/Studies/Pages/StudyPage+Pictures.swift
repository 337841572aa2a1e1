import Bargaining
import Tables

/// The pictures of studies, of their tables.
extension StudyPage {
  /// Of the words inside pictures.
  var pictureLanguage: PictureLanguage { PictureLanguage(tag: language.rawValue, digits: source.digits) }

  /// The picture of the study; `nil` where it has none.
  var picture: Picture? {
    switch source.manifest.command {
    case "levers": leversPicture
    case "sensitivity": sensitivityPicture
    case "compare": comparisonPicture
    case "sweep", "merge": sweepPicture
    default: nil
    }
  }

  /// The tornado; of runs that were there, in which no lever was moved, the better halves.
  var leversPicture: Picture? {
    let rows = source.rows("levers")
    guard let table = source["levers"], let base = rows.first?.real("base_share") else { return nil }
    let tolls = table.columns.map(\.name).filter { $0.hasPrefix("toll_") }
    guard table["share_at_lowest"] != nil else { return halves(rows, base: base, tolls) }
    return .levers(
      base: base,
      rows.map { row in
        let gain = row.real("gain") ?? 0
        return Picture.Lever(
          label: number(row.text("lever")), best: row.real("best") ?? 0, gain: gain,
          gainLow: row.real("gain_low") ?? gain, gainHigh: row.real("gain_high") ?? gain,
          atLowest: row.real("share_at_lowest") ?? base, atHighest: row.real("share_at_highest") ?? base,
          tolls: tolls.compactMap { told(row.real($0), toll: String($0.dropFirst("toll_".count))) },
          path: row.text("lever"))
      }, in: pictureLanguage)
  }

  private func halves(_ rows: [TableRows.Row], base: Double, _ tolls: [String]) -> Picture? {
    let halves = rows.compactMap { row -> Picture.LeverHalf? in
      guard let low = row.real("value_low"), let high = row.real("value_high"),
        let gain = row.difference("gain", "gain_low", "gain_high")
      else { return nil }
      return Picture.LeverHalf(
        label: number(row.text("lever")), low: low, high: high, gain: (gain.value, gain.low, gain.high),
        tolls: tolls.compactMap { told(row.real($0), toll: String($0.dropFirst("toll_".count))) },
        path: row.text("lever"))
    }
    return halves.isEmpty ? nil : .levers(base: base, halves: halves, in: pictureLanguage)
  }

  /// By how much of a toll more or less.
  private func told(_ difference: Double?, toll name: String) -> String? {
    guard let difference, let toll = source.scenario?.tolls.firstIndex(where: { $0.name == name }),
      let labels
    else { return nil }
    let sign = difference < 0 ? "-" : "+"
    return "\(Label.plain(labels.toll(toll))) \(sign)\(labels.amount(difference.magnitude, of: toll))"
  }

  /// Sobol' indices, those of runs that were there, or Morris's plane.
  var sensitivityPicture: Picture? {
    guard let table = source["sensitivity"], table.rowCount > 0 else { return nil }
    let rows = source.rows("sensitivity")
    if table["mu_star"] != nil {
      let effects = rows.compactMap { row in
        row.difference("mu_star", "mu_star_low", "mu_star_high").map {
          Picture.Effect(
            label: number(row.text("parameter")), muStar: $0.value, low: $0.low, high: $0.high,
            sigma: row.real("sigma") ?? 0, path: row.text("parameter"))
        }
      }
      return effects.isEmpty ? nil : .screening(effects, in: pictureLanguage)
    }
    guard table["total"] != nil else {
      return .indices(
        rows.map { row in
          .init(
            label: number(row.text("parameter")), total: nil,
            first: row.difference("share", "low", "high").map(\.withinShares),
            path: row.text("parameter"))
        }, in: pictureLanguage)
    }
    func index(_ row: TableRows.Row, _ name: String) -> (estimate: Double, low: Double, high: Double)? {
      row.difference(name, "\(name)_low", "\(name)_high").map(\.withinShares)
    }
    return .indices(
      rows.map {
        .init(
          label: number($0.text("parameter")), total: index($0, "total"), first: index($0, "first"),
          path: $0.text("parameter"))
      },
      in: pictureLanguage)
  }

  /// What mediators and forums bring.
  var contributionsPicture: Picture? {
    let rows = source.rows("contributions").compactMap { row in
      row.difference("shapley", "low", "high").map {
        let isForum = row.text("kind") == "forum"
        return Picture.Contribution(
          label: proposer(row.text("actor"), isForum: isForum), isForum: isForum, shapley: $0.value,
          low: $0.low, high: $0.high)
      }
    }
    return rows.isEmpty ? nil : .contributions(rows, in: pictureLanguage)
  }

  private func proposer(_ name: String, isForum: Bool) -> String {
    guard let scenario = source.scenario, let labels else { return name }
    return isForum
      ? scenario.forums.firstIndex { $0.name == name }.map(labels.forum) ?? name
      : scenario.mediators.firstIndex { $0.name == name }.map(labels.mediator) ?? name
  }

  /// The texts that all accept most often, each by what it changes in the best one, and a folder.
  var textsPicture: Picture? {
    guard let scenario = source.scenario, let labels else { return nil }
    func odds(_ table: String, _ share: String) -> [Picture.TextOdds] {
      let rows = source.rows(table)
      guard let best = rows.first.map({ StudyPage.terms($0, scenario, labels) }) else { return [] }
      return rows.filter { ($0.real(share) ?? 0) > 0 }.map { row in
        let changed = StudyPage.terms(row, scenario, labels).filter { !best.contains($0) }
        return Picture.TextOdds(
          share: row.share("", share, "low", "high"),
          terms: changed.map { "\(Label.plain($0.issue)): \(Label.plain($0.option))" }
            .joined(separator: " · "))
      }
    }
    let texts = odds("formula", "acceptability")
    return texts.isEmpty ? nil : .texts(texts, folder: odds("folder", "covered"), in: pictureLanguage)
  }

  /// Paired differences of one or several comparisons.
  var comparisonPicture: Picture? {
    var comparisons: [(scenario: String, differences: [Picture.Difference])] = []
    var told: Set<String> = []
    for row in source.rows("comparison") {
      let (scenario, measure) = (row.text("scenario"), row.text("measure"))
      if comparisons.last?.scenario != scenario || !told.insert(measure).inserted {
        comparisons.append((scenario, []))
        told = [measure]
      }
      guard let difference = difference(row, measure) else { continue }
      comparisons[comparisons.count - 1].differences.append(difference)
    }
    // Of a single one the title of the page says which it is.
    if comparisons.count == 1 { comparisons[0].scenario = "" }
    return comparisons.isEmpty ? nil : .comparison(comparisons, in: pictureLanguage)
  }

  private func difference(_ row: TableRows.Row, _ measure: String) -> Picture.Difference? {
    guard let difference = row.real("difference") else { return nil }
    let named = named(measure)
    let interval = row.real("low").flatMap { low in
      row.real("high").flatMap { low <= $0 ? low...$0 : nil }
    }
    return Picture.Difference(
      label: named.label, kind: named.kind, first: row.real("first") ?? 0, second: row.real("second") ?? 0,
      difference: difference, interval: interval)
  }

  /// What a measure of a comparison is called in a picture, and what it is.
  private func named(_ measure: String) -> (label: String, kind: Picture.Difference.Kind) {
    let words = pictureLanguage.words
    if measure == "agreement_share" { return (words.agreementOfEitherKind, .share) }
    if measure.hasSuffix("_share") {
      let ending = Ending.allCases.first { $0.name == measure.dropLast("_share".count) }
      return (ending.map { words.ending($0, timeLimit) } ?? measure, .share)
    }
    if measure.hasPrefix("utility_") {
      return (party(String(measure.dropFirst("utility_".count))), .utility)
    }
    if measure.hasPrefix("toll_") {
      let name = measure.dropFirst("toll_".count)
      guard let scenario = source.scenario, let labels,
        let toll = scenario.tolls.firstIndex(where: { $0.name == name })
      else { return (String(name), .toll(unit: "")) }
      return (labels.toll(toll), .toll(unit: scenario.tolls[toll].unit?.text(in: language.rawValue) ?? ""))
    }
    return (untilTheEnd, .rounds)
  }

  /// Of all scenarios of the result.
  var timeLimit: TimeLimit {
    source.readings.map { TimeLimit(of: $0.scenario) }.reduce(nil) { $0?.joined(with: $1) ?? $1 } ?? .deadline
  }
}
