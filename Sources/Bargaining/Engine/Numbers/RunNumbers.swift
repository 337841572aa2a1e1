import Randomness

/// The numbers of one run, and whatever in it is left to chance: what was drawn, what events have
/// made of it, and the streams that decide what happens.
///
/// Everything random comes from streams keyed by (seed, run, path), so that a run is the same
/// wherever and after whatever it is played.
package final class RunNumbers {
  let dice: Dice
  /// As drawn. What a deal turned down takes from trust is taken from here, so that effects of
  /// events come on top.
  package let drawn: Lane<Double>
  /// As events have changed them.
  package let current: Lane<Double>
  /// Per parameter: the quantile, and the value, at which it is held in all runs; NaN where it is
  /// not.
  private let levels: Lane<Double>
  private let fixed: Lane<Double>
  /// The streams of ``Dice/uniforms``.
  private let uniforms: StreamGroup
  private let state: Lane<State>
  /// From which rounds on chance is that of other runs, by rising rounds; of the runs to come.
  package var branches: [Branch] = []

  private struct State: BitwiseCopyable {
    /// Those that what a round leaves to chance comes from: of a branch once it has begun.
    var seed: UInt64 = 0
    var run: UInt32 = 0
    /// Those of the run itself.
    var ownSeed: UInt64 = 0
    var ownRun: UInt32 = 0
    /// How many branches have begun.
    var branchesBegun = 0
    var holdsValues = false
  }

  package init(_ scenario: Scenario, arena: Arena) {
    dice = Dice(scenario)
    drawn = arena.lane(scenario.parameters.count, of: 0)
    current = arena.lane(scenario.parameters.count, of: 0)
    levels = arena.lane(scenario.parameters.count, of: .nan)
    fixed = arena.lane(scenario.parameters.count, of: .nan)
    uniforms = StreamGroup(dice.uniforms.map(\.stream), arena: arena)
    state = arena.lane(1, of: State())
  }

  /// A number as it is now, by the index of its parameter.
  @inline(__always)
  package subscript(parameter: Int) -> Double {
    get { current[parameter] }
    set { current[parameter] = newValue }
  }

  // MARK: What is held in all runs

  /// Holds parameters at values; nothing else is held at a value from now on.
  package func fix(_ values: some Sequence<(parameter: ParameterID, value: Double)>) {
    fixed.fill(.nan)
    state[0].holdsValues = false
    for (parameter, value) in values {
      fixed[parameter.index] = value
      state[0].holdsValues = true
    }
  }

  /// Holds parameters at quantiles in [0, 1]; nothing else is held at a quantile from now on.
  func hold(_ quantiles: some Sequence<(parameter: ParameterID, quantile: Double)>) {
    levels.fill(.nan)
    for (parameter, quantile) in quantiles { levels[parameter.index] = quantile }
  }

  // MARK: One run

  /// Draws every number of a run.
  package func draw(run: UInt32, seed: UInt64) {
    (state[0].seed, state[0].run) = (seed, run)
    (state[0].ownSeed, state[0].ownRun) = (seed, run)
    state[0].branchesBegun = 0
    for (parameter, value) in dice.constants { drawn[parameter] = value }
    uniforms.draw(seed: seed, run: run, at: 0)
    for (place, draw) in dice.uniforms.enumerated() {
      let level = levels[draw.parameter]
      drawn[draw.parameter] =
        level.isNaN
        ? Distribution.uniformQuantile(uniforms.open(place), draw.low, draw.high)
        : Distribution.uniform(low: draw.low, high: draw.high).quantile(level)
    }
    for draw in dice.draws {
      let level = levels[draw.parameter]
      if level.isNaN {
        var stream = RandomStream(seed: seed, run: run, stream: draw.stream)
        drawn[draw.parameter] = draw.distribution.sample(&stream)
      } else {
        drawn[draw.parameter] = draw.distribution.quantile(level)
      }
    }
    if state[0].holdsValues {
      for parameter in 0..<fixed.count where !fixed[parameter].isNaN { drawn[parameter] = fixed[parameter] }
    }
    current.copy(from: drawn)
  }

  /// Number `index` of a stream of this run, in [0, 1).
  @inline(__always)
  package func chance(_ stream: StreamID, at index: Int) -> Double {
    RandomStream.uniform(
      seed: state[0].seed, run: state[0].run, stream: stream, at: UInt32(truncatingIfNeeded: index))
  }

  /// Whether something of that probability happens, by number `index` of a stream; what is certain
  /// draws nothing.
  @inline(__always)
  package func happens(_ probability: Double, _ stream: StreamID, at index: Int) -> Bool {
    if probability <= 0 { return false }
    if probability >= 1 { return true }
    return chance(stream, at: index) < probability
  }

  /// Draws number `index` of each stream of a group.
  @inline(__always)
  func draw(_ group: StreamGroup, at index: Int) {
    group.draw(seed: state[0].seed, run: state[0].run, at: index)
  }

  /// A number of what holds for the whole run, whenever it is asked for: no branch changes it.
  @inline(__always)
  func trait(_ stream: StreamID, at index: Int) -> Double {
    RandomStream.uniform(
      seed: state[0].ownSeed, run: state[0].ownRun, stream: stream, at: UInt32(truncatingIfNeeded: index))
  }

  /// A stream of the whole run from its beginning: no branch changes it.
  func stream(_ stream: StreamID) -> RandomStream {
    RandomStream(seed: state[0].ownSeed, run: state[0].ownRun, stream: stream)
  }

  // MARK: Branches

  /// The round in which the next branch begins; one that never comes where there is none.
  var nextBranch: Int {
    state[0].branchesBegun < branches.count ? branches[state[0].branchesBegun].round : .max
  }

  /// Begins the branches of a round.
  func beginBranches(of round: Int) {
    while nextBranch <= round {
      let branch = branches[state[0].branchesBegun]
      (state[0].seed, state[0].run) = (branch.seed, branch.run)
      state[0].branchesBegun += 1
    }
  }
}
