import Bargaining
import Randomness

extension RandomScenario {
  /// The same with up to four tolls, drawn by another stream, whose rates events may change.
  static func withTolls(_ scenario: Scenario, _ number: Int, seed: UInt64) -> Scenario {
    var scenario = scenario
    var dice = RandomStream(seed: seed, run: UInt32(number), stream: StreamID("tolls"))
    func pick(_ count: Int) -> Int { Int(dice.below(UInt64(count))) }
    func rate(_ path: String, _ distribution: Distribution) -> ParameterID {
      scenario.parameters.append(
        Parameter(path: path, distribution: distribution, range: 0...1e12, provenance: .unmarked))
      return ParameterID(scenario.parameters.count - 1)
    }
    for toll in 0..<pick(5) {
      let perRound = rate("tolls.t\(toll).per_round", pick(2) == 0 ? 3 : .uniform(low: 0, high: 1_000))
      let when: Toll.Circumstance
      if pick(2) == 0 {
        when = .talks(TalksState.allCases[pick(4)])
      } else {
        let k = pick(scenario.issues.count)
        let count = scenario.issues[k].options.count
        when = .inForce(
          Condition([
            Condition.Clause(issue: k, options: OptionSelection([pick(count), pick(count)]))
          ]))
      }
      scenario.tolls.append(Toll(name: "t\(toll)", perRound: perRound, when: when))
      if !scenario.events.isEmpty, pick(2) == 0 {
        let amount = rate("events.0.tolls.\(toll)", 7)
        scenario.events[0].effects.append(
          Event.Effect(target: perRound, change: .add(amount), rounds: pick(2) == 0 ? nil : 2))
      }
    }
    return scenario
  }
}
