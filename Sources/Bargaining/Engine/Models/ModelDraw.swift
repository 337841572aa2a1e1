import Randomness

/// Which model a run is played in.
///
/// A stream of its own decides, so that the same run has the same draws of everything else in every
/// model. The models are laid end to end in the order of their names, so that their order in the
/// file does not matter.
package struct ModelDraw: Sendable {
  private let stream = StreamID("models.draw")
  /// Models in the order of their names, each with the end of its part of [0, 1).
  private let parts: [(model: Int, end: Double)]

  package init(_ scenario: Scenario) {
    let shares = scenario.modelShares
    let order = scenario.models.indices.sorted {
      scenario.models[$0].name.utf8.lexicographicallyPrecedes(scenario.models[$1].name.utf8)
    }
    var end = 0.0
    parts = order.filter { shares[$0] > 0 }.map { model in
      end += shares[model]
      return (model, end)
    }
  }

  /// The model of a run; `nil` where there are none.
  package func model(of run: UInt32, seed: UInt64) -> Int? {
    guard parts.count > 1 else { return parts.first?.model }
    let level = RandomStream.uniform(seed: seed, run: run, stream: stream, at: 0)
    return parts.first { level < $0.end }?.model ?? parts.last?.model
  }
}
