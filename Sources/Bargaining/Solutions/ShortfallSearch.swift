/// The least total shortfall of a game whose numbers and locks change from question to question:
/// from the frontier of two voters, else by branch and bound.
///
/// There may be a question for every voter and issue, so all of them share one allowance of steps.
struct ShortfallSearch {
  /// The steps of all questions together unless told otherwise; one or two seconds.
  static let mostSteps = 400_000_000

  private let game: FixedGame
  /// `nil` where branch and bound is to answer.
  private let builder: FrontierBuilder?
  /// What is left.
  private(set) var steps: Int

  init(_ game: FixedGame, _ ways: Solutions.Ways, steps: Int = Self.mostSteps) {
    self.game = game
    self.steps = steps
    builder = ways.usesFrontier && game.voterCount == 2 ? FrontierBuilder(game) : nil
  }

  /// The outcome that lacks least, and what it lacks; `nil` when no outcome is admissible.
  mutating func least() -> Computed<(rank: UInt64, value: Double)?> {
    guard steps > 0 else { return .notComputed(Self.tooLong) }
    if let builder {
      let built: ()? = try? builder.build(mostSteps: min(steps, FrontierBuilder.mostSteps))
      steps -= builder.steps
      if built != nil {
        var survey = PointSurvey(game, obstacles: nil)
        builder.frontier.visit(&survey)
        return .exact(survey.cheapest.choice.map { ($0.rank, -$0.value) })
      }
      guard steps > 0 else { return .notComputed(Self.tooLong) }
    }
    let stepsPerNode = BoundedSearch.stepsPerNode(voters: game.voterCount)
    let most = BoundedSearch.budget(voters: game.voterCount)
    let budget = min(most, max(1, steps / stepsPerNode))
    var search = BoundedSearch(
      .shortfall, game, bounds: LinearBound.family(.shortfall, game), budget: budget)
    let result = search.run()
    steps -= search.visited * stepsPerNode
    switch result {
    case .nothing: return .exact(nil)
    case .outOfBudget: return .notComputed(budget < most ? Self.tooLong : Solutions.outOfBudget(game))
    case .found(let rank, let value): return .exact((rank, value))
    }
  }

  private static let tooLong = "it takes more than \(mostSteps / 1_000_000) million steps"
}
