import Bargaining
import Simulation

/// Which texts are most often acceptable to all, over everything that is uncertain.
package struct FormulaStudy: Sendable {
  package let scenario: Scenario
  package let plan: TextSurveyPlan
  /// Texts that are told, at most.
  package let top: Int

  package init(_ scenario: Scenario, plan: TextSurveyPlan, top: Int = FormulaStudy.top) {
    self.scenario = scenario
    self.plan = plan
    self.top = max(1, top)
  }

  package static let draws = 10_000
  package static let top = 100

  /// Draws that are looked at, once for each time that they are.
  package var drawsPlanned: Int { plan.draws }

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
    guard let (tally, means) = survey.tally(shouldStop: shouldStop, onProgress: onProgress) else {
      return nil
    }
    let order = TextOrder(survey, tally, means)
    let best = order.first(top, by: tally.acceptances)
    return FormulaResult(
      study: self, texts: order.standings(of: best), textCount: survey.texts.count, draws: tally.draws,
      openDraws: WilsonInterval(count: tally.openDraws, total: tally.draws))
  }
}
