import Bargaining

/// Utilities and outcomes straight from their definitions: plain arrays, every outcome visited.
struct SlowPreferences {
  let scenario: Scenario
  /// One per parameter.
  var numbers: [Double]

  func number(_ id: ParameterID) -> Double { numbers[id.index] }

  /// `sum w v + sum of the bonuses of the conditions that hold`, weights over their sum; less what
  /// it costs a party to go beyond what had been settled.
  func utility(_ outcome: [Int], to preferences: Preferences, ofParty isParty: Bool = true) -> Double {
    let total = preferences.issues.reduce(0) { $0 + ($1.map { number($0.weight) } ?? 0) }
    var utility = 0.0
    for (k, preference) in preferences.issues.enumerated() {
      guard let preference, total > 0 else { continue }
      let share = number(preference.weight) / total
      let worth = share * value(preference.valuation, of: outcome[k], on: k)
      utility += worth
      guard isParty, let anchor = anchor(of: k) else { continue }
      let given = share * value(preference.valuation, of: anchor.option, on: k)
      utility -= anchor.price * max(0, given - worth)
    }
    for interaction in preferences.interactions where interaction.condition.holds(in: outcome) {
      utility += number(interaction.bonus)
    }
    return utility
  }

  /// What had been settled of an issue and may be reopened, and what each unit of loss costs then.
  func anchor(of k: Int) -> (option: Int, price: Double)? {
    guard scenario.issues[k].isOnAgenda, let tentative = scenario.issues[k].tentative,
      case .cost(let cost) = tentative.reopening
    else { return nil }
    return (tentative.option, number(tentative.firmness) * number(cost))
  }

  func crosses(_ outcome: [Int], redLinesOf preferences: Preferences) -> Bool {
    preferences.redLines.contains { $0.holds(in: outcome) }
  }

  private func value(_ valuation: Valuation, of option: Int, on k: Int) -> Double {
    let values = scenario.issues[k].options.map { $0.value ?? 0 }
    let (least, greatest) = (values.min() ?? 0, values.max() ?? 0)
    switch valuation {
    case .listed(let ids): return number(ids[option])
    case .increasing: return (values[option] - least) / (greatest - least)
    case .decreasing: return (greatest - values[option]) / (greatest - least)
    case .peak(let at):
      return 1 - abs(values[option] - number(at)) / max(number(at) - least, greatest - number(at))
    case .threshold(let at): return values[option] >= number(at) ? 1 : 0
    }
  }

  /// Every outcome, nested loops, the first issue outermost; issues in `locks` stay where they are.
  func outcomes(locks: [Int?]) -> [[Int]] {
    scenario.issues.indices.reduce([[]]) { prefixes, k in
      let options = locks[k].map { [$0] } ?? Array(scenario.issues[k].options.indices)
      return prefixes.flatMap { prefix in options.map { prefix + [$0] } }
    }
  }
}
