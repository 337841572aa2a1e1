import Bargaining
import Randomness
import Testing

/// The search that carries over what the last target found, against a scan over all outcomes and
/// against the search that starts afresh.
struct FallingSearchTests {
  /// Targets from above the best outcome down to below the worst, in steps of any size; now and
  /// then one goes up again or stays.
  private func targets(_ dice: inout RandomStream, from best: Double, to worst: Double, steps: Int)
    -> [Double]
  {
    let pace = dice.uniform() * dice.uniform() * dice.uniform()
    var target = best + 0.01
    return (0..<steps).map { _ in
      let chance = dice.uniform()
      if chance < 0.05 {
        target += dice.uniform() * (best - target)
      } else if chance < 0.9 {
        target -= dice.uniform() * dice.uniform() * pace * (best - worst + 0.02)
      }
      return target
    }
  }

  @Test("falling targets find what the scan finds")
  func fallingTargetsFind() throws {
    let seed: UInt64 = 17
    var dice = RandomStream(seed: seed, run: 0, stream: StreamID("falling"))
    var found = 0
    for _ in 0..<500 {
      let domain = OutcomeSearchTests.domain(&dice)
      let negotiation = try Negotiation(domain.scenario())
      negotiation.run(0, seed: 1)
      let outcomes = OutcomeSearchTests.scan(domain, negotiation)
      let utilities = outcomes.map(\.utility)
      let (worst, best) = (utilities.min() ?? 0, utilities.max() ?? 1)
      for target in targets(&dice, from: best, to: worst, steps: 30) {
        // A third of the targets are exactly the utility of some outcome.
        let near = utilities.filter { $0 <= target }.max()
        let target = dice.uniform() < 0.33 ? near ?? target : target
        let expected = outcomes.filter { $0.utility >= target }.min { $0.utility < $1.utility }
        #expect(
          negotiation.lowestOutcome(falling: target, for: 0) == expected?.options, "\(target) of \(domain)")
        #expect(negotiation.edge(falling: target, for: 0) == utilities.filter { $0 < target }.max())
        if expected != nil { found += 1 }
      }
    }
    #expect(found > 5_000)
  }

  @Test("falling targets find what a fresh search finds among 65,536 outcomes", arguments: [1, 4])
  func fallingTargetsFindFresh(grain: Int) throws {
    let seed: UInt64 = 19
    var found = 0
    var dice = RandomStream(seed: seed, run: UInt32(grain), stream: StreamID("falling.large"))
    for _ in 0..<20 {
      let options = [4, 4, 4, 4, 4, 4, 4, 4]
      let members = (0..<2).map { _ in
        AdditiveDomain.Member(
          weights: options.map { _ in grain > 1 ? 1 : dice.uniform() },
          values: options.map { count in
            (0..<count).map { _ in
              grain > 1 ? Double(dice.below(UInt64(grain))) / Double(grain) : dice.uniform()
            }
          }, interactions: [], redLines: [])
      }
      let domain = AdditiveDomain(options: options, rounds: 1, members: members)
      let negotiation = try Negotiation(domain.scenario())
      negotiation.run(0, seed: 1)
      for target in targets(&dice, from: 1, to: 0, steps: 100) {
        let carried = negotiation.lowestOutcome(falling: target, for: 0)
        #expect(carried == negotiation.lowestOutcome(notBelow: target, for: 0))
        if carried != nil { found += 1 }
      }
    }
    #expect(found > 500)
  }
}
