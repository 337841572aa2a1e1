import Bargaining
import Testing

/// A deal before a party's home, without talks that brought it about.
struct HomeFrontPartTests {
  /// Three factions of weights 1, 2 and 1 want at least 0.2, 0.6 and 0.9 of a pie of ten pieces, of
  /// which b wants few.
  private static func home(_ quota: Double) throws -> (home: HomeFront, deal: Lane<UInt8>, arena: Arena) {
    var pie = Pie(rounds: 2, pieces: 10)
    pie.b = #"""
      "reservation": 0, "ratification": {"quota": \#(quota), "factions": {
        "x": {"weight": 1, "minimum": 0.2}, "y": {"weight": 2, "minimum": 0.6}, "z": {"weight": 1, "minimum": 0.9}}}
      """#
    let scenario = try pie.scenario()
    let arena = Arena()
    let numbers = RunNumbers(scenario, arena: arena)
    let layout = try #require(IssueLayout(issues: scenario.issues))
    numbers.draw(run: 0, seed: 1)
    return (
      HomeFront(scenario, layout: layout, numbers: numbers, arena: arena), arena.lane(1, of: UInt8(0)), arena
    )
  }

  @Test("a deal passes by the weight of the factions it satisfies")
  func dealPassesWeight() throws {
    // With k pieces for a, (10 - k) / 10 of the pie is left for b.
    for quota in [0.25, 0.5, 0.75, 1] {
      let (home, deal, arena) = try Self.home(quota)
      try withExtendedLifetime(arena) {
        let (party, ratification) = try #require(home.ratifying.first)
        #expect(party == 1 && home.ratifying.count == 1)
        for k in 0...10 {
          deal[0] = UInt8(k)
          let vote = home.vote(of: party, under: ratification, on: deal)
          let share = (k <= 8 ? 0.25 : 0) + (k <= 4 ? 0.5 : 0) + (k <= 1 ? 0.25 : 0)
          #expect(vote.share == share, "k = \(k)")
          #expect(vote.hasPassed == (share >= quota), "k = \(k), quota \(quota)")
          // What b is given for nothing would have carried the deal when it satisfies enough
          // weight.
          let needed = quota <= 0.25 ? 0.2 : quota <= 0.75 ? 0.6 : 0.9
          let lack = max(0, needed - Double(10 - k) / 10)
          #expect(abs(vote.shortfall - lack) < 1e-12, "k = \(k), quota \(quota)")
        }
      }
    }
  }
}
