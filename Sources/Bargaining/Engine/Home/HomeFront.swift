/// The homes of the parties in one run: whether a deal passes there, and what it would have taken.
///
/// What outcomes are worth to factions is computed when a deal is put to them, so that rounds
/// without a deal pay nothing.
package final class HomeFront {
  private struct Voter: BitwiseCopyable {
    let table: UtilityTable
    let weight: Int
    let minimum: Int
    /// Of the vote that is held.
    var utility = 0.0
    var accepts = false
  }

  /// How a deal fared, as ``HomeVote`` has it.
  package struct Count {
    package var share: Double
    package var quota: Double
    package var shortfall: Double
    package var hasPassed: Bool
  }

  /// Parties that have to ratify, in the order of their names, and what that takes.
  package let ratifying: [(party: Int, ratification: Ratification)]
  /// Those parties; and in which order they are asked about the deal at hand.
  let asked: Lane<Int>
  let order: Lane<Int>
  private let parties: [Party]
  private let layout: IssueLayout
  private let numbers: RunNumbers
  /// Factions, party after party.
  private let voters: Lane<Voter>
  /// Per party: the place of its first faction.
  private let first: [Int]
  /// Per party: its factions in the order of their names, for sums over them.
  private let byName: [[Int]]

  package init(_ scenario: Scenario, layout: IssueLayout, numbers: RunNumbers, arena: Arena) {
    self.layout = layout
    self.numbers = numbers
    parties = scenario.parties
    ratifying = NameOrder.places(of: scenario.parties.map(\.name)).compactMap { party in
      let value = scenario.parties[party]
      return value.isAskedAtHome ? value.ratification.map { (party, $0) } : nil
    }
    asked = arena.lane(ratifying.map(\.party))
    order = arena.lane(ratifying.map(\.party))
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
    self.first = first
    byName = scenario.parties.map { NameOrder.places(of: ($0.ratification?.factions ?? []).map(\.name)) }
  }

  /// Puts a deal to the factions of a party.
  package func vote(of party: Int, under ratification: Ratification, on deal: Lane<UInt8>) -> Count {
    let places = byName[party].map { first[party] + $0 }
    var total = 0.0
    var accepted = 0.0
    for place in places {
      let (voter, faction) = (voters[place], ratification.factions[place - first[party]])
      voter.table.fill(
        from: parties[party].preferences, adjustedBy: faction, numbers: numbers.current,
        layout: layout)
      let utility = voter.table.utility(deal)
      let accepts = utility >= numbers[voter.minimum] - UtilityGrid.tolerance
      voters[place].utility = utility
      voters[place].accepts = accepts
      total += numbers[voter.weight]
      if accepts { accepted += numbers[voter.weight] }
    }
    let quota = numbers[ratification.quota.index]
    let share = total > 0 ? accepted / total : 0
    let hasPassed = share >= quota - UtilityGrid.tolerance
    return Count(
      share: share, quota: quota, shortfall: hasPassed ? 0 : shortfall(places, total, quota),
      hasPassed: hasPassed)
  }

  /// The least utility that would have carried the deal, had every faction got it on top.
  private func shortfall(_ places: [Int], _ total: Double, _ quota: Double) -> Double {
    func lacks(_ place: Int) -> Double {
      max(0, numbers[voters[place].minimum] - voters[place].utility)
    }
    var least = Double.infinity
    for place in places where total > 0 && lacks(place) < least {
      let won = places.reduce(0) { lacks($1) <= lacks(place) ? $0 + numbers[voters[$1].weight] : $0 }
      if won / total >= quota - UtilityGrid.tolerance { least = lacks(place) }
    }
    return least
  }

  /// The vote that was held last at the home of a party, faction by faction.
  package func told(_ vote: Count, of party: Int, under ratification: Ratification) -> HomeVote {
    let voters = ratification.factions.indices.map { self.voters[first[party] + $0] }
    let total = byName[party].reduce(0) { $0 + numbers[voters[$1].weight] }
    return HomeVote(
      hasPassed: vote.hasPassed, share: vote.share, quota: vote.quota, shortfall: vote.shortfall,
      factions: voters.map {
        HomeVote.FactionVote(
          share: total > 0 ? numbers[$0.weight] / total : 0, utility: $0.utility,
          minimum: numbers[$0.minimum], accepts: $0.accepts)
      })
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
