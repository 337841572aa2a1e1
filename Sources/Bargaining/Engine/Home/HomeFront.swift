/// The homes of the parties in one run: whether a deal passes there, and what it would have taken.
///
/// What outcomes are worth to factions, and what they ask for, is taken when a deal is put to them,
/// so that rounds without a deal pay nothing; where homes are watched (``begin(isWatched:)``), at
/// the beginning of the run and whenever one of these numbers has changed.
package final class HomeFront {
  private struct Voter: BitwiseCopyable {
    let table: UtilityTable
    let numbers: Numbers
    /// As they are now.
    var weight = 0.0
    var minimum = 0.0
    /// Of the vote that is held.
    var utility = 0.0
    var accepts = false
  }

  /// Where the numbers of a faction are kept.
  private struct Numbers: BitwiseCopyable {
    let weight: Int
    let minimum: Int
  }

  /// How a deal fared, as ``HomeVote`` has it.
  package struct Count {
    package var share: Double
    package var quota: Double
    package var shortfall: Double
    package var hasPassed: Bool
  }

  /// Parties that have to ratify, in the order of the scenario, and what that takes.
  package let ratifying: [(party: Int, ratification: Ratification)]
  private let parties: [Party]
  private let layout: IssueLayout
  private let numbers: RunNumbers
  private let anchors: Anchors
  /// Factions, party after party.
  private let voters: Lane<Voter>
  /// Per party: the place of its first faction; one more at the end.
  private let first: [Int]
  /// Per party: the share that has to accept.
  private let quotas: Lane<Double>
  /// Per party: whether what is kept of its home is as the numbers are.
  private let isFresh: Lane<Bool>
  private let isWatched: Lane<Bool>
  /// Per parameter: the party at whose home it counts, or -1.
  private let owners: Lane<Int>

  package init(_ scenario: Scenario, layout: IssueLayout, numbers: RunNumbers, arena: Arena) {
    self.layout = layout
    self.numbers = numbers
    anchors = Anchors(scenario, layout: layout, arena: arena)
    parties = scenario.parties
    ratifying = scenario.parties.enumerated().compactMap { party, value in
      value.isAskedAtHome ? value.ratification.map { (party, $0) } : nil
    }
    var voters: [Voter] = []
    var first = [0]
    var owners = [Int](repeating: -1, count: scenario.parameters.count)
    for (index, party) in scenario.parties.enumerated() {
      for faction in party.ratification?.factions ?? [] {
        voters.append(
          Voter(
            table: UtilityTable(
              preferences: party.preferences.shared(by: faction), layout: layout, arena: arena),
            numbers: Numbers(weight: faction.weight.index, minimum: faction.minimum.index)))
      }
      first.append(voters.count)
      guard party.isAskedAtHome, let ratification = party.ratification else { continue }
      for id in party.preferences.parameters + ratification.parameters { owners[id.index] = index }
    }
    self.voters = arena.lane(voters)
    self.first = first
    quotas = arena.lane(scenario.parties.count, of: 1)
    isFresh = arena.lane(scenario.parties.count, of: false)
    isWatched = arena.lane(1, of: false)
    self.owners = arena.lane(owners)
  }

  /// Begins a run.
  ///
  /// - Parameter isWatched: whether somebody asks for homes before a deal is put to them.
  func begin(isWatched: Bool) {
    self.isWatched[0] = isWatched && !ratifying.isEmpty
    isFresh.fill(false)
    guard self.isWatched[0] else { return }
    for (party, ratification) in ratifying { refresh(party, ratification) }
  }

  /// The party at whose home a number counts, or -1.
  @inline(__always)
  func owner(of parameter: Int) -> Int { owners[parameter] }

  /// Numbers that count at the home of a party have changed.
  func noteChange(_ party: Int) {
    isFresh[party] = false
    guard isWatched[0], let ratification = parties[party].ratification else { return }
    refresh(party, ratification)
  }

  /// Takes the numbers as they are.
  private func refresh(_ party: Int, _ ratification: Ratification) {
    isFresh[party] = true
    quotas[party] = numbers[ratification.quota.index]
    for (place, faction) in zip(places(of: party), ratification.factions) {
      voters[place].table.fill(
        from: parties[party].preferences, adjustedBy: faction, numbers: numbers.current, layout: layout)
      anchors.charge(voters[place].table.worth, numbers.current)
      voters[place].weight = numbers[voters[place].numbers.weight]
      voters[place].minimum = numbers[voters[place].numbers.minimum]
    }
  }

  /// Puts a deal to the factions of a party.
  package func vote(of party: Int, under ratification: Ratification, on deal: Lane<UInt8>) -> Count {
    if !isFresh[party] { refresh(party, ratification) }
    let places = places(of: party)
    var total = 0.0
    var accepted = 0.0
    for place in places {
      let voter = voters[place]
      let utility = voter.table.utility(deal)
      let accepts = utility >= voter.minimum - UtilityGrid.tolerance
      voters[place].utility = utility
      voters[place].accepts = accepts
      total += voter.weight
      if accepts { accepted += voter.weight }
    }
    let quota = quotas[party]
    let share = total > 0 ? accepted / total : 0
    let hasPassed = Self.passes(accepted, of: total, quota)
    return Count(
      share: share, quota: quota, shortfall: hasPassed ? 0 : shortfall(places, total, quota),
      hasPassed: hasPassed)
  }

  /// Whether consent of so much weight, of a total, is enough.
  @inline(__always)
  static func passes(_ accepted: Double, of total: Double, _ quota: Double) -> Bool {
    (total > 0 ? accepted / total : 0) >= quota - UtilityGrid.tolerance
  }

  /// The least utility that would have carried the deal, had every faction got it on top.
  private func shortfall(_ places: Range<Int>, _ total: Double, _ quota: Double) -> Double {
    func lacks(_ place: Int) -> Double { max(0, voters[place].minimum - voters[place].utility) }
    var least = Double.infinity
    for place in places where total > 0 && lacks(place) < least {
      let won = places.reduce(0) { lacks($1) <= lacks(place) ? $0 + voters[$1].weight : $0 }
      if won / total >= quota - UtilityGrid.tolerance { least = lacks(place) }
    }
    return least
  }

  private func places(of party: Int) -> Range<Int> { first[party]..<first[party + 1] }

  /// The vote that was held last at the home of a party, faction by faction.
  package func told(_ vote: Count, of party: Int) -> HomeVote {
    let voters = places(of: party).map { self.voters[$0] }
    let total = voters.reduce(0) { $0 + $1.weight }
    return HomeVote(
      hasPassed: vote.hasPassed, share: vote.share, quota: vote.quota, shortfall: vote.shortfall,
      factions: voters.map {
        HomeVote.FactionVote(
          share: total > 0 ? $0.weight / total : 0, utility: $0.utility, minimum: $0.minimum,
          accepts: $0.accepts)
      })
  }
}

/// What of a home a search looks at.
extension HomeFront {
  /// The factions of a party, by their places.
  func factions(of party: Int) -> Range<Int> { places(of: party) }

  /// What outcomes are worth to a faction; its numbers are in place where homes are watched.
  func table(of faction: Int) -> UtilityTable { voters[faction].table }

  /// What a faction asks for, and what its consent counts, as they are now.
  func minimum(of faction: Int) -> Double { voters[faction].minimum }
  func weight(of faction: Int) -> Double { voters[faction].weight }
  func quota(of party: Int) -> Double { quotas[party] }
}

extension Preferences {
  /// What a faction of the party weighs: the party's issues, its interactions and the faction's
  /// own. Red lines are the party's at the table.
  func shared(by faction: Faction) -> Preferences {
    Preferences(issues: issues, interactions: interactions + faction.interactions)
  }
}

extension Ratification {
  /// Every number by which a home votes, beside the preferences of its party.
  fileprivate var parameters: [ParameterID] {
    var all = [quota]
    for faction in factions {
      all += [faction.weight, faction.minimum]
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
