import Reports

/// Contents to try the reports on. The numbers are made up and round, so that a person can check
/// what is printed.
enum Specimen {
  static func share(_ count: Int, of total: Int, low: Double, high: Double) -> ShareEstimate {
    ShareEstimate(count: count, share: Double(count) / Double(total), low: low, high: high)
  }

  /// 10,000 runs of an invented fishing dispute: half agree, two mediators, two forums.
  static let fishery = ReportContent(
    title: "Herring in the Strait", subtitle: "scenarios/herring.jsonc", runs: 10_000, plannedRuns: 10_000,
    seed: 7,
    rounds: 20, roundUnit: "day", endings: endings, packages: packages, settlements: settlements,
    survival: survival,
    mediators: [
      .init(label: "Norway", texts: 41_200, agreed: share(3_000, of: 5_000, low: 0.586, high: 0.614)),
      .init(label: "Bishop of Visby", texts: 9_800, agreed: share(500, of: 5_000, low: 0.092, high: 0.109)),
    ],
    forums: [
      .init(label: "Oslo", texts: 60_000, agreed: share(4_500, of: 5_000, low: 0.891, high: 0.908)),
      .init(label: "Back channel", texts: 8_000, agreed: share(500, of: 5_000, low: 0.092, high: 0.109)),
    ],
    parties: parties, zones: zones,
    provenance: .init(sourced: 31, assumed: 181),
    assumptions: [
      .init(
        actor: "Coast", path: "parties.coast.willingness", range: "uniform from 0.4 to 0.95",
        words: "elections are near"),
      .init(actor: "Coast", path: "parties.coast.cost_of_delay", range: "uniform from 0.001 to 0.004"),
      .init(
        actor: "Norway", path: "mediators.norway.formulate", range: "0.8",
        words: "it wrote the last three texts"),
    ],
    facts: [.init(path: "issues.quota.tentative", value: "40,000 t", sources: ["F4", "F9"])],
    manifest: [
      .init(name: "command", value: "detente run scenarios/herring.jsonc --runs 10000 --seed 7"),
      .init(name: "version", value: "0.1.0"),
      .init(
        name: "scenario SHA-256", value: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
    ])

  static let endings: [ReportContent.Ending] = [
    .init(
      name: "full_agreement", label: "Full agreement", isAgreement: true,
      share: share(3_125, of: 10_000, low: 0.303, high: 0.322)),
    .init(
      name: "partial_agreement", label: "Partial agreement", isAgreement: true,
      share: share(1_875, of: 10_000, low: 0.180, high: 0.195)),
    .init(
      name: "rejected_at_home", label: "Rejected at home", isAgreement: false,
      share: share(0, of: 10_000, low: 0, high: 0.0004)),
    .init(
      name: "collapsed", label: "Collapsed", isAgreement: false,
      share: share(1_000, of: 10_000, low: 0.094, high: 0.106)),
    .init(
      name: "out_of_time", label: "Out of time", isAgreement: false,
      share: share(4_000, of: 10_000, low: 0.390, high: 0.410)),
  ]

  static let packages: [ReportContent.Package] = [
    .init(
      share: share(1_500, of: 5_000, low: 0.287, high: 0.313),
      terms: [
        .init(issue: "Quota", option: "40,000 t"), .init(issue: "Season", option: "March to May"),
        .init(issue: "Patrols", option: "joint"),
      ]),
    .init(
      share: share(750, of: 5_000, low: 0.140, high: 0.160),
      terms: [
        .init(issue: "Quota", option: "40,000 t"), .init(issue: "Season", option: "all year", isMoved: false),
        .init(issue: "Patrols", option: "none", isMoved: false),
      ]),
  ]

  static let settlements: [ReportContent.Settlement] = [
    .init(
      issue: "Quota",
      options: [
        .init(label: "20,000 t", isStatusQuo: true, share: share(500, of: 5_000, low: 0.092, high: 0.109)),
        .init(label: "30,000 t", share: share(1_000, of: 5_000, low: 0.189, high: 0.211)),
        .init(label: "40,000 t", share: share(2_250, of: 5_000, low: 0.436, high: 0.464)),
        .init(label: "50,000 t", share: share(1_250, of: 5_000, low: 0.238, high: 0.262)),
      ]),
    .init(
      issue: "Patrols",
      options: [
        .init(label: "none", isStatusQuo: true, share: share(1_875, of: 5_000, low: 0.362, high: 0.389)),
        .init(label: "joint", share: share(3_125, of: 5_000, low: 0.611, high: 0.638)),
      ]),
  ]

  /// A quarter had agreed by day 5, half by day 20; nobody is lost before the last day.
  static let survival: [ReportContent.SurvivalRow] = (0..<20).map { round in
    let agreed = round < 4 ? 0 : round < 19 ? 2_500 : 5_000
    return .init(
      round: round, atRisk: 10_000 - (round <= 4 ? 0 : 2_500),
      agreements: round == 4 || round == 19 ? 2_500 : 0,
      censored: round == 19 ? 5_000 : 0, survival: 1 - Double(agreed) / 10_000,
      low: 1 - Double(agreed) / 10_000 - (agreed > 0 ? 0.01 : 0),
      high: 1 - Double(agreed) / 10_000 + (agreed > 0 ? 0.01 : 0))
  }

  static let parties: [ReportContent.PartyMeasure] = [
    .init(
      party: "Coast", measure: "utility", mean: 0.55, standardError: 0.002, deviation: 0.2,
      quantiles: .init(p05: 0.2, p25: 0.4, p50: 0.56, p75: 0.7, p95: 0.9)),
    .init(
      party: "Islands", measure: "utility", mean: 0.45, standardError: 0.002, deviation: 0.2,
      quantiles: .init(p05: 0.1, p25: 0.3, p50: 0.44, p75: 0.6, p95: 0.8)),
    .init(
      party: "Coast", measure: "surplus", mean: 0.12, standardError: 0.001, deviation: 0.1,
      quantiles: .init(p05: -0.05, p25: 0.05, p50: 0.11, p75: 0.2, p95: 0.3)),
    .init(
      party: "Islands", measure: "surplus", mean: 0.1, standardError: 0.001, deviation: 0.1,
      quantiles: .init(p05: -0.02, p25: 0.04, p50: 0.09, p75: 0.15, p95: 0.28)),
  ]

  static let zones: [ReportContent.Zone] = [
    .init(exists: true, agreed: true, share: share(5_000, of: 10_000, low: 0.490, high: 0.510)),
    .init(exists: true, agreed: false, share: share(2_000, of: 10_000, low: 0.192, high: 0.208)),
    .init(exists: false, agreed: false, share: share(3_000, of: 10_000, low: 0.291, high: 0.309)),
  ]
}
