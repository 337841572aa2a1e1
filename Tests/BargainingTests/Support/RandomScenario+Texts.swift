import Bargaining
import Randomness

extension RandomScenario {
  /// One of the other random scenarios in which mediators have up to three texts ready, drawn by
  /// another stream. Events may put them off.
  static func withTexts(_ number: Int, seed: UInt64) -> Scenario {
    var scenario =
      switch number % 5 {
      case 0: withVoices(number, seed: seed)
      case 1, 2: withProtocols(number, seed: seed)
      case 3: withHomes(number, seed: seed)
      default: make(number, seed: seed)
      }
    var dice = RandomStream(seed: seed, run: UInt32(number), stream: StreamID("texts"))
    func pick(_ count: Int) -> Int { Int(dice.below(UInt64(count))) }
    func amount(_ path: String, _ range: ClosedRange<Double>) -> ParameterID {
      let (a, b) = (range.upperBound * dice.uniform(), range.upperBound * dice.uniform())
      scenario.parameters.append(
        Parameter(
          path: path,
          distribution: pick(2) == 0 ? .constant(a.rounded()) : .uniform(low: min(a, b), high: max(a, b)),
          range: range, provenance: .unmarked))
      return ParameterID(scenario.parameters.count - 1)
    }
    // Else next to no text is ever taken.
    if pick(2) == 0 {
      for i in scenario.parties.indices {
        scenario.parties[i].acceptance = .constant(amount("parties.p\(i).acceptance.constant", 0...0.4))
      }
    }
    let best = evenOutcome(of: scenario, run: UInt32(number), seed: seed)
    let settled = scenario.issues.indices.filter { scenario.issues[$0].statusQuo != nil }
    for m in scenario.mediators.indices {
      for place in 0..<pick(4) {
        let isDrawn = pick(2) == 0
        let options = scenario.issues.indices.map { k in
          let issue = scenario.issues[k]
          if !isDrawn { return best[k] }
          let stays = !issue.isOnAgenda || pick(3) == 0
          return stays ? issue.statusQuo ?? 0 : pick(issue.options.count)
        }
        var text = PreparedText(options: options)
        let path = "mediators.m\(m).texts.\(place).at"
        if pick(2) == 0 { text.round = amount(path, 0...Double(scenario.rounds)) }
        switch pick(4) {
        case 0: text.occasion = .resumption
        case 1 where !settled.isEmpty:
          let k = settled[pick(settled.count)]
          let count = scenario.issues[k].options.count
          text.occasion = .inForce(
            Condition([Condition.Clause(issue: k, options: OptionSelection([pick(count), pick(count)]))]))
        default: break
        }
        scenario.mediators[m].texts.append(text)
        if let round = text.round, let e = scenario.events.indices.last, pick(3) == 0 {
          let change = Event.Effect.Change.add(amount("events.text\(m)\(place)", 0...3))
          scenario.events[e].effects.append(Event.Effect(target: round, change: change, rounds: nil))
        }
      }
    }
    return scenario
  }

  /// The outcome that leaves the worst-off party most, by the numbers of a run.
  private static func evenOutcome(of scenario: Scenario, run: UInt32, seed: UInt64) -> [Int] {
    let numbers = scenario.parameters.map { $0.draw(run: run, seed: seed) }
    let world = SlowPreferences(scenario: scenario, numbers: numbers)
    func worst(_ outcome: [Int]) -> Double {
      scenario.parties.map { party in
        world.crosses(outcome, redLinesOf: party.preferences)
          ? -9 : world.utility(outcome, to: party.preferences)
      }.min() ?? 0
    }
    let outcomes = world.outcomes(locks: scenario.issues.map { $0.isOnAgenda ? nil : $0.statusQuo })
    return outcomes.max { worst($0) < worst($1) } ?? []
  }
}
