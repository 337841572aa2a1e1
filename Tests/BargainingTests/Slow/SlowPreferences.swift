import Bargaining

/// Utilities and outcomes straight from their definitions: plain arrays, every outcome visited.
struct SlowPreferences {
  let scenario: Scenario
  /// One per parameter.
  var numbers: [Double]

  func number(_ id: ParameterID) -> Double { numbers[id.index] }

  /// `sum w v + sum of the bonuses of the conditions that hold`, weights over their sum.
  func utility(_ outcome: [Int], to preferences: Preferences) -> Double {
    let total = preferences.issues.reduce(0) { $0 + ($1.map { number($0.weight) } ?? 0) }
    var utility = 0.0
    for (k, preference) in preferences.issues.enumerated() {
      guard let preference, total > 0 else { continue }
      utility += number(preference.weight) / total * value(preference.valuation, of: outcome[k], on: k)
    }
    for interaction in preferences.interactions where interaction.condition.holds(in: outcome) {
      utility += number(interaction.bonus)
    }
    return utility
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
