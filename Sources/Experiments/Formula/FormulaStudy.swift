import Bargaining
import Simulation

/// Which texts are most often acceptable to all, over everything that is uncertain.
package struct FormulaStudy: Sendable {
  package let scenario: Scenario
  package let plan: TextSurveyPlan
  /// Texts that are told, at most.
  package let top: Int
  /// Texts in the folder, at most.
  package let folder: Int
  /// Carrots that are tried, each for one party at a time; ascending, in units of utility.
  package let carrots: [Double]
  /// Which texts are then tried in simulated talks; `nil` for none
  /// (``FormulaStudy/prove(_:memory:shouldStop:onProgress:)``).
  package let proof: FormulaProofPlan?

  package init(
    _ scenario: Scenario, plan: TextSurveyPlan, top: Int = FormulaStudy.top,
    folder: Int = FormulaStudy.folder, carrots: [Double] = FormulaStudy.carrots,
    proof: FormulaProofPlan? = nil
  ) {
    self.carrots = Set(carrots).sorted()
    self.proof = proof
    self.scenario = scenario
    self.plan = plan
    self.top = max(1, top)
    self.folder = max(1, folder)
  }

  package static let draws = 10_000
  package static let top = 100
  package static let folder = 3
  package static let carrots = [0.05, 0.1, 0.2]
  /// Of so many texts it is told who refuses them.
  static let refusedTexts = 10

  /// Draws that are looked at, once for each time that they are: for all texts, for who refuses
  /// the first, for each text of the folder but the first, for what there is to ask, for carrots;
  /// and as many fresh ones.
  package var drawsPlanned: Int { plan.draws * (folder + 4) }

  /// Tells whether texts can be looked at, before any work.
  ///
  /// - Throws: ``TextSurveyFault`` when there are too many.
  package func checkSize() throws(TextSurveyFault) { _ = try plan.scope(of: scenario) }

  /// Does the work.
  ///
  /// - Parameters:
  ///   - memory: what is known of it already.
  ///   - shouldStop: asked every few draws, on any thread.
  ///   - onProgress: told how many of ``drawsPlanned`` are done, on any thread, one at a time; a
  ///     search before that counts as so many draws by itself.
  /// - Returns: `nil` when it was stopped.
  /// - Throws: ``TextSurveyFault`` when there is too much to look at.
  package func run(
    memory: (any StudyMemory)? = nil, shouldStop: @escaping @Sendable () -> Bool = { false },
    onProgress: @escaping @Sendable (Int) -> Void = { _ in }
  ) throws(TextSurveyFault) -> FormulaResult? {
    let survey: TextSurvey
    var search: TextSearch.Result?
    switch try plan.scope(of: scenario) {
    case .every(let space): survey = try TextSurvey(scenario, plan: plan, pool: TextPool(space))
    case .search(let space):
      let (draws, steps) = (Double(plan.draws), Double(max(1, plan.steps)))
      let found = try TextSearch(scenario, plan: plan).run(
        memory: memory, shouldStop: shouldStop, onProgress: { onProgress(Int(draws * Double($0) / steps)) })
      guard let found else { return nil }
      search = found
      survey = try TextSurvey(scenario, plan: plan, pool: TextPool(space, found.found))
    }
    guard
      let (tally, means) = survey.tally(memory: memory, shouldStop: shouldStop, onProgress: onProgress)
    else { return nil }
    let work = FormulaWork(
      study: self, survey: survey, order: TextOrder(survey, tally, means), shouldStop: shouldStop,
      onProgress: onProgress)
    return work.result(search)
  }
}
