import Bargaining
import Randomness

/// The numbers that a run draws, without playing it.
enum DrawnNumbers {
  /// What run number `run` of a seed draws for a number.
  static func value(of id: ParameterID, in scenario: Scenario, run: Int, seed: UInt64) -> Double {
    let parameter = scenario[id]
    var stream = RandomStream(
      seed: seed, run: UInt32(truncatingIfNeeded: run), stream: StreamID(parameter.path))
    return parameter.distribution.sample(&stream)
  }
}
