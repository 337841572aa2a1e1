import Randomness

/// The events of a run: how likely each is, which have happened, and what their effects add up to.
///
/// A number under effects is `clamp((drawn + sum of additions) * product of factors)`. Lasting
/// effects are accumulated; of temporary ones the number of instances in force is kept, from the
/// rounds in which their event happened.
package final class EventBook {
  private struct Entry: BitwiseCopyable {
    let event: Int
    let target: Int
    let amount: Int
    let multiplies: Bool
    /// Rounds that it lasts; 0 for good.
    let rounds: Int
    /// How many instances are in force.
    var inForce = 0
  }

  /// What the rounds need of an ``Event``.
  private struct Plan: BitwiseCopyable {
    /// Its index in the scenario.
    let event: Int
    let rate: Int
    /// Where its progress rate is kept, or -1.
    let progressRate: Int
    /// Where its shock is kept, or -1 for 1.
    let shock: Int
    let isOnce: Bool
  }

  /// In the order of their names, as are the entries: effects add up, and sums depend on their
  /// order in the last bit.
  private let plans: Lane<Plan>
  private let draws: StreamGroup
  /// Whether each happens in the round at hand.
  private let strikes: Lane<Bool>
  /// Whether the rate of some event depends on the progress of the talks.
  let watchesProgress: Bool
  private let entries: Lane<Entry>
  /// `happened[e * window + r % window]` is r if event e happened in round r, for as many rounds
  /// back as a temporary effect may last.
  private let happened: Lane<Int32>
  /// `ending[r % window]`: how many effects will be over in round r.
  private let ending: Lane<Int32>
  /// One more than the rounds that the longest effect that ends within the run lasts.
  private let window: Int
  /// Per event: the round in which it happened last, or -1.
  private let lastHappened: Lane<Int>
  private let lowest: Lane<Double>
  private let highest: Lane<Double>
  /// Room for the parameters that events changed in a round.
  private let changed: Lane<Int>
  /// Per parameter: the party (or, from P on, the mediator) whose preferences it belongs to;
  /// ``everyParty`` if to what all parties want, -1 if to nobody's.
  let preferenceOwner: Lane<Int>
  static let everyParty = -2
  /// Per parameter: whether the mediators' leverage and effort depend on it.
  let movesLeverage: Lane<Bool>
  private let hasTemporary: Bool

  /// Rounds that an effect lasts, 0 for good; what outlasts the run is for good.
  private static func duration(of effect: Event.Effect, in scenario: Scenario) -> Int {
    effect.rounds.map { $0 < scenario.rounds ? $0 : 0 } ?? 0
  }

  /// How many rounds of how many events are kept in `happened`.
  static func happenings(in scenario: Scenario) -> Int {
    let longest = scenario.events.flatMap(\.effects).map { duration(of: $0, in: scenario) }.max() ?? 0
    return longest == 0 ? 0 : scenario.events.count * (longest + 1)
  }

  package init(_ scenario: Scenario, arena: Arena) {
    let progressRates = scenario.progressRates
    watchesProgress = !progressRates.isEmpty
    let byName = NameOrder.places(of: scenario.events.map(\.name))
    plans = arena.lane(
      byName.map { event in
        Plan(
          event: event, rate: scenario.events[event].rate.index,
          progressRate: progressRates.isEmpty ? -1 : progressRates[event],
          shock: scenario.events[event].shock?.index ?? -1,
          isOnce: scenario.events[event].once)
      })
    draws = StreamGroup(byName.map { StreamID("events.\(scenario.events[$0].name)") }, arena: arena)
    entries = arena.lane(
      byName.enumerated().flatMap { event, place in
        scenario.events[place].effects.map { effect in
          let (amount, multiplies) =
            switch effect.change {
            case .add(let id): (id.index, false)
            case .multiply(let id): (id.index, true)
            }
          let rounds = Self.duration(of: effect, in: scenario)
          return Entry(
            event: event, target: effect.target.index, amount: amount, multiplies: multiplies, rounds: rounds)
        }
      })
    let lasting = (0..<entries.count).map { [entries] in entries[$0].rounds }.max() ?? 0
    hasTemporary = lasting > 0
    window = lasting + 1
    happened = arena.lane(hasTemporary ? scenario.events.count * window : 0, of: -1)
    ending = arena.lane(hasTemporary ? window : 0, of: 0)
    // Each effect ends at most once in a round and begins at most once.
    changed = arena.lane(2 * entries.count, of: 0)
    strikes = arena.lane(scenario.events.count, of: false)
    lastHappened = arena.lane(scenario.events.count, of: -1)
    lowest = arena.lane(scenario.parameters.map(\.range.lowerBound))
    highest = arena.lane(scenario.parameters.map(\.range.upperBound))
    var owners = [Int](repeating: -1, count: scenario.parameters.count)
    let actors = scenario.parties.map(\.preferences) + scenario.mediators.map(\.preferences)
    for (actor, preferences) in actors.enumerated() {
      for id in preferences.parameters { owners[id.index] = actor }
    }
    for id in scenario.anchorParameters { owners[id.index] = Self.everyParty }
    preferenceOwner = arena.lane(owners)
    var moves = owners.map { $0 >= scenario.parties.count }
    for id in scenario.leverageParameters { moves[id.index] = true }
    movesLeverage = arena.lane(moves)
  }

  package func reset() {
    guard plans.count > 0 else { return }
    if hasTemporary {
      happened.fill(-1)
      ending.fill(0)
    }
    lastHappened.fill(-1)
    for index in 0..<entries.count { entries[index].inForce = 0 }
  }

  /// Effects that are over end, events happen.
  ///
  /// - Parameters:
  ///   - round: each round of a run once, in their order.
  ///   - progress: how near the talks have come to an agreement, in [0, 1].
  ///   - numbers: are brought up to date.
  ///   - observer: is told what happens.
  /// - Returns: which parameters changed, in the order of changing; valid until the next round.
  package func happen<Observer: TalksObserver>(
    in round: Int, progress: Double, _ numbers: RunNumbers, _ observer: inout Observer
  ) -> Lane<Int> {
    var count = 0
    if someEnds(in: round) {
      for index in 0..<entries.count {
        let entry = entries[index]
        guard entry.inForce > 0, entry.rounds > 0, happened(entry.event, entry.rounds, before: round) else {
          continue
        }
        entries[index].inForce -= 1
        change(entry.target, numbers, &count)
      }
    }
    // All at once: what one event changes moves no other event of the same round.
    numbers.draw(draws, at: round)
    for event in 0..<plans.count {
      let plan = plans[event]
      var rate = numbers[plan.rate]
      if progress > 0, plan.progressRate >= 0 {
        rate = min(max(rate + progress * numbers[plan.progressRate], 0), 1)
      }
      strikes[event] = !(plan.isOnce && lastHappened[event] >= 0) && draws.chance(event) < rate
    }
    for event in 0..<plans.count where strikes[event] {
      note(event, in: round)
      var changes: [TalkAct.Change] = []
      for index in 0..<entries.count where entries[index].event == event {
        let target = entries[index].target
        let before = numbers[target]
        entries[index].inForce += 1
        change(target, numbers, &count)
        if Observer.isListening {
          changes.append(TalkAct.Change(ParameterID(target), from: before, to: numbers[target]))
        }
      }
      if Observer.isListening {
        observer.observe(
          TalkAct(
            round: round, actor: .event(plans[event].event), kind: .event, options: [], changes: changes))
      }
    }
    return changed.slice(0, count)
  }

  /// The shocks of the last rounds (``HazardTerms``): the greatest, each halved every `halfLife`
  /// rounds since it happened last; 0 when nothing has happened.
  func shock(in round: Int, halfLife: Double, _ numbers: RunNumbers) -> Double {
    var greatest = 0.0
    for event in 0..<plans.count where lastHappened[event] >= 0 {
      let size = plans[event].shock < 0 ? 1 : numbers[plans[event].shock]
      let age = Double(round - lastHappened[event])
      greatest = max(greatest, size * Elementary.exp(-age / halfLife * Elementary.log(2)))
    }
    return greatest
  }

  /// Brings a number up to date after its drawn value was changed.
  func update(_ target: Int, _ numbers: RunNumbers) {
    numbers[target] = value(at: target, drawn: numbers.drawn)
  }

  @inline(__always)
  private func change(_ target: Int, _ numbers: RunNumbers, _ count: inout Int) {
    update(target, numbers)
    changed[count] = target
    count += 1
  }

  /// Whether an event happened `ago` rounds before `round`; 0 < ago < window.
  @inline(__always)
  private func happened(_ event: Int, _ ago: Int, before round: Int) -> Bool {
    round >= ago
      && happened[event * window + (round - ago) % window] == Int32(truncatingIfNeeded: round - ago)
  }

  /// Whether some effect is over in a round; asked once, since the page is then free for a later
  /// one.
  @inline(__always)
  private func someEnds(in round: Int) -> Bool {
    guard hasTemporary else { return false }
    let page = round % window
    defer { ending[page] = 0 }
    return ending[page] > 0
  }

  /// Notes that an event happens in a round.
  private func note(_ event: Int, in round: Int) {
    lastHappened[event] = round
    guard hasTemporary else { return }
    happened[event * window + round % window] = Int32(truncatingIfNeeded: round)
    for index in 0..<entries.count where entries[index].event == event && entries[index].rounds > 0 {
      ending[(round + entries[index].rounds) % window] += 1
    }
  }

  /// The number at `target` as the effects in force leave it.
  private func value(at target: Int, drawn: Lane<Double>) -> Double {
    var sum = drawn[target]
    var factor = 1.0
    for index in 0..<entries.count where entries[index].target == target {
      let entry = entries[index]
      guard entry.inForce > 0 else { continue }
      if entry.multiplies {
        // Kept finite: infinity times a number of 0 would be no number.
        let power = min(Self.power(drawn[entry.amount], entry.inForce), .greatestFiniteMagnitude)
        factor = min(factor * power, .greatestFiniteMagnitude)
      } else {
        sum += Double(entry.inForce) * drawn[entry.amount]
      }
    }
    return min(max(sum * factor, lowest[target]), highest[target])
  }

  /// `base^count` by squaring, for base >= 0: an event may have happened a million times.
  private static func power(_ base: Double, _ count: Int) -> Double {
    var (result, square, rest) = (1.0, base, count)
    while true {
      if rest & 1 == 1 { result *= square }
      rest >>= 1
      if rest == 0 { return result }
      square *= square
    }
  }
}

extension Scenario {
  /// Every number that the mediators' leverage and effort come from, beside their preferences.
  fileprivate var leverageParameters: [ParameterID] {
    [mediation.incoherence] + (mediation.allegiance.map { [$0] } ?? [])
      + mediators.flatMap { mediator in
        [mediator.manipulate, mediator.facilitate]
          + mediator.toward.flatMap { [$0.trust, $0.bias, $0.carrot, $0.stick] }
      }
  }
}

extension Preferences {
  /// Every number that the preferences are made of.
  var parameters: [ParameterID] {
    issues.compactMap(\.self).flatMap { preference in
      [preference.weight] + preference.valuation.parameters
    } + interactions.map(\.bonus)
  }
}

extension Valuation {
  var parameters: [ParameterID] {
    switch self {
    case .listed(let values): values
    case .peak(let id), .threshold(let id): [id]
    case .increasing, .decreasing: []
    }
  }
}
