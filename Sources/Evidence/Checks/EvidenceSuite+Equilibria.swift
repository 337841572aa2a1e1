extension EvidenceSuite {
  /// Games of complete information, solved by backward induction over the simulator's game and then
  /// played by it.
  static var equilibria: [EvidenceCheck] {
    infiniteHorizon + finiteHorizon + outsideOptions + breakdownRisks
  }

  /// Long enough that what happens at the end is worth less than 1e-9 at the beginning.
  private static let long = 401

  private static var infiniteHorizon: [EvidenceCheck] {
    let source = "Rubinstein 1982, doi:10.2307/1912531"
    return [(0.9, 0.9), (0.9, 0.8), (0.8, 0.9), (0.95, 0.5)].map { a, b in
      EvidenceCheck(
        .equilibrium, "rubinstein", "share of the first proposer, discounts \(a) and \(b)", source: source,
        expected: [(1 - b) / (1 - a * b)], .within(1e-8)
      ) { _ in [try TurnTaking(discounts: [a, b], rounds: long).firstShare()] }
    }
  }

  /// Horizon, discounts, share of the first proposer when the last proposer takes all and then
  /// nothing is left.
  private static let finite: [(rounds: Int, a: Double, b: Double, share: Double)] = [
    (1, 0.9, 0.9, 1), (2, 0.9, 0.9, 0.1), (3, 0.9, 0.9, 0.91), (4, 0.9, 0.9, 0.181), (5, 0.9, 0.9, 0.8371),
    (10, 0.9, 0.9, 0.342801), (50, 0.9, 0.9, 0.523603), (2, 0.9, 0.8, 0.2), (3, 0.9, 0.8, 0.92),
    (4, 0.9, 0.8, 0.344), (20, 0.9, 0.8, 0.687544), (200, 0.9, 0.8, 0.714286),
  ]

  private static var finiteHorizon: [EvidenceCheck] {
    finite.map { game in
      EvidenceCheck(
        .equilibrium, "rubinstein_finite",
        "share of the first proposer in \(game.rounds) rounds, discounts \(game.a) and \(game.b)",
        source: "Ståhl 1972, Bargaining Theory; Rubinstein 1982", expected: [game.share], .within(1e-6)
      ) { _ in [try TurnTaking(discounts: [game.a, game.b], rounds: game.rounds).firstShare()] }
    }
  }

  private static var outsideOptions: [EvidenceCheck] {
    [(0.3, 10.0 / 19), (0.47, 10.0 / 19), (0.5, 0.5), (0.6, 0.4)].map { worth, share in
      EvidenceCheck(
        .equilibrium, "outside_option",
        "share of the proposer when the other may leave for \(worth), discounts 0.9",
        source: "Binmore, Shaked, Sutton 1989, doi:10.2307/2937866", expected: [share], .within(1e-8)
      ) { _ in [try TurnTaking(discounts: [0.9, 0.9], outside: worth, rounds: long).firstShare()] }
    }
  }

  private static var breakdownRisks: [EvidenceCheck] {
    [(0.5, 151), (0.1, 401), (0.01, 3_001), (0.001, 24_001)].map { risk, rounds in
      EvidenceCheck(
        .equilibrium, "breakdown_risk",
        "share of the proposer when talks break down with probability \(risk) after a refusal, no-agreement values 0.5 and 0.25",
        source: "Binmore, Rubinstein, Wolinsky 1986, doi:10.2307/2555382",
        // What is left over after both have what they could have anyway, 1/4, is divided as a pie
        // is: 1 / (2 - q) to the proposer.
        expected: [0.5 + 0.25 / (2 - risk)], .within(2e-6)
      ) { _ in
        [try TurnTaking(breakdown: risk, fallback: [0.5, 0.25], rounds: rounds).firstShare()]
      }
    }
  }
}
