import Bargaining

extension EvidenceSuite {
  /// Points that distinguish one outcome among all, found without simulation.
  static var solutions: [EvidenceCheck] { [randomDomain, scorableGame, gap, threeShares] + divisions }

  private static func solved(_ scenario: Scenario) throws -> Solutions {
    try Solutions(ZoneAtStart(middleOf: scenario))
  }

  private static var randomDomain: EvidenceCheck {
    EvidenceCheck(
      .solutions, "random_domain",
      "of 256 outcomes among three: feasible, efficient; Nash product, sum, least surplus, least share of the ideal",
      source: "brute force over all outcomes by another program",
      expected: [237, 60, 0.12045438165897204, 2.374286738920804, 0.45593305585753824, 0.5910208729006473],
      .within(1e-9)
    ) { _ in
      let solved = try solved(PlainDomain.randomDomain.scenario())
      let points = [solved.nash, solved.utilitarian, solved.egalitarian, solved.kalaiSmorodinsky]
      return [Double(solved.feasible.value ?? 0), Double(solved.pareto.value?.count ?? 0)]
        + points.map { ($0.value ?? nil)?.value ?? .nan }
    }
  }

  private static var scorableGame: EvidenceCheck {
    EvidenceCheck(
      .solutions, "scorable", "deals; acceptable to all six; to five with both vetoes",
      source: "Abdelnabi et al. 2024, arXiv:2309.17234, score files", expected: [720, 12, 55], .within(0)
    ) { _ in
      let game = ScorableGame.base
      let start = try ZoneAtStart(middleOf: game.domain.scenario())
      let all = try AcceptanceCounts.count(start).value
      let vetoed = try AcceptanceCounts.count(start, required: game.required).value
      let players = game.players.count
      return [all?.atLeast(0), all?.atLeast(players), vetoed?.atLeast(players - 1)].map { Double($0 ?? 0) }
    }
  }

  private static var gap: EvidenceCheck {
    EvidenceCheck(
      .solutions, "leverage_gap", "the least side payment between two who ask for 0.62 and 0.55 of one pie",
      source: "closed form: 0.62 + 0.55 - 1", expected: [0.17], .within(1e-12)
    ) { _ in
      let solved = try solved(
        EvidenceScenario.read(
          EvidenceScenario.pie(
            base: 101, rounds: 1, a: #", "reservation": 0.62"#, b: #", "reservation": 0.55"#,
            rest: EvidenceScenario.forum("alternating"))))
      return [(solved.leverageGap.value ?? nil)?.value ?? .nan]
    }
  }

  private static var threeShares: EvidenceCheck {
    EvidenceCheck(
      .solutions, "nbs3", "Nash shares of three who could have 0.2, 0.1 and 0.3 elsewhere",
      source: "Nash 1950, doi:10.2307/1907266", expected: [1.0 / 3, 7.0 / 30, 13.0 / 30], .within(1e-9)
    ) { _ in
      // The third gets what the first two leave: its utility is 1 - (a + b) / 2, its share 2 U - 1.
      let shares = (0...30).map { Double($0) / 30 }
      let none = shares.map { _ in 0.0 }
      let left = Array(shares.reversed())
      let domain = PlainDomain(sides: [
        PlainDomain.Side(weights: [1, 0], values: [shares, none], reservation: 0.2),
        PlainDomain.Side(weights: [0, 1], values: [none, shares], reservation: 0.1),
        PlainDomain.Side(weights: [1, 1], values: [left, left], reservation: (0.3 + 1) / 2),
      ])
      let nash = try solved(domain.scenario()).nash.value ?? nil
      guard let utilities = nash?.utilities else { return [] }
      return [utilities[0], utilities[1], 2 * utilities[2] - 1]
    }
  }

  // MARK: Fair division

  /// Points that two give to things; each thing goes to one of them whole, but for one that is
  /// divided into equal parts.
  private static func division(
    _ first: [Double], _ second: [Double], divided: Int, parts: Int
  ) throws -> Solutions {
    let shares = first.indices.map { k in
      k == divided ? (0...parts).map { Double($0) / Double(parts) } : [0, 1]
    }
    let domain = PlainDomain(sides: [
      PlainDomain.Side(weights: first, values: shares, reservation: 0),
      PlainDomain.Side(weights: second, values: shares.map { $0.reversed() }, reservation: 0),
    ])
    return try solved(domain.scenario())
  }

  private static var divisions: [EvidenceCheck] {
    // Raiffa 1982, The Art and Science of Negotiation, chapter 12.
    let panama =
      ([22, 22, 15, 14, 11, 6, 2, 2, 2, 4], [9, 15, 15, 3, 15, 5, 7, 7, 13, 11]) as ([Double], [Double])
    // Sinai, recognition, West Bank and Gaza, linkage, Palestinian rights, Jerusalem.
    let campDavid = ([35, 10, 20, 10, 5, 20], [55, 5, 10, 5, 20, 5]) as ([Double], [Double])
    @Sendable func equitable(_ points: ([Double], [Double]), divided: Int, parts: Int) throws -> [Double] {
      let point = try division(points.0, points.1, divided: divided, parts: parts).egalitarian.value ?? nil
      guard let point else { return [] }
      return point.utilities.map { 100 * $0 } + [Double(point.outcome[divided]) / Double(parts)]
    }
    return [
      EvidenceCheck(
        .solutions, "aw_panama",
        "points of the United States and Panama in the equitable division, and the American part of land and water",
        source: "Raiffa 1982; Brams & Taylor 1996, Fair Division", expected: [66, 66, 2.0 / 15], .within(1e-6)
      ) { _ in try equitable(panama, divided: 2, parts: 15) },
      EvidenceCheck(
        .solutions, "aw_campdavid",
        "points of Israel and Egypt in the equitable division, and the Israeli part of Sinai",
        source: "Brams & Togman 1996, doi:10.1177/073889429601500105",
        expected: [395.0 / 6, 395.0 / 6, 1.0 / 6],
        .within(1e-6)
      ) { _ in try equitable(campDavid, divided: 0, parts: 6) },
      EvidenceCheck(
        .solutions, "nbs_campdavid", "points of Israel and Egypt at the greatest Nash product",
        source: "the same points; Nash 1950", expected: [60, 75], .within(1e-6)
      ) { _ in
        let nash = try division(campDavid.0, campDavid.1, divided: 0, parts: 6).nash.value ?? nil
        return nash?.utilities.map { 100 * $0 } ?? []
      },
    ]
  }
}
