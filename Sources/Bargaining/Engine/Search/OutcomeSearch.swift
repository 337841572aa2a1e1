/// Finds outcomes by what they are worth to one actor, without visiting them all.
///
/// The issues are split into two halves. With utilities that are sums over issues, the outcomes are
/// the pairs of one entry of each half, and a walk along the staircase between the pairs below a
/// target and those at or above it visits each entry once (Horowitz & Sahni 1974,
/// doi:10.1145/321812.321823). Interactions and red lines that lie across the halves split each
/// half into classes within which they are all alike, and each pair of classes is walked for
/// itself.
///
/// Complexity of a search: O(sum over pairs of classes of their sizes), which is O(sqrt N) for N
/// outcomes when the halves are alike and few conditions lie across them.
struct OutcomeSearch: BitwiseCopyable {
  // Large, so whatever searches is `mutating`: it then works in place, where a call by value copies
  // several hundred bytes (a fifth of the time of talks over 4,096 outcomes).
  var left: HalfSpace
  var right: HalfSpace
  /// Pairs of classes in which no red line is crossed: class on the left, class on the right,
  /// interactions that hold.
  let pairs: Lane<Pair>
  /// What falling targets carry over.
  let frontier: Frontier

  struct Pair: BitwiseCopyable {
    let left: Int
    let right: Int
    let interactions: UInt64
    /// Sum of the bonuses of `interactions` in this run.
    var bonus: Double
    /// Where the last search found the first left entry that reaches its target with the best right
    /// entry: targets mostly fall from round to round, and by little, so the next one is near.
    var corner = 0
  }

  /// An outcome that a search came upon: one entry of each half.
  struct Found: BitwiseCopyable {
    var left = -1
    var right = -1
    var utility = -Double.infinity
    var exists: Bool { left >= 0 }
  }

  init(preferences: Preferences, table: UtilityTable, layout: IssueLayout, arena: Arena) {
    let conditions = preferences.interactions.map(\.condition) + preferences.redLines
    let issuesOf = conditions.map { condition in
      condition.clauses.map(\.issue).filter { layout.held[$0] < 0 }
    }
    let split = IssueSplit(
      counts: layout.optionCounts.indices.map { layout.held[$0] >= 0 ? 1 : layout.optionCounts[$0] },
      conditions: issuesOf, order: layout.byName)
    var bits = (left: UInt64(0), right: UInt64(0), across: UInt64(0))
    for (j, condition) in conditions.enumerated() {
      let onLeft = condition.clauses.contains { split.left.contains($0.issue) }
      let onRight = condition.clauses.contains { split.right.contains($0.issue) }
      let bit: UInt64 = 1 << UInt64(j)
      if onLeft && onRight {
        bits.across |= bit
      } else if onLeft {
        bits.left |= bit
      } else {
        bits.right |= bit
      }
    }
    left = HalfSpace(
      issues: split.left, table: table, layout: layout, across: bits.across, own: bits.left, arena: arena)
    right = HalfSpace(
      issues: split.right, table: table, layout: layout, across: bits.across, own: bits.right, arena: arena)
    var pairs: [Pair] = []
    for a in 0..<left.classCount {
      for b in 0..<right.classCount {
        let holding = left.classPatterns[a] & right.classPatterns[b] & bits.across
        if holding & table.redLineBits == 0 {
          pairs.append(
            Pair(left: a, right: b, interactions: holding & table.interactionBits, bonus: 0))
        }
      }
    }
    self.pairs = arena.lane(pairs)
    let half = left
    frontier = Frontier(
      sizes: pairs.map { half.sizes[$0.left] }, entries: max(left.entryCount, right.entryCount), arena: arena)
  }

  /// A search that finds nothing, for a negotiation in which nobody is going to offer anything.
  init(amongNothing table: UtilityTable, layout: IssueLayout, arena: Arena) {
    left = HalfSpace(issues: [], table: table, layout: layout, across: 0, own: 0, arena: arena)
    right = HalfSpace(issues: [], table: table, layout: layout, across: 0, own: 0, arena: arena)
    pairs = arena.lane([])
    frontier = Frontier(sizes: [], entries: 1, arena: arena)
  }

  /// Takes the worths, bonuses and locks of a run.
  mutating func prepare(_ table: UtilityTable, locked: Lane<Int>) {
    left.sort(by: table, locked: locked)
    right.sort(by: table, locked: locked)
    for index in 0..<pairs.count {
      pairs[index].bonus = table.bonuses(pairs[index].interactions)
      pairs[index].corner = left.live[pairs[index].left]
    }
    restartFrontier()
  }

  /// The greatest utility of an outcome that crosses no own red line; -infinity when there is none.
  mutating func greatest() -> Double {
    var best = -Double.infinity
    for index in 0..<pairs.count {
      let pair = pairs[index]
      let (a, b) = (left.live[pair.left], right.live[pair.right])
      guard a > 0, b > 0 else { continue }
      best = max(
        best,
        left.keys[left.starts[pair.left] + a - 1] + right.keys[right.starts[pair.right] + b - 1] + pair.bonus)
    }
    return best
  }

  /// The least utility of an outcome that crosses no own red line; +infinity when there is none.
  mutating func least() -> Double {
    var worst = Double.infinity
    for index in 0..<pairs.count {
      let pair = pairs[index]
      guard left.live[pair.left] > 0, right.live[pair.right] > 0 else { continue }
      worst = min(
        worst, left.keys[left.starts[pair.left]] + right.keys[right.starts[pair.right]] + pair.bonus)
    }
    return worst
  }

  /// Writes the options of an outcome that was found.
  @inline(__always)
  mutating func write(_ found: Found, to options: Lane<UInt8>) {
    left.write(found.left, to: options)
    right.write(found.right, to: options)
  }

  /// The rank of an outcome that was found.
  mutating func rank(_ found: Found) -> UInt64 {
    left.rank(found.left) + right.rank(found.right)
  }

  /// Whether `a` comes before `b` in rank; used where utilities are equal.
  @inline(never)
  mutating func precedes(_ a: Found, _ b: Found) -> Bool { rank(a) < rank(b) }
}
