import Bargaining
import Scenarios

/// What can be said of a scenario without simulating it, at the middle of every distribution or at
/// one draw.
package struct ScenarioCheck: Sendable {
  /// Parties, and whether there is something that all of them could accept.
  package struct Group: Sendable {
    /// Indices into the parties of the scenario.
    package let parties: [Int]
    package let zone: Zone
    /// Whether it leaves somebody without a surplus.
    package let isBare: Bool
  }

  /// A text that a mediator has ready, by its place in the list, and who would refuse it before the
  /// first round.
  package struct ReadyText: Sendable {
    package let mediator: Int
    package let place: Int
    package let refusers: [Int]
  }

  package let reading: ScenarioReading
  /// Outcomes on the agenda; `nil` for 2^63 and more.
  package let outcomes: UInt64?
  /// The whole group of parties with a veto first, when it has more than two, then each pair.
  package let groups: [Group]
  /// `nil` when the outcome space is too large to negotiate in.
  package let solutions: Solutions?
  /// Empty, too, when the outcome space is too large.
  package let texts: [ReadyText]
  /// What each party still asks for in the last round, by its tactic; `nil` where that is not
  /// time-dependent.
  package let asked: [Double?]
  /// What it takes to simulate; `nil` when it is too large.
  package let size: NegotiationSize?
  /// Whether the numbers are of one draw.
  package let isDrawn: Bool

  /// - Parameters:
  ///   - reading: the scenario.
  ///   - draw: the seed of the draw that is looked at; `nil` for the middles.
  ///   - onStage: told what is looked for next.
  package init(of reading: ScenarioReading, draw: UInt64?, onStage: (String) -> Void) {
    let scenario = reading.scenario
    onStage("zones of agreement")
    let start = draw.map { ZoneAtStart(drawing: scenario, seed: $0) } ?? ZoneAtStart(middleOf: scenario)
    self.reading = reading
    outcomes =
      OutcomeSpace(optionCounts: scenario.agenda.map { scenario.issues[$0].options.count })?.count
    groups = Self.groups(of: scenario, at: start)
    texts = Self.texts(of: scenario, at: start)
    let solutions = try? Solutions(start, onStage: onStage)
    let asked = solutions.flatMap { _ in try? start.askedInTheLastRound() }
    self.solutions = asked.flatMap { _ in solutions }
    self.asked = asked ?? []
    size = try? NegotiationSize(of: scenario)
    isDrawn = draw != nil
  }

  private static func texts(of scenario: Scenario, at start: ZoneAtStart) -> [ReadyText] {
    let ready = scenario.mediators.enumerated().flatMap { mediator, it in
      it.texts.indices.map { (mediator: mediator, place: $0) }
    }
    let options = ready.map { scenario.mediators[$0.mediator].texts[$0.place].options }
    guard !ready.isEmpty, let refusers = try? start.refusers(of: options) else { return [] }
    return zip(ready, refusers).map { ReadyText(mediator: $0.mediator, place: $0.place, refusers: $1) }
  }

  private static func groups(of scenario: Scenario, at start: ZoneAtStart) -> [Group] {
    let vetoes = scenario.parties.indices.filter { scenario.parties[$0].hasVeto }
    let pairs = vetoes.flatMap { a in vetoes.filter { $0 > a }.map { [a, $0] } }
    let groups = (vetoes.count > 2 ? [vetoes] : []) + pairs
    // A space that is too large to negotiate in is too large to search, too.
    let zones = (try? start.zones(between: groups)) ?? groups.map { _ in (.unknown, false) }
    return zip(groups, zones).map { Group(parties: $0, zone: $1.zone, isBare: $1.isBare) }
  }
}
