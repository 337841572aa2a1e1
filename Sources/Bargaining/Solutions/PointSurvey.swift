/// Collects, outcome by outcome, what can be known without a second look: how many are feasible, the best by each criterion, the
/// leverage gap, and, as long as nothing is feasible, what stands in the way.
struct PointSurvey: OutcomeVisitor {
  private(set) var feasible: UInt64 = 0
  /// Greatest product of surpluses; greatest sum of utilities; greatest least surplus.
  private(set) var nash = BestOutcome()
  private(set) var utilitarian = BestOutcome()
  private(set) var egalitarian = BestOutcome()
  /// The negative of the least total shortfall.
  private(set) var cheapest = BestOutcome()
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
    var lacking = 0.0
    var (product, sum, least) = (1.0, 0.0, Double.infinity)
    for v in 0..<game.voterCount {
      let surplus = utilities[v] - game.thresholds[v]
      if surplus < -UtilityGrid.tolerance {
        lacking -= surplus
      } else {
        product *= max(0, surplus)
      }
      sum += utilities[v]
      least = min(least, surplus)
    }
    guard crossing.count == 0 else {
      if crossing.count == 1, feasible == 0, lacking == 0 {
        obstacles?.noteCrossing(options: options, rank: rank, crossing: crossing)
      }
      return
    }
    for v in 0..<game.voterCount where utilities[v] > ideals[v] { ideals[v] = utilities[v] }
    if lacking > 0 {
      guard feasible == 0 else { return }
      cheapest.offer(-lacking, rank)
      obstacles?.noteShortfall(options: options, utilities: utilities, total: lacking)
      return
    }
    feasible += 1
    cheapest.offer(0, rank)
    nash.offer(product, rank)
    utilitarian.offer(sum, rank)
    egalitarian.offer(least, rank)
    for v in 0..<game.voterCount where utilities[v] > feasibleIdeals[v] { feasibleIdeals[v] = utilities[v] }
  }
}

/// Finds the Kalai–Smorodinsky outcome once the ideals are known: greatest least share `s_i / (ideal_i - r_i)`.
///
/// Kalai & Smorodinsky 1975, doi:10.2307/1914280. A party whose ideal is no more than its reservation gets all that it can from any feasible
/// outcome; its share counts as 1.
struct ShareSurvey: OutcomeVisitor {
  private(set) var best = BestOutcome()
  private(set) var bestFeasible = BestOutcome()
  private let game: FixedGame
  private let ranges: [Double]
  private let feasibleRanges: [Double]

  init(_ game: FixedGame, ideals: [Double], feasibleIdeals: [Double]) {
    self.game = game
    ranges = ideals.indices.map { ideals[$0] - game.thresholds[$0] }
    feasibleRanges = feasibleIdeals.indices.map { feasibleIdeals[$0] - game.thresholds[$0] }
  }

  mutating func visit(
    rank: UInt64, options: Lane<UInt8>, utilities: Lane<Double>, crossing: OutcomeWalk.Crossing
  ) {
    guard crossing.count == 0 else { return }
    var (share, feasibleShare) = (Double.infinity, Double.infinity)
    for v in 0..<game.voterCount {
      let surplus = utilities[v] - game.thresholds[v]
      guard surplus >= -UtilityGrid.tolerance else { return }
      share = min(share, ranges[v] > UtilityGrid.tolerance ? surplus / ranges[v] : 1)
      feasibleShare = min(
        feasibleShare, feasibleRanges[v] > UtilityGrid.tolerance ? surplus / feasibleRanges[v] : 1)
    }
    best.offer(share, rank)
    bestFeasible.offer(feasibleShare, rank)
  }
}
