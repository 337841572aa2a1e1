/// The factions of all parties in one run: what outcomes are worth to each. Worths are computed
/// when a deal is put to them, so that rounds without a deal pay nothing.
struct HomeFront {
  struct Voter: BitwiseCopyable {
    let table: UtilityTable
    let weight: Int
    let minimum: Int
    /// Of the vote that is held.
    var utility = 0.0
    var accepts = false
  }

  /// Parties that have to ratify, in the order of the scenario.
  let parties: [Int]
  /// Factions, party after party.
  let voters: Lane<Voter>
  /// Per party: the place of its first faction.
  let first: Lane<Int>

  init(_ scenario: Scenario, layout: IssueLayout, arena: Arena) {
    parties = scenario.parties.indices.filter {
      scenario.parties[$0].hasVeto && scenario.parties[$0].ratification != nil
    }
    var voters: [Voter] = []
    var first: [Int] = []
    for party in scenario.parties {
      first.append(voters.count)
      for faction in party.ratification?.factions ?? [] {
        voters.append(
          Voter(
            table: UtilityTable(
              preferences: party.preferences.shared(by: faction), layout: layout, arena: arena),
            weight: faction.weight.index, minimum: faction.minimum.index))
      }
    }
    self.voters = arena.lane(voters)
    self.first = arena.lane(first)
  }
}

extension Preferences {
  /// What a faction of the party weighs: the party's issues, its interactions and the faction's
  /// own. Red lines are the party's at the table.
  func shared(by faction: Faction) -> Preferences {
    Preferences(issues: issues, interactions: interactions + faction.interactions)
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
    let total = (0..<layout.optionCounts.count).reduce(0) { $0 + weight($1) }
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
