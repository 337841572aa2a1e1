import Bargaining
import Simulation

/// What would break the deadlock: levers moved one at a time, the conditions under which agreement
/// is likely, what a zone of agreement lacks, and the smallest set of levers that reaches a share.
package struct LeverStudy: Sendable {
  package let scenario: Scenario
  package let levers: [Lever]
  /// Whether the levers were asked for: then all of them may be in the smallest set, else only
  /// acts.
  private let isAskedFor: Bool
  /// The share of agreements that is wanted.
  package let target: Double
  /// Runs at each value of each lever.
  package let runs: Int
  package let seed: UInt64
  package let threads: Int

  /// Values of a lever that are tried, from its least to its greatest.
  package static let values = 5
  /// Runs for the conditions, for the gap, and for the check of the set.
  package static let runsForConditions = 8_192
  package static let runsForGaps = 400
  package static let runsForVerification = 4_096
  /// Halvings by which a flip point is found.
  static let halvings = 5

  package init(
    _ scenario: Scenario, levers: [Lever]? = nil, target: Double = 0.5, runs: Int = 400, seed: UInt64 = 1,
    threads: Int = 1
  ) {
    self.scenario = scenario
    self.levers = levers ?? Lever.all(in: scenario)
    isAskedFor = levers != nil
    self.target = target
    self.runs = max(2, runs)
    self.seed = seed
    self.threads = max(1, threads)
  }

  /// About how many runs the study simulates, for a display of progress.
  package var runsPlanned: Int {
    runs * (1 + moves.count) + LeverStudy.runsForConditions + LeverStudy.runsForGaps
      + runs * LeverSetSearch.points(levers.count) + LeverStudy.runsForVerification
  }

  /// Does all of it.
  ///
  /// - Parameters:
  ///   - memory: what is known of the study already; `nil` for nothing.
  ///   - shouldStop: asked often, on any thread.
  ///   - onProgress: told how many runs are done, on any thread.
  /// - Returns: `nil` when it was stopped.
  /// - Throws: `SimulationError`, `NegotiationFault` or `DiscoveryFault`.
  package func run(
    memory: (any StudyMemory)? = nil, shouldStop: @escaping @Sendable () -> Bool = { false },
    onProgress: @escaping @Sendable (Int) -> Void = { _ in }
  ) throws -> LeverResult? {
    // These need nothing of each other.
    let played = try playAsItIs(memory, shouldStop, onProgress)
    guard played != nil || goesOnBesides(memory, shouldStop) else { return nil }
    let first = LeverStudy.runsForConditions
    let simulation = PointSimulation(
      scenario, inputs: [], runs: runs, seed: seed, threads: threads, memory: memory)
    let moved = [LeverMoves(moves: [])] + moves
    let tried = try simulation.run(moved, shouldStop: shouldStop, onRuns: { onProgress(first + $0) })
    guard tried != nil || goesOnBesides(memory, shouldStop) else { return nil }
    let second = first + runs * moved.count
    let measured = try GapDistribution.measure(
      scenario, runs: LeverStudy.runsForGaps, seed: seed, threads: threads, memory: memory,
      shouldStop: shouldStop, onRuns: { onProgress(second + $0) })
    guard let asItIs = played, let responses = tried, let gaps = measured else { return nil }
    let agreed = asItIs.agreed
    // Gains are counted from the share of these very runs: that of another number of runs is
    // another estimate.
    let baseline = responses[0]
    var rest = responses.dropFirst()
    var effects = levers.map { lever in
      let values = lever.values(LeverStudy.values)
      defer { rest = rest.dropFirst(values.count) }
      return LeverEffect(
        lever, values: values, responses: Array(rest.prefix(values.count)), baseline: baseline)
    }
    guard try findFlips(in: &effects, simulation, shouldStop) else { return nil }
    let ranked = LeverEffect.ranked(effects)

    let third = second + LeverStudy.runsForGaps
    let helpful = ranked.filter {
      ($0.gain.difference ?? 0) > 0 && (isAskedFor || $0.lever.role != .nature)
    }
    let fresh = PointSimulation(
      scenario, inputs: [], runs: LeverStudy.runsForVerification, seed: seed &+ 0x9E37_79B9_7F4A_7C15,
      threads: threads, memory: memory)
    let search = LeverSetSearch(
      simulation: simulation, fresh: fresh, effects: helpful, target: target, shouldStop: shouldStop,
      onRuns: { onProgress(third + $0) })
    let set = Double(agreed.ones) < target * Double(agreed.count) ? try search.run() : nil
    if shouldStop() { return nil }
    // Last, because nothing of it is kept.
    let conditions = try AgreementConditions(
      scenario, inputs: SensitivityStudy.uncertainNumbers(of: scenario),
      agreed: (0..<agreed.count).map { agreed[$0] }, models: asItIs.modelRange, seed: seed,
      shouldStop: shouldStop)
    if shouldStop() { return nil }
    return LeverResult(
      study: self, baseline: WilsonInterval(count: baseline.agreements, total: baseline.runs),
      baselineRange: baseline.modelRange, effects: ranked,
      conditions: conditions, gaps: gaps, set: set)
  }

  /// Every value of every lever, one at a time.
  private var moves: [LeverMoves] {
    levers.flatMap { lever in
      lever.values(LeverStudy.values).map { LeverMoves(moves: [(lever, $0)]) }
    }
  }

  /// Bisects between the values on either side of each flip. Returns whether it was not stopped.
  private func findFlips(
    in effects: inout [LeverEffect], _ simulation: PointSimulation,
    _ shouldStop: @escaping @Sendable () -> Bool
  ) throws(SimulationError) -> Bool {
    struct Bracket {
      var effect: Int
      var parameter: ParameterID
      var below: Double
      var above: Double
      var isLowBelow: Bool
    }
    var brackets = effects.indices.compactMap { index -> Bracket? in
      guard let bracket = effects[index].bracket, let parameter = effects[index].lever.parameter else {
        return nil
      }
      let effect = effects[index]
      return Bracket(
        effect: index, parameter: parameter, below: effect.values[bracket.below],
        above: effect.values[bracket.above],
        isLowBelow: effect.shares[bracket.below] < 0.5)
    }
    guard !brackets.isEmpty else { return true }
    for _ in 0..<LeverStudy.halvings {
      let middles = brackets.map { ($0.below + $0.above) / 2 }
      let parameters = brackets.map(\.parameter)
      guard
        let responses = try simulation.run(
          points: brackets.count, shouldStop: shouldStop, at: { .values([(parameters[$0], middles[$0])]) })
      else { return false }
      for index in brackets.indices {
        if (responses[index].agreementShare < 0.5) == brackets[index].isLowBelow {
          brackets[index].below = middles[index]
        } else {
          brackets[index].above = middles[index]
        }
      }
    }
    for bracket in brackets { effects[bracket.effect].flip = (bracket.below + bracket.above) / 2 }
    return true
  }

  /// Which runs of the scenario as it is agree: what conditions are looked for among.
  private func playAsItIs(
    _ memory: (any StudyMemory)?, _ shouldStop: @escaping @Sendable () -> Bool,
    _ onProgress: @escaping @Sendable (Int) -> Void
  ) throws(SimulationError) -> PointResponse? {
    let simulation = PointSimulation(
      scenario, inputs: [], runs: LeverStudy.runsForConditions, seed: seed, threads: threads, memory: memory)
    return try simulation.run(
      points: 1, shouldStop: shouldStop, onRuns: onProgress, at: { _ in .values([]) })?.first
  }
}
