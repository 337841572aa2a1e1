import Bargaining
import Randomness

/// A domain whose numbers are fractions, with its solutions by exact arithmetic over a list of all
/// outcomes.
///
/// Weights, values, bonuses and reservations are multiples of 1/10, 1/3 or 1/7, so that many
/// outcomes are worth the same by different sums. Shares nothing with the product but the
/// description of conditions.
struct ExactDomain {
  struct Member {
    var weights: [Fraction]
    var values: [[Fraction]]
    var interactions: [(condition: Condition, bonus: Fraction)]
    var redLines: [Condition]
    var reservation = Fraction(0)
    var hasVeto = true
  }

  struct Row {
    let rank: UInt64
    let options: [Int]
    /// Per voter, in parts of 1 / `scale`, less the reservation.
    let surpluses: [Int]
    /// Of utilities, in the same parts.
    let sum: Int
    let crossesRedLine: Bool
  }

  let options: [Int]
  private(set) var members: [Member]
  let voters: [Int]
  /// The parts in which all utilities are whole numbers.
  let scale: Int
  /// Per voter: the parts in which its own are.
  private let scales: [Int]
  let rows: [Row]
  /// Rows that cross no voter's red line, and those of them that everybody accepts.
  let admissible: [Row]
  let feasible: [Row]

  init(_ dice: inout RandomStream) {
    func pick(_ range: ClosedRange<Int>) -> Int { range.lowerBound + Int(dice.below(UInt64(range.count))) }
    var options = (0..<pick(2...4)).map { _ in pick(2...4) }
    while options.reduce(1, *) > 100 { options.removeLast() }
    let issues = options.count
    func condition(atLeast least: Int) -> Condition {
      let first = pick(0...issues - 1)
      return Condition(
        (0..<max(least, pick(1...2))).map { (first + $0) % issues }.sorted().map { k in
          Condition.Clause(
            issue: k,
            options: OptionSelection([pick(0...options[k] - 1), pick(0...options[k] - 1)]))
        })
    }
    let units = [10, 10, 10, 3, 7]
    // Where few numbers are used, ties are many.
    let isCoarse = pick(0...1) == 0
    var members = (0..<pick(2...5)).map { _ -> Member in
      let (weightUnit, valueUnit) = (units[pick(0...4)], units[pick(0...4)])
      let most = isCoarse ? 3 : weightUnit
      var weights = (0..<issues).map { _ in Fraction(pick(0...most), weightUnit) }
      weights[pick(0...issues - 1)] = Fraction(pick(1...most), weightUnit)
      let levels = (0..<(isCoarse ? 3 : 12)).map { _ in Fraction(pick(0...valueUnit), valueUnit) }
      return Member(
        weights: weights,
        values: options.map { count in (0..<count).map { _ in levels[pick(0...levels.count - 1)] } },
        interactions: (0..<max(0, pick(-2...2))).map { _ in
          (condition(atLeast: 2), Fraction(pick(-3...3), valueUnit))
        },
        redLines: (0..<max(0, pick(-3...1))).map { _ in condition(atLeast: 1) })
    }
    let hasBystander = members.count > 2 && pick(0...5) == 0
    if hasBystander { members[1].hasVeto = false }
    // Often just what some outcome is worth, and often all of the same one.
    let count = options.reduce(1, *)
    let together = pick(0...1) == 0 ? pick(0...count - 1) : nil
    for index in members.indices {
      let outcome = Self.unranked(together ?? pick(0...count - 1), options)
      members[index].reservation =
        pick(0...2) > 0 ? Self.utility(outcome, to: members[index]) : Fraction(pick(0...7), 10)
    }
    self.init(options: options, members: members)
  }

  init(options: [Int], members: [Member]) {
    self.options = options
    self.members = members
    voters = members.indices.filter { members[$0].hasVeto }
    let outcomes = (0..<options.reduce(1, *)).map { Self.unranked($0, options) }
    let utilities = voters.map { v in outcomes.map { Self.utility($0, to: members[v]) } }
    scales = zip(voters, utilities).map { v, row in
      Fraction.commonMultiple(row.map(\.denominator) + [members[v].reservation.denominator])
    }
    let scale = Fraction.commonMultiple(scales)
    self.scale = scale
    let voters = voters
    rows = outcomes.indices.map { index in
      let parts = utilities.map { $0[index].parts(of: scale) }
      return Row(
        rank: UInt64(index), options: outcomes[index],
        surpluses: voters.indices.map { parts[$0] - members[voters[$0]].reservation.parts(of: scale) },
        sum: parts.reduce(0, +),
        crossesRedLine: voters.contains { v in
          members[v].redLines.contains { $0.holds(in: outcomes[index]) }
        })
    }
    admissible = rows.filter { !$0.crossesRedLine }
    feasible = admissible.filter { $0.surpluses.allSatisfy { $0 >= 0 } }
  }

  /// The first issue turns slowest.
  private static func unranked(_ rank: Int, _ options: [Int]) -> [Int] {
    var rest = rank
    return options.reversed().map { count in
      defer { rest /= count }
      return rest % count
    }.reversed()
  }

  private static func utility(_ outcome: [Int], to member: Member) -> Fraction {
    let total = member.weights.reduce(Fraction(0), +)
    let worth = outcome.indices.reduce(Fraction(0)) {
      $0 + member.weights[$1] / total * member.values[$1][outcome[$1]]
    }
    return member.interactions.reduce(worth) { $1.condition.holds(in: outcome) ? $0 + $1.bonus : $0 }
  }

  /// The scenario, each number the double nearest to its fraction.
  func scenario() -> Scenario {
    let domain = AdditiveDomain(
      options: options, rounds: 1,
      members: members.map { member in
        AdditiveDomain.Member(
          weights: member.weights.map(\.nearest), values: member.values.map { $0.map(\.nearest) },
          reservation: member.reservation.nearest,
          interactions: member.interactions.map { ($0.condition, $0.bonus.nearest) },
          redLines: member.redLines)
      })
    var scenario = domain.scenario()
    for index in members.indices { scenario.parties[index].hasVeto = members[index].hasVeto }
    return scenario
  }

  // MARK: Solutions

  /// Ranks of the admissible outcomes that no admissible outcome dominates.
  var pareto: [UInt64] {
    admissible.filter { row in
      !admissible.contains { other in
        let differences = zip(other.surpluses, row.surpluses).map { $0 - $1 }
        return differences.allSatisfy { $0 >= 0 } && differences.contains { $0 > 0 }
      }
    }.map(\.rank)
  }

  func shortfall(_ row: Row) -> Int { row.surpluses.reduce(0) { $0 + max(0, -$1) } }

  /// Of several equally good outcomes the first.
  func best<Value: Comparable>(of rows: [Row], _ value: (Row) -> Value) -> Row? {
    let best = rows.map(value).max()
    return rows.first { value($0) == best }
  }

  /// The product of surpluses, each in its voter's own parts.
  func product(_ row: Row) -> Int128 {
    row.surpluses.indices.reduce(1) {
      $0 * Int128(max(0, row.surpluses[$1]) / (scale / scales[$1]))
    }
  }

  /// Per voter: its greatest surplus over rows.
  func ideals(over rows: [Row]) -> [Int] {
    voters.indices.map { v in rows.map { $0.surpluses[v] }.max() ?? 0 }
  }

  /// The least share of the ideal surpluses; who can gain nothing has all.
  func leastShare(_ row: Row, of ideals: [Int]) -> Fraction {
    voters.indices.map { v in
      ideals[v] > 0
        ? Fraction(row.surpluses[v] / (scale / scales[v]), ideals[v] / (scale / scales[v])) : Fraction(1)
    }.min() ?? Fraction(1)
  }
}
