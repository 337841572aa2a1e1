import Bargaining
import Simulation

/// Several levers moved together, and what came of it on runs that had no part in choosing them.
public struct LeverSet: Sendable {
  /// Each with the value that it is moved to.
  public let moves: [(lever: Lever, value: Double)]
  /// Agreements on fresh runs.
  public let agreements: Int
  public let runs: Int
  /// Whether the share on the runs by which the set was chosen reached the target.
  public let reachesTarget: Bool

  /// The share on fresh runs, with its interval.
  public var interval: WilsonInterval { WilsonInterval(count: agreements, total: runs) }
}

/// The smallest set of levers that reaches a share of agreements.
///
/// Every set of one, two and three of the most effective levers is simulated, each lever at its own best value, on common random numbers; the first size at which the
/// target is reached ends the search, and of the sets of that size the one of greatest share is taken. Beyond three, levers are added one by one, each time the one
/// that helps most. Whether the set keeps what it promises is found out on fresh runs.
struct LeverSetSearch {
  let simulation: PointSimulation
  /// The candidates, the most effective first.
  let effects: [LeverEffect]
  let target: Double
  let shouldStop: @Sendable () -> Bool
  let onPoint: @Sendable (Int) -> Void

  /// How many candidates are combined exhaustively, and the size of the largest set.
  static let candidates = 8
  static let mostLevers = 6

  /// Points that the exhaustive part simulates at most.
  static func points(_ count: Int) -> Int {
    let n = min(count, candidates)
    return n + n * (n - 1) / 2 + n * (n - 1) * (n - 2) / 6
  }

  /// The set, as indices into the candidates, and whether it reaches the target; `nil` when stopped or without candidates.
  func run() throws(SimulationError) -> (chosen: [Int], reaches: Bool)? {
    let pool = Array(effects.indices.prefix(LeverSetSearch.candidates))
    guard !pool.isEmpty else { return nil }
    var best: (set: [Int], share: Double) = ([], -1)
    for size in 1...3 {
      let sets = LeverSetSearch.subsets(of: pool, size: size)
      guard !sets.isEmpty else { break }
      guard let found = try best(of: sets) else { return nil }
      if found.share > best.share { best = found }
      if best.share >= target { return (best.set, true) }
    }
    while best.set.count < LeverSetSearch.mostLevers {
      let sets = pool.filter { !best.set.contains($0) }.map { (best.set + [$0]).sorted() }
      guard !sets.isEmpty else { break }
      guard let found = try best(of: sets) else { return nil }
      guard found.share > best.share else { break }
      best = found
      if best.share >= target { return (best.set, true) }
    }
    return (best.set, false)
  }

  /// Of equals the first.
  private func best(of sets: [[Int]]) throws(SimulationError) -> (set: [Int], share: Double)? {
    let effects = effects
    guard
      let responses = try simulation.run(
        points: sets.count, shouldStop: shouldStop, onPoint: onPoint,
        at: { .values(sets[$0].map { (effects[$0].lever.parameter, effects[$0].bestValue) }) })
    else { return nil }
    var best = 0
    for index in responses.indices where responses[index].agreements > responses[best].agreements { best = index }
    return (sets[best], responses[best].agreementShare)
  }

  static func subsets(of pool: [Int], size: Int) -> [[Int]] {
    if size == 0 { return [[]] }
    guard let first = pool.first else { return [] }
    let rest = Array(pool.dropFirst())
    return subsets(of: rest, size: size - 1).map { [first] + $0 } + subsets(of: rest, size: size)
  }
}
