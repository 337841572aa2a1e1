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
  /// Which texts are then tried in simulated talks; `nil` for none
  /// (``FormulaStudy/prove(_:shouldStop:onProgress:)``).
  package let proof: FormulaProofPlan?

  package init(
    _ scenario: Scenario, plan: TextSurveyPlan, top: Int = FormulaStudy.top,
    folder: Int = FormulaStudy.folder,
    proof: FormulaProofPlan? = nil
  ) {
    self.proof = proof
    self.scenario = scenario
    self.plan = plan
    self.top = max(1, top)
    self.folder = max(1, folder)
  }

  package static let draws = 10_000
  package static let top = 100
  package static let folder = 3
  /// Of so many texts it is told who refuses them.
  static let refusedTexts = 10

  /// Draws that are looked at, once for each time that they are: for all texts, for who refuses
  /// the first, for each text of the folder but the first, and for what there is to ask.
  package var drawsPlanned: Int { plan.draws * (folder + 2) }

  /// Tells whether every text can be looked at, before any work.
  ///
  /// - Throws: ``TextSurveyFault`` when there are too many.
  package func checkSize() throws(TextSurveyFault) { _ = try plan.texts(of: scenario) }

  /// Does the work.
  ///
  /// - Parameters:
  ///   - shouldStop: asked every few draws, on any thread.
  ///   - onProgress: told how many of ``drawsPlanned`` are done, on any thread, one at a time.
  /// - Returns: `nil` when it was stopped.
  /// - Throws: ``TextSurveyFault`` when there is too much to look at.
  package func run(
    shouldStop: @escaping @Sendable () -> Bool = { false },
    onProgress: @escaping @Sendable (Int) -> Void = { _ in }
  ) throws(TextSurveyFault) -> FormulaResult? {
    let survey = try TextSurvey(scenario, plan: plan)
    let draws = plan.draws
    guard let (tally, means) = survey.tally(shouldStop: shouldStop, onProgress: onProgress) else {
      return nil
    }
    let order = TextOrder(survey, tally, means)
    var result = FormulaResult(
      study: self, textCount: survey.texts.count, draws: tally.draws,
      openDraws: WilsonInterval(count: tally.openDraws, total: tally.draws))
    let best = order.first(top, by: tally.acceptances)
    result.texts = order.standings(of: best)
    let accepted = order.first(
      TextFrontier.candidates, by: tally.acceptances, where: { tally.acceptances(of: $0) > 0 })
    result.frontier = TextFrontier.efficient(order.standings(of: accepted))
    result.interim = InterimText.best(of: survey, tally, order)
    let refused = Array(best.prefix(Self.refusedTexts))
    guard
      let refusals = survey.refusals(
        of: refused, shouldStop: shouldStop, onProgress: { onProgress(draws + $0) })
    else { return nil }
    result.refusals = TextRefusal.all(refusals, of: result.texts, in: scenario)
    var search = FolderSearch(survey, tally, order)
    guard search.run(folder, shouldStop: shouldStop, onProgress: { onProgress(2 * draws + $0) }) else {
      return nil
    }
    result.folder = search.texts
    let before = draws * (folder + 1)
    guard
      let acceptances = survey.acceptances(
        of: search.candidates, shouldStop: shouldStop, onProgress: { onProgress(before + $0) }),
      let questions = InformationValues(acceptances, of: scenario, seed: plan.seed).values(
        of: SensitivityStudy.uncertainNumbers(of: scenario), in: scenario, threads: plan.threads,
        shouldStop: shouldStop)
    else { return nil }
    result.questions = questions
    return result
  }
}
