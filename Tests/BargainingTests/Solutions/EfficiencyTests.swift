import Bargaining
import Randomness
import Testing

struct EfficiencyTests {
  @Test("Nash ratio and Pareto distance are the ones of a scan over all outcomes")
  func nashRatioPareto() throws {
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

  @Test(
    "the distance to the Kalai-Smorodinsky outcome is that of a scan over all outcomes, to the nearest of equals"
  )
  func kalaiSmorodinsky() throws {
    let seed: UInt64 = 37
    var dice = RandomStream(seed: seed, run: 0, stream: StreamID("efficiency"))
    var (positive, zero, none) = (0, 0, 0)
    for trial in 0..<300 {
      let drawn = try RandomSolutionTests.Trial(&dice)
      let negotiation = try Negotiation(drawn.scenario)
      negotiation.run(0, seed: 1)
      let meter = EfficiencyMeter(negotiation)
      let slow = drawn.slow
      let ideals = slow.ideals(over: slow.admissible)
      let efficient = Set(slow.pareto)
      let candidates = slow.feasible.filter { efficient.contains($0.rank) }
      let greatest = candidates.map { slow.leastShare($0, of: ideals) }.max()
      for _ in 0..<5 {
        let row = slow.rows[Int(dice.below(UInt64(slow.rows.count)))]
        let found = meter.efficiency(of: row.options.map(UInt8.init))?.kalaiSmorodinskyDistance
        guard let greatest else {
          #expect(found == nil, "seed \(seed), trial \(trial)")
          none += 1
          continue
        }
        let nearest = candidates.filter { slow.leastShare($0, of: ideals) > greatest - 1e-9 }.map { other in
          zip(other.utilities, row.utilities).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
        }.min()
        let distance = try #require(found, "seed \(seed), trial \(trial)")
        #expect(abs(distance - (nearest ?? .nan)) < 1e-11, "seed \(seed), trial \(trial)")
        if distance > 0 { positive += 1 } else { zero += 1 }
      }
    }
    #expect(positive > 100 && zero > 5 && none > 5)
  }

  @Test("an efficient outcome has no distance and the Nash outcome the ratio one")
  func efficientOutcomeHas() throws {
    let domain = ClosedFormSolutionTests.pie(steps: 100, 0.2, 0.4)
    let negotiation = try Negotiation(domain.scenario())
    negotiation.run(0, seed: 1)
    let meter = EfficiencyMeter(negotiation)
    // (0.4 - 0.2)(0.6 - 0.4) is the greatest product; at (0.3, 0.7) it is 0.1 * 0.3, three quarters
    // of that.
    let nash = try #require(meter.efficiency(of: [40]))
    #expect(nash.nashRatio == 1 && nash.paretoDistance == 0)
    // Of what each could gain, 0.8 and 0.6, both get the share 2/7 at (3/7, 4/7); of hundredths
    // (0.43, 0.57) comes nearest.
    #expect(abs((nash.kalaiSmorodinskyDistance ?? .nan) - 0.03 * 2.0.squareRoot()) < 1e-12)
    #expect(meter.efficiency(of: [43])?.kalaiSmorodinskyDistance == 0)
    #expect(abs((meter.efficiency(of: [30])?.nashRatio ?? 0) - 0.75) < 1e-9)
    #expect(meter.efficiency(of: [10])?.nashRatio == 0)
  }

  @Test("an interim deal is held against what could be had when it was signed")
  func interimDealHeld() throws {
    // Both want x, already in round 0, and come to nothing about y. The greatest product is 0.6 x
    // 0.1, at (no, l) and (no, r); they have 0.2 x 0.2. Left as it was, x is worth 0.4 to both: 0.1
    // over the reservation of that day, whatever the days after cost them.
    let text = AgendaTests.torn(#", "order": "interim", "first": ["x"]"#)
      .replacing(#""no": 0, "yes": 1"#, with: #""no": 0.8, "yes": 1"#)
      .replacing(
        #""reservation": 0.3"#, with: #""reservation": 0.3, "cost_of_delay": 0.01, "discount": 0.99"#)
    let negotiation = try Negotiation(read(text))
    negotiation.run(0, seed: 1)
    #expect(negotiation.record.ending == .partialAgreement && negotiation.record.round == 0)
    let meter = EfficiencyMeter(negotiation)
    let agreed = try #require(meter.efficiency(of: [1, 0]))
    #expect(abs((agreed.nashRatio ?? .nan) - 2.0 / 3) < 1e-9 && agreed.paretoDistance == 0)
    let undone = try #require(meter.efficiency(of: [0, 0]))
    #expect(abs((undone.nashRatio ?? .nan) - 1.0 / 6) < 1e-9)
    #expect(abs((undone.paretoDistance ?? .nan) - 0.02.squareRoot()) < 1e-9)
  }

  @Test("what a party has learnt to bring home does not count against its surplus")
  func partyHasLearnt() throws {
    // Reservations of 0.2 and 0.3 over a pie: the greatest product is 0.25 squared. b learns that
    // its home wants 0.6.
    let faction = RatificationTests.faction("x", 1, 0.6)
    var pie = RatificationTests.pie(#""quota": 1, "learning": 1, "factions": {\#(faction)}"#)
    pie.a = #""reservation": 0.2, "acceptance": "aspiration""#
    pie.b = pie.b.replacing(#""acceptance": {"constant": 0}"#, with: #""acceptance": "aspiration""#)
    pie.rest = pie.rest.replacing(#"["a", "b"]"#, with: #"["b", "a"]"#)
    let negotiation = try Negotiation(pie.scenario())
    negotiation.run(0, seed: 1)
    let record = negotiation.record
    #expect(record.ending == .fullAgreement && record.failedRatifications[1] > 0)
    let ratio = EfficiencyMeter(negotiation).efficiency(of: record.options)?.nashRatio ?? .nan
    #expect(abs(ratio - record.surpluses[0] * record.surpluses[1] / 0.0625) < 1e-9)
    #expect(ratio > 0.1 && ratio < 0.99)
  }
}
