import Bargaining
import Randomness
import Testing

/// Who accepts which outcomes, against exact fractions.
struct ExactAcceptanceTests {
  @Test("who accepts what, and whether a zone leaves a surplus for everyone, is as exact fractions have it")
  func acceptance() throws {
    var dice = RandomStream(seed: 8, run: 0, stream: StreamID("exact acceptance"))
    var bare = 0
    for number in 0..<1_000 {
      let name: Comment = "seed 8, domain \(number)"
      let domain = ExactDomain(&dice)
      guard domain.voters.count == domain.members.count else { continue }
      let start = ZoneAtStart(middleOf: domain.scenario())
      var exactly = [UInt64](repeating: 0, count: domain.voters.count + 1)
      for row in domain.rows {
        exactly[
          domain.voters.indices.count { v in
            row.surpluses[v] >= 0 && !domain.members[v].redLines.contains { $0.holds(in: row.options) }
          }] += 1
      }
      #expect(try AcceptanceCounts.count(start).value?.exactly == exactly, name)
      let zone = try start.zoneWithSurplus(between: domain.voters)
      let isBare =
        !domain.feasible.isEmpty && !domain.feasible.contains { $0.surpluses.allSatisfy { $0 > 0 } }
      #expect(zone.zone == (domain.feasible.isEmpty ? .none : .exists) && zone.isBare == isBare, name)
      if isBare { bare += 1 }
    }
    #expect(bare > 100)
  }
}
