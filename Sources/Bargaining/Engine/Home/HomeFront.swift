/// The homes of the parties in one run: whether a deal passes there, and what it would have taken.
///
/// What outcomes are worth to factions, and what they ask for, is taken when a deal is put to them,
/// so that rounds without a deal pay nothing; where homes are watched (``begin(isWatched:)``), at
/// the beginning of the run and whenever one of these numbers has changed.
package final class HomeFront {
  private struct Voter: BitwiseCopyable {
    let table: UtilityTable
    let party: Int
    let numbers: Numbers
    /// As they are now.
    var weight = 0.0
    var minimum = 0.0
    var bears = 0.0
    var carrotShare = 0.0
    /// Deals that it has refused in this run.
    var refusals = 0
    /// 1 - phi, as these have taught it.
    var blindness = 1.0
    /// Of the vote that is held or expected.
    var utility = 0.0
    var lack = 0.0
    var accepts = false
  }

  /// What a party's home feels of the conflict and of the mediators.
  private struct Strain: BitwiseCopyable {
    /// By how much its no-agreement value has fallen.
    var fall = 0.0
    var carrots = 0.0
  }

  /// Where the numbers of a faction are kept.
  private struct Numbers: BitwiseCopyable {
    let weight: Int
    let minimum: Int
    let bears: Int
    let carrotShare: Int
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
  private let issueNames: [String]
  private let numbers: RunNumbers
  private let anchors: Anchors
  /// Factions, party after party.
  private let voters: Lane<Voter>
  /// Per party: the place of its first faction; one more at the end.
  private let first: [Int]
  /// Per party: its factions in the order of their names, for sums over them.
  private let byName: [[Int]]
  /// Per party: the share that has to accept.
  private let quotas: Lane<Double>
  /// Per party: whether what is kept of its home is as the numbers are.
  private let isFresh: Lane<Bool>
  private let isWatched: Lane<Bool>
  private let strains: Lane<Strain>
  /// Per party: phi; 0 where there is no home to foresee.
  private let foresights: Lane<Double>
  /// Per party: the issue that its home objected to last, or -1; and per slot what the party has
  /// told mediators to be lacking there.
  private let objected: Lane<Int>
  private let objections: Lane<Int>
  private let penalties: Lane<Double>
  private let told: Lane<Double>
  /// Per parameter: the party at whose home it counts, or -1.
  private let owners: Lane<Int>

  package init(_ scenario: Scenario, layout: IssueLayout, numbers: RunNumbers, arena: Arena) {
    self.layout = layout
    issueNames = scenario.issues.map(\.name)
    self.numbers = numbers
    anchors = Anchors(scenario, layout: layout, arena: arena)
    parties = scenario.parties
    ratifying = NameOrder.places(of: scenario.parties.map(\.name)).compactMap { party in
      let value = scenario.parties[party]
      return value.isAskedAtHome ? value.ratification.map { (party, $0) } : nil
    }
    asked = arena.lane(ratifying.map(\.party))
    order = arena.lane(ratifying.map(\.party))
    var voters: [Voter] = []
    var first = [0]
    var owners = [Int](repeating: -1, count: scenario.parameters.count)
    for (index, party) in scenario.parties.enumerated() {
      for faction in party.ratification?.factions ?? [] {
        voters.append(
          Voter(
            table: UtilityTable(
              preferences: party.preferences.shared(by: faction), layout: layout, arena: arena),
            party: index,
            numbers: Numbers(
              weight: faction.weight.index, minimum: faction.minimum.index, bears: faction.bears.index,
              carrotShare: faction.carrotShare.index)))
      }
      first.append(voters.count)
      guard party.isAskedAtHome, let ratification = party.ratification else { continue }
      for id in party.preferences.parameters + ratification.parameters { owners[id.index] = index }
    }
    self.voters = arena.lane(voters)
    self.first = first
    byName = scenario.parties.map { NameOrder.places(of: ($0.ratification?.factions ?? []).map(\.name)) }
    quotas = arena.lane(scenario.parties.count, of: 1)
    isFresh = arena.lane(scenario.parties.count, of: false)
    isWatched = arena.lane(1, of: false)
    let count = scenario.parties.count
    strains = arena.lane(count, of: Strain())
    foresights = arena.lane(count, of: 0)
    objected = arena.lane(count, of: -1)
    objections = arena.lane(count, of: 0)
    penalties = arena.lane(count * layout.slotCount, of: 0)
    told = arena.lane(count * layout.slotCount, of: 0)
    self.owners = arena.lane(owners)
  }

  /// Begins a run.
  ///
  /// - Parameter isWatched: whether somebody asks for homes before a deal is put to them.
  func begin(isWatched: Bool) {
    guard !ratifying.isEmpty else { return }
    self.isWatched[0] = isWatched
    isFresh.fill(false)
    objected.fill(-1)
    objections.fill(0)
    penalties.fill(0)
    for place in 0..<voters.count { voters[place].refusals = 0 }
    for (party, ratification) in ratifying {
      strains[party] = Strain()
      foresights[party] = numbers[ratification.foresight.index]
      if isWatched || foresights[party] > 0 { refresh(party, ratification) }
    }
  }

  /// What no agreement is worth to a party has moved, or what agreeing brings it.
  @inline(__always)
  func feel(_ party: Int, fall: Double, carrots: Double) {
    strains[party] = Strain(fall: fall, carrots: carrots)
  }

  /// The party at whose home a number counts, or -1.
  @inline(__always)
  func owner(of parameter: Int) -> Int { owners[parameter] }

  /// Numbers that count at the home of a party have changed; nothing where nobody asks the home.
  func noteChange(_ party: Int) {
    guard parties[party].isAskedAtHome, let ratification = parties[party].ratification else { return }
    isFresh[party] = false
    foresights[party] = numbers[ratification.foresight.index]
    if isWatched[0] || foresights[party] > 0 { refresh(party, ratification) }
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
      voters[place].bears = numbers[voters[place].numbers.bears]
      voters[place].carrotShare = numbers[voters[place].numbers.carrotShare]
      learn(place)
    }
  }

  /// What refusals have taught of a faction.
  private func learn(_ place: Int) {
    let blindness = 1 - foresights[voters[place].party]
    voters[place].blindness = (0...voters[place].refusals).reduce(1.0) { product, _ in product * blindness }
  }

  /// Puts a deal to the factions of a party.
  package func vote(of party: Int, under ratification: Ratification, on deal: Lane<UInt8>) -> Count {
    if !isFresh[party] { refresh(party, ratification) }
    for place in places(of: party) {
      let utility = voters[place].table.utility(deal)
      let minimum = minimum(of: place)
      voters[place].utility = utility
      voters[place].lack = minimum - utility
      voters[place].accepts = utility >= minimum - UtilityGrid.tolerance
    }
    let (accepted, total) = count(party)
    let hasPassed = Self.passes(accepted, of: total, quotas[party])
    return Count(
      share: total > 0 ? accepted / total : 0, quota: quotas[party],
      shortfall: hasPassed ? 0 : shortfall(party), hasPassed: hasPassed)
  }

  /// The weight of the factions that accept, and that of all.
  @inline(__always)
  private func count(_ party: Int) -> (accepted: Double, total: Double) {
    var (accepted, total) = (0.0, 0.0)
    for f in byName[party] {
      let place = first[party] + f
      total += voters[place].weight
      if voters[place].accepts { accepted += voters[place].weight }
    }
    return (accepted, total)
  }

  /// Whether consent of so much weight, of a total, is enough.
  @inline(__always)
  static func passes(_ accepted: Double, of total: Double, _ quota: Double) -> Bool {
    (total > 0 ? accepted / total : 0) >= quota - UtilityGrid.tolerance
  }

  /// The least utility that would have carried the deal, had every faction got it on top.
  private func shortfall(_ party: Int) -> Double {
    let places = places(of: party)
    let total = count(party).total
    func lacks(_ place: Int) -> Double { max(0, voters[place].lack) }
    var least = Double.infinity
    for place in places where total > 0 && lacks(place) < least {
      let won = byName[party].reduce(0) { sum, f in
        lacks(first[party] + f) <= lacks(place) ? sum + voters[first[party] + f].weight : sum
      }
      if won / total >= quotas[party] - UtilityGrid.tolerance { least = lacks(place) }
    }
    return least
  }

  private func places(of party: Int) -> Range<Int> { first[party]..<first[party + 1] }

  // MARK: What a party foresees

  /// Whether a party foresees anything of its home.
  @inline(__always)
  func isForeseen(by party: Int) -> Bool { foresights[party] > 0 }

  /// Whether a party expects its home to let an outcome pass.
  ///
  /// - Parameter gain: what the outcome is worth to it above its threshold.
  func isExpected(_ outcome: Lane<UInt8>, by party: Int, gaining gain: Double) -> Bool {
    if !isFresh[party], let ratification = parties[party].ratification { refresh(party, ratification) }
    for place in places(of: party) {
      let voter = voters[place]
      let own = voter.table.utility(outcome) - minimum(of: place)
      let expected = (1 - voter.blindness) * own + voter.blindness * gain
      voters[place].lack = -expected
      voters[place].accepts = expected >= -UtilityGrid.tolerance
    }
    let (accepted, total) = count(party)
    return Self.passes(accepted, of: total, quotas[party])
  }

  /// Why the vote that was held or expected last fails: the faction that would have carried the
  /// outcome at the least cost, and the issue on which it gets least of what it could.
  ///
  /// Of factions that lack the same the heaviest decides, of issues and of equals by weight the
  /// first by name, so that the order of the file does not matter.
  func objection(of party: Int, to outcome: Lane<UInt8>, locked: Lane<Int>) -> HomeObjection? {
    guard let ratification = parties[party].ratification else { return nil }
    let lacking = shortfall(party)
    guard lacking < .infinity else { return nil }
    let places = places(of: party)
    func name(_ place: Int) -> String { ratification.factions[place - places.lowerBound].name }
    var place = -1
    for candidate in places where max(0, voters[candidate].lack) == lacking && voters[candidate].weight > 0 {
      guard place >= 0 else {
        place = candidate
        continue
      }
      let (weight, other) = (voters[candidate].weight, voters[place].weight)
      if weight > other || weight == other && name(candidate) < name(place) { place = candidate }
    }
    guard place >= 0 else { return nil }
    var most = (issue: -1, loss: UtilityGrid.tolerance)
    for k in 0..<layout.optionCounts.count where locked[k] < 0 {
      let worths = voters[place].table.worth.slice(layout.offsets[k], layout.optionCounts[k])
      let loss = (worths.max() ?? 0) - worths[Int(outcome[k])]
      let isFirst = most.issue >= 0 && loss == most.loss && issueNames[k] < issueNames[most.issue]
      if loss > most.loss || isFirst { most = (k, loss) }
    }
    return HomeObjection(
      faction: place - places.lowerBound, issue: most.issue < 0 ? nil : most.issue, lack: lacking)
  }

  /// A deal was turned down: those who refused it are known better from now on.
  func noteRefusals(_ party: Int) {
    for place in places(of: party) where !voters[place].accepts {
      voters[place].refusals += 1
      learn(place)
    }
  }

  /// A party tells mediators what its home objects to, as far as it foresees the faction: of the
  /// options of that issue that are no better for the faction than the outcome's, it says that they
  /// are worth so much less to it. It adds up from time to time, as a price is found (a dual
  /// ascent; Fisher 1978 on the criticism of a single text).
  func note(_ objection: HomeObjection, of party: Int, to outcome: Lane<UInt8>) {
    guard let k = objection.issue else { return }
    objected[party] = k
    objections[party] += 1
    let voter = voters[first[party] + objection.faction]
    let offset = layout.offsets[k]
    let present = voter.table.worth[offset + Int(outcome[k])]
    for slot in offset..<offset + layout.optionCounts[k]
    where voter.table.worth[slot] <= present + UtilityGrid.tolerance {
      penalties[party * layout.slotCount + slot] += (1 - voter.blindness) * objection.lack
    }
  }

  /// The issue that a party's home objected to last, or -1.
  func objectedIssue(_ party: Int) -> Int { objected[party] }

  /// How often a party has told mediators of objections.
  func objectionCount(_ party: Int) -> Int { objections[party] }

  /// What options are worth to a party as it tells mediators, who know of objections at its home.
  func told(_ worth: Lane<Double>, by party: Int) -> Lane<Double> {
    guard objected[party] >= 0 else { return worth }
    let start = party * layout.slotCount
    for slot in 0..<layout.slotCount { told[start + slot] = worth[slot] - penalties[start + slot] }
    return told.slice(start, layout.slotCount)
  }

  /// The vote that was held last at the home of a party, faction by faction.
  package func told(_ vote: Count, of party: Int) -> HomeVote {
    let places = places(of: party)
    let total = count(party).total
    return HomeVote(
      hasPassed: vote.hasPassed, share: vote.share, quota: vote.quota, shortfall: vote.shortfall,
      factions: places.map { place in
        let voter = voters[place]
        return HomeVote.FactionVote(
          share: total > 0 ? voter.weight / total : 0, utility: voter.utility,
          minimum: minimum(of: place), accepts: voter.accepts)
      })
  }
}

/// What of a home a search looks at.
extension HomeFront {
  /// The factions of a party in the order of their names, by their places.
  func factions(of party: Int) -> [Int] { byName[party].map { first[party] + $0 } }

  /// What outcomes are worth to a faction; its numbers are in place where homes are watched.
  func table(of faction: Int) -> UtilityTable { voters[faction].table }

  /// What a faction asks for, and what its consent counts, as they are now.
  func minimum(of faction: Int) -> Double {
    let voter = voters[faction]
    let strain = strains[voter.party]
    return voter.minimum - voter.bears * strain.fall - voter.carrotShare * strain.carrots
  }
  func weight(of faction: Int) -> Double { voters[faction].weight }
  /// Which share of what its party is promised reaches it.
  func carrotShare(of faction: Int) -> Double { voters[faction].carrotShare }
  func quota(of party: Int) -> Double { quotas[party] }
}
