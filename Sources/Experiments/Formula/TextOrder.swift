import Bargaining
import Simulation

/// Texts in the order of how often they were acceptable, each by its place in the pool that was
/// looked at.
///
/// Of texts that were in as many draws, the one that was more often at the table comes first, then
/// the one that leaves the worst-off party more, then the one whose options come first by name,
/// issues in the order of their names; these decide the order of rows alone, and no rank.
struct TextOrder {
  let scenario: Scenario
  let pool: TextPool
  let tally: TextTally
  let means: MeanWorths
  private let voters: [Int]
  private let issues: [Int]
  /// Per issue and option: its place by name.
  private let names: [[Int]]

  init(_ survey: TextSurvey, _ tally: TextTally, _ means: MeanWorths) {
    scenario = survey.scenario
    pool = survey.pool
    self.tally = tally
    self.means = means
    voters = scenario.parties.indices.filter { survey.scenario.parties[$0].hasVeto }
    issues = NameOrder.places(of: scenario.issues.map(\.name))
    names = scenario.issues.map { issue in
      var places = issue.options.map { _ in 0 }
      for (place, option) in NameOrder.places(of: issue.options.map(\.name)).enumerated() {
        places[option] = place
      }
      return places
    }
  }

  /// The first texts by so much of some counts, the greatest first.
  ///
  /// - Parameters:
  ///   - most: how many at most.
  ///   - count: what they are ordered by before all else.
  ///   - isEligible: which of them.
  func first(
    _ most: Int, by count: (Int) -> Int, where isEligible: (Int) -> Bool = { _ in true }
  ) -> [Int] {
    // The least count that gets in, so that few need be put into order.
    var histogram = [Int](repeating: 0, count: tally.draws + 1)
    for place in 0..<pool.count where isEligible(place) { histogram[count(place)] += 1 }
    var (least, taken) = (histogram.count, 0)
    while least > 0, taken < most {
      least -= 1
      taken += histogram[least]
    }
    return Array(
      sorted((0..<pool.count).filter { isEligible($0) && count($0) >= least }, by: count).prefix(most))
  }

  /// The one text that is first by a count; `nil` where the count is 0 everywhere.
  func best(by count: (Int) -> Int) -> Int? {
    var (most, equals) = (0, [Int]())
    for place in 0..<pool.count {
      let count = count(place)
      if count > most { (most, equals) = (count, []) }
      if count == most, most > 0 { equals.append(place) }
    }
    return sorted(equals, by: count).first
  }

  /// Some texts in the order.
  func sorted(_ places: [Int], by count: (Int) -> Int) -> [Int] {
    struct Key {
      let place: Int
      let counts: (Int, Int, Int)
      let worst: Double
      let names: [Int]
    }
    let keys = places.map { place in
      let options = pool.options(at: place)
      return Key(
        place: place,
        counts: (count(place), tally.acceptances(of: place), tally.acceptancesAtTable(of: place)),
        worst: worstSurplus(options), names: names(of: options))
    }
    return keys.sorted { a, b in
      if a.counts != b.counts { return a.counts > b.counts }
      if a.worst != b.worst { return a.worst > b.worst }
      return a.names.lexicographicallyPrecedes(b.names)
    }.map(\.place)
  }

  /// Places of options by name, issues in the order of their names: what texts are ordered by where
  /// nothing else tells them apart.
  func names(of options: [Int]) -> [Int] { issues.map { names[$0][options[$0]] } }

  /// How some texts stand.
  func standings(of places: [Int]) -> [TextStanding] {
    var above = [Int](repeating: 0, count: tally.draws + 2)
    for place in 0..<pool.count { above[tally.acceptances(of: place)] += 1 }
    for count in stride(from: tally.draws, through: 0, by: -1) { above[count] += above[count + 1] }
    return places.map { place in
      let options = pool.options(at: place)
      let count = tally.acceptances(of: place)
      return TextStanding(
        text: pool.text(at: place), options: options, rank: above[count + 1] + 1,
        accepted: WilsonInterval(count: count, total: tally.draws),
        atTable: WilsonInterval(count: tally.acceptancesAtTable(of: place), total: tally.draws),
        worstSurplus: worstSurplus(options), regret: tally.regret(of: place),
        durability: tally.durability(of: place),
        surpluses: scenario.parties.indices.map { means.surplus(of: options, to: $0) },
        utilities: scenario.mediators.indices.map {
          means.utility(of: options, to: scenario.parties.count + $0)
        })
    }
  }

  private func worstSurplus(_ options: [Int]) -> Double {
    voters.map { means.surplus(of: options, to: $0) }.min() ?? 0
  }
}
