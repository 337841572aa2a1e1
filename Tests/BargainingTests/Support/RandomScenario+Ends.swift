import Bargaining
import Randomness

extension RandomScenario {
  /// One of the other random scenarios with a deadline, horizons or both.
  static func withEnds(_ number: Int, seed: UInt64) -> Scenario {
    let base =
      switch number % 4 {
      case 0: make(number, seed: seed)
      case 1: withProtocols(number, seed: seed)
      case 2: withHomes(number, seed: seed)
      default: withWalkers(number, seed: seed)
      }
    var maker = Extension(
      scenario: base, dice: RandomStream(seed: seed, run: UInt32(number), stream: StreamID("ends")))
    maker.scenario.rounds += maker.pick(8)
    let longest = Double(maker.scenario.rounds + 3)
    let hasDeadline = maker.happens(0.7)
    if hasDeadline {
      maker.scenario.talks.deadline = Deadline(
        round: maker.amount("talks.deadline.round", 1...longest),
        extensionChance: maker.amount("talks.deadline.extension", 0...1),
        extensionRounds: maker.happens(0.8) ? maker.amount("talks.deadline.by", 1...4) : nil)
    } else {
      for f in maker.scenario.forums.indices {
        if case .singleText(var plan) = maker.scenario.forums[f].rules {
          plan.sittings = plan.sittings ?? 1 + maker.pick(3)
          maker.scenario.forums[f].rules = .singleText(plan)
        }
      }
    }
    for i in maker.scenario.parties.indices where !hasDeadline || maker.happens(0.6) {
      let horizon = maker.amount("parties.p\(i).horizon", 0...longest)
      maker.scenario.parties[i].horizon = horizon
      // Whoever has come to its end stays there: what a walker has offered since is not on its
      // list.
      if number % 4 < 3, let e = maker.scenario.events.indices.last, maker.happens(0.3) {
        let change = Event.Effect.Change.add(maker.amount("events.horizon\(i)", -3...3))
        maker.scenario.events[e].effects.append(Event.Effect(target: horizon, change: change, rounds: nil))
      }
    }
    return maker.scenario
  }
}
