extension Preferences {
  /// What a faction of the party weighs: the party's issues, its interactions and the faction's
  /// own. Red lines are the party's at the table.
  func shared(by faction: Faction) -> Preferences {
    Preferences(issues: issues, interactions: interactions + faction.interactions)
  }
}

extension Ratification {
  /// Every number by which a home votes, beside the preferences of its party.
  var parameters: [ParameterID] {
    var all = [quota, foresight]
    for faction in factions {
      all += [faction.weight, faction.minimum, faction.bears, faction.carrotShare]
      for adjustment in faction.adjustments.compactMap(\.self) {
        all.append(adjustment.weight)
        all += adjustment.values.compactMap(\.self)
      }
      all += faction.interactions.map(\.bonus)
    }
    return all
  }
}

extension UtilityTable {
  /// Takes the numbers of a run for a faction: those of its party, adjusted.
  func fill(from party: Preferences, adjustedBy faction: Faction, numbers: Lane<Double>, layout: IssueLayout)
  {
    func weight(_ k: Int) -> Double {
      guard let preference = party.issues[k] else { return 0 }
      let factor = faction.adjustments[k].map { numbers[$0.weight.index] } ?? 1
      return numbers[preference.weight.index] * factor
    }
    let total = layout.byName.reduce(0) { $0 + weight($1) }
    for k in 0..<layout.optionCounts.count {
      let offset = layout.offsets[k]
      for option in 0..<layout.optionCounts[k] {
        guard let preference = party.issues[k], total > 0 else {
          worth[offset + option] = 0
          continue
        }
        var value = preference.valuation.value(of: option, issue: k, numbers: numbers, layout: layout)
        if let delta = faction.adjustments[k]?.values[option] {
          value = min(max(value + numbers[delta.index], 0), 1)
        }
        worth[offset + option] = UtilityGrid.nearest(weight(k) / total * value)
      }
    }
    let shared = party.interactions.count
    for j in 0..<shared + faction.interactions.count {
      let interaction = j < shared ? party.interactions[j] : faction.interactions[j - shared]
      bonus[j] = UtilityGrid.nearest(numbers[interaction.bonus.index])
    }
  }
}
