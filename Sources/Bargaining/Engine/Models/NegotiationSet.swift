/// A negotiation for each model of a scenario, or one for the scenario itself where it has none,
/// and the draw of which of them a run is played in.
///
/// Like a ``Negotiation`` it serves run after run, on one thread at a time.
package final class NegotiationSet {
  package let scenario: Scenario
  /// In the order of ``Scenario/alternatives``.
  package let members: [Negotiation]
  private let draw: ModelDraw
  /// Per member: where it keeps each number of the scenario.
  private let places: [[ParameterID?]]
  /// The member in which all runs are played; `nil` where it is drawn.
  private var held: Int?

  /// - Throws: ``NegotiationFault`` when the outcome space of a member is too large.
  package init(_ scenario: Scenario) throws(NegotiationFault) {
    self.scenario = scenario
    draw = ModelDraw(scenario)
    var members: [Negotiation] = []
    for (index, alternative) in scenario.alternatives.enumerated() {
      members.append(try Negotiation(alternative, asModel: scenario.models.isEmpty ? nil : index))
    }
    self.members = members
    places = scenario.alternatives.map { scenario.places(in: $0) }
  }

  /// Which member a run is played in.
  package func place(of run: UInt32, seed: UInt64) -> Int { held ?? draw.model(of: run, seed: seed) ?? 0 }

  /// The negotiation that a run is played in.
  package func negotiation(of run: UInt32, seed: UInt64) -> Negotiation {
    members[place(of: run, seed: seed)]
  }

  /// Plays a run and returns its record; `nil` where it was broken off.
  package func record(of run: UInt32, seed: UInt64) -> RunRecord? {
    let negotiation = negotiation(of: run, seed: seed)
    return negotiation.run(run, seed: seed) ? negotiation.record : nil
  }

  /// Plays all runs to come in one model, and again in the drawn ones after `nil`.
  package func hold(model: Int?) { held = model.map { min(max($0, 0), members.count - 1) } }

  /// See ``Negotiation/heed(_:)``.
  package func heed(_ shouldStop: @escaping () -> Bool) {
    for member in members { member.heed(shouldStop) }
  }

  /// See ``Negotiation/follow(_:)``.
  package func follow(_ branches: [Branch]) {
    for member in members { member.follow(branches) }
  }

  /// See ``Negotiation/fix(_:at:)``; a member without a number plays on without it.
  package func fix(_ parameters: [ParameterID], at values: [Double]) {
    for (member, places) in zip(members, places) {
      let known = zip(parameters, values).compactMap { id, value in places[id.index].map { ($0, value) } }
      member.fix(known.map(\.0), at: known.map(\.1))
    }
  }

  /// See ``Negotiation/hold(_:at:)``; a quantile is that of each member's own distribution.
  package func hold(_ parameters: [ParameterID], at quantiles: [Double]) {
    for (member, places) in zip(members, places) {
      let known = zip(parameters, quantiles).compactMap { id, level in places[id.index].map { ($0, level) } }
      member.hold(known.map(\.0), at: known.map(\.1))
    }
  }

  /// Plays all runs to come in the model that a run is drawn, held there at quantiles of its own
  /// distributions; the other members stay as they are.
  ///
  /// A point of two runs then costs what one member takes, however many models there are.
  package func hold(
    _ parameters: [ParameterID], at quantiles: [Double], inModelOf run: UInt32, seed: UInt64
  ) {
    held = nil
    let place = place(of: run, seed: seed)
    held = place
    let places = places[place]
    let known = zip(parameters, quantiles).compactMap { id, level in places[id.index].map { ($0, level) } }
    members[place].hold(known.map(\.0), at: known.map(\.1))
  }

  /// The first run that ends in a given way, each played in its model; see
  /// ``Negotiation/firstRun(ending:among:seed:shouldStop:)``.
  package func firstRun(
    ending: Ending, among runs: ClosedRange<UInt32>, seed: UInt64, shouldStop: @escaping () -> Bool
  ) -> UInt32? {
    heed(shouldStop)
    for number in runs {
      if shouldStop() { return nil }
      guard let record = record(of: number, seed: seed) else { return nil }
      if record.ending == ending { return number }
    }
    return nil
  }
}
