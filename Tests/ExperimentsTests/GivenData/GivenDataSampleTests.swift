import Bargaining
import Experiments
import Foundation
import Randomness
import Scenarios
import Simulation
import Testing

/// Indices from runs that are there, against closed forms and against the designed ones.
@Suite("Given data")
struct GivenDataSampleTests {
  private struct Points {
    var inputs: [[Double]]
    var outcomes: [Double]
  }

  private func points(
    _ count: Int, inputs: Int, seed: UInt64, _ outcome: ([Double], Double) -> Double
  ) -> Points {
    var dice = RandomStream(seed: seed, run: 0, stream: StreamID("given"))
    var points = Points(inputs: Array(repeating: [], count: inputs), outcomes: [])
    for _ in 0..<count {
      let x = (0..<inputs).map { _ in dice.uniform() }
      for (place, value) in x.enumerated() { points.inputs[place].append(value) }
      points.outcomes.append(outcome(x, dice.uniform()))
    }
    return points
  }

  @Test("of Ishigami's function the indices are 0.3139, 0.4424 and 0 within intervals of a few hundredths")
  func ishigami() {
    let seed: UInt64 = 5
    let points = points(16_384, inputs: 3, seed: seed) { u, _ in
      let x = u.map { Double.pi * (2 * $0 - 1) }
      return sin(x[0]) + 7 * sin(x[1]) * sin(x[1]) + 0.1 * x[2] * x[2] * x[2] * x[2] * sin(x[0])
    }
    let sample = GivenDataSample(points.outcomes)
    // The closed forms of Ishigami, Homma 1990 with a = 7 and b = 0.1.
    let pi4 = pow(Double.pi, 4)
    let first = 0.5 * (1 + 0.1 * pi4 / 5) * (1 + 0.1 * pi4 / 5)
    let second = 49.0 / 8
    let all = first + second + 0.01 * pi4 * pi4 * (1.0 / 18 - 1.0 / 50)
    for (place, exact) in [first / all, second / all, 0].enumerated() {
      let index = sample.alone(points.inputs[place]).index
      #expect(index.halfWidth < 0.04)
      // A margin of a half-width: three intervals are looked at.
      #expect(abs(index.estimate - exact) < 1.5 * index.halfWidth, "seed \(seed), x\(place + 1): \(index)")
    }
  }

  @Test("of a linear outcome with luck the intervals hold the closed form about 95 times of 100")
  func coverage() {
    // 3x + y + luck of variance 1: Var 9/12, 1/12, 1.
    let exact = [9.0 / 22, 1.0 / 22]
    var held = [0, 0]
    let seed: UInt64 = 100
    for sample in 0..<200 {
      let points = points(1_000, inputs: 2, seed: seed + UInt64(sample)) { x, luck in
        3 * x[0] + x[1] + 12.squareRoot() * (luck - 0.5)
      }
      let given = GivenDataSample(points.outcomes)
      for place in 0..<2 {
        let index = given.alone(points.inputs[place]).index
        if (index.low...index.high).contains(exact[place]) { held[place] += 1 }
      }
    }
    // 200 times 0.95 is 190, its standard deviation 3.1; a jackknife is somewhat rough.
    #expect(held.allSatisfy { $0 >= 178 && $0 < 200 }, "seed \(seed): \(held)")
  }

  @Test("an index is without bias: its mean over many small samples is the closed form")
  func bias() {
    let seed: UInt64 = 900
    let estimates = (0..<300).map { sample -> Double in
      let points = points(200, inputs: 1, seed: seed + UInt64(sample)) { x, luck in
        x[0] + luck
      }
      return GivenDataSample(points.outcomes).alone(points.inputs[0]).estimate
    }
    let mean = estimates.reduce(0, +) / Double(estimates.count)
    let squares = estimates.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let error = (squares / Double(estimates.count * (estimates.count - 1))).squareRoot()
    // 25 bins see all but 1/25² of what x brings about.
    #expect(abs(mean - 0.5) < 4 * error + 0.5 / 625, "seed \(seed): \(mean) ± \(error)")
  }

  @Test("what a division of the runs brings about is the variance between its means")
  func between() {
    let seed: UInt64 = 77
    var dice = RandomStream(seed: seed, run: 0, stream: StreamID("parts"))
    let parts = (0..<20_000).map { _ in Int(dice.below(2)) }
    // Means 0 and 2, variance within 1/12: between 1, in all 13/12.
    let outcomes = parts.map { 2 * Double($0) + dice.uniform() }
    let index = GivenDataSample(outcomes).between(parts, count: 2).index
    #expect(abs(index.estimate - 12.0 / 13) < 2 * index.halfWidth && index.halfWidth < 0.01, "seed \(seed)")
  }

  private func kept(_ scenario: Scenario, runs: Int) throws -> KeptRuns {
    try #require(
      try KeptRuns.simulated(
        scenario, runs: runs, seed: 3, threads: 2, shouldStop: { false }, onRuns: { _ in }))
  }

  @Test(
    "of the pie the indices are the designed ones times what numbers explain at all, within both intervals")
  func designed() throws {
    let scenario = try ShippedScenario.read("split-the-pie")
    let given = try #require(GivenDataSensitivity(kept(scenario, runs: 16_384), output: .agreement))
    let designed = try #require(
      try SensitivityStudy(scenario, method: .sobol(samples: 16_384), runs: 16, seed: 9).run(threads: 2))
    let numbers = try #require(designed.split?.parts.first { $0.name == "numbers" }?.share)
    #expect(given.findings.count == 2 && designed.findings.count == 2)
    for finding in given.findings {
      let other = try #require(designed.findings.first { $0.parameter == finding.parameter }?.first)
      let expected = other.estimate * numbers.estimate
      let width = finding.share.halfWidth + other.halfWidth + numbers.halfWidth
      #expect(abs(finding.share.estimate - expected) < width)
      #expect(finding.share.low > 0.02)
    }
    // Both matter alike, so they are a tie.
    #expect(given.findings.allSatisfy { $0.ranks == 1...2 })
    #expect(given.parts.map(\.name) == ["numbers_alone", "rest"])
    #expect(abs(given.parts.reduce(0) { $0 + $1.share.estimate } - 1) < 1e-12)
  }

  @Test("a number's better half is the lower one of a reservation, and gains what the runs show")
  func levers() throws {
    let scenario = try ShippedScenario.read("split-the-pie")
    let runs = try kept(scenario, runs: 4_000)
    let levers = try GivenDataLevers(runs, seed: 3, shouldStop: { false })
    let effect = try #require(levers.effects.first { $0.lever.path == "parties.first.reservation" })
    let values = runs.draws[0]
    let middle = values.sorted()[2_000]
    let low = values.indices.filter { values[$0] < middle }
    #expect(effect.agreed.total == 2_000 && low.count == 2_000)
    #expect(effect.agreed.count == low.count { runs.agreed[$0] })
    #expect(effect.values.upperBound < middle && effect.isResolved)
    // The share of all is the mean of the halves: half of their difference is gained.
    let base = Double(levers.baseline.count) / 4_000
    #expect(abs((effect.agreed.share ?? 0) - base - effect.gain) < 1e-12 && effect.gain > 0)
    #expect(effect.gainInterval.contains(effect.gain))
    let share = { (half: [Int]) in Double(half.count { runs.agreed[$0] }) / Double(half.count) }
    // Were the pie without grain, 3/4 of the lower half and 1/4 of the upper one would have a zone.
    #expect(share(low) > 2 * (2 * base - share(low)))
  }

  @Test("a model's other distribution of a number is no effect of the number")
  func models() throws {
    // In the model "hard" willingness is low and agreement rare; within a model it matters not at
    // all.
    let text = """
      {"rounds": 4, "issues": {"x": {"options": ["no", "yes"], "status_quo": "no"}},
       "parties": {
         "a": {"preferences": {"x": {"weight": 1, "values": {"no": 0, "yes": 1}}}, "reservation": 0.2,
               "tactic": "hardliner", "cost_of_delay": {"uniform": [0, 0.001]}},
         "b": {"preferences": {"x": {"weight": 1, "values": {"no": 0, "yes": 1}}}, "reservation": {"uniform": [0.1, 0.2]},
               "tactic": "hardliner"}},
       "models": {"soft": {"weight": 1, "patch": {}},
                  "hard": {"weight": 1, "patch": {"parties": {"b": {"reservation": {"uniform": [1.1, 1.2]}}}}}}}
      """
    let scenario = try ScenarioReader.read(text: text, name: "test.jsonc").scenario
    let runs = try kept(scenario, runs: 2_000)
    #expect(Set(runs.models) == [0, 1] && Set(runs.agreed) == [true, false])
    let given = try #require(GivenDataSensitivity(runs, output: .agreement))
    let path = "parties.b.reservation"
    let finding = try #require(given.findings.first { scenario[$0.parameter].path == path })
    #expect(finding.share.low < 1e-9 && finding.share.high > -1e-9 && finding.share.halfWidth < 0.05)
    let models = try #require(given.parts.first { $0.name == "models" })
    #expect(models.share.estimate > 0.95)
  }
}
