/// Collects, outcome by outcome, what can be known without a second look: how many are feasible,
/// the best by each criterion, the leverage gap, and, as long as nothing is feasible, what stands
/// in the way. What a home turns down is not feasible, and no transfer at the table makes it so.
struct PointSurvey: OutcomeVisitor {
  private(set) var feasible: UInt64 = 0
  /// Greatest product of surpluses; greatest sum of utilities; greatest least surplus.
  private(set) var nash = BestOutcome()
  private(set) var utilitarian = BestOutcome()
  private(set) var egalitarian = BestOutcome()
  /// The negative of the least total shortfall.
  private(set) var cheapest = BestOutcome()
  /// Whether some feasible outcome gives every voter a surplus, and whether some gives one to any.
  private(set) var everyoneGains = false
  private(set) var someoneGains = false
  /// Per voter: best utility over admissible and over feasible outcomes.
  private(set) var ideals: [Double]
  private(set) var feasibleIdeals: [Double]
  private(set) var obstacles: ObstacleSurvey?

  private let game: FixedGame

  init(_ game: FixedGame, obstacles: ObstacleSurvey?) {
    self.game = game
    self.obstacles = obstacles
    ideals = Array(repeating: -.infinity, count: game.voterCount)
    feasibleIdeals = ideals
  }

  mutating func visit(
    rank: UInt64, options: Lane<UInt8>, utilities: Lane<Double>, crossing: OutcomeWalk.Crossing
  ) {
    var (lacking, lacks, gains) = (0.0, 0.0, 0)
    var (sum, least) = (0.0, Double.infinity)
    for v in 0..<game.voterCount {
      let surplus = utilities[v] - game.thresholds[v]
      if surplus < -UtilityGrid.tolerance {
        lacking -= surplus
        lacks += 1
      } else if surplus > UtilityGrid.tolerance {
        gains += 1
        least = min(least, surplus)
      } else {
        least = 0
      }
      sum += utilities[v]
    }
    guard crossing.count == 0 else {
      if crossing.count == 1, feasible == 0, lacks == 0, game.passesAtHome(options) {
        obstacles?.noteCrossing(options: options, rank: rank, crossing: crossing)
      }
      return
    }
    for v in 0..<game.voterCount where utilities[v] > ideals[v] { ideals[v] = utilities[v] }
    if lacks > 0 {
      guard feasible == 0, game.passesAtHome(options) else { return }
      Self.offer(&cheapest, rank, -lacking, error: lacks * UtilityGrid.error)
      obstacles?.noteShortfall(options: options, utilities: utilities, total: lacking)
      return
    }
    guard game.passesAtHome(options) else { return }
    feasible += 1
    if gains > 0 { someoneGains = true }
    if gains == game.voterCount { everyoneGains = true }
    Self.offer(&cheapest, rank, 0, error: 0)
    Self.offer(&utilitarian, rank, sum, error: Double(game.voterCount) * UtilityGrid.error)
    Self.offer(&egalitarian, rank, least, error: UtilityGrid.error)
    offerProduct(rank, utilities)
    for v in 0..<game.voterCount where utilities[v] > feasibleIdeals[v] { feasibleIdeals[v] = utilities[v] }
  }

  @inline(__always)
  private static func offer(
    _ best: inout BestOutcome, _ rank: UInt64, _ value: Double, error: Double
  ) {
    best.offer(.init(rank: rank, value: value, high: value + error), low: value - error)
  }

  /// A product is known as well as its factors are, so that small ones are told apart as well as
  /// large ones.
  @inline(__always)
  private mutating func offerProduct(_ rank: UInt64, _ utilities: Lane<Double>) {
    let high = product(utilities, off: UtilityGrid.error)
    guard nash.isOpen(to: high) else { return }
    nash.offer(
      .init(rank: rank, value: product(utilities, off: 0), high: high),
      low: product(utilities, off: -UtilityGrid.error))
  }

  /// The product of surpluses, were each off by that much; 0 when one is none.
  @inline(__always)
  private func product(_ utilities: Lane<Double>, off error: Double) -> Double {
    var product = 1.0
    for v in 0..<game.voterCount {
      let surplus = game.surplus(utilities[v], of: v)
      product *= surplus > 0 ? surplus + error : 0
    }
    return product
  }
}

/// Finds the Kalai–Smorodinsky outcome once the ideals are known: greatest least share
/// `s_i / (ideal_i - r_i)`.
///
/// Kalai & Smorodinsky 1975, doi:10.2307/1914280. A party whose ideal is no more than its
/// reservation gets all that it can from any feasible outcome; its share counts as 1.
struct ShareSurvey: OutcomeVisitor {
  private(set) var best = BestOutcome()
  private(set) var bestFeasible = BestOutcome()
  private let game: FixedGame
  /// Per voter: its ideal less what it must get.
  let ranges: [Double]
  let feasibleRanges: [Double]

  /// A least share, and what it could be at least and at most.
  private struct Share {
    var (low, value, high) = (Double.infinity, Double.infinity, Double.infinity)

    mutating func add(_ surplus: Double, of range: Double) {
      guard range > UtilityGrid.tolerance else {
        (low, value, high) = (min(low, 1), min(value, 1), min(high, 1))
        return
      }
      let error = surplus > 0 ? UtilityGrid.error : 0
      low = min(low, (surplus - error) / (range + UtilityGrid.error))
      value = min(value, surplus / range)
      high = min(high, (surplus + error) / (range - UtilityGrid.error))
    }
  }

  init(_ game: FixedGame, ideals: [Double], feasibleIdeals: [Double]) {
    self.game = game
    ranges = ideals.indices.map { ideals[$0] - game.thresholds[$0] }
    feasibleRanges = feasibleIdeals.indices.map { feasibleIdeals[$0] - game.thresholds[$0] }
  }

  mutating func visit(
    rank: UInt64, options: Lane<UInt8>, utilities: Lane<Double>, crossing: OutcomeWalk.Crossing
  ) {
    guard crossing.count == 0 else { return }
    var (share, feasibleShare) = (Share(), Share())
    for v in 0..<game.voterCount {
      guard game.shortfall(utilities[v], of: v) == 0 else { return }
      let surplus = game.surplus(utilities[v], of: v)
      share.add(surplus, of: ranges[v])
      feasibleShare.add(surplus, of: feasibleRanges[v])
    }
    guard game.passesAtHome(options) else { return }
    best.offer(.init(rank: rank, value: share.value, high: share.high), low: share.low)
    bestFeasible.offer(
      .init(rank: rank, value: feasibleShare.value, high: feasibleShare.high),
      low: feasibleShare.low)
  }
}
