/// Looks for an outcome that every party with a veto could accept and every home would let pass: at
/// or above each party's threshold, across nobody's red line, and with the consent of enough
/// factions (Putnam 1988, doi:10.1017/S0020818300027697: the win-sets of both tables overlap).
///
/// Depth first over the issues; a branch is left when some party cannot reach its threshold any
/// more even with its best options and all its bonuses, or too few factions of some home can. Exact
/// unless the budget of nodes is used up, which it then says.
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
  }

  /// How far a search has come.
  private struct Progress {
    var left: Int
    /// What counts is above the threshold by more than this, or is no less than that by which it
    /// may lie below.
    var margin = -UtilityGrid.tolerance
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
    var progress = Progress(left: left)
    defer { left = progress.left }
    if descend(0, thresholds, row, locked, &progress) { return .exists }
    if progress.left <= 0 { return progress.isBare ? .exists : .unknown }
    return progress.isBare ? .bare : .none
  }

  private func descend(
    _ k: Int, _ thresholds: Lane<Double>, _ row: Lane<Double>, _ locked: Lane<Int>,
    _ progress: inout Progress
  ) -> Bool {
    let issues = layout.optionCounts.count
    let count = voters.count
    if k == issues { return leavesAllASurplus(thresholds, &progress) }
    options: for option in 0..<layout.optionCounts[k] where locked[k] < 0 || locked[k] == option {
      progress.left -= 1
      if progress.left <= 0 { return false }
      let slot = layout.offsets[k] + option
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
