import Bargaining
import Randomness

extension RandomScenario {
  /// Adds numbers to a scenario that is there already.
  struct Extension {
    var scenario: Scenario
    var dice: RandomStream

    mutating func pick(_ count: Int) -> Int { Int(dice.below(UInt64(count))) }
    mutating func happens(_ chance: Double) -> Bool { dice.uniform() < chance }

    mutating func amount(_ path: String, _ range: ClosedRange<Double>) -> ParameterID {
      let (a, b) = (dice.uniform(), dice.uniform())
      let length = range.upperBound - range.lowerBound
      scenario.parameters.append(
        Parameter(
          path: path,
          distribution: .uniform(
            low: range.lowerBound + length * min(a, b), high: range.lowerBound + length * max(a, b)),
          range: range, provenance: .unmarked))
      return ParameterID(scenario.parameters.count - 1)
    }

    /// Half of the parties can live with little, so that there is more to agree on.
    mutating func soften() {
      for i in scenario.parties.indices where happens(0.5) {
        scenario.parameters[scenario.parties[i].reservation.index].distribution = .uniform(low: 0, high: 0.2)
      }
    }

    mutating func ratification(_ i: Int) -> Ratification {
      let path = "parties.p\(i).ratification"
      let factions = (0...pick(3)).map { faction("\(path).factions.f\($0)") }
      return Ratification(
        quota: amount("\(path).quota", 0.2...1), factions: factions,
        failures: happens(0.3) ? nil : 1 + pick(2), trustLoss: amount("\(path).trust_loss", 0...0.6),
        learning: amount("\(path).learning", happens(0.5) ? 0...0 : 0...1),
        foresight: amount("\(path).foresight", [0...0, 0...0, 0...1, 1...1][pick(4)]))
    }

    private mutating func faction(_ path: String) -> Faction {
      var adjustments: [Faction.Adjustment?] = []
      for (k, issue) in scenario.issues.enumerated() {
        guard happens(0.5) else {
          adjustments.append(nil)
          continue
        }
        let weight = amount("\(path).i\(k).weight", 0...3)
        var values: [ParameterID?] = []
        for o in issue.options.indices {
          values.append(happens(0.5) ? amount("\(path).i\(k).\(o)", -0.5...0.5) : nil)
        }
        adjustments.append(Faction.Adjustment(weight: weight, values: values))
      }
      let minimum = amount("\(path).minimum", 0...1)
      if let e = scenario.events.indices.last, happens(0.3) {
        let change = Event.Effect.Change.add(amount("\(path).event", -0.5...0.5))
        scenario.events[e].effects.append(
          Event.Effect(target: minimum, change: change, rounds: happens(0.5) ? 1 + pick(3) : nil))
      }
      let condition = Condition([
        .init(issue: 0, options: OptionSelection([0, 1])), .init(issue: 1, options: OptionSelection([1])),
      ])
      return Faction(
        name: String(path.suffix(2)), weight: amount("\(path).weight", 0.1...1), minimum: minimum,
        bears: amount("\(path).bears", happens(0.5) ? 0...0 : 0...1),
        carrotShare: amount("\(path).carrot_share", happens(0.5) ? 0...0 : 0...1), adjustments: adjustments,
        interactions: happens(0.3)
          ? [Interaction(condition: condition, bonus: amount("\(path).bonus", -0.3...0.3))] : [])
    }
  }

  /// One ``withProtocols(_:seed:)`` whose deals need homes.
  static func withHomes(_ number: Int, seed: UInt64) -> Scenario {
    var maker = Extension(
      scenario: withProtocols(number, seed: seed),
      dice: RandomStream(seed: seed, run: UInt32(number), stream: StreamID("homes")))
    maker.soften()
    // Time to come back with something better.
    maker.scenario.rounds += 6
    maker.scenario.parameters[maker.scenario.talks.resume.base.index].distribution = .constant(1)
    for i in maker.scenario.parties.indices where i == 0 || maker.happens(0.6) {
      let ratification = maker.ratification(i)
      maker.scenario.parties[i].ratification = ratification
    }
    return maker.scenario
  }

  /// One ``withProtocols(_:seed:)`` in which all propose at once and walk through their outcomes:
  /// MiCRO, random, Zeuthen, or what they did before. Nothing changes what they want, and no text
  /// comes between.
  static func withWalkers(_ number: Int, seed: UInt64) -> Scenario {
    var maker = Extension(
      scenario: withProtocols(number, seed: seed),
      dice: RandomStream(seed: seed, run: UInt32(number), stream: StreamID("walkers")))
    maker.soften()
    let tactics: [Tactic?] = [.micro, .random, .zeuthen, nil]
    // Often all of a kind: then they end as their authors say.
    let common = maker.happens(0.5) ? tactics[maker.pick(3)] : nil
    for i in maker.scenario.parties.indices {
      if let tactic = common ?? tactics[maker.pick(4)] { maker.scenario.parties[i].tactic = tactic }
    }
    for f in maker.scenario.forums.indices {
      maker.scenario.forums[f].rules = .simultaneous
      maker.scenario.forums[f].mediators = []
      maker.scenario.forums[f].members = Array(maker.scenario.parties.indices)
    }
    let parameters = maker.scenario.parameters
    for e in maker.scenario.events.indices {
      maker.scenario.events[e].effects.removeAll {
        let path = parameters[$0.target.index].path
        return path.contains(".preferences.") || path.contains(".reopening.")
      }
    }
    return maker.scenario
  }
}
