import Bargaining

/// Between what a party's utility can lie, by the ranges of the numbers alone: weights sum to 1,
/// values lie in [0, 1], each interaction adds at most what its number reaches, no agreement is
/// worth the reservation less delay and sticks.
struct UtilityBounds {
  private let scenario: Scenario
  private let targets: Set<Int>

  init(_ scenario: Scenario) {
    self.scenario = scenario
    targets = Set(scenario.events.flatMap { $0.effects.map(\.target.index) })
  }

  /// What a number can be: what it is drawn from, and the whole range where events may move it.
  private func reach(_ id: ParameterID) -> ClosedRange<Double> {
    targets.contains(id.index) ? scenario[id].range : scenario[id].distribution.support
  }

  func check(_ record: RunRecord, party: Int) throws(Wrong) {
    let (utility, surplus) = (record.utilities[party], record.surpluses[party])
    let name = scenario.parties[party].name
    try require(utility.isFinite, "a utility that is not finite", "\(name): \(utility)")
    try require(surplus.isFinite, "a surplus that is not finite", "\(name): \(surplus)")
    let bounds = record.ending.isAgreement ? agreement(party) : noAgreement(party)
    let slack = 1e-9 * max(1, bounds.lowerBound.magnitude, bounds.upperBound.magnitude)
    try require(
      utility >= bounds.lowerBound - slack && utility <= bounds.upperBound + slack,
      "a utility out of bounds", "\(name): \(utility) outside \(bounds)")
    guard record.ending.isAgreement else {
      return try require(surplus == 0, "a surplus without agreement", "\(name): \(surplus)")
    }
    guard scenario.parties[party].hasVeto, scenario.order.stages(over: scenario.agenda).isEmpty else {
      return
    }
    try require(surplus >= -1e-6, "a party signs what it is worse off with", "\(name): \(surplus)")
  }

  /// Discounts only bring utilities nearer to 0. What an interim deal is worth, and what a further
  /// one adds, count from different rounds: each stage may add the whole span once.
  private func agreement(_ party: Int) -> ClosedRange<Double> {
    var (low, high) = (0.0, 1.0)
    for interaction in scenario.parties[party].preferences.interactions {
      low += min(0, reach(interaction.bonus).lowerBound)
      high += max(0, reach(interaction.bonus).upperBound)
    }
    // Anchors: an option may cost the firmness and the price times what it falls short, once a
    // tentative issue.
    for issue in scenario.issues {
      guard let tentative = issue.tentative, case .cost(let cost) = tentative.reopening else { continue }
      low -= reach(tentative.firmness).upperBound * reach(cost).upperBound
    }
    let further = Double(max(0, scenario.order.stages(over: scenario.agenda).count - 1)) * (high - low)
    return low - further...high + further
  }

  private func noAgreement(_ party: Int) -> ClosedRange<Double> {
    let reservation = reach(scenario.parties[party].reservation)
    let delay = reach(scenario.parties[party].costOfDelay).upperBound * Double(scenario.rounds)
    let sticks = scenario.mediators.reduce(0) { $0 + reach($1.toward[party].stick).upperBound }
    let (low, high) = (reservation.lowerBound - delay - sticks, reservation.upperBound)
    let isDiscounted = reach(scenario.parties[party].discount).lowerBound < 1
    return isDiscounted ? min(low, 0)...max(high, 0) : low...high
  }
}
