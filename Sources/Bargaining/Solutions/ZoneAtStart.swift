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
    var chosen = scenario
    for index in chosen.parties.indices { chosen.parties[index].hasVeto = parties.contains(index) }
    return try Self(fixed: chosen).negotiation().zoneNow()
  }

  private init(fixed: Scenario) { scenario = fixed }

  /// The negotiation before its first round, all numbers in place.
  func negotiation() throws(NegotiationFault) -> Negotiation {
    let negotiation = try Negotiation(scenario)
    negotiation.begin(run: 0, seed: 0, lookingForZone: false)
    negotiation.updateStanding()
    return negotiation
  }
}

extension Negotiation {
  /// Whether there is a zone with the numbers as they stand, whatever the state of the talks.
  func zoneNow() -> Zone {
    let thresholds = arena.lane(partyCount, of: 0.0)
    for party in 0..<partyCount { thresholds[party] = parties[party].threshold }
    return zone.search(parties, thresholds: thresholds, locked: locked)
  }
}
