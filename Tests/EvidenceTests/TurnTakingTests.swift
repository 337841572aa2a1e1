import Evidence
import Testing

/// The equilibria that backward induction finds are equilibria of the game that the simulator
/// plays.
@Suite("Taking turns")
struct TurnTakingTests {
  static let games = [
    TurnTaking(discounts: [0.9, 0.8], rounds: 6, digits: 2),
    TurnTaking(discounts: [0.7, 0.95], rounds: 7, digits: 2),
    TurnTaking(discounts: [0.9, 0.9], outside: 0.6, rounds: 6, digits: 2),
  ]

  @Test("nobody gains by deviating in one round, on the path or off it", arguments: games.indices)
  func oneShotDeviations(index: Int) throws {
    let game = Self.games[index]
    let strategies = try game.strategies()
    for round in 0..<game.rounds {
      // Everything before is refused: whoever proposes asks for everything.
      var reached = strategies
      for party in 0..<2 {
        for earlier in 0..<round { reached.levels[party][earlier] = 1 }
      }
      let record = try game.play(reached)
      #expect(record.ending.isAgreement && record.round == round)
      for party in 0..<2 {
        for change in [-0.3, -0.01, -0.001, 0.001, 0.01, 0.3, 1] {
          var deviation = reached
          deviation.levels[party][round] = min(1, max(0, deviation.levels[party][round] + change))
          #expect(
            try game.play(deviation).utilities[party] <= record.utilities[party] + 1e-12,
            "party \(party), round \(round), by \(change)")
        }
      }
    }
  }

  @Test("by hand: in two rounds at 0.9 the first proposer keeps a tenth, in three 0.91")
  func byHand() throws {
    // The last proposer takes all; the one before must leave 0.9 of it, and keeps what is left of
    // the pie of 4,095 parts.
    for (rounds, share) in [(1, 1.0), (2, 0.1), (3, 0.91)] {
      let game = TurnTaking(discounts: [0.9, 0.9], rounds: rounds, digits: 2)
      let record = try game.play(game.strategies())
      #expect(record.round == 0 && abs(record.utilities[0] - share) < 2.0 / 4_095)
    }
  }
}
