/// Finds the outcome of least objective in spaces that are too large to enumerate: branch and
/// bound, depth first.
///
/// A branch is left when some ``LinearBound`` shows that nothing below it is better than what is
/// known, when a red line is crossed for certain or, where only feasible outcomes count, when some
/// voter cannot reach its threshold any more. Exact within the tolerance of ``UtilityGrid`` unless
/// the budget of nodes is used up.
///
/// Complexity: O(B V) per node for B bounds; the number of nodes is exponential in the issues at
/// worst, hence the budget.
struct BoundedSearch {
  enum Objective {
    /// `sum_i max(0, r_i - u_i(x))` over admissible outcomes.
    case shortfall
    /// `-sum_i u_i(x)` over feasible outcomes.
    case utilitarian
  }

  enum Result {
    case found(rank: UInt64, value: Double)
    /// No outcome counts.
    case nothing
    case outOfBudget
  }

  /// Nodes that a search may visit unless told otherwise; about a second.
  static func budget(voters: Int) -> Int { 100_000_000 / stepsPerNode(voters: voters) }
  /// What a node takes in steps of a ``FrontierBuilder``: bounds times voters, some of them at
  /// once.
  static func stepsPerNode(voters: Int) -> Int { max(5, voters * (8 + voters) / 4) }
  /// What is better by no more is not looked for.
  private static let margin = 1e-12
  /// How far a bound, whose coefficients go up to 1,000, may be off.
  private static let boundError = 1e-9

  private let objective: Objective
  private let game: FixedGame
  private let bounds: [LinearBound]
  private let voters: Int
  private let depth: Int
  /// Issues, those first on which most depends; for each its options, the most promising first.
  private let order: [Int]
  private let options: [[Int]]
  /// `rests[level * B + b]`: the most that the issues from that level on can still take off bound
  /// b.
  private let rests: [Double]
  /// `reach[level * V + v]`: the most that they can still bring voter v.
  private let reach: [Double]
  /// `decided[level * V + v]`: conditions all of whose issues come before that level.
  private let decided: [UInt64]

  private var sums: [Double]
  private var open: [UInt64]
  private var best: (rank: UInt64, value: Double)?
  /// Where a branch can bring no less, it is left.
  private var cut = Double.infinity
  /// What suffices: the first outcome of no greater objective ends the search.
  private let target: Double?
  private var isDone = false
  private let budget: Int
  /// Nodes that it may still visit.
  private(set) var left: Int
  /// Nodes that were visited.
  var visited: Int { budget - max(left, 0) }

  /// - Parameters:
  ///   - target: an objective that suffices, if not the least is asked for.
  ///   - limit: an issue, and the option before which it must stay by name.
  init(
    _ objective: Objective, _ game: FixedGame, bounds: [LinearBound], target: Double? = nil,
    before limit: (issue: Int, option: Int)? = nil, budget: Int
  ) {
    self.target = target
    self.budget = budget
    left = budget
    if let target { cut = target + Self.boundError }
    self.objective = objective
    self.game = game
    let voters = game.voterCount
    self.voters = voters
    self.bounds = bounds
    let names = game.outcomes
    // Of equals the first by name.
    let scores = (0..<game.issueCount).map { k in
      names.options[k].enumerated().filter { place, option in
        game.allows(option, of: k)
          && (limit.map { $0.issue != k || place < names.place(of: $0.option, on: k) } ?? true)
      }.map { place, option in
        (option: option, key: (bounds[0].score(option, of: k, game), -place))
      }.sorted { $0.key > $1.key }
    }
    func spread(_ k: Int) -> Double { (0..<voters).reduce(0) { $0 + game.spread(of: k, to: $1) } }
    let order = (0..<game.issueCount).sorted {
      (spread($0), names.place(of: $1)) > (spread($1), names.place(of: $0))
    }
    self.order = order
    depth = order.count
    options = order.map { scores[$0].map(\.option) }
    sums = Array(repeating: 0, count: (order.count + 1) * voters)
    open = Array(repeating: ~0, count: (order.count + 1) * voters)
    decided = (0...order.count).flatMap { level in
      (0..<voters).map { v in
        game.conditions[v].indices.reduce(UInt64(0)) { bits, j in
          let isDecided = game.conditions[v][j].clauses.allSatisfy { order[..<level].contains($0.issue) }
          return bits | (isDecided ? 1 << UInt64(j) : 0)
        }
      }
    }
    (rests, reach) = Self.suffixes(game, bounds, order, decided)
  }

  private static func suffixes(
    _ game: FixedGame, _ bounds: [LinearBound], _ order: [Int], _ decided: [UInt64]
  ) -> (rests: [Double], reach: [Double]) {
    let voters = game.voterCount
    var rests = [Double](repeating: 0, count: (order.count + 1) * bounds.count)
    var reach = [Double](repeating: 0, count: (order.count + 1) * voters)
    for level in stride(from: order.count - 1, through: 0, by: -1) {
      let k = order[level]
      let allowed = (0..<game.optionCounts[k]).filter { game.allows($0, of: k) }
      let bonuses = (0..<voters).map { v in
        let bits = decided[(level + 1) * voters + v] & ~decided[level * voters + v] & game.interactionBits[v]
        return game.conditions[v].indices.reduce(0) {
          $0 + (bits >> UInt64($1) & 1 == 1 ? max(0, game.bonus[v * 64 + $1]) : 0)
        }
      }
      for (b, bound) in bounds.enumerated() {
        let best = allowed.map { bound.score($0, of: k, game) }.max() ?? 0
        let extra = (0..<voters).reduce(0) { $0 + bound.coefficients[$1] * bonuses[$1] }
        rests[level * bounds.count + b] = rests[(level + 1) * bounds.count + b] + best + extra
      }
      for v in 0..<voters {
        reach[level * voters + v] =
          reach[(level + 1) * voters + v] + game.bestWorth(of: k, to: v) + bonuses[v]
      }
    }
    return (rests, reach)
  }

  mutating func run() -> Result {
    descend(0, 0)
    guard left > 0 || isDone else { return .outOfBudget }
    return best.map { .found(rank: $0.rank, value: $0.value) } ?? .nothing
  }

  private mutating func descend(_ level: Int, _ rank: UInt64) {
    let k = order[level]
    let next = (level + 1) * voters
    for option in options[level] {
      if isDone { return }
      left -= 1
      if left <= 0 { return }
      let slot = (game.offsets[k] + option) * voters
      for v in 0..<voters { sums[next + v] = sums[level * voters + v] + game.worth[slot + v] }
      if game.hasConditions, crossesRedLine(level, slot) { continue }
      if !isPromising(level + 1) { continue }
      let here = rank + game.shifts[game.offsets[k] + option]
      if level + 1 == depth { settle(here) } else { descend(level + 1, here) }
    }
  }

  /// Carries conditions on to the next level, adds the bonuses decided there and tells whether a
  /// red line is crossed for certain.
  private mutating func crossesRedLine(_ level: Int, _ slot: Int) -> Bool {
    let next = (level + 1) * voters
    for v in 0..<voters {
      open[next + v] = open[level * voters + v] & game.met[slot + v]
      let holding = open[next + v] & decided[next + v]
      if holding & game.redLineBits[v] != 0 { return true }
      let new = holding & ~decided[level * voters + v] & game.interactionBits[v]
      if new != 0 { sums[next + v] += game.bonuses(new, of: v) }
    }
    return false
  }

  private func isPromising(_ level: Int) -> Bool {
    // What each lacks even with all that is left to get, added up.
    var lacking = 0.0
    for v in 0..<voters {
      lacking += game.shortfall(sums[level * voters + v] + reach[level * voters + v], of: v)
    }
    switch objective {
    case .shortfall: if lacking >= cut || lacking > target ?? .infinity { return false }
    case .utilitarian: if lacking > 0 { return false }
    }
    if cut == .infinity { return true }
    for b in bounds.indices {
      var value = bounds[b].constant - rests[level * bounds.count + b]
      for v in 0..<voters { value -= bounds[b].coefficients[v] * sums[level * voters + v] }
      if value >= cut { return false }
    }
    return true
  }

  private mutating func settle(_ rank: UInt64) {
    var value = 0.0
    for v in 0..<voters {
      let utility = sums[depth * voters + v]
      value += objective == .shortfall ? game.shortfall(utility, of: v) : -utility
    }
    if let best, value >= best.value { return }
    if let target {
      guard value <= target else { return }
      isDone = true
    } else {
      cut = value - Self.margin
      // Nobody can lack less than nothing.
      if objective == .shortfall, value == 0 { isDone = true }
    }
    best = (rank, value)
  }
}

extension FixedGame {
  /// How far apart the options of issue k lie for voter v.
  func spread(of k: Int, to v: Int) -> Double {
    let worths = (0..<optionCounts[k]).map { worth[(offsets[k] + $0) * voterCount + v] }
    return (worths.max() ?? 0) - (worths.min() ?? 0)
  }
}
