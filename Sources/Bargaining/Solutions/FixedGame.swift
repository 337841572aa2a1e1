/// The numbers of a negotiation held still: what every option is worth to each party that counts,
/// and what each must get.
///
/// The parties that count are called **voters** here; usually they are those with a veto. A game
/// owns copies of all its numbers, so that one can ask "what if" by changing them.
final class FixedGame {
  /// Indices into `Scenario.parties`.
  let voters: [Int]
  let layout: IssueLayout
  /// How outcomes are ranked here.
  let outcomes: NamedOutcomes
  /// Number of voters, V, and of issues, K.
  let voterCount: Int
  let issueCount: Int
  /// `worth[slot * V + v]`, on the utility grid.
  let worth: Lane<Double>
  /// `met[slot * V + v]`: see ``UtilityTable/met``.
  let met: Lane<UInt64>
  /// `bonus[v * 64 + j]`: what interaction j brings to voter v.
  let bonus: Lane<Double>
  let interactionBits: Lane<UInt64>
  let redLineBits: Lane<UInt64>
  /// Per voter: the utility at which its surplus is zero.
  let thresholds: Lane<Double>
  /// Per issue: the only option that it may take, or -1.
  let locked: Lane<Int>
  /// Per slot: what the option adds to the rank of an outcome.
  let shifts: Lane<UInt64>
  let optionCounts: Lane<Int>
  let offsets: Lane<Int>
  /// Whether any voter has interactions or red lines.
  let hasConditions: Bool
  /// Per voter: its interactions, then its red lines.
  let conditions: [[Condition]]
  /// The homes of the voters, as they stand; they cannot be changed.
  let homes: ZoneHomes
  private let arena = Arena()

  /// Lays out the memory; ``take(from:)`` fills it.
  init(_ view: TalksView, voters: [Int]) {
    self.voters = voters
    let layout = view.layout
    let outcomes = NamedOutcomes(layout)
    (self.layout, self.outcomes) = (layout, outcomes)
    voterCount = voters.count
    issueCount = layout.optionCounts.count
    conditions = voters.map {
      let preferences = view.scenario.parties[$0].preferences
      return preferences.interactions.map(\.condition) + preferences.redLines
    }
    hasConditions = conditions.contains { !$0.isEmpty }
    worth = arena.lane(layout.slotCount * voters.count, of: 0)
    met = arena.lane(layout.slotCount * voters.count, of: ~0)
    bonus = arena.lane(64 * voters.count, of: 0)
    interactionBits = arena.lane(voters.map { view.table(of: $0).interactionBits })
    redLineBits = arena.lane(voters.map { view.table(of: $0).redLineBits })
    thresholds = arena.lane(voters.count, of: 0)
    locked = arena.lane(layout.held)
    shifts = arena.lane(
      layout.optionCounts.indices.flatMap { k in
        (0..<layout.optionCounts[k]).map { outcomes.shift($0, of: k) }
      })
    optionCounts = arena.lane(layout.optionCounts)
    offsets = arena.lane(layout.offsets)
    for v in voters.indices {
      let table = view.table(of: voters[v])
      for slot in 0..<layout.slotCount { met[slot * voterCount + v] = table.met[slot] }
    }
    homes = view.homes(of: voters, arena: arena)
    take(from: view)
  }

  /// Takes the numbers of the run played last, as they stand. Allocates nothing.
  func take(from view: TalksView) {
    for v in 0..<voterCount {
      let table = view.table(of: voters[v])
      for slot in 0..<layout.slotCount { worth[slot * voterCount + v] = table.worth[slot] }
      for j in 0..<table.bonus.count { bonus[v * 64 + j] = table.bonus[j] }
      thresholds[v] = view.threshold(of: voters[v])
    }
    // Of an agenda in stages, what was free at the beginning.
    locked.copy(from: view.locks)
  }

  /// Whether the home of every voter lets an outcome pass.
  @inline(__always)
  func passesAtHome(_ options: Lane<UInt8>) -> Bool { homes.isEmpty || homes.pass(options) }

  /// Whether issue k may take that option.
  @inline(__always)
  func allows(_ option: Int, of k: Int) -> Bool { locked[k] < 0 || locked[k] == option }

  /// The number of outcomes that the locks leave.
  var outcomeCount: UInt64 {
    (0..<issueCount).reduce(1) { $0 * (locked[$1] < 0 ? UInt64(optionCounts[$1]) : 1) }
  }

  /// Sum of the bonuses of the interactions of voter v whose bits are set.
  @inline(__always)
  func bonuses(_ bits: UInt64, of v: Int) -> Double {
    var rest = bits
    var sum = 0.0
    while rest != 0 {
      sum += bonus[v * 64 + rest.trailingZeroBitCount]
      rest &= rest - 1
    }
    return sum
  }

  /// Utility of an outcome to voter v.
  func utility(of rank: UInt64, to v: Int) -> Double {
    var sum = 0.0
    var bits = ~UInt64(0)
    for k in 0..<issueCount {
      let slot = (offsets[k] + outcomes.option(of: k, in: rank)) * voterCount + v
      sum += worth[slot]
      bits &= met[slot]
    }
    return sum + bonuses(bits & interactionBits[v], of: v)
  }

  /// Sums of one utility per voter that are no further apart are equal.
  var margin: Double { Double(voterCount) * UtilityGrid.tolerance }

  /// What voter v gains at that utility; zero within the tolerance of ``UtilityGrid`` and below.
  @inline(__always)
  func surplus(_ utility: Double, of v: Int) -> Double {
    let surplus = utility - thresholds[v]
    return surplus > UtilityGrid.tolerance ? surplus : 0
  }

  /// What voter v lacks at that utility; zero within the tolerance of ``UtilityGrid``.
  @inline(__always)
  func shortfall(_ utility: Double, of v: Int) -> Double {
    let lack = thresholds[v] - utility
    return lack > UtilityGrid.tolerance ? lack : 0
  }
}
