import Randomness

/// Who could agree with whom before the talks begin, at fixed values of the numbers of a scenario.
/// What the home of one of them would turn down is not something that it could agree to.
///
/// Exact, by the search that runs use, within its budget of nodes. Thresholds are those of round 0:
/// reservations less the carrots and sticks of all mediators. Tentative
/// settlements do not bind, but going beyond them costs what it costs in the talks.
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
    for index in fixed.issues.indices where fixed.issues[index].tentative?.reopening == .never {
      fixed.issues[index].tentative = nil
    }
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
    _ = try NegotiationSize(of: scenario)
    return try Negotiation.beforeFirstRound(of: scenario, searching: false).askedInTheLastRound()
  }

  /// Visits to nodes, times voters, that the searches of several groups may make together; about a
  /// second.
  private static let mostVisits = 64_000_000

  /// The same for several groups of parties, in their order. Their searches share an allowance of
  /// time; those for which nothing is left are `unknown`.
  public func zones(
    between groups: [[Int]]
  ) throws(NegotiationFault) -> [(zone: Zone, isBare: Bool)] {
    let view = try view()
    var left = Self.mostVisits
    return groups.map { group in
      let voters = max(1, group.count)
      guard left >= voters else { return (.unknown, false) }
      let budget = min(ZoneSearch.budget, left / voters)
      let (finding, visits) = zone(among: group, view, budget: budget)
      left -= visits * voters
      return switch finding {
      case .none: (.none, false)
      case .bare: (.exists, true)
      case .exists: (.exists, false)
      case .unknown: (.unknown, false)
      }
    }
  }

  /// Whether there is a zone among some parties, and how many nodes it took to tell.
  private func zone(
    among group: [Int], _ view: TalksView, budget: Int
  ) -> (finding: ZoneSearch.Finding, visits: Int) {
    let arena = Arena()
    return withExtendedLifetime(arena) {
      let thresholds = arena.lane((0..<view.partyCount).map { view.threshold(of: $0) })
      let homes = view.homes(of: group, arena: arena)
      let search = ZoneSearch(
        among: group, tables: group.map { view.table(of: $0) }, homes: homes, layout: view.layout,
        arena: arena)
      let row = arena.lane(homes.rowLength, of: 0.0)
      homes.write(to: row)
      var left = budget
      let finding = search.search(
        thresholds: thresholds, homes: row, locked: view.locked, left: &left)
      return (finding, budget - max(left, 0))
    }
  }

  /// Who would refuse some texts, each an option per issue: whose red line one crosses, to whom no
  /// agreement is worth more, whose home would turn it down.
  ///
  /// - Returns: per text the parties with a veto.
  /// - Throws: ``NegotiationFault`` when the outcome space is too large.
  package func refusers(of texts: [[Int]]) throws(NegotiationFault) -> [[Int]] {
    var alone = scenario
    alone.models = []
    let judge = try TextJudge(alone)
    judge.draw(0, seed: 0)
    return texts.map { text in
      judge.texts.rank(of: text).map { Array(PartySet(bits: judge.refusers(of: $0))) } ?? []
    }
  }

  /// The talks before their first round, all numbers in place.
  /// What outcomes are worth to every party, in the order of the scenario: `utilities[n][i]`.
  ///
  /// - Parameter outcomes: one option per issue each.
  /// - Throws: ``NegotiationFault`` when the outcome space is too large.
  package func utilities(of outcomes: [[Int]]) throws(NegotiationFault) -> [[Double]] {
    let view = try view()
    return outcomes.map { outcome in
      (0..<view.partyCount).map { view.utility(of: outcome, to: $0) }
    }
  }

  func view() throws(NegotiationFault) -> TalksView {
    try Negotiation.beforeFirstRound(of: scenario, searching: false).view
  }
}
