/// Looks at every outcome of a walk in turn.
protocol OutcomeVisitor {
  /// - Parameters:
  ///   - rank: rising from visit to visit.
  ///   - options: one per issue.
  ///   - utilities: one per voter; only valid during the call.
  ///   - crossing: whose red lines are crossed.
  mutating func visit(
    rank: UInt64, options: Lane<UInt8>, utilities: Lane<Double>, crossing: OutcomeWalk.Crossing)
}

/// Visits all outcomes of a ``FixedGame`` in the order of their ranks (``NamedOutcomes``) and holds
/// one at a time.
///
/// Utilities are carried along from issue to issue, so that an outcome costs little more than one
/// addition per voter.
///
/// Complexity: O(N V) time for N outcomes and V voters, O(K V) memory.
struct OutcomeWalk {
  /// The red lines that an outcome crosses.
  struct Crossing {
    var count = 0
    /// Voter and bit of the last one.
    var voter = 0
    var bit = 0
    /// All voters who have a line crossed, as bits.
    var voters: UInt64 = 0
  }

  private let game: FixedGame
  private let arena = Arena()
  /// The issues as they are walked, and at the slots of each its options likewise.
  private let issues: Lane<Int>
  private let order: Lane<Int>
  /// `sums[level * V + v]`, `open[level * V + v]`: what the issues before that level brought and
  /// which conditions they leave open.
  private let sums: Lane<Double>
  private let open: Lane<UInt64>
  private let utilities: Lane<Double>
  private let options: Lane<UInt8>

  init(_ game: FixedGame) {
    self.game = game
    issues = arena.lane(game.outcomes.issues)
    order = arena.lane(game.outcomes.options.flatMap(\.self))
    sums = arena.lane((game.issueCount + 1) * game.voterCount, of: 0)
    open = arena.lane((game.issueCount + 1) * game.voterCount, of: ~0)
    utilities = arena.lane(game.voterCount, of: 0)
    options = arena.lane(game.issueCount, of: 0)
  }

  func callAsFunction<Visitor: OutcomeVisitor>(_ visitor: inout Visitor) {
    withExtendedLifetime((game, arena)) { descend(0, 0, &visitor) }
  }

  private func descend<Visitor: OutcomeVisitor>(_ level: Int, _ rank: UInt64, _ visitor: inout Visitor) {
    let voters = game.voterCount
    let k = issues[level]
    let (first, next) = (level * voters, (level + 1) * voters)
    let isLast = level + 1 == game.issueCount
    for place in game.offsets[k]..<game.offsets[k] + game.optionCounts[k] {
      let option = order[place]
      guard game.allows(option, of: k) else { continue }
      let slot = (game.offsets[k] + option) * voters
      options[k] = UInt8(truncatingIfNeeded: option)
      let here = rank + game.shifts[game.offsets[k] + option]
      if isLast {
        leaf(first, here, slot, &visitor)
      } else {
        for v in 0..<voters { sums[next + v] = sums[first + v] + game.worth[slot + v] }
        if game.hasConditions {
          for v in 0..<voters { open[next + v] = open[first + v] & game.met[slot + v] }
        }
        descend(level + 1, here, &visitor)
      }
    }
  }

  @inline(__always)
  private func leaf<Visitor: OutcomeVisitor>(
    _ first: Int, _ rank: UInt64, _ slot: Int, _ visitor: inout Visitor
  ) {
    let voters = game.voterCount
    var crossing = Crossing()
    for v in 0..<voters {
      var utility = sums[first + v] + game.worth[slot + v]
      if game.hasConditions {
        let holding = open[first + v] & game.met[slot + v]
        let bonuses = holding & game.interactionBits[v]
        if bonuses != 0 { utility += game.bonuses(bonuses, of: v) }
        let lines = holding & game.redLineBits[v]
        if lines != 0 {
          crossing.count += lines.nonzeroBitCount
          crossing.voter = v
          crossing.voters |= 1 << UInt64(v)
          crossing.bit = lines.trailingZeroBitCount
        }
      }
      utilities[v] = utility
    }
    visitor.visit(rank: rank, options: options, utilities: utilities, crossing: crossing)
  }
}
