/// A bound of an objective by a sum over issues: `f(x) >= constant - sum_i coefficients_i u_i(x)`,
/// for every outcome x that counts.
///
/// Both objectives of a ``BoundedSearch`` have a family of such bounds, by Lagrangian relaxation
/// (Geoffrion 1974, doi:10.1007/BFb0120690): the total shortfall is at least
/// `sum_i l_i (r_i - u_i)` for any l in [0, 1], and over feasible outcomes minus the sum of
/// utilities is at least `-sum_i u_i - sum_i m_i (u_i - r_i)` for any m >= 0. Each r_i is taken
/// lower by the tolerance of ``UtilityGrid``, since what a voter lacks up to that does not count.
struct LinearBound {
  let coefficients: [Double]
  let constant: Double

  /// The bound with multipliers l or m, one per voter.
  init(_ objective: BoundedSearch.Objective, multipliers: [Double], game: FixedGame) {
    switch objective {
    case .shortfall: coefficients = multipliers
    case .utilitarian: coefficients = multipliers.map { 1 + $0 }
    }
    constant = multipliers.indices.reduce(0) {
      $0 + multipliers[$1] * (game.thresholds[$1] - UtilityGrid.tolerance)
    }
  }

  /// The least that the bound allows over all outcomes, and the slope at it: per voter, by how much
  /// its threshold lies above what the outcome behind the bound brings it.
  func least(_ game: FixedGame) -> (value: Double, slope: [Double]) {
    var value = constant
    var slope = (0..<game.voterCount).map { game.thresholds[$0] }
    for k in game.outcomes.issues {
      var best = (score: -Double.infinity, option: 0)
      for option in game.outcomes.options[k] where game.allows(option, of: k) {
        let score = self.score(option, of: k, game)
        if score > best.score { best = (score, option) }
      }
      value -= best.score
      for v in slope.indices {
        slope[v] -= game.worth[(game.offsets[k] + best.option) * game.voterCount + v]
      }
    }
    for v in slope.indices {
      for j in game.conditions[v].indices where game.interactionBits[v] >> UInt64(j) & 1 == 1 {
        let bonus = max(0, game.bonus[v * 64 + j])
        value -= coefficients[v] * bonus
        slope[v] -= bonus
      }
    }
    return (value, slope)
  }

  /// What an option adds to the sum that is taken off.
  func score(_ option: Int, of k: Int, _ game: FixedGame) -> Double {
    let slot = (game.offsets[k] + option) * game.voterCount
    return coefficients.indices.reduce(0) { $0 + coefficients[$1] * game.worth[slot + $1] }
  }

  private static let steps = 150

  /// How many bounds a family has, beside one for each voter.
  private static let count = 8

  /// The best bounds that subgradient steps find, best first.
  static func family(_ objective: BoundedSearch.Objective, _ game: FixedGame) -> [LinearBound] {
    let voters = game.voterCount
    let most = objective == .shortfall ? 1.0 : 1_000
    var found: [(value: Double, bound: LinearBound)] = []
    let corners = (0..<voters).map { corner in (0..<voters).map { $0 == corner ? 1.0 : 0 } }
    var multipliers = [Double](repeating: objective == .shortfall ? 0.5 : 0, count: voters)
    for step in 1...steps {
      let bound = LinearBound(objective, multipliers: multipliers, game: game)
      let (value, slope) = bound.least(game)
      found.append((value, bound))
      let length = slope.reduce(0) { $0 + $1 * $1 }.squareRoot()
      guard length > 0 else { break }
      let stride = 1 / (Double(step).squareRoot() * length)
      for v in multipliers.indices {
        multipliers[v] = min(most, max(0, multipliers[v] + stride * slope[v]))
      }
    }
    found.sort { $0.value > $1.value }
    let best = found.prefix(count).map(\.bound)
    return best + corners.map { LinearBound(objective, multipliers: $0, game: game) }
  }
}
