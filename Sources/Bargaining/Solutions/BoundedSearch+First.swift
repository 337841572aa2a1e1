extension BoundedSearch {
  /// Nodes that may be visited to tell outcomes apart that are equally good.
  static let budgetForEquals = 1_000_000

  /// The least objective, and some outcome that has it.
  static func value(_ objective: Objective, _ game: FixedGame) -> Result {
    var search = BoundedSearch(
      objective, game, bounds: LinearBound.family(objective, game), budget: budget(voters: game.voterCount))
    return search.run()
  }

  /// The least objective, and the ``first(_:_:from:target:)`` of the outcomes that have it.
  static func outcome(_ objective: Objective, _ game: FixedGame) -> Result {
    let result = Self.value(objective, game)
    guard case .found(let rank, let value) = result else { return result }
    let first = first(objective, game, from: rank, target: value + game.margin)
    return .found(rank: first, value: value)
  }

  /// Of the outcomes whose objective is no greater than `target`, as that of outcome `rank` is, the
  /// first by rank; the best that was found if ``budgetForEquals`` is used up before.
  ///
  /// The first issue by name turns slowest, so it is brought as low as it goes, then the next with
  /// the first held there, and so on.
  static func first(
    _ objective: Objective, _ game: FixedGame, from rank: UInt64, target: Double
  ) -> UInt64 {
    let bounds = LinearBound.family(objective, game)
    let locks = (0..<game.issueCount).map { game.locked[$0] }
    defer { for k in 0..<game.issueCount { game.locked[k] = locks[k] } }
    var rank = rank
    var left = budgetForEquals
    for k in game.outcomes.issues where locks[k] < 0 {
      var option = game.outcomes.option(of: k, in: rank)
      while game.outcomes.place(of: option, on: k) > 0 {
        var lower = BoundedSearch(
          objective, game, bounds: bounds, target: target, before: (k, option), budget: left)
        let result = lower.run()
        left = lower.left
        guard case .found(let found, _) = result else { break }
        rank = found
        option = game.outcomes.option(of: k, in: rank)
      }
      guard left > 0 else { break }
      game.locked[k] = option
    }
    return rank
  }

  /// Of the admissible outcomes that are worth at least `levels` to the voters, up to a total of
  /// `shortfall`, as outcome `rank` is, the first by rank.
  static func first(
    _ game: FixedGame, from rank: UInt64, reaching levels: [Double], shortfall: Double = 0
  ) -> UInt64 {
    let thresholds = levels.indices.map { game.thresholds[$0] }
    defer { for v in levels.indices { game.thresholds[v] = thresholds[v] } }
    for v in levels.indices { game.thresholds[v] = levels[v] }
    return first(.shortfall, game, from: rank, target: shortfall)
  }
}
