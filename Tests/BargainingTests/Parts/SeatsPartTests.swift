import Testing

@testable import Bargaining

/// The parties on their seats, before any forum.
struct SeatsPartTests {
  private static func pie() throws -> Scenario {
    var pie = Pie(rounds: 9, pieces: 10)
    pie.a = #""reservation": 0.2, "willingness": 1, "acceptance": "aspiration", "cost_of_delay": 0.05"#
    pie.b = #""reservation": 0.1, "willingness": 1, "acceptance": "aspiration""#
    return try pie.scenario()
  }

  @Test("a linear tactic comes down from the best to the reservation by the share of time that has passed")
  func concession() throws {
    try PartsAtWork.with(Self.pie()) { parts in
      // Round r of nine is the time (r + 1) / 10: 0.2 + 0.8 (1 - t), and the least that is worth so
      // much.
      for (round, aspiration, pieces) in [(0, 0.92, 10), (4, 0.6, 6), (8, 0.28, 3)] {
        parts.enter(round)
        let seat = parts.seats.parties[0]
        #expect(abs(seat.standing.aspiration - aspiration) < 1e-6)
        #expect(parts.seats.hasOffer(0, in: 0))
        #expect(parts.seats.parties[0].desk.offer[0] == UInt8(pieces), "round \(round)")
        #expect(abs(parts.seats.ownWorth(of: 0) - Double(pieces) / 10) < 1e-12)
      }
    }
  }

  @Test("what is below no agreement is refused for that, what is below the aspiration for that alone")
  func refusals() throws {
    try PartsAtWork.with(Self.pie()) { parts in
      parts.enter(4)
      func refusal(_ pieces: Int) -> Refusal? {
        parts.seats.refusal(of: parts.pieces(pieces), worth: Double(pieces) / 10, by: 0)
      }
      #expect(refusal(1) == .belowReservation)
      #expect(refusal(2) == .belowAspiration && refusal(5) == .belowAspiration)
      #expect(refusal(6) == nil && refusal(10) == nil)
    }
  }

  @Test("delay lowers what no agreement is worth to whoever bears it")
  func delay() throws {
    try PartsAtWork.with(Self.pie()) { parts in
      parts.seats.bearRound()
      parts.seats.bearRound()
      parts.seats.updateStanding()
      #expect(abs(parts.seats.parties[0].standing.reservation - 0.1) < 1e-12)
      #expect(abs(parts.seats.parties[1].standing.reservation - 0.1) < 1e-12)
      #expect(parts.seats.leastDelay == 0)
    }
  }
}
