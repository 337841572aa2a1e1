import Bargaining
import Simulation

/// Several levers moved at the same time, each to one value.
struct LeverMoves: Sendable {
  let moves: [(lever: Lever, value: Double)]

  /// How the numbers among them are held.
  var point: PointSimulation.Point {
    .values(moves.compactMap { move in move.lever.parameter.map { ($0, move.value) } })
  }

  var isArrangement: Bool { moves.contains { $0.lever.parameter == nil } }

  /// The scenario with the arrangements among them.
  func arranged(_ scenario: Scenario) -> Scenario {
    var scenario = scenario
    for move in moves { move.lever.arrange(&scenario, at: move.value) }
    return scenario
  }
}

extension PointSimulation {
  /// Plays the same runs under each of several moves. Moves of numbers alone are one stage of a
  /// study; then each arrangement is another, since a negotiation is laid out for it.
  ///
  /// - Returns: a response for each, in their order; `nil` when it was stopped.
  func run(
    _ moves: [LeverMoves], shouldStop: @escaping @Sendable () -> Bool,
    onRuns: @escaping @Sendable (Int) -> Void = { _ in }
  ) throws(SimulationError) -> [PointResponse]? {
    let plain = moves.indices.filter { !moves[$0].isArrangement }
    var responses: [Int: PointResponse] = [:]
    guard
      let first = try run(
        points: plain.count, shouldStop: shouldStop, onRuns: onRuns, at: { moves[plain[$0]].point })
    else { return nil }
    for (index, response) in zip(plain, first) { responses[index] = response }
    for index in moves.indices where moves[index].isArrangement {
      let done = responses.count * runs
      let simulation = PointSimulation(
        moves[index].arranged(scenario), inputs: inputs, runs: runs, firstRun: firstRun, seed: seed,
        threads: threads, memory: memory)
      guard
        let response = try simulation.run(
          points: 1, shouldStop: shouldStop, onRuns: { onRuns(done + $0) }, at: { _ in moves[index].point })
      else { return nil }
      responses[index] = response.first
    }
    return moves.indices.compactMap { responses[$0] }
  }
}
