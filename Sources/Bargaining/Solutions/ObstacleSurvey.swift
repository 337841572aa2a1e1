/// Collects, as long as nothing is feasible, what each party's stand on each issue adds to the
/// leverage gap, and what the least relaxation of each red line is.
struct ObstacleSurvey {
  /// One red line of one voter, and what it would take to open the zone at it alone.
  struct Line {
    let voter: Int
    let bit: Int
    /// Per clause and option of its issue: how many options must be set free to allow this one; 0
    /// where it is free.
    let costs: [(issue: Int, steps: [Int])]
    /// Per clause: how many options it names.
    let widths: [Int]
    fileprivate(set) var best: Release?

    /// Setting free the options up to this one of a clause's issue.
    func release(_ clause: Int, _ option: Int, rank: UInt64, _ names: NamedOutcomes) -> Release {
      let (issue, steps) = costs[clause]
      return Release(
        clause: clause, option: option, steps: steps[option], rank: rank,
        order: (
          steps[option], -widths[clause], names.place(of: issue), names.place(of: option, on: issue), clause
        ))
    }

    /// All options that can be set free, the least first.
    func candidates(_ names: NamedOutcomes) -> [Release] {
      costs.indices.flatMap { clause in
        costs[clause].steps.indices.filter { costs[clause].steps[$0] > 0 }.map {
          release(clause, $0, rank: 0, names)
        }
      }.sorted { $0.order < $1.order }
    }
  }

  /// The options up to `option` of the issue of a clause set free.
  struct Release {
    let clause: Int
    let option: Int
    let steps: Int
    /// An outcome that this opens the zone with.
    let rank: UInt64
    /// Among equal steps, the clause that names most options comes first: setting one of them free
    /// allows the fewest outcomes. Then issue and option by name.
    fileprivate let order: (Int, Int, Int, Int, Int)
  }

  private let game: FixedGame
  /// `regrets[slot * V + v]`: by how much an option falls short of the issue's best for v.
  private let regrets: [Double]
  /// `gaps[v * K + k]`: the least total shortfall with v content on issue k.
  private(set) var gaps: [Double]
  /// Per voter: the greatest of its `gaps`.
  private var greatest: [Double]
  private(set) var lines: [Line]
  /// `numbers[v * 64 + bit]`: index into `lines`.
  private let numbers: [Int]

  init(_ game: FixedGame) {
    self.game = game
    var regrets = [Double](repeating: 0, count: game.layout.slotCount * game.voterCount)
    for v in 0..<game.voterCount {
      for k in 0..<game.issueCount {
        let best = game.bestWorth(of: k, to: v)
        for option in 0..<game.optionCounts[k] {
          let slot = (game.offsets[k] + option) * game.voterCount + v
          regrets[slot] = best - game.worth[slot]
        }
      }
    }
    self.regrets = regrets
    gaps = Array(repeating: .infinity, count: game.voterCount * game.issueCount)
    greatest = Array(repeating: .infinity, count: game.voterCount)
    lines = Self.lines(of: game)
    var numbers = [Int](repeating: 0, count: 64 * game.voterCount)
    for (index, line) in lines.enumerated() { numbers[line.voter * 64 + line.bit] = index }
    self.numbers = numbers
  }

  /// All red lines of the voters, nothing released yet.
  static func lines(of game: FixedGame) -> [Line] {
    (0..<game.voterCount).flatMap { v in
      game.conditions[v].indices.filter { game.redLineBits[v] >> UInt64($0) & 1 == 1 }.map { bit in
        let clauses = game.conditions[v][bit].clauses
        let costs = clauses.map { (issue: $0.issue, steps: steps(of: $0, in: game)) }
        return Line(
          voter: v, bit: bit, costs: costs, widths: costs.map { $0.steps.count { $0 > 0 } }, best: nil)
      }
    }
  }

  /// How many options must be set free to allow each: on a numeric issue a line moves along the
  /// scale, so all options between are set free too; on any other issue an option is set free by
  /// itself.
  private static func steps(of clause: Condition.Clause, in game: FixedGame) -> [Int] {
    let count = game.optionCounts[clause.issue]
    guard game.layout.isNumeric[clause.issue] else {
      return (0..<count).map { clause.options.contains($0) ? 1 : 0 }
    }
    let scale = game.layout.scale(of: clause.issue)
    let free = scale.indices.filter { !clause.options.contains(scale[$0]) }
    var steps = [Int](repeating: 0, count: count)
    for (place, option) in scale.enumerated() where clause.options.contains(option) {
      steps[option] = free.map { abs($0 - place) }.min() ?? 1
    }
    return steps
  }

  /// An admissible outcome at which some voters lack something.
  mutating func noteShortfall(options: Lane<UInt8>, utilities: Lane<Double>, total: Double) {
    for v in 0..<game.voterCount {
      let own = game.shortfall(utilities[v], of: v)
      let others = total - own
      guard own > 0, others < greatest[v] else {
        if own == 0, total < greatest[v] { lower(v, to: total) }
        continue
      }
      var most = 0.0
      for k in 0..<game.issueCount {
        let slot = (game.offsets[k] + Int(options[k])) * game.voterCount + v
        let left = own - regrets[slot]
        let gap = others + (left > UtilityGrid.tolerance ? left : 0)
        gaps[v * game.issueCount + k] = min(gaps[v * game.issueCount + k], gap)
        most = max(most, gaps[v * game.issueCount + k])
      }
      greatest[v] = most
    }
  }

  private mutating func lower(_ v: Int, to total: Double) {
    for k in 0..<game.issueCount {
      gaps[v * game.issueCount + k] = min(gaps[v * game.issueCount + k], total)
    }
    greatest[v] = min(greatest[v], total)
  }

  /// An outcome at which everybody has enough and a single red line is crossed.
  mutating func noteCrossing(options: Lane<UInt8>, rank: UInt64, crossing: OutcomeWalk.Crossing) {
    let index = numbers[crossing.voter * 64 + crossing.bit]
    for (clause, cost) in lines[index].costs.enumerated() {
      let release = lines[index].release(clause, Int(options[cost.issue]), rank: rank, game.outcomes)
      if let best = lines[index].best, best.order <= release.order { continue }
      lines[index].best = release
    }
  }
}

extension FixedGame {
  /// The most that issue k can bring voter v by itself.
  func bestWorth(of k: Int, to v: Int) -> Double {
    (0..<optionCounts[k]).reduce(-.infinity) { best, option in
      allows(option, of: k) ? max(best, worth[(offsets[k] + option) * voterCount + v]) : best
    }
  }
}
