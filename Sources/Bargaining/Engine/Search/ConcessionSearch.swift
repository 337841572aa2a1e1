/// Finds the smallest sufficient concession of a Zeuthen party: among the outcomes that it and all
/// members with a veto could live with, and at which the product of their surpluses exceeds a
/// bound, the one it likes best.
///
/// Depth first over the issues; a branch is left when somebody cannot reach its threshold any more,
/// when even everybody's best options do not bring the product past the bound, or when the party
/// itself cannot do better than what was found. Exact unless the budget of nodes is used up, which
/// it then says.
struct ConcessionSearch {
  enum Answer { case found, none, unknown }

  private struct Course: BitwiseCopyable {
    var voters = 0
    var left = 0
    var bound = 0.0
    var bestUtility = 0.0
    var bestProduct = 0.0
    /// Whether others are worth the same to the party as the best.
    var isTied = false
    /// While only ties are left to be decided: the key and the draw of the outcome that leads.
    var key = TieKey()
    var draw: UInt64 = 0
  }

  /// Nodes that one search may visit.
  static let budget = 4_000_000

  private let layout: IssueLayout
  private let course: Lane<Course>
  /// The party itself, then the other members with a veto.
  private let voters: Lane<Int>
  /// `rest[v * (K + 1) + k]`: the most that issues k… can still bring voter v, bonuses included.
  private let rest: Lane<Double>
  /// `sums[k * P + v]`, `bits[k * P + v]`: what issues before k brought.
  private let sums: Lane<Double>
  private let bits: Lane<UInt64>
  private let choice: Lane<UInt8>
  /// What was found last.
  let best: Lane<UInt8>

  init(layout: IssueLayout, parties: Int, arena: Arena) {
    let depth = layout.optionCounts.count + 1
    self.layout = layout
    course = arena.lane(1, of: Course())
    voters = arena.lane(parties, of: 0)
    rest = arena.lane(parties * depth, of: 0)
    sums = arena.lane(parties * depth, of: 0)
    bits = arena.lane(parties * depth, of: 0)
    choice = arena.lane(layout.optionCounts.count, of: 0)
    best = arena.lane(layout.optionCounts.count, of: 0)
  }

  /// Looks at the world of this round with the eyes of a party.
  func begin(
    _ party: Int, members: Lane<Int>, parties: Lane<Seat>, plans: Lane<PartyPlan>, locked: Lane<Int>
  ) {
    voters[0] = party
    var count = 1
    for other in members where other != party && plans[other].hasVeto {
      voters[count] = other
      count += 1
    }
    course[0].voters = count
    let issues = layout.optionCounts.count
    for v in 0..<count {
      parties[voters[v]].worth.table.findRests(
        rest, from: v * (issues + 1), layout: layout, locked: locked)
      sums[v] = 0
      bits[v] = ~0
    }
  }

  /// The product of the surpluses at an outcome; -1 if one of the voters could not live with it.
  func product(_ options: Lane<UInt8>, _ parties: Lane<Seat>) -> Double {
    var product = 1.0
    for v in 0..<course[0].voters {
      let state = parties[voters[v]]
      let utility = state.worth.table.utility(options)
      if state.worth.table.crossesRedLine(options)
        || utility < state.standing.threshold - UtilityGrid.tolerance
      {
        return -1
      }
      product *= max(0, utility - state.standing.threshold)
    }
    return product
  }

  /// Whether others are worth the same to the party as what was found last.
  var isTied: Bool { course[0].isTied }

  /// Searches among the outcomes whose product is above a bound; of those that the party likes
  /// equally the one of greatest product, of these the one of lowest rank, unless
  /// ``choose(by:_:_:)`` decides.
  func search(above bound: Double, _ parties: Lane<Seat>, _ locked: Lane<Int>) -> Answer {
    course[0].left = Self.budget
    course[0].bound = bound
    course[0].bestUtility = -.infinity
    course[0].bestProduct = -1
    course[0].isTied = false
    descend(0, parties, locked, nil)
    if course[0].left <= 0 { return .unknown }
    return course[0].bestUtility > -.infinity ? .found : .none
  }

  /// Chooses among the outcomes worth the same to the party as what ``search(above:_:_:)`` found:
  /// the greatest product, of these the greatest key, of these the least draw. If the budget of
  /// nodes is used up, the one that leads by then.
  func choose(by ties: TieDraw, _ parties: Lane<Seat>, _ locked: Lane<Int>) {
    course[0].left = Self.budget
    course[0].bestProduct = -1
    descend(0, parties, locked, ties)
  }

  private func descend(_ k: Int, _ parties: Lane<Seat>, _ locked: Lane<Int>, _ ties: TieDraw?) {
    let issues = layout.optionCounts.count
    if k == issues {
      if let ties { weigh(parties, ties) } else { keep(parties) }
      return
    }
    let (count, width) = (course[0].voters, voters.count)
    options: for option in 0..<layout.optionCounts[k] where locked[k] < 0 || locked[k] == option {
      course[0].left -= 1
      if course[0].left <= 0 { return }
      let slot = layout.offsets[k] + option
      var most = 1.0
      for v in 0..<count {
        let state = parties[voters[v]]
        let sum = sums[k * width + v] + state.worth.table.worth[slot]
        let reach = sum + rest[v * (issues + 1) + k + 1]
        if reach < state.standing.threshold - UtilityGrid.tolerance { continue options }
        if v == 0, reach < course[0].bestUtility - UtilityGrid.tolerance { continue options }
        most *= max(0, reach - state.standing.threshold)
        sums[(k + 1) * width + v] = sum
        bits[(k + 1) * width + v] = bits[k * width + v] & state.worth.table.met[slot]
      }
      // Room for the rounding of products that are taken in another order.
      if most < course[0].bound * (1 - 1e-9) { continue }
      choice[k] = UInt8(truncatingIfNeeded: option)
      descend(k + 1, parties, locked, ties)
    }
  }

  private func keep(_ parties: Lane<Seat>) {
    let product = product(choice, parties)
    guard product > course[0].bound else { return }
    let utility = parties[voters[0]].worth.table.utility(choice)
    if abs(utility - course[0].bestUtility) <= UtilityGrid.tolerance {
      course[0].isTied = true
    } else if utility > course[0].bestUtility {
      course[0].isTied = false
    }
    let isBetter =
      utility > course[0].bestUtility || utility == course[0].bestUtility && product > course[0].bestProduct
    guard isBetter else { return }
    course[0].bestUtility = utility
    course[0].bestProduct = product
    best.copy(from: choice)
  }

  /// Takes an outcome that ties with the best if it comes before the one that leads.
  private func weigh(_ parties: Lane<Seat>, _ ties: TieDraw) {
    let product = product(choice, parties)
    let utility = parties[voters[0]].worth.table.utility(choice)
    guard product > course[0].bound, utility >= course[0].bestUtility - UtilityGrid.tolerance else { return }
    let lead = product - course[0].bestProduct
    if lead < -UtilityGrid.tolerance { return }
    let (key, draw) = (ties.key(of: choice), ties.draw(of: choice))
    if lead <= UtilityGrid.tolerance {
      if course[0].key.isGreater(than: key) { return }
      if key == course[0].key, draw >= course[0].draw { return }
    }
    course[0].bestProduct = max(product, course[0].bestProduct)
    (course[0].key, course[0].draw) = (key, draw)
    best.copy(from: choice)
  }
}
