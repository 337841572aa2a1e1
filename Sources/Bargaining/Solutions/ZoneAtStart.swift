import Randomness

/// Who could agree with whom before the talks begin, at fixed values of the numbers of a scenario.
///
/// Exact, by the search that runs use, within its budget of nodes. Thresholds are those of round 0:
/// reservations less the carrots and sticks of all mediators. Tentative settlements do not bind.
public struct ZoneAtStart {
  private let scenario: Scenario

  /// - Parameters:
  ///   - scenario: what is bargained over and by whom.
  ///   - values: one for each parameter of the scenario, such as the middles of their
  ///     distributions.
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

  /// Whether some outcome is acceptable to all of these parties at once; `unknown` when the search
  /// gives up.
  ///
  /// - Parameter parties: indices into `Scenario.parties`.
  /// - Throws: ``NegotiationFault`` when the outcome space is too large.
  public func zone(between parties: [Int]) throws(NegotiationFault) -> Zone {
    try zones(between: [parties])[0].zone
  }

  /// The same, and whether it is one in name: no outcome acceptable to all of these parties leaves
  /// each of them better off than no agreement, by more than 1e-12.
  public func zoneWithSurplus(
    between parties: [Int]
  ) throws(NegotiationFault) -> (zone: Zone, isBare: Bool) {
    try zones(between: [parties])[0]
  }

  /// By how much each party whose tactic is time-dependent would still ask for more than its
  /// reservation in the last round, were nothing to change until then; `nil` for parties of other
  /// tactics and those that can get nothing. An outcome of surplus zero is neither offered nor
  /// taken, under the acceptance `next` or `aspiration`, as long as this is above 0.
  ///
  /// - Throws: ``NegotiationFault`` when the outcome space is too large.
  public func askedInTheLastRound() throws(NegotiationFault) -> [Double?] {
    let negotiation = try negotiation()
    negotiation.course[0].clock = negotiation.clock(of: scenario.rounds - 1)
    negotiation.updateAspirations()
    return (0..<negotiation.partyCount).map { party in
      let state = negotiation.parties[party]
      guard negotiation.tactics[party].kind == .time, state.best > -.infinity else { return nil }
      let asked = state.aspiration - state.threshold
      return asked > UtilityGrid.tolerance ? asked : 0
    }
  }

  /// Visits to nodes, times voters, that the searches of several groups may make together; about a
  /// second.
  private static let mostVisits = 64_000_000

  /// The same for several groups of parties, in their order. Their searches share an allowance of
  /// time; those for which nothing is left are `unknown`.
  public func zones(
    between groups: [[Int]]
  ) throws(NegotiationFault) -> [(zone: Zone, isBare: Bool)] {
    let negotiation = try negotiation()
    var left = Self.mostVisits
    return groups.map { group in
      let voters = max(1, group.count)
      guard left >= voters else { return (.unknown, false) }
      let budget = min(ZoneSearch.budget, left / voters)
      let (finding, visits) = negotiation.zoneNow(among: group, budget: budget)
      left -= visits * voters
      return switch finding {
      case .none: (.none, false)
      case .bare: (.exists, true)
      case .exists: (.exists, false)
      case .unknown: (.unknown, false)
      }
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
  /// Whether there is a zone among some parties with the numbers as they stand, whatever the state
  /// of the talks, and how many nodes it took to tell.
  func zoneNow(among group: [Int], budget: Int) -> (finding: ZoneSearch.Finding, visits: Int) {
    let arena = Arena()
    return withExtendedLifetime(arena) {
      let thresholds = arena.lane((0..<partyCount).map { parties[$0].threshold })
      let search = ZoneSearch(among: group, of: partyCount, layout: layout, arena: arena)
      var left = budget
      let finding = search.search(parties, thresholds: thresholds, locked: locked, left: &left)
      return (finding, budget - max(left, 0))
    }
  }
}
