import Bargaining
import Randomness
import Testing

/// MiCRO against MiCRO (de Jonge 2022, doi:10.24963/ijcai.2022/32), where the theory says how it
/// must end.
///
/// Each party walks down its own list of outcomes, best first, those below its reservation left
/// out, one step for each step of the other. Say an outcome is i-th on the first party's list and
/// j-th on the second's. In its turn i the first party offers it, and the second, who would go down
/// to its own i-th, takes it if j <= i; in its turn j the second offers it, and the first, whose
/// turn j + 1 is next, takes it if i <= j + 1. So the agreement is the outcome with the least
/// max(i, j), and of two such outcomes the one that the first party offers: the maximin by rank,
/// reached without any knowledge of the other. Nothing dominates it.
///
/// There are two exceptions, both for want of new offers. No outcome is on both lists. Or one list
/// ends early: who has no new offer left repeats old ones, and the other, who has made one more
/// than it got, stops too; then max(i, j) may exceed the shorter list by 1 at most. (Where the
/// first party is the one that repeats, in turn j, it may happen to repeat what the second is about
/// to offer, and have it accepted a turn earlier.)
struct MicroTests {
  struct Domain {
    let scenario: Scenario
    let outcomes: [[Int]]
    /// Per party and outcome.
    let utilities: [[Double]]
    let reservations: [Double]
  }

  static let spaces = [[3, 4, 2], [5, 5], [2, 3, 3, 2], [12, 3], [4, 4, 4]]

  /// Domain `number` of the seed: weights and values uniform; every second one with reservations up
  /// to 0.8 of the utility scale.
  static func domain(_ number: Int, seed: UInt64) -> Domain {
    var dice = RandomStream(seed: seed, run: UInt32(number), stream: StreamID("micro domain"))
    let options = spaces[Int(dice.below(UInt64(spaces.count)))]
    let members = (0..<2).map { _ in
      AdditiveDomain.Member(
        weights: options.map { _ in 0.05 + dice.uniform() },
        values: options.map { count in (0..<count).map { _ in dice.uniform() } },
        reservation: number.isMultiple(of: 2) ? 0 : 0.8 * dice.uniform(), isMicro: true)
    }
    let outcomes = OtherTacticsTests.outcomes(options)
    return Domain(
      scenario: AdditiveDomain(options: options, rounds: outcomes.count + 3, members: members).scenario(),
      outcomes: outcomes,
      utilities: members.map { member in
        let total = member.weights.reduce(0, +)
        return outcomes.map { outcome in
          outcome.indices.reduce(0) { $0 + member.weights[$1] / total * member.values[$1][outcome[$1]] }
        }
      }, reservations: members.map(\.reservation))
  }

  /// How it must end.
  enum Ending: Hashable { case agreement, noZone, shortList }

  struct Expectation {
    var ending: Ending
    var outcome: [Int] = []
    var rounds = 0...0
  }

  static func expectation(of domain: Domain) -> Expectation {
    // Per party: places on its list, from 1 on; nil for what is below its reservation.
    let places = (0..<2).map { party in
      let utilities = domain.utilities[party]
      return utilities.map { own -> Int? in
        own >= domain.reservations[party] ? 1 + utilities.count { $0 > own } : nil
      }
    }
    let lengths = places.map { $0.compactMap(\.self).count }
    var best: (key: (Int, Int), outcome: Int)?
    for outcome in domain.outcomes.indices {
      guard let i = places[0][outcome], let j = places[1][outcome] else { continue }
      let key = (max(i, j), i >= j ? 0 : 1)
      if best.map({ key < $0.key }) ?? true { best = (key, outcome) }
    }
    guard let best, let i = places[0][best.outcome], let j = places[1][best.outcome] else {
      return Expectation(ending: .noZone)
    }
    guard max(i, j) <= min(lengths[0], lengths[1]) + 1 else { return Expectation(ending: .shortList) }
    // Turn n is round n - 1: the second takes it in turn i, or the first at the beginning of its
    // turn j + 1.
    let round = i >= j ? i - 1 : j
    return Expectation(
      ending: .agreement, outcome: domain.outcomes[best.outcome],
      rounds: (j > lengths[0] ? round - 1 : round)...round)
  }

  @Test("two MiCRO parties agree on the maximin by rank in a thousand random domains")
  func twoMicroParties() throws {
    let seed: UInt64 = 2_022
    var endings: [Ending: Int] = [:]
    for number in 0..<1_000 {
      let domain = Self.domain(number, seed: seed)
      let expected = Self.expectation(of: domain)
      endings[expected.ending, default: 0] += 1
      let record = try play(domain.scenario).record
      guard expected.ending == .agreement else {
        #expect(record.ending == .outOfTime, "domain \(number)")
        #expect((record.zone == .exists) == (expected.ending == .shortList), "domain \(number)")
        continue
      }
      #expect(record.ending == .fullAgreement, "domain \(number)")
      #expect(record.options.map(Int.init) == expected.outcome, "domain \(number)")
      #expect(expected.rounds.contains(record.round), "domain \(number)")
      let agreed = try #require(domain.outcomes.firstIndex(of: expected.outcome))
      let isDominated = domain.outcomes.indices.contains { other in
        domain.utilities.allSatisfy { $0[other] > $0[agreed] }
      }
      #expect(!isDominated, "domain \(number)")
    }
    // Without reservations there is no exception; with them there are some of both kinds.
    #expect(endings[.agreement, default: 0] >= 700)
    #expect(endings[.noZone, default: 0] >= 50 && endings[.shortList, default: 0] >= 5, "\(endings)")
    #expect(endings.values.reduce(0, +) == 1_000)
  }

  @Test("without reservations two MiCRO parties always agree by the middle of their lists")
  func withoutReservationsTwo() throws {
    // Of N outcomes fewer than half + 1 can come before the first that both have reached.
    for number in stride(from: 0, to: 1_000, by: 2) {
      let domain = Self.domain(number, seed: 2_022)
      let expected = Self.expectation(of: domain)
      #expect(expected.ending == .agreement)
      #expect(expected.rounds.upperBound <= domain.outcomes.count / 2 + 1)
    }
  }
}
