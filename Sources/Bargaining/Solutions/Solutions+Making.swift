extension Solutions {
  /// The solutions with the numbers of `start`.
  /// - Parameters:
  ///   - start: what is bargained over, and the numbers.
  ///   - lookingForObstacles: whether to find out what would open the zone, should there be none.
  ///   - onStage: told what is looked for next, in words that go on "looking for …".
  /// - Throws: ``NegotiationFault`` when the outcome space is too large.
  public init(
    _ start: ZoneAtStart, lookingForObstacles: Bool = true, onStage: (String) -> Void = { _ in }
  ) throws(NegotiationFault) {
    try self.init(start, lookingForObstacles: lookingForObstacles, ways: .allowed, onStage: onStage)
  }

  /// How answers may be found; tests forbid some ways so that small spaces try the others.
  package struct Ways: Sendable {
    package var enumerable: UInt64
    package var usesFrontier: Bool

    package init(enumerable: UInt64, usesFrontier: Bool) {
      self.enumerable = enumerable
      self.usesFrontier = usesFrontier
    }

    package static let allowed = Ways(enumerable: Solutions.enumerable, usesFrontier: true)
  }

  package init(
    _ start: ZoneAtStart, lookingForObstacles: Bool, ways: Ways, onStage: (String) -> Void = { _ in }
  ) throws(NegotiationFault) {
    let view = try start.view()
    let scenario = view.scenario
    parties = scenario.parties.indices.filter { scenario.parties[$0].hasVeto }
    // Sums over them are the same whatever the order of the file.
    let voters = NameOrder.places(of: scenario.parties.map(\.name)).filter { scenario.parties[$0].hasVeto }
    let game = FixedGame(view, voters: voters)
    thresholds = (0..<view.partyCount).map { view.threshold(of: $0) }
    outcomes = game.outcomeCount
    space = game.layout.space
    feasible = .notComputed(Self.tooMany)
    zone = .unknown
    (pareto, nash, kalaiSmorodinsky) = (
      .notComputed(Self.tooMany), .notComputed(Self.tooMany), .notComputed(Self.tooMany)
    )
    (kalaiSmorodinskyFeasibleIdeal, egalitarian) = (.notComputed(Self.tooMany), .notComputed(Self.tooMany))
    (utilitarian, leverageGap) = (.notComputed(Self.tooMany), .notComputed(Self.tooMany))
    (blocking, relaxations) = (.notComputed(Self.tooMany), .notComputed(Self.tooMany))
    surplus = .notComputed(Self.tooMany)

    onStage("the Pareto frontier")
    let frontier: Computed<PointList> =
      ways.usesFrontier ? Self.frontier(of: game) : .notComputed("not asked for")
    let space = space
    pareto = frontier.map { list in
      (0..<list.count).map { space.rank(of: game.outcomes.options(of: list.ranks[$0])) }.sorted()
    }
    if outcomes <= ways.enumerable {
      onStage("the solutions among all outcomes")
      takeFromWalk(game, view, lookingForObstacles)
    } else if !game.homes.isEmpty {
      onStage("a zone that every home lets pass")
      takeZone(start, voters)
    } else if case .exact(let list) = frontier {
      takeFrom(list, game, view)
      onStage("what stands in the way")
      if lookingForObstacles { searchObstacles(game, ways) }
    } else {
      onStage("the leverage gap")
      takeFromSearch(game, view)
      onStage("what stands in the way")
      if lookingForObstacles { searchObstacles(game, ways) }
    }
  }

  static let tooMany = "more than \(enumerable / 1_000_000) million outcomes"

  static func frontier(of game: FixedGame) -> Computed<PointList> {
    guard let builder = FrontierBuilder(game) else {
      return .notComputed("interactions and red lines are too entangled")
    }
    do throws(FrontierBuilder.Fault) {
      try builder.build()
      return .exact(builder.frontier)
    } catch {
      switch error {
      case .tooManyPoints:
        return .notComputed("more than a million outcomes are efficient")
      case .tooManySteps:
        return .notComputed(
          "more than \(FrontierBuilder.mostSteps / 1_000_000) million steps over outcomes are needed")
      }
    }
  }

  // MARK: From all outcomes

  private mutating func takeFromWalk(_ game: FixedGame, _ view: TalksView, _ looking: Bool) {
    let walk = OutcomeWalk(game)
    var survey = PointSurvey(game, obstacles: looking ? ObstacleSurvey(game) : nil)
    walk(&survey)
    var shares = ShareSurvey(game, ideals: survey.ideals, feasibleIdeals: survey.feasibleIdeals)
    if survey.feasible > 0 { walk(&shares) }
    feasible = .exact(survey.feasible)
    take(survey, shares, game, view)
    guard looking else {
      (blocking, relaxations) = (.notComputed("not asked for"), .notComputed("not asked for"))
      return
    }
    guard survey.feasible == 0, let obstacles = survey.obstacles else {
      (blocking, relaxations) = (.exact([]), .exact([]))
      return
    }
    let gap = survey.cheapest.choice.map { -$0.value } ?? .infinity
    blocking = .exact(Self.blocking(gaps: obstacles.gaps, gap: gap, game))
    relaxations = .exact(
      obstacles.lines.compactMap { line in line.best.map { Self.relaxation(line, $0, game) } }.inOrder)
  }

  /// Takes what a survey found, whatever it looked at.
  ///
  /// - Parameter first: of the outcomes worth at least so much to the voters, up to a total
  ///   shortfall, as the outcome given is, the first by rank.
  private mutating func take(
    _ survey: PointSurvey, _ shares: ShareSurvey, _ game: FixedGame, _ view: TalksView,
    first: (_ rank: UInt64, _ levels: [Double], _ shortfall: Double) -> UInt64 = { rank, _, _ in rank }
  ) {
    let thresholds = (0..<game.voterCount).map { game.thresholds[$0] }
    func point(_ best: BestOutcome, _ levels: [Double]? = nil) -> Computed<SolutionPoint?> {
      .exact(
        best.choice.map { choice in
          let rank = levels.map { first(choice.rank, $0, 0) } ?? choice.rank
          return Self.point(rank, choice.value, game, view)
        })
    }
    /// What gives each voter a share of its range; who has none needs nothing beyond its threshold.
    func levels(_ share: Double, of ranges: [Double]) -> [Double] {
      zip(thresholds, ranges).map { $0 + ($1 > UtilityGrid.tolerance ? max(0, share) * $1 : 0) }
    }
    zone = survey.feasible > 0 ? .exists : .none
    surplus = .exact(survey.everyoneGains ? .forEveryone : survey.someoneGains ? .forSome : .forNobody)
    // A product of nothing is reached by all that is feasible, any other by efficient outcomes
    // alone, as the greatest sum is.
    nash = point(survey.nash, survey.everyoneGains ? nil : thresholds)
    utilitarian = point(survey.utilitarian)
    egalitarian = point(survey.egalitarian, thresholds.map { $0 + max(0, survey.egalitarian.level) })
    kalaiSmorodinsky = point(shares.best, levels(shares.best.level, of: shares.ranges))
    kalaiSmorodinskyFeasibleIdeal = point(
      shares.bestFeasible, levels(shares.bestFeasible.level, of: shares.feasibleRanges))
    leverageGap = .exact(
      survey.cheapest.choice.map { choice in
        let shortfall = choice.value < 0 ? game.margin - choice.value : 0
        return Self.gap(first(choice.rank, thresholds, shortfall), game, view.partyCount)
      })
  }

  static func point(
    _ rank: UInt64, _ value: Double, _ game: FixedGame, _ view: TalksView
  ) -> SolutionPoint {
    let options = game.outcomes.options(of: rank)
    return SolutionPoint(
      outcome: options,
      utilities: (0..<view.partyCount).map { view.utility(of: options, to: $0) },
      value: value)
  }

  static func gap(_ rank: UInt64, _ game: FixedGame, _ partyCount: Int) -> LeverageGap {
    var transfers = [Double](repeating: 0, count: partyCount)
    var value = 0.0
    for v in game.voters.indices {
      let lacking = game.shortfall(game.utility(of: rank, to: v), of: v)
      transfers[game.voters[v]] = lacking
      value += lacking
    }
    return LeverageGap(
      value: value, outcome: game.outcomes.options(of: rank), transfers: transfers)
  }

  /// - Parameter gaps: `gaps[v * K + k]`, the gap left when voter v is content on issue k.
  static func blocking(gaps: [Double], gap: Double, _ game: FixedGame) -> [BlockingIssue] {
    game.voters.indices.compactMap { v in
      var best: (issue: Int, gap: Double)?
      for k in game.outcomes.issues {
        let left = gaps[v * game.issueCount + k]
        // Differences in the last bits are no progress.
        if left < (best?.gap ?? gap) - UtilityGrid.tolerance { best = (k, left) }
      }
      return best.map { BlockingIssue(party: game.voters[v], issue: $0.issue, gapLeft: $0.gap) }
    }.sorted { $0.party < $1.party }
  }

  static func relaxation(
    _ line: ObstacleSurvey.Line, _ release: ObstacleSurvey.Release, _ game: FixedGame
  ) -> RedLineRelaxation {
    let (issue, steps) = line.costs[release.clause]
    let freed =
      game.layout.isNumeric[issue]
      ? stretch(to: release.option, steps: steps, along: game.layout.scale(of: issue)) : [release.option]
    return RedLineRelaxation(
      party: game.voters[line.voter], redLine: line.bit - game.interactionBits[line.voter].nonzeroBitCount,
      issue: issue, freed: freed, isGivenUp: freed.count == steps.count { $0 > 0 },
      outcome: game.outcomes.options(of: release.rank))
  }

  /// The options from the nearest one on the scale that is free up to `option`; of two as near,
  /// from the lower one.
  private static func stretch(to option: Int, steps: [Int], along scale: [Int]) -> [Int] {
    guard let place = scale.firstIndex(of: option) else { return [option] }
    let from = place - steps[option]
    if from >= 0, steps[scale[from]] == 0 { return Array(scale[from + 1...place]) }
    let to = place + steps[option]
    if to < scale.count, steps[scale[to]] == 0 { return Array(scale[place..<to]) }
    return [option]
  }

  // MARK: Where homes have a say and outcomes are many

  /// The frontier is that of the table, and says nothing of homes. The zone alone is looked for.
  private mutating func takeZone(_ start: ZoneAtStart, _ voters: [Int]) {
    let reason = "homes have a say, and there are \(Self.tooMany)"
    (nash, kalaiSmorodinsky, kalaiSmorodinskyFeasibleIdeal) = (
      .notComputed(reason), .notComputed(reason), .notComputed(reason)
    )
    (egalitarian, utilitarian) = (.notComputed(reason), .notComputed(reason))
    (leverageGap, blocking, relaxations) = (
      .notComputed(reason), .notComputed(reason), .notComputed(reason)
    )
    (feasible, surplus) = (.notComputed(reason), .notComputed(reason))
    guard let found = try? start.zoneWithSurplus(between: voters) else { return }
    if found.zone == .none { setNothingFeasible() }
    zone = found.zone
    if found.zone == .exists, !found.isBare { surplus = .exact(.forEveryone) }
  }

  // MARK: From the frontier

  /// No criterion falls when nobody loses and somebody gains, so that the best values are on the
  /// frontier. What is not on it may be as good, and come first.
  private mutating func takeFrom(_ list: PointList, _ game: FixedGame, _ view: TalksView) {
    var survey = PointSurvey(game, obstacles: nil)
    list.visit(&survey)
    var shares = ShareSurvey(game, ideals: survey.ideals, feasibleIdeals: survey.feasibleIdeals)
    list.visit(&shares)
    take(survey, shares, game, view) { rank, levels, shortfall in
      BoundedSearch.first(game, from: rank, reaching: levels, shortfall: shortfall)
    }
    if survey.feasible == 0 { feasible = .exact(0) }
  }

  // MARK: By branch and bound

  private mutating func takeFromSearch(_ game: FixedGame, _ view: TalksView) {
    switch BoundedSearch.outcome(.shortfall, game) {
    case .nothing:
      leverageGap = .exact(nil)
      setNothingFeasible()
    case .outOfBudget: leverageGap = .notComputed(Self.outOfBudget(game))
    case .found(let rank, let value):
      leverageGap = .exact(Self.gap(rank, game, view.partyCount))
      if value > 0 { setNothingFeasible() } else { zone = .exists }
    }
    guard zone != .none else { return }
    switch BoundedSearch.outcome(.utilitarian, game) {
    case .nothing: setNothingFeasible()
    case .outOfBudget: utilitarian = .notComputed(Self.outOfBudget(game))
    case .found(let rank, let value):
      zone = .exists
      utilitarian = .exact(Self.point(rank, -value, game, view))
    }
  }

  static func outOfBudget(_ game: FixedGame) -> String {
    "branch and bound did not end within \(BoundedSearch.budget(voters: game.voterCount)) nodes"
  }

  private mutating func setNothingFeasible() {
    zone = .none
    feasible = .exact(0)
    (nash, kalaiSmorodinsky, kalaiSmorodinskyFeasibleIdeal) = (.exact(nil), .exact(nil), .exact(nil))
    (egalitarian, utilitarian) = (.exact(nil), .exact(nil))
    surplus = .exact(.forNobody)
  }
}

extension PointList {
  /// Shows a visitor all points; none crosses a red line. No options are shown.
  func visit<Visitor: OutcomeVisitor>(_ visitor: inout Visitor) {
    let arena = Arena()
    let none: Lane<UInt8> = arena.lane(0, of: 0)
    let row = arena.lane(dimensions, of: 0.0)
    withExtendedLifetime(arena) {
      for index in 0..<count {
        for v in 0..<dimensions { row[v] = values[index * dimensions + v] }
        visitor.visit(rank: ranks[index], options: none, utilities: row, crossing: OutcomeWalk.Crossing())
      }
    }
  }
}
