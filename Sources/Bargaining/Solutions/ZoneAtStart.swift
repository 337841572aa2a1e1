import Randomness

/// Who could agree with whom before the talks begin, at fixed values of the numbers of a scenario.
///
/// Exact, by the search that runs use, within its budget of nodes. Thresholds are those of round 0: reservations less the
/// carrots and sticks of all mediators. Tentative settlements do not bind.
public struct ZoneAtStart {
  private let scenario: Scenario

  /// - Parameters:
  ///   - scenario: what is bargained over and by whom.
  ///   - values: one for each parameter of the scenario, such as the middles of their distributions.
  public init(_ scenario: Scenario, values: [Double]) {
    var fixed = scenario
    for (index, value) in zip(fixed.parameters.indices, values) {
      fixed.parameters[index].distribution = .constant(value)
    }
    fixed.order = .package
    for index in fixed.issues.indices { fixed.issues[index].tentative = nil }
    self.scenario = fixed
  }

  /// At the middle of every distribution.
  public init(middleOf scenario: Scenario) {
    self.init(scenario, values: scenario.parameters.map(\.distribution.middle))
  }

  /// At the numbers that run 0 of a seed draws.
  public init(drawing scenario: Scenario, seed: UInt64) {
    self.init(
      scenario,
      values: scenario.parameters.map { $0.draw(run: 0, seed: seed) })
  }

  /// Whether some outcome is acceptable to all of these parties at once; `unknown` when the search gives up.
  ///
  /// - Parameter parties: indices into `Scenario.parties`.
  /// - Throws: ``NegotiationFault`` when the outcome space is too large.
  public func zone(between parties: [Int]) throws(NegotiationFault) -> Zone {
    try zones(between: [parties])[0]
  }

  /// Visits to nodes, times voters, that the searches of several groups may make together; about a second.
  private static let mostVisits = 64_000_000

  /// The same for several groups of parties, in their order. Their searches share an allowance of time; those for which nothing is left are
  /// `unknown`.
  public func zones(between groups: [[Int]]) throws(NegotiationFault) -> [Zone] {
    let negotiation = try negotiation()
    var left = Self.mostVisits
    return groups.map { group in
      let voters = max(1, group.count)
      guard left >= voters else { return .unknown }
      let budget = min(ZoneSearch.budget, left / voters)
      let (zone, visits) = negotiation.zoneNow(among: group, budget: budget)
      left -= visits * voters
      return zone
    }
  }

  /// The negotiation before its first round, all numbers in place.
  func negotiation() throws(NegotiationFault) -> Negotiation {
    let negotiation = try Negotiation(scenario, searching: false)
    negotiation.begin(run: 0, seed: 0, lookingForZone: false)
    negotiation.updateStanding()
    return negotiation
  }
}

extension Negotiation {
  /// Whether there is a zone among some parties with the numbers as they stand, whatever the state of the talks, and how many nodes it took to tell.
  func zoneNow(among group: [Int], budget: Int) -> (zone: Zone, visits: Int) {
    let arena = Arena()
    return withExtendedLifetime(arena) {
      let thresholds = arena.lane((0..<partyCount).map { parties[$0].threshold })
      let search = ZoneSearch(among: group, of: partyCount, layout: layout, arena: arena)
      var left = budget
      let zone = search.search(parties, thresholds: thresholds, locked: locked, left: &left)
      return (zone, budget - max(left, 0))
    }
  }
}
