import Bargaining
import Randomness

extension Scenario {
  /// The same with what stands between parties and mediators, drawn by another stream: some
  /// parties overstate, of the error of estimates (which is none) a share stays, and trust moves.
  func withDoubts(_ number: Int, seed: UInt64) -> Scenario {
    var scenario = self
    var dice = RandomStream(seed: seed, run: UInt32(number), stream: StreamID("doubts"))
    func amount(_ path: String, _ range: ClosedRange<Double>) -> ParameterID {
      let length = range.upperBound - range.lowerBound
      let (a, b) = (range.lowerBound + length * dice.uniform(), range.lowerBound + length * dice.uniform())
      scenario.parameters.append(
        Parameter(
          path: path, distribution: .uniform(low: min(a, b), high: max(a, b)), range: range,
          provenance: .unmarked))
      return ParameterID(scenario.parameters.count - 1)
    }
    for i in parties.indices where dice.uniform() < 0.5 {
      scenario.parties[i].overstatement = amount("parties.p\(i).overstatement", 0...1)
    }
    for m in mediators.indices {
      for i in parties.indices where dice.uniform() < 0.7 {
        let path = "mediators.m\(m).toward.p\(i)"
        scenario.mediators[m].toward[i].gain = amount("\(path).gain", 0...0.6)
        scenario.mediators[m].toward[i].loss = amount("\(path).loss", 0...0.6)
      }
    }
    if mediators.count > 1, dice.uniform() < 0.6 { scenario.mediation.joint = [Array(mediators.indices)] }
    if dice.uniform() < 0.6 { scenario.mediation.allegiance = amount("mediation.allegiance", 0...1) }
    if dice.uniform() < 0.6 { scenario.mediation.suspicion = amount("mediation.suspicion", 0...1) }
    scenario.mediation.floor = amount("mediation.floor", 0...1)
    return scenario
  }
}
