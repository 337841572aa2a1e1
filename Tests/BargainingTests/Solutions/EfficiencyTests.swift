import Bargaining
import Randomness
import Testing

struct EfficiencyTests {
  @Test func nashRatioAndParetoDistanceAreTheOnesOfAScanOverAllOutcomes() throws {
    var dice = RandomStream(seed: 36, run: 0, stream: StreamID("efficiency"))
    var (ratios, distances) = (0, 0)
    for _ in 0..<200 {
      let trial = try RandomSolutionTests.Trial(&dice)
      let negotiation = try Negotiation(trial.scenario)
      negotiation.run(0, seed: 1)
      let meter = EfficiencyMeter(negotiation)
      let slow = trial.slow
      let products = slow.admissible.map { slow.surpluses($0).reduce(1) { $0 * max(0, $1) } }
      let greatest = products.max() ?? 0
      let frontier = Set(slow.pareto)
      for _ in 0..<5 {
        let row = slow.rows[Int(dice.below(UInt64(slow.rows.count)))]
        let found = try #require(meter.efficiency(of: row.options.map(UInt8.init)))
        let product = slow.surpluses(row).reduce(1) { $0 * max(0, $1) }
        if greatest > 0, row.crossed.isEmpty {
          #expect(abs(try #require(found.nashRatio) - product / greatest) < 1e-9)
          ratios += 1
        } else if greatest == 0 {
          #expect(found.nashRatio == nil)
        }
        let nearest = slow.rows.filter { frontier.contains($0.rank) }.map { other in
          zip(other.utilities, row.utilities).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
        }.min()
        #expect((found.paretoDistance == nil) == (nearest == nil))
        if let nearest, let distance = found.paretoDistance {
          #expect(abs(distance - nearest) < 1e-12)
          if nearest > 0 { distances += 1 }
        }
      }
    }
    #expect(ratios > 100 && distances > 100)
  }

  @Test func anEfficientOutcomeHasNoDistanceAndTheNashOutcomeTheRatioOne() throws {
    let domain = ClosedFormSolutionTests.pie(steps: 100, 0.2, 0.4)
    let negotiation = try Negotiation(domain.scenario())
    negotiation.run(0, seed: 1)
    let meter = EfficiencyMeter(negotiation)
    // (0.4 - 0.2)(0.6 - 0.4) is the greatest product; at (0.3, 0.7) it is 0.1 * 0.3, three quarters of that.
    #expect(meter.efficiency(of: [40]) == Efficiency(nashRatio: 1, paretoDistance: 0))
    #expect(abs((meter.efficiency(of: [30])?.nashRatio ?? 0) - 0.75) < 1e-9)
    #expect(meter.efficiency(of: [10])?.nashRatio == 0)
  }
}
