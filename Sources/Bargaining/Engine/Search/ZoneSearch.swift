/// Looks for an outcome that every party with a veto could accept and every home would let pass: at
/// or above each party's threshold, across nobody's red line, and with the consent of enough
/// factions (Putnam 1988, doi:10.1017/S0020818300027697: the win-sets of both tables overlap).
///
/// Depth first over the issues; a branch is left when some party cannot reach its threshold any
/// more even with its best options and all its bonuses, when all together cannot reach the sum of
/// theirs, or when too few factions of some home can. Exact unless the budget of nodes is used up,
/// which it then says.
///
/// The sum is what tells most where parties want the opposite: each could still have its best, but
/// not both. It is the bound of Lagrange's relaxation with all multipliers 1 (Geoffrion 1974,
/// doi:10.1007/BFb0120690).
///
/// The search goes on until it finds an outcome that leaves every one of them a surplus; once it
/// has one without, it looks for no other such. So where there is one with a surplus for all, or
/// none at all, it costs what it would if any would do.
struct ZoneSearch {
  /// What is known of the outcomes acceptable to all.
  enum Finding {
    /// There is none.
    case none
    /// There is none that leaves all a surplus, but some that leave none to somebody.
    case bare
    /// There is one that leaves all a surplus, or the search gave up after it had found one that
    /// does not.
    case exists
    /// The search gave up.
    case unknown
  }

  /// Nodes that one search may visit.
  static let budget = 4_000_000

  private let layout: IssueLayout
  /// Indices of the parties with a veto.
  private let voters: Lane<Int>
  /// Per voter: what counts for it in the end.
  private let tables: Lane<UtilityTable>
  /// `rest[v * (K + 1) + k]`: the most that issues k… can still bring voter v, bonuses included.
  private let rest: Lane<Double>
  /// `sums[k * V + v]`, `bits[k * V + v]`: what issues before k brought.
  private let sums: Lane<Double>
  private let bits: Lane<UInt64>
  /// Per slot, `rest` and `sums` for all voters together.
  private let jointWorth: Lane<Double>
  private let jointRest: Lane<Double>
  private let jointSums: Lane<Double>
  /// Per issue: its slots, those that bring all together most first, so that what is found is found
  /// soon; which one is found decides nothing.
  private let order: Lane<Int>
  /// Options of an issue that are put in order, at most; more are taken as they come.
  private static let mostOrdered = 32
  /// More than what sums of a few utilities are rounded by.
  private static let slack = 1e-12
  private let homes: ZoneHomes

  /// - Parameters:
  ///   - indices: the parties to whom an outcome must be acceptable.
  ///   - tables: what outcomes are worth to each of them.
  ///   - homes: those that have to let it pass.
  init(
    among indices: [Int], tables: [UtilityTable], homes: ZoneHomes, layout: IssueLayout, arena: Arena
  ) {
    self.homes = homes
    self.layout = layout
    let depth = layout.optionCounts.count + 1
    voters = arena.lane(indices)
    self.tables = arena.lane(tables)
    rest = arena.lane(indices.count * depth, of: 0)
    sums = arena.lane(indices.count * depth, of: 0)
    bits = arena.lane(indices.count * depth, of: 0)
    jointWorth = arena.lane(layout.slotCount, of: 0)
    jointRest = arena.lane(depth, of: 0)
    jointSums = arena.lane(depth, of: 0)
    order = arena.lane(Array(0..<layout.slotCount))
  }

  /// How far a search has come.
  private struct Progress {
    var left: Int
    /// What counts is above the threshold by more than this, or is no less than that by which it
    /// may lie below.
    var margin = -UtilityGrid.tolerance
    /// The sum of the thresholds.
    var threshold = 0.0
    var isBare: Bool { margin > 0 }
  }

  /// What there is under the given thresholds (one per party) and demands of homes (``ZoneHomes``).
  func search(thresholds: Lane<Double>, homes row: Lane<Double>, locked: Lane<Int>) -> Finding {
    var left = Self.budget
    return search(thresholds: thresholds, homes: row, locked: locked, left: &left)
  }

  /// The same within `left` nodes, from which those that it visits are taken.
  func search(
    thresholds: Lane<Double>, homes row: Lane<Double>, locked: Lane<Int>, left: inout Int
  ) -> Finding {
    let issues = layout.optionCounts.count
    for v in 0..<voters.count {
      tables[v].findRests(rest, from: v * (issues + 1), layout: layout, locked: locked)
      sums[v] = 0
      bits[v] = ~0
    }
    homes.begin(layout: layout, locked: locked)
    findJointRests(locked)
    var progress = Progress(left: left)
    for v in 0..<voters.count { progress.threshold += thresholds[voters[v]] }
    defer { left = progress.left }
    if descend(0, thresholds, row, locked, &progress) { return .exists }
    if progress.left <= 0 { return progress.isBare ? .exists : .unknown }
    return progress.isBare ? .bare : .none
  }

  /// What each slot brings all voters together, and what issues k… can still bring them.
  private func findJointRests(_ locked: Lane<Int>) {
    let issues = layout.optionCounts.count
    for slot in 0..<layout.slotCount {
      var sum = 0.0
      for v in 0..<voters.count { sum += tables[v].worth[slot] }
      jointWorth[slot] = sum
    }
    var most = 0.0
    for v in 0..<voters.count { most += rest[v * (issues + 1) + issues] }
    jointRest[issues] = most
    for k in stride(from: issues - 1, through: 0, by: -1) {
      var best = -Double.infinity
      for option in 0..<layout.optionCounts[k] where locked[k] < 0 || locked[k] == option {
        best = max(best, jointWorth[layout.offsets[k] + option])
      }
      most += best
      jointRest[k] = most
      putInOrder(layout.offsets[k], layout.optionCounts[k])
    }
    jointSums[0] = 0
  }

  /// Of slots that bring as much the first comes first, so that no order is left of a search
  /// before.
  @inline(__always)
  private func precedes(_ slot: Int, _ other: Int) -> Bool {
    let (worth, more) = (jointWorth[slot], jointWorth[other])
    return worth > more || worth == more && slot < other
  }

  /// Insertion, mostly into what is in order already.
  private func putInOrder(_ start: Int, _ count: Int) {
    guard count <= Self.mostOrdered else { return }
    for place in start + 1..<start + count {
      let slot = order[place]
      var at = place
      while at > start, precedes(slot, order[at - 1]) {
        order[at] = order[at - 1]
        at -= 1
      }
      order[at] = slot
    }
  }

  private func descend(
    _ k: Int, _ thresholds: Lane<Double>, _ row: Lane<Double>, _ locked: Lane<Int>,
    _ progress: inout Progress
  ) -> Bool {
    let issues = layout.optionCounts.count
    let count = voters.count
    if k == issues { return leavesAllASurplus(thresholds, &progress) }
    let start = layout.offsets[k]
    options: for place in start..<start + layout.optionCounts[k] {
      let slot = order[place]
      guard locked[k] < 0 || start + locked[k] == slot else { continue }
      progress.left -= 1
      if progress.left <= 0 { return false }
      let joint = jointSums[k] + jointWorth[slot]
      if joint + jointRest[k + 1] < progress.threshold + Double(count) * progress.margin - Self.slack {
        continue
      }
      jointSums[k + 1] = joint
      for v in 0..<count {
        let party = voters[v]
        let table = tables[v]
        let sum = sums[k * count + v] + table.worth[slot]
        let open = bits[k * count + v] & table.met[slot]
        let needed = thresholds[party] + progress.margin
        if sum + rest[v * (issues + 1) + k + 1] < needed { continue options }
        if k + 1 == issues {
          if open & table.redLineBits != 0 { continue options }
          if sum + table.bonuses(open & table.interactionBits) < needed { continue options }
        }
        sums[(k + 1) * count + v] = sum
        bits[(k + 1) * count + v] = open
      }
      guard homes.couldPass(k, adding: slot, row) else { continue }
      if descend(k + 1, thresholds, row, locked, &progress) { return true }
    }
    return false
  }

  /// Whether the outcome come to gives everybody more than its threshold; if not, only one that
  /// does is of interest from now on.
  private func leavesAllASurplus(_ thresholds: Lane<Double>, _ progress: inout Progress) -> Bool {
    let last = layout.optionCounts.count * voters.count
    for v in 0..<voters.count {
      let table = tables[v]
      let utility = sums[last + v] + table.bonuses(bits[last + v] & table.interactionBits)
      guard UtilityGrid.exceeds(utility, thresholds[voters[v]]) else {
        progress.margin = UtilityGrid.tolerance
        return false
      }
    }
    return true
  }
}
