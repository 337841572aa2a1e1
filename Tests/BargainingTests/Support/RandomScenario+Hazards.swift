import Bargaining
import Randomness

extension RandomScenario {
  /// One of the other random scenarios whose hazards look at what happens. Distance is looked at
  /// where everybody's aspiration follows time alone, so that what is asked for is known.
  static func withHazards(_ number: Int, seed: UInt64) -> Scenario {
    let base =
      switch number % 3 {
      case 0: make(number, seed: seed)
      case 1: withHomes(number, seed: seed)
      default: withEnds(number, seed: seed)
      }
    var maker = Extension(
      scenario: base, dice: RandomStream(seed: seed, run: UInt32(number), stream: StreamID("hazards")))
    maker.scenario.rounds += maker.pick(8)
    if maker.happens(0.6) {
      for i in maker.scenario.parties.indices {
        if case .time = maker.scenario.parties[i].tactic { continue }
        maker.scenario.parties[i].tactic = .time(
          TimeTactic(
            curve: .polynomial, beta: maker.amount("parties.p\(i).tactic.beta", 0.3...2),
            start: maker.amount("parties.p\(i).tactic.start", 0...0),
            tolerance: maker.amount("parties.p\(i).tactic.tolerance", 0...0)))
      }
    }
    let followTime = maker.scenario.parties.allSatisfy { if case .time = $0.tactic { true } else { false } }
    func terms(_ path: String, hasPain: Bool) -> HazardTerms {
      HazardTerms(
        distance: followTime && maker.happens(0.7) ? maker.amount("\(path).distance", -3...3) : nil,
        pain: hasPain && maker.happens(0.7) ? maker.amount("\(path).pain", -3...3) : nil,
        shock: maker.happens(0.7) ? maker.amount("\(path).shock", -3...3) : nil,
        trust: maker.happens(0.7) ? maker.amount("\(path).trust", -3...3) : nil)
    }
    maker.scenario.talks.collapseTerms = terms("talks.collapse", hasPain: true)
    maker.scenario.talks.resumptionTerms = terms("talks.resume", hasPain: false)
    maker.scenario.talks.shockHalfLife = maker.happens(0.5) ? maker.amount("talks.half", 0.5...9) : nil
    for e in maker.scenario.events.indices where maker.happens(0.6) {
      maker.scenario.events[e].shock = maker.amount("events.e\(e).shock", 0...1)
    }
    return maker.scenario
  }
}
