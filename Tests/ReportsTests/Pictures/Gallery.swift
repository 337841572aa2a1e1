import Bargaining
import Experiments

@testable import Reports

/// Pictures of all kinds, of usual and of unusual numbers and labels.
enum Gallery {
  static let long =
    "Withdrawal of all forces to the lines of 4 June with agreed corrections, observed by a mission whose mandate is renewed every six months"
  static let word = String(repeating: "Donaudampfschifffahrt", count: 12)
  static let arabic = "انسحاب القوات كافة إلى خطوط الرابع من حزيران مع تعديلات متفق عليها"
  static let markup = "<script>alert(\"1\")</script> & 'x' ]]>"
  static let labels = ["Coast", long, word, arabic, markup, "", "مصر (الوسيط) 3"]

  static func label(_ index: Int) -> String { labels[index % labels.count] }

  static func share(_ share: Double, _ width: Double = 0.02) -> ShareEstimate {
    ShareEstimate(
      count: Int(share * 10_000), share: share, low: max(0, share - width), high: min(1, share + width))
  }

  /// So many parties, options and packages, with labels of every kind.
  static func content(parties: Int, options: Int, isNumeric: Bool, language: String = "en") -> ReportContent {
    var content = Specimen.fishery
    content.language = language
    content.roundUnit = "day"
    let part = 1 / Double(options)
    content.settlements = (0..<3).map { issue in
      .init(
        issue: label(issue + 1),
        options: (0..<options).map { option in
          .init(
            label: isNumeric ? "\(option * 25) \(label(issue))" : label(option + issue),
            isStatusQuo: option == 0, value: isNumeric && issue != 1 ? Double(option * 25) - 50 : nil,
            share: share(option == 1 ? part * 1.5 : part))
        }, unit: issue == 0 ? "m³/s" : label(issue))
    }
    content.parties = ["utility", "surplus", "surplus_at_start"].flatMap { measure in
      (0..<parties).map { party in
        let shift = Double(party) * 0.03 - 0.2
        return .init(
          party: label(party), measure: measure, mean: 0.5 + shift, standardError: 0.01, deviation: 0.2,
          quantiles: .init(
            p05: 0.1 + shift, p25: 0.3 + shift, p50: 0.5 + shift, p75: 0.7 + shift, p95: 0.9 + shift))
      }
    }
    content.packages = (0..<10).map { package in
      .init(
        share: share(0.3 / Double(package + 1)),
        terms: (0..<6).map {
          .init(issue: label($0), option: label($0 + package % ($0 + 1)), isMoved: package > 0)
        })
    }
    content.course = Tone.allCases.enumerated().map { index, tone in
      .init(label: label(index), tone: tone, byRound: (0..<content.rounds).map { $0 == index ? 900 : 3 })
    }
    content.convergence = [1, 2, 5, 10, 50, 100, 1_000, 10_000].map { runs in
      .init(runs: runs, share: share(0.4, 0.4 / Double(runs).squareRoot()))
    }
    content.mediators = (0..<parties).map { .init(label: label($0), texts: 3, agreed: share(0.1)) }
    return content
  }

  static func ofRuns(_ content: ReportContent, _ language: PictureLanguage) -> [Picture] {
    [
      .endings(of: content, in: language), .course(of: content, in: language),
      .survival(of: content, in: language), .settlements(of: content, in: language),
      .packages(of: content, in: language), .parties(of: content, in: language),
      .proposers(of: content, in: language), .convergence(of: content, in: language),
    ]
  }

  static func ofStudies(_ language: PictureLanguage, rows: Int = 12) -> [Picture] {
    let series = (0..<rows).map { index in
      Picture.Curve(
        label: label(index),
        points: (0...5).map { (x: Double($0) / 5, share: share(0.3 + Double($0 * index % 7) * 0.05)) })
    }
    let values = (0..<rows).map { "\(Double($0) * 0.125)" }
    let grid = Picture.Grid(
      across: (long, values), upwards: ("parties.hamas.willingness", values),
      cells: values.indices.map { a in values.indices.map { a == $0 ? nil : share(Double(a * $0 % 11) / 11) }
      })
    return [
      .curves(name: "willingness", title: "t", across: "x", series: series, in: language),
      .heatMap(name: "sweep", grid: grid, in: language),
      .levers(
        base: 0.3,
        (0..<rows).map {
          .init(
            label: label($0), best: 0.95, gain: 0.2 - Double($0) * 0.01, gainLow: 0.15, gainHigh: 0.25,
            atLowest: 0.1, atHighest: 0.5, tolls: ["Deaths −1,234 people", long])
        }, in: language),
      .indices(
        (0..<rows).map {
          .init(label: label($0), total: (0.5, 0.4, 0.6), first: $0 > 3 ? nil : (0.2, -0.05, 0.3))
        }, in: language),
      .indices(
        (0..<rows).map { .init(label: label($0), total: nil, first: (0.2, -0.05, 0.3)) }, in: language),
      .levers(
        base: 0.3,
        halves: (0..<rows).map {
          .init(label: label($0), low: 0.1, high: 0.95, gain: (0.1, 0.05, 0.15), tolls: ["Deaths −1", long])
        }, in: language),
      .forecast(
        (0..<rows).flatMap { after in
          Ending.allCases.map { .init(after: after * 100, ending: $0, share: share(0.2)) }
        }, .either, in: language),
      .posterior(
        (0..<rows).map {
          .init(label: label($0), before: (0.5, $0 == 3 ? 0 : 0.1), after: (0.5 + Double($0) / 100, 0.08))
        }, in: language),
      .calibration(
        (0..<rows).map {
          .init(forecast: (Double($0) + 0.5) / 12, count: 100 * $0, happened: share(0.4, 0.2))
        }, in: language),
      .screening(
        (0..<rows).map {
          .init(
            label: label($0), muStar: 0.3 / Double($0 + 1), low: 0.01, high: 0.4, sigma: 0.2 / Double($0 + 1))
        }, in: language),
      .comparison(
        [0, 1].map { scenario in
          (
            scenario: label(scenario + 1),
            differences: (0..<rows).map {
              .init(
                label: label($0), kind: [.share, .rounds, .utility, .toll(unit: "people")][$0 % 4],
                first: 0.3,
                second: 0.2, difference: -0.1, interval: -0.12 ... -0.08)
            }
          )
        }, in: language),
      .contributions(
        (0..<rows).map {
          .init(
            label: label($0), isForum: $0 % 3 == 0, shapley: 0.1 - Double($0) * 0.02, low: -0.2, high: 0.15)
        }, in: language),
      .texts(
        (0..<rows).map {
          .init(share: share(0.6, 0.2), terms: $0 == 0 ? "" : "\(long): \(arabic) · \(label($0))")
        },
        folder: (0..<rows).map { .init(share: share(0.4), terms: label($0)) }, in: language),
      .scores(
        (0..<rows).map {
          .init(
            label: label($0), forecast: Double($0) / 12, baseline: $0 == 3 ? nil : 0.5,
            happened: $0.isMultiple(of: 2), outcome: label($0), brier: 0.25)
        }, in: language),
      .utilitySpace(space, labels: [long, arabic], in: language),
    ]
  }

  private static func row(
    _ kind: UtilitySpace.Kind, _ x: Double, _ y: Double, place: Int = 1, by: Int? = nil, share: Double? = nil
  ) -> UtilitySpace.Row {
    UtilitySpace.Row(kind: kind, place: place, by: by, share: share, utilities: SIMD2(x, y))
  }

  static let space: UtilitySpace = {
    var rows: [UtilitySpace.Row] = []
    for index in 0..<9 {
      let x = Double(index) / 8
      rows.append(row(.frontier, x, 1 - x * x, place: index + 1))
    }
    rows.append(row(.nash, 0.6, 0.65))
    rows.append(row(.kalaiSmorodinsky, 0.6, 0.65))
    rows.append(row(.egalitarian, 0.62, 0.62))
    rows.append(row(.utilitarian, 1, 0))
    rows.append(row(.reservation, 0.2, -0.1))
    rows.append(row(.agreement, 0.6, 0.65, share: 0.6))
    rows.append(row(.agreement, 0.5, 0.7, place: 2, share: 0.4))
    rows.append(row(.offer, 1, 0, by: 0))
    rows.append(row(.offer, 0, 1, place: 2, by: 1))
    rows.append(row(.offer, 0.8, 0.4, place: 3, by: 0))
    return UtilitySpace(parties: ["a", "b"], rows: rows)
  }()

  /// All of them, in all languages, of all sizes.
  static var all: [(name: String, picture: Picture)] {
    var all: [(name: String, picture: Picture)] = []
    var contents = Specimen.Case.allCases.map { (name: "\($0)", content: $0.content) }
    for (parties, options, isNumeric) in [
      (2, 1, false), (12, 17, true), (12, 17, false), (2, 255, true), (3, 400, false),
    ] {
      let content = content(parties: parties, options: options, isNumeric: isNumeric)
      contents.append(
        (name: "\(parties) parties, \(options) options, numeric: \(isNumeric)", content: content))
    }
    for language in [.english, .arabic, PictureLanguage(tag: "ar", digits: .arabic)] {
      for (name, content) in contents {
        for picture in ofRuns(content, language) {
          all.append(("\(picture.name) of \(name), \(language.tag)", picture))
        }
      }
      for rows in [0, 1, 12] {
        for picture in ofStudies(language, rows: rows) {
          all.append(("\(picture.name) of \(rows) rows, \(language.tag)", picture))
        }
      }
    }
    return all
  }
}
