/// How the Pareto frontier of a game is built issue by issue: which partial outcomes may be held
/// against each other.
///
/// Two partial outcomes are comparable when every condition that later issues can still decide
/// stands alike in both. They then belong to the same **class**. Classes depend on the conditions
/// alone, not on a run's numbers, so a plan is made once.
struct FrontierPlan {
  /// One way to enter a class: from a class of the level before, by an option.
  struct Entry: BitwiseCopyable {
    let from: Int
    let option: Int
    /// Where the conditions stand that this entry completes: first of V words in
    /// ``Level/completed``.
    let completed: Int
  }

  /// The step that adds one issue.
  struct Level {
    let issue: Int
    /// Entries of class c: `entries[starts[c] ..< starts[c + 1]]`.
    let entries: [Entry]
    let starts: [Int]
    /// Per entry and voter: the interactions that now hold for certain.
    let completed: [UInt64]
    var classCount: Int { starts.count - 1 }
  }

  let levels: [Level]

  /// Entries that a plan may have in all.
  static let most = 1 << 18

  /// `nil` when the conditions are entangled in more than ``most`` ways.
  init?(_ game: FixedGame) {
    let voters = game.voterCount
    let touched = game.outcomes.issues.filter { k in
      game.conditions.contains { $0.contains { $0.clauses.contains { $0.issue == k } } }
    }
    // Issues with conditions first: once all conditions are decided there is a single class. What a
    // frontier takes is the same however a file lists issues and options.
    let order = touched + game.outcomes.issues.filter { !touched.contains($0) }
    /// Per level and voter: the conditions with a clause on that level's issue or a later one.
    let pending: [[UInt64]] = (0...order.count).map { level in
      game.conditions.map { conditions in
        conditions.indices.reduce(UInt64(0)) { bits, j in
          let isOpen = conditions[j].clauses.contains { order[level...].contains($0.issue) }
          return bits | (isOpen ? 1 << UInt64(j) : 0)
        }
      }
    }
    var levels: [Level] = []
    var keys = [pending[0]]
    var total = 0
    for (level, issue) in order.enumerated() {
      var numbers: [[UInt64]: Int] = [:]
      var next: [[UInt64]] = []
      var entries: [[Entry]] = []
      var completed: [UInt64] = []
      for (from, key) in keys.enumerated() {
        for option in game.outcomes.options[issue] {
          let slot = (game.offsets[issue] + option) * voters
          let holding = (0..<voters).map { key[$0] & game.met[slot + $0] }
          let decided = (0..<voters).map { holding[$0] & ~pending[level + 1][$0] }
          if (0..<voters).contains(where: { decided[$0] & game.redLineBits[$0] != 0 }) { continue }
          let after = (0..<voters).map { holding[$0] & pending[level + 1][$0] }
          let number = numbers[after] ?? next.count
          if numbers.updateValue(number, forKey: after) == nil {
            next.append(after)
            entries.append([])
          }
          entries[number].append(Entry(from: from, option: option, completed: completed.count))
          completed += (0..<voters).map { decided[$0] & game.interactionBits[$0] }
          total += 1
          if total > Self.most { return nil }
        }
      }
      levels.append(
        Level(
          issue: issue, entries: entries.flatMap(\.self),
          starts: entries.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count) }, completed: completed))
      keys = next
    }
    self.levels = levels
  }
}
