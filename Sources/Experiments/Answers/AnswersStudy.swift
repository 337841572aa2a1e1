import Bargaining
import Simulation

/// The questions that a reader asks of a conflict, each answered by simulation on the same runs:
/// do talks resume, does the deadlock break, which formula could all accept, how much depends on
/// readiness to concede, what does each mediator and each forum bring, what did each event do, what
/// does it all cost.
package struct AnswersStudy: Sendable {
  package let scenario: Scenario
  /// Runs of the scenario as it is, and draws of the formula.
  package let runs: Int
  /// Runs at each point of a curve, and of each group of mediators or forums.
  package let runsPerPoint: Int
  package let seed: UInt64
  package let threads: Int

  package static let runs = 10_000
  package static let runsPerPoint = 2_000

  package init(
    _ scenario: Scenario, runs: Int = AnswersStudy.runs, runsPerPoint: Int = AnswersStudy.runsPerPoint,
    seed: UInt64 = 1, threads: Int = 1
  ) {
    self.scenario = scenario
    self.runs = max(2, runs)
    self.runsPerPoint = max(2, runsPerPoint)
    self.seed = seed
    self.threads = max(1, threads)
  }

  /// Who can be away: mediators that can change something, and forums.
  private var mediators: [Int] { scenario.mediators.indices.filter { !scenario.isInert(mediator: $0) } }
  private var mediatorNames: [String] { mediators.map { scenario.mediators[$0].name } }
  private var forumNames: [String] { scenario.forums.map(\.name) }
  private var mediatorGroups: [UInt32] { Shapley.groups(of: mediatorNames, seed: seed) }
  private var forumGroups: [UInt32] { Shapley.groups(of: forumNames, seed: seed) }

  /// Readiness of each party, then of all at once.
  private var curves: [(party: Int?, parameters: [ParameterID])] {
    let each = scenario.parties.indices.map { (party: Int?.some($0), parameters: [willingness(of: $0)]) }
    return each + [(party: nil, parameters: scenario.parties.indices.map(willingness))]
  }

  private func willingness(of party: Int) -> ParameterID { scenario.parties[party].willingness }

  /// What is answered, before anything is found out.
  var nothing: AnswersResult {
    var result = AnswersResult(study: self, distribution: OutcomeDistribution(ofNoRuns: scenario))
    let none = WilsonInterval(count: 0, total: 0)
    if hasFormula {
      result.formula = FormulaResult(study: formula, textCount: 0, draws: 0, openDraws: none)
    }
    result.readiness = curves.flatMap { curve in
      Readiness.values.map { Readiness(party: curve.party, value: $0, agreement: none, models: nil) }
    }
    result.events = scenario.events.indices.map { EventEffect(event: $0, agreement: PairedShares()) }
    let actors = mediators.map(Contribution.Actor.mediator) + scenario.forums.indices.map { .forum($0) }
    result.contributions = actors.map {
      Contribution(actor: $0, value: Shapley.Value(mean: 0, low: -1, high: 1), texts: none)
    }
    return result
  }

  /// About how many runs and draws the study takes, for a display of progress.
  package var runsPlanned: Int {
    let points =
      curves.count * Readiness.values.count + mediatorGroups.count + forumGroups.count + scenario.events.count
    return runs + formula.drawsPlanned + runsPerPoint * (points + 1)
  }

  var formula: FormulaStudy {
    FormulaStudy(
      scenario, plan: TextSurveyPlan(draws: runs, seed: seed, threads: threads, hasLeverage: true), top: 10)
  }

  /// Whether all texts can be looked at.
  var hasFormula: Bool { (try? formula.checkSize()) != nil }

  /// Answers all of them.
  ///
  /// - Parameters:
  ///   - memory: what is known of the study already; `nil` for nothing. What the scenario as it is
  ///     comes to is simulated anew.
  ///   - shouldStop: asked often, on any thread.
  ///   - onProgress: told how many runs are done, on any thread.
  /// - Returns: `nil` when it was stopped.
  /// - Throws: `SimulationError` or `TextSurveyFault`.
  package func run(
    memory: (any StudyMemory)? = nil, shouldStop: @escaping @Sendable () -> Bool = { false },
    onProgress: @escaping @Sendable (Int) -> Void = { _ in }
  ) throws -> AnswersResult? {
    // What the scenario as it is comes to is not kept, so that a share has no use of it.
    let isShare = memory?.isShare ?? false
    let distribution =
      isShare
      ? OutcomeDistribution(ofNoRuns: scenario)
      : try Ensemble(scenario, plan: SimulationPlan(runs: runs, seed: seed, threads: threads))
        .run(shouldStop: shouldStop, onProgress: { onProgress($0.runsDone) })
    if distribution.wasStopped { return nil }
    var result = AnswersResult(study: self, distribution: distribution)
    var isWhole = !isShare
    var done = runs
    if hasFormula {
      let texts = try formula.run(
        memory: memory, shouldStop: shouldStop, onProgress: { [done] in onProgress(done + $0) })
      guard texts != nil || goesOnBesides(memory, shouldStop) else { return nil }
      isWhole = isWhole && texts != nil
      result.formula = texts
    }
    done += formula.drawsPlanned
    var answers: [[PointResponse]] = []
    for (scenario, points) in simulations {
      let simulation = PointSimulation(
        scenario, inputs: [], runs: runsPerPoint, seed: seed, threads: threads, memory: memory)
      let responses = try simulation.run(
        points: points.count, shouldStop: shouldStop, onRuns: { [done] in onProgress(done + $0) },
        at: { points[$0] })
      guard responses != nil || goesOnBesides(memory, shouldStop) else { return nil }
      isWhole = isWhole && responses != nil
      answers.append(responses ?? [])
      done += runsPerPoint * points.count
    }
    return isWhole ? answered(result, by: answers) : nil
  }

  /// What is simulated besides the scenario as it is: curves of readiness; the scenario as it is on
  /// their runs; without each event; with each group of mediators, and of forums.
  private var simulations: [(scenario: Scenario, points: [PointSimulation.Point])] {
    let curves = curves.flatMap { curve in
      Readiness.values.map { value in PointSimulation.Point.values(curve.parameters.map { ($0, value) }) }
    }
    let others =
      [scenario] + scenario.events.map { scenario.without(event: $0.name) }
      + mediatorGroups.map { group in
        scenario.without(mediators: Set(away(group, of: mediators.count).map { mediators[$0] }))
      }
      + forumGroups.map { scenario.without(forums: Set(away($0, of: scenario.forums.count))) }
    return [(scenario, curves)] + others.map { ($0, [.values([])]) }
  }

  /// Who of so many is away where a group is there.
  private func away(_ group: UInt32, of count: Int) -> [Int] {
    (0..<count).filter { group >> UInt32($0) & 1 == 0 }
  }

  /// - Parameter answers: to ``simulations``, in their order.
  private func answered(_ begun: AnswersResult, by answers: [[PointResponse]]) -> AnswersResult {
    var result = begun
    let distribution = begun.distribution
    let values = Readiness.values
    for (index, response) in answers[0].enumerated() {
      result.readiness.append(
        Readiness(
          party: curves[index / values.count].party, value: values[index % values.count],
          agreement: WilsonInterval(count: response.agreements, total: response.runs),
          models: response.modelRange))
    }
    var rest = answers.dropFirst().compactMap { $0.first?.agreed }[...]
    guard let asItIs = rest.popFirst() else { return result }
    for (event, without) in zip(scenario.events.indices, rest) {
      result.events.append(
        EventEffect(event: event, agreement: PairedShares(first: without, second: asItIs)))
    }
    rest = rest.dropFirst(scenario.events.count)
    let ofMediators = Shapley(
      players: mediatorNames, seed: seed, reached: Dictionary(uniqueKeysWithValues: zip(mediatorGroups, rest))
    ).values
    let mediatorRows = Dictionary(
      uniqueKeysWithValues: distribution.mediatorRows.map { ($0.index, $0.agreed) })
    for (mediator, value) in zip(mediators, ofMediators) {
      result.contributions.append(
        Contribution(
          actor: .mediator(mediator), value: value,
          texts: mediatorRows[mediator] ?? WilsonInterval(count: 0, total: distribution.agreements)))
    }
    rest = rest.dropFirst(mediatorGroups.count)
    let ofForums = Shapley(
      players: forumNames, seed: seed, reached: Dictionary(uniqueKeysWithValues: zip(forumGroups, rest))
    ).values
    for (forum, row) in distribution.forumRows.enumerated() {
      result.contributions.append(
        Contribution(actor: .forum(forum), value: ofForums[forum], texts: row.agreed))
    }
    return result
  }
}
