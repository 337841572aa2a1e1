/// What runs draw for the numbers of a scenario, each run in its model, without playing it.
package struct RunDraws: Sendable {
  private let scenario: Scenario
  private let seed: UInt64
  private let draw: ModelDraw
  private let alternatives: [Scenario]
  /// Per alternative: where it keeps each number of the scenario.
  private let places: [[ParameterID?]]

  package init(_ scenario: Scenario, seed: UInt64) {
    self.scenario = scenario
    self.seed = seed
    draw = ModelDraw(scenario)
    alternatives = scenario.alternatives
    places = alternatives.map { scenario.places(in: $0) }
  }

  /// The index of the model that a run is played in; 0 where there are none.
  package func place(of run: UInt32) -> Int { draw.model(of: run, seed: seed) ?? 0 }

  /// What the run is played in.
  package func talks(of run: UInt32) -> Scenario { alternatives[place(of: run)] }

  /// What a run draws for a number; for one that its model does not have, what the number would be,
  /// which decides nothing there.
  package func value(of id: ParameterID, in run: UInt32) -> Double {
    let place = place(of: run)
    let parameter = places[place][id.index].map { alternatives[place][$0] } ?? scenario[id]
    return parameter.draw(run: run, seed: seed)
  }
}
