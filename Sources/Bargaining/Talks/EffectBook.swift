/// Which events have happened in a run and what their effects add up to.
///
/// A number under effects is `clamp((drawn + sum of additions) * product of factors)`. Lasting effects are accumulated; of
/// temporary ones the number of instances in force is kept, from the rounds in which their event happened.
struct EffectBook {
  struct Entry: BitwiseCopyable {
    let event: Int
    let target: Int
    let amount: Int
    let multiplies: Bool
    /// Rounds that it lasts; 0 for good.
    let rounds: Int
    /// How many instances are in force.
    var inForce = 0
  }

  let entries: Lane<Entry>
  /// `happened[e * R + r]`.
  let happened: Lane<Bool>
  let hasHappened: Lane<Bool>
  let lowest: Lane<Double>
  let highest: Lane<Double>
  /// Per parameter: the party (or, from P on, the mediator) whose preferences it belongs to, or -1.
  let preferenceOwner: Lane<Int>
  let rounds: Int
  let hasTemporary: Bool

  init(_ scenario: Scenario, arena: Arena) {
    rounds = scenario.rounds
    entries = arena.lane(
      scenario.events.enumerated().flatMap { event, value in
        value.effects.map { effect in
          let (amount, multiplies) =
            switch effect.change {
            case .add(let id): (id.index, false)
            case .multiply(let id): (id.index, true)
            }
          return Entry(
            event: event, target: effect.target.index, amount: amount, multiplies: multiplies,
            rounds: effect.rounds ?? 0)
        }
      })
    hasTemporary = scenario.events.contains { $0.effects.contains { $0.rounds != nil } }
    happened = arena.lane(hasTemporary ? scenario.events.count * scenario.rounds : 0, of: false)
    hasHappened = arena.lane(scenario.events.count, of: false)
    lowest = arena.lane(scenario.parameters.map(\.range.lowerBound))
    highest = arena.lane(scenario.parameters.map(\.range.upperBound))
    var owners = [Int](repeating: -1, count: scenario.parameters.count)
    let actors = scenario.parties.map(\.preferences) + scenario.mediators.map(\.preferences)
    for (actor, preferences) in actors.enumerated() {
      for id in preferences.parameters { owners[id.index] = actor }
    }
    preferenceOwner = arena.lane(owners)
  }

  func reset() {
    guard entries.count > 0 else { return }
    if hasTemporary { happened.fill(false) }
    hasHappened.fill(false)
    for index in 0..<entries.count { entries[index].inForce = 0 }
  }

  /// The number at `target` as the effects in force leave it.
  func value(at target: Int, drawn: Lane<Double>, numbers: Lane<Double>) -> Double {
    var sum = drawn[target]
    var factor = 1.0
    for index in 0..<entries.count where entries[index].target == target {
      let entry = entries[index]
      guard entry.inForce > 0 else { continue }
      if entry.multiplies {
        for _ in 0..<entry.inForce { factor *= drawn[entry.amount] }
      } else {
        sum += Double(entry.inForce) * drawn[entry.amount]
      }
    }
    return min(max(sum * factor, lowest[target]), highest[target])
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
