import Bargaining
import Tables

/// The best of texts that are too many to be looked at one by one, as far as so much work finds it.
///
/// A text of which some issues are settled is acceptable in at most as many draws as it can be
/// completed in, were every party and every home to get of the issues left what is best for it, and
/// all parties together what is best for them together. Texts are settled issue by issue, the most
/// promising first (best-first branch and bound; Land & Doig 1960, doi:10.2307/1910129; Hart,
/// Nilsson & Raphael 1968, doi:10.1109/TSSC.1968.300136), and those complete are put to every
/// draw. What is left open when the work is used up bounds every text that was not looked at.
///
/// Work is counted in steps, one judge in one draw for one partial text, so that the same texts are
/// found on any machine and any number of threads.
package struct TextSearch: Sendable {
  package let scenario: Scenario
  package let plan: TextSurveyPlan

  package init(_ scenario: Scenario, plan: TextSurveyPlan) {
    self.scenario = scenario
    self.plan = plan
  }

  /// Partial texts that are followed at once in the first dive, and expanded at once afterwards.
  static let width = 64
  /// Texts that are kept, at most.
  static let mostFound = 20_000

  /// What came of it.
  package struct Result: Sendable, Equatable, StudyRecord {
    /// Texts that were put to every draw.
    package internal(set) var found: Set<Int> = []
    /// Draws in which the best of them is acceptable; and in which, at most, any text is.
    package internal(set) var best = 0
    package internal(set) var bound = 0
    package internal(set) var steps = 0

    package init() {}

    package func write(to record: inout WordWriter) {
      record.write(list: found.sorted()) { $0.write($1) }
      for number in [best, bound, steps] { record.write(number) }
    }

    package init?(reading words: inout WordReader) {
      guard let count = words.count() else { return nil }
      for _ in 0..<count {
        guard let text = words.count() else { return nil }
        found.insert(text)
      }
      guard let best = words.count(), let bound = words.count(), let steps = words.count() else { return nil }
      (self.best, self.bound, self.steps) = (best, bound, steps)
    }
  }

  /// - Parameters:
  ///   - memory: what is known of it already: all or nothing.
  ///   - shouldStop: asked between steps, on any thread.
  ///   - onProgress: told how many steps of the plan's are done.
  /// - Returns: `nil` when it was stopped.
  /// - Throws: ``TextSurveyFault``.
  package func run(
    memory: (any StudyMemory)? = nil, shouldStop: @escaping @Sendable () -> Bool = { false },
    onProgress: @escaping @Sendable (_ steps: Int) -> Void = { _ in }
  ) throws(TextSurveyFault) -> Result? {
    guard let space = TextSpace(scenario) else { throw .tooMany(texts: nil, draws: plan.draws) }
    let survey = try TextSurvey(scenario, plan: plan, pool: TextPool(space, []))
    let stage = StudyStage<Result>(items: 1, memory: memory, shouldStop: shouldStop) { result, _ in
      result.found.allSatisfy { $0 < space.count } && result.best <= result.bound
    }
    return stage.sum(
      of: [survey], from: Result(),
      make: { survey, _ in
        guard let sheets = survey.sheets(shouldStop: shouldStop) else { return nil }
        return TextSearchWalk(
          survey: survey, sheets: sheets, steps: survey.plan.steps, shouldStop: shouldStop,
          onProgress: onProgress
        ).run()
      },
      add: { $0 = $2 })
  }
}
