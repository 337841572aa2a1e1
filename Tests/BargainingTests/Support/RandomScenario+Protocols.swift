import Bargaining
import Randomness

extension RandomScenario {
  /// The same with other protocols, voters and orders of the agenda, drawn by another stream.
  static func withProtocols(_ number: Int, seed: UInt64) -> Scenario {
    var scenario = make(number, seed: seed)
    var dice = RandomStream(seed: seed, run: UInt32(number), stream: StreamID("protocols"))
    func pick(_ count: Int) -> Int { Int(dice.below(UInt64(count))) }
    for f in scenario.forums.indices {
      let hasMediator = !scenario.forums[f].mediators.isEmpty
      switch pick(hasMediator ? 9 : 5) {
      case 0, 1: scenario.forums[f].rules = .simultaneous
      case 2, 3: scenario.forums[f].rules = .ultimatum
      case 4: break
      default:
        scenario.forums[f].rules = .singleText(
          SingleText(proposals: 1 + pick(12), sittings: pick(2) == 0 ? nil : 1 + pick(3)))
      }
      // Where a single text begins is then no matter of chance.
      if case .singleText = scenario.forums[f].rules {
        for k in scenario.issues.indices where scenario.issues[k].statusQuo == nil {
          scenario.issues[k].statusQuo = pick(scenario.issues[k].options.count)
        }
      }
    }
    for i in scenario.parties.indices where pick(2) == 0 {
      let temperature = ParameterID(scenario.parameters.count)
      scenario.parameters.append(
        Parameter(
          path: "parties.p\(i).voter.annealer.temperature", distribution: .uniform(low: 0, high: 0.3),
          range: 0...10, provenance: .unmarked))
      scenario.parties[i].voter = .annealer(temperature: temperature)
    }
    let agenda = scenario.agenda
    switch pick(4) {
    case 0: scenario.order = AgendaOrder(stages: agenda.map { [$0] }.reversed(), holds: pick(3) == 0)
    case 1:
      let first = agenda.filter { _ in pick(2) == 0 }
      scenario.order = .interim(first: first.isEmpty ? [agenda[0]] : first, holds: pick(3) > 0)
    default: break
    }
    if scenario.order.holds {
      for k in scenario.issues.indices where scenario.issues[k].statusQuo == nil {
        scenario.issues[k].statusQuo = 0
      }
    }
    return scenario
  }
}
