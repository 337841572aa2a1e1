extension Solutions {
  /// What stands in the way where there are too many outcomes to look at: the same questions asked
  /// of changed games, one by one.
  mutating func searchObstacles(_ game: FixedGame, _ ways: Ways) {
    switch zone {
    case .exists: (blocking, relaxations) = (.exact([]), .exact([]))
    case .unknown: break
    case .none:
      let gap: Double
      switch leverageGap {
      case .exact(let found): gap = found?.value ?? .infinity
      case .notComputed: return
      }
      blocking = Self.searchBlocking(game, ways, gap: gap)
      relaxations = Self.searchRelaxations(game, ways)
    }
  }

  private static func searchBlocking(
    _ game: FixedGame, _ ways: Ways, gap: Double
  ) -> Computed<[BlockingIssue]> {
    var search = ShortfallSearch(game, ways)
    var gaps = [Double](repeating: .infinity, count: game.voterCount * game.issueCount)
    for v in 0..<game.voterCount {
      for k in game.outcomes.issues where game.locked[k] < 0 {
        let slots = (0..<game.optionCounts[k]).map { (game.offsets[k] + $0) * game.voterCount + v }
        let worths = slots.map { game.worth[$0] }
        let best = game.bestWorth(of: k, to: v)
        for slot in slots { game.worth[slot] = best }
        let left = search.least()
        for (slot, worth) in zip(slots, worths) { game.worth[slot] = worth }
        switch left {
        case .exact(let found): gaps[v * game.issueCount + k] = found?.value ?? .infinity
        case .notComputed(let reason): return .notComputed(reason)
        }
      }
    }
    return .exact(blocking(gaps: gaps, gap: gap, game))
  }

  private static func searchRelaxations(
    _ game: FixedGame, _ ways: Ways
  ) -> Computed<[RedLineRelaxation]> {
    var found: [RedLineRelaxation] = []
    var steps = ShortfallSearch.mostSteps
    for line in ObstacleSurvey.lines(of: game) {
      game.redLineBits[line.voter] &= ~(1 << UInt64(line.bit))
      // The line is no condition of the search any more, so its plan is another.
      var search = ShortfallSearch(game, ways, steps: steps)
      let result = leastRelease(of: line, game, &search)
      steps = search.steps
      game.redLineBits[line.voter] |= 1 << UInt64(line.bit)
      switch result {
      case .exact(let release): if let release { found.append(relaxation(line, release, game)) }
      case .notComputed(let reason): return .notComputed(reason)
      }
    }
    return .exact(found.inOrder)
  }

  /// Tries the options of a line that is lifted, in the order of what it costs to set them free.
  private static func leastRelease(
    of line: ObstacleSurvey.Line, _ game: FixedGame, _ search: inout ShortfallSearch
  ) -> Computed<ObstacleSurvey.Release?> {
    switch search.least() {
    case .notComputed(let reason): return .notComputed(reason)
    case .exact(let lifted): guard let lifted, lifted.value == 0 else { return .exact(nil) }
    }
    for candidate in line.candidates(game.outcomes) {
      let issue = line.costs[candidate.clause].issue
      let lock = game.locked[issue]
      guard lock < 0 || lock == candidate.option else { continue }
      game.locked[issue] = candidate.option
      let result = search.least()
      game.locked[issue] = lock
      switch result {
      case .notComputed(let reason): return .notComputed(reason)
      case .exact(let least):
        if let least, least.value == 0 {
          return .exact(line.release(candidate.clause, candidate.option, rank: least.rank, game.outcomes))
        }
      }
    }
    return .exact(nil)
  }
}

extension [RedLineRelaxation] {
  /// Party by party and line by line, as the scenario lists them.
  var inOrder: Self { sorted { ($0.party, $0.redLine) < ($1.party, $1.redLine) } }
}
