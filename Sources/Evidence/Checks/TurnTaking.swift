import Bargaining

/// Two who divide a pie by turns, the party `a` first: one proposes, the other takes it or waits
/// for its own turn one round later (Rubinstein 1982, doi:10.2307/1912531), solved by backward
/// induction over the very game that the simulator plays, and then played.
///
/// The simulator gives the outcomes, what they are worth to each, and the best that one can ask for
/// while the other gets what it asks for; the only thing computed here is what waiting is worth,
/// from the last round backwards.
package struct TurnTaking {
  /// What a round costs, as a factor: delta of `a` and of `b`, in (0, 1].
  package var discounts: [Double]
  /// The probability that talks break down after a refusal.
  package var breakdown: Double
  /// What each is left with when talks break down or time runs out; other than 0 only without
  /// discounts.
  package var fallback: [Double]
  /// What `b` gets by leaving the table when it has a proposal before it, in the money of the day.
  package var outside: Double
  package var rounds: Int
  /// The pie has `64^digits - 1` parts.
  package var digits: Int

  package init(
    discounts: [Double] = [1, 1], breakdown: Double = 0, fallback: [Double] = [0, 0], outside: Double = 0,
    rounds: Int, digits: Int = 5
  ) {
    self.discounts = discounts
    self.breakdown = breakdown
    self.fallback = fallback
    self.outside = outside
    self.rounds = rounds
    self.digits = digits
  }

  /// What each asks for in each round, or would have to be given to agree.
  package struct Strategies {
    package var levels: [[Double]]
  }

  /// The scenario: `a` proposes in rounds 0, 2, 4 …, `b` in the others.
  ///
  /// An outside option keeps its worth in the money of the day, as no agreement does: it is what no
  /// agreement is worth to `b`.
  package func scenario() throws -> Scenario {
    return try EvidenceScenario.read(
      EvidenceScenario.pie(
        digits: digits, base: 64, rounds: rounds,
        a: #", "reservation": \#(fallback[0]), "discount": \#(discounts[0]), "acceptance": "aspiration""#,
        b:
          #", "reservation": \#(max(fallback[1], outside)), "discount": \#(discounts[1]), "acceptance": "aspiration""#,
        rest: """
          "talks": {"collapse": {"active": \(breakdown)}},
          "forums": {"turn_a": {"members": ["a", "b"], "protocol": "ultimatum", "every": 2},
                     "turn_b": {"members": ["b", "a"], "protocol": "ultimatum", "every": 2, "from": 1}}
          """))
  }

  /// Subgame-perfect strategies, from the last round backwards.
  package func strategies() throws -> Strategies {
    let negotiation = try Negotiation(scenario())
    negotiation.run(0, seed: 1)
    var levels = [[Double]](repeating: Array(repeating: 1, count: rounds), count: 2)
    // What each would get if the round under consideration ended in a refusal, in the money of that
    // round.
    var waiting = fallback
    for round in (0..<rounds).reversed() {
      let (proposer, other) = (round % 2, 1 - round % 2)
      let least = max(waiting[other], other == 1 ? outside : 0)
      guard let best = negotiation.lowestOutcome(notBelow: least, for: other) else { continue }
      levels[proposer][round] = negotiation.utility(of: best, to: proposer)
      levels[other][round] = negotiation.utility(of: best, to: other)
      for party in 0..<2 {
        let next = discounts[party] * levels[party][round]
        waiting[party] = (1 - breakdown) * next + breakdown * fallback[party]
      }
    }
    return Strategies(levels: levels)
  }

  /// The record of talks in which both play so.
  package func play(_ strategies: Strategies) throws -> RunRecord {
    var scenario = try scenario()
    for party in 0..<2 {
      scenario.parties[party].tactic = .custom(Schedule(levels: strategies.levels[party]))
    }
    let negotiation = try Negotiation(scenario)
    negotiation.run(0, seed: 1)
    return negotiation.record
  }

  /// What the first proposer gets in equilibrium, played.
  func firstShare() throws -> Double {
    let record = try play(strategies())
    return record.round == 0 && record.ending.isAgreement ? record.utilities[0] : .nan
  }
}
