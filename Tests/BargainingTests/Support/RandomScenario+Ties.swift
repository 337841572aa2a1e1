import Bargaining
import Randomness

extension RandomScenario {
  /// One of the other random scenarios in which many outcomes are worth the same to a party and
  /// every rule for ties occurs: values are halves, tenths or thirds, weights small whole numbers,
  /// bonuses tenths.
  ///
  /// Two utilities then differ by nothing but rounding or by a fraction with a denominator of at
  /// most 30 times the sum of the weights, far above any tolerance: what is equal within it is
  /// exactly equal.
  static func withTies(_ number: Int, seed: UInt64) -> Scenario {
    var scenario =
      switch number % 3 {
      case 0: make(number, seed: seed)
      case 1: withProtocols(number, seed: seed)
      default: withWalkers(number, seed: seed)
      }
    var dice = RandomStream(seed: seed, run: UInt32(number), stream: StreamID("ties"))
    func pick(_ count: Int) -> Int { Int(dice.below(UInt64(count))) }
    // Over a single text nobody offers anything.
    for f in scenario.forums.indices {
      if case .singleText = scenario.forums[f].rules { scenario.forums[f].rules = .alternating }
    }
    // The range stays that of the number, so that no event makes a weight or a cost negative.
    func set(_ id: ParameterID, _ value: Double) {
      let range = scenario.parameters[id.index].range
      scenario.parameters[id.index].distribution = .constant(value)
      scenario.parameters[id.index].range = range.lowerBound...max(range.upperBound, value)
    }
    for i in scenario.parties.indices {
      scenario.parties[i].ties = TieRule.allCases[pick(4)]
      let steps = [2, 3, 10][pick(3)]
      for preference in scenario.parties[i].preferences.issues {
        guard let preference else { continue }
        set(preference.weight, Double(pick(4)))
        if case .listed(let ids) = preference.valuation {
          for id in ids { set(id, Double(pick(steps + 1)) / Double(steps)) }
        }
      }
      for interaction in scenario.parties[i].preferences.interactions {
        set(interaction.bonus, Double(pick(7) - 3) / 10)
      }
    }
    for issue in scenario.issues {
      guard let tentative = issue.tentative, case .cost(let cost) = tentative.reopening else { continue }
      set(tentative.firmness, Double(pick(2)))
      set(cost, Double(pick(3)))
    }
    return scenario
  }
}
