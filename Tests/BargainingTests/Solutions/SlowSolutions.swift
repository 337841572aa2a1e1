import Bargaining

/// The definitions of MODEL section 9 written out over a list of all outcomes; shares with the
/// product only the utility of an outcome.
struct SlowSolutions {
  struct Row {
    let rank: UInt64
    let options: [Int]
    /// Per voter.
    let utilities: [Double]
    /// Voter and index of each red line crossed.
    let crossed: [(voter: Int, line: Int)]
  }

  let voters: [Int]
  let thresholds: [Double]
  let rows: [Row]
  let space: OutcomeSpace
  let domain: AdditiveDomain
  private let tolerance = 1e-12

  init(_ domain: AdditiveDomain, voters: [Int], negotiation: Negotiation, space: OutcomeSpace) {
    self.domain = domain
    self.voters = voters
    self.space = space
    thresholds = voters.map { domain.members[$0].reservation }
    rows = (0..<space.count).map { rank in
      let options = space.options(of: rank)
      return Row(
        rank: rank, options: options, utilities: voters.map { negotiation.utility(of: options, to: $0) },
        crossed: voters.indices.flatMap { v in
          domain.members[voters[v]].redLines.indices.filter {
            domain.members[voters[v]].redLines[$0].holds(in: options)
          }.map { (v, $0) }
        })
    }
  }

  var admissible: [Row] { rows.filter(\.crossed.isEmpty) }
  var feasible: [Row] { admissible.filter { shortfall($0) == 0 } }

  func shortfall(_ row: Row) -> Double {
    voters.indices.reduce(0) { sum, v in
      let lack = thresholds[v] - row.utilities[v]
      return lack > tolerance ? sum + lack : sum
    }
  }

  var pareto: [UInt64] {
    admissible.filter { row in
      !admissible.contains { other in
        zip(other.utilities, row.utilities).allSatisfy { $0 >= $1 }
          && zip(other.utilities, row.utilities).contains { $0 > $1 }
      }
    }.map(\.rank)
  }

  /// The first feasible outcome of greatest value.
  func best(_ value: (Row) -> Double) -> (options: [Int], value: Double)? {
    var best: (options: [Int], value: Double)?
    for row in feasible where best.map({ value(row) > $0.value }) ?? true { best = (row.options, value(row)) }
    return best
  }

  func surpluses(_ row: Row) -> [Double] { voters.indices.map { row.utilities[$0] - thresholds[$0] } }

  /// Per voter: its best utility over `rows`.
  func ideals(over rows: [Row]) -> [Double] {
    voters.indices.map { v in rows.map { $0.utilities[v] }.max() ?? 0 }
  }

  func leastShare(_ row: Row, of ideals: [Double]) -> Double {
    voters.indices.map { v in
      let range = ideals[v] - thresholds[v]
      return range > tolerance ? surpluses(row)[v] / range : 1
    }.min() ?? 0
  }

  /// The first admissible outcome of least shortfall.
  var cheapest: Row? { admissible.min { shortfall($0) < shortfall($1) } }

  /// The leverage gap with voter v content on issue k.
  func gap(contentOn k: Int, voter v: Int) -> Double {
    let member = domain.members[voters[v]]
    let total = member.weights.reduce(0, +)
    let best = member.values[k].max() ?? 0
    return admissible.map { row in
      voters.indices.reduce(0) { sum, w in
        var utility = row.utilities[w]
        if w == v, total > 0 {
          utility += member.weights[k] / total * (best - member.values[k][row.options[k]])
        }
        let lack = thresholds[w] - utility
        return lack > tolerance ? sum + lack : sum
      }
    }.min() ?? .infinity
  }

  /// Whether some outcome is feasible once a voter's red line is replaced (`nil`: given up).
  func opens(voter v: Int, line: Int, as relaxed: Condition?) -> Bool {
    rows.contains { row in
      guard shortfall(row) == 0 else { return false }
      return row.crossed.allSatisfy { crossing in
        crossing.voter == v && crossing.line == line && !(relaxed?.holds(in: row.options) ?? false)
      }
    }
  }
}
