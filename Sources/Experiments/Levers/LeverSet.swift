import Bargaining
import Simulation
import Tables

/// Several levers moved together, and what came of it on runs that had no part in choosing them.
package struct LeverSet: Sendable {
  /// Each with the value that it is moved to.
  package let moves: [(lever: Lever, value: Double)]
  /// Agreements on fresh runs.
  package let agreements: Int
  package let runs: Int
  /// The share on fresh runs across models; `nil` without any.
  package let models: ModelRange?
  /// Whether the share on fresh runs reaches the target.
  package let reachesTarget: Bool

  /// The share on fresh runs, with its interval.
  package var interval: WilsonInterval { WilsonInterval(count: agreements, total: runs) }
}

/// The smallest set of levers that reaches a share of agreements.
///
/// Every set of one, two and three of the most effective levers is simulated, each lever at its own
/// best value, on common random numbers, and of each size the one of greatest share is kept. Beyond
/// three, levers are added one by one, each time the one that helps most. The search ends with the
/// first set that reaches the target and does so again on fresh runs: the best of many sets looks
/// better than it is on the runs that chose it.
struct LeverSetSearch {
  let simulation: PointSimulation
  /// Runs that have no part in choosing.
  let fresh: PointSimulation
  /// The candidates, the most effective first.
  let effects: [LeverEffect]
  let target: Double
  let shouldStop: @Sendable () -> Bool
  /// Told how many runs of ``simulation`` are done.
  let onRuns: @Sendable (Int) -> Void

  /// How many candidates are combined exhaustively, and the size of the largest set.
  static let candidates = 8
  static let mostLevers = 6

  /// Points that the exhaustive part simulates at most.
  static func points(_ count: Int) -> Int {
    let n = min(count, candidates)
    return n + n * (n - 1) / 2 + n * (n - 1) * (n - 2) / 6
  }

  /// The set, or the best one if none reaches the target; `nil` when stopped or without candidates.
  func run() throws(SimulationError) -> LeverSet? {
    let pool = Array(effects.indices.prefix(LeverSetSearch.candidates))
    var best: (set: [Int], share: Double) = ([], -1)
    var verified: LeverSet?
    var isVerified = false
    var points = 0
    for size in 1...LeverSetSearch.mostLevers {
      let sets =
        size <= 3
        ? LeverSetSearch.subsets(of: pool, size: size)
        : pool.filter { !best.set.contains($0) }.map { (best.set + [$0]).sorted() }
      guard !sets.isEmpty else { break }
      guard let found = try bestSet(of: sets, after: points) else { return nil }
      points += sets.count
      if found.share <= best.share, size > 3 { break }
      if found.share > best.share { (best, isVerified) = (found, false) }
      // Fewer than three candidates have no set of three.
      guard best.share >= target || size >= min(3, pool.count), !isVerified else { continue }
      guard let checked = try verify(best.set) else { return nil }
      (verified, isVerified) = (checked, true)
      if checked.reachesTarget { break }
    }
    return verified
  }

  private func verify(_ set: [Int]) throws(SimulationError) -> LeverSet? {
    let moves = set.map { (lever: effects[$0].lever, value: effects[$0].bestValue) }
    guard let response = try fresh.run([LeverMoves(moves: moves)], shouldStop: shouldStop)?.first else {
      return nil
    }
    return LeverSet(
      moves: moves, agreements: response.agreements, runs: response.runs, models: response.modelRange,
      reachesTarget: response.agreementShare >= target)
  }

  /// Of equals the first.
  private func bestSet(
    of sets: [[Int]], after points: Int
  ) throws(SimulationError) -> (set: [Int], share: Double)? {
    let (effects, onRuns, done) = (effects, onRuns, points * simulation.runs)
    let moves = sets.map { set in
      LeverMoves(moves: set.map { (effects[$0].lever, effects[$0].bestValue) })
    }
    guard
      let responses = try simulation.run(moves, shouldStop: shouldStop, onRuns: { onRuns(done + $0) })
    else { return nil }
    var best = 0
    for index in responses.indices where responses[index].agreements > responses[best].agreements {
      best = index
    }
    return (sets[best], responses[best].agreementShare)
  }

  static func subsets(of pool: [Int], size: Int) -> [[Int]] {
    if size == 0 { return [[]] }
    guard let first = pool.first else { return [] }
    let rest = Array(pool.dropFirst())
    return subsets(of: rest, size: size - 1).map { [first] + $0 } + subsets(of: rest, size: size)
  }
}
