import Simulation

/// The sentences on the pages of studies, in one language. Shares and differences come in as
/// estimates, names and paths as they are.
protocol StudyWords: Sendable {
  // Levers.
  func asItIs(_ agreement: ShareEstimate) -> String
  func bestAct(_ act: ToldLever, insteadOf base: ShareEstimate?) -> String
  var noAct: String { get }
  /// Where every run agrees as it is.
  var noDeadlock: String { get }
  /// Of runs that were there, in which nothing was moved.
  func kept(_ runs: Int, seed: UInt64) -> String
  /// Head of the values of the better half of the runs.
  var betterHalf: String { get }
  func nature(_ act: ToldLever) -> String
  func acts(_ helpful: Int, of tried: Int) -> String
  /// - Parameters:
  ///   - mass: of the runs, those in which all conditions hold.
  ///   - density: of these, those that agree.
  ///   - coverage: of all agreements, those that lie there.
  func together(mass: Double, density: Double, coverage: Double) -> String
  var leversCaption: String { get }
  var halvesCaption: String { get }

  // Sensitivity.
  func sensitivityCaption(_ method: SensitivityMethod) -> String
  func strongest(_ numbers: [(path: String, index: ToldDifference)], by method: SensitivityMethod) -> String
  /// Where no number's share is more than what luck may give.
  var noneStands: String { get }
  /// Where the result is the same in all of them.
  var nothingVaries: String { get }
  /// Where even the strongest number brings about little by itself.
  var noneDecides: String { get }
  var unordered: String { get }
  /// Under a number whose interval holds zero.
  var mayBeLuck: String { get }
  /// Of intervals that went beyond what a share can be.
  var cut: String { get }
  func luck(_ share: ToldDifference) -> String

  // Comparison.
  var comparisonCaption: String { get }
  func comparedWithItself(runs: Int) -> String
  func compared(_ first: String, _ second: String, runs: Int) -> String
  func change(
    _ measure: String, from first: ShareEstimate, to second: ShareEstimate, _ difference: ToldDifference
  ) -> String
  var mayBeNothing: String { get }
  /// The two have not the same number of rounds.
  func otherRounds(_ first: Int, _ second: Int) -> String

  // Formula.
  func bestText(_ share: ShareEstimate, draws: Int) -> String
  /// - Parameters:
  ///   - others: texts whose interval overlaps that of the best.
  ///   - isAll: whether those are all that were kept, so that there may be more.
  func equalTexts(_ others: Int, isAll: Bool) -> String
  func folder(_ texts: Int, _ share: ShareEstimate) -> String
  func refusal(_ party: String, _ share: ShareEstimate, over issue: String) -> String
  var nothingAcceptable: String { get }
  /// In place of the number of a text that is in no other table.
  var otherText: String { get }
  var textsCaption: String { get }

  // Sweeps.
  var sweepCaption: String { get }
  /// - Parameter isSettled: whether the ends of so many points differ by more than luck gives.
  func swept(
    points: Int, runs: Int, from low: ToldPoint, to high: ToldPoint, _ difference: ToldDifference,
    isSettled: Bool
  ) -> String
  func sweptFlat(points: Int, runs: Int, _ point: ToldPoint) -> String

  // Scores.
  /// What the forecasts were better and worse on than the baseline; matters that nobody scored are
  /// in none of the three.
  func verdict(better: [ScoredMatter], same: [ScoredMatter], worse: [ScoredMatter], cases: Int) -> String
  /// A mean over cases, beside that of the baseline.
  func meanScore(_ matter: ScoredMatter, _ score: Double, baseline: Double, cases: Int) -> String
  func fewCases(_ cases: Int) -> String
  func scored(_ event: String, forecast: Double, happened: String, brier: Double, baseline: Double?) -> String
  var happened: String { get }
  var didNotHappen: String { get }
  /// What a forecast is compared with: `uniform`, `persistence`, `base_rate`.
  func baseline(_ name: String) -> String
  /// What that takes to be likely, in a sentence.
  func baselineNote(_ name: String) -> String
  /// In place of a round that did not come.
  var notByThen: String { get }
  func timed(_ median: Int?, happened: Int?, crps: Double, baseline: Double?) -> String
  func scoresNote(cases: Int) -> String
  var calibrationCaption: String { get }
  var scoresCaption: String { get }
  /// Of a picture with a cell for each pair of values.
  var heatCaption: String { get }
  /// The intervals of the leading numbers are of no use.
  var tooFewRuns: String { get }

  // Histories.
  func moved(from before: ShareEstimate, to after: ShareEstimate, observations: Int) -> String
  /// - Parameters:
  ///   - left: runs that fit the record, or all of them by their weights.
  ///   - planned: runs that were simulated.
  func worth(_ runs: Double, left: Int, of planned: Int) -> String
  /// No number's mean moves much: the most, by so many of its standard deviations.
  func taughtLittle(_ path: String, by shift: Double) -> String
  func shifted(_ numbers: [(path: String, from: Double, to: Double)]) -> String
  var forecastCaption: String { get }
  /// Of commands that take no history.
  var beforeRecord: String { get }
  var posteriorCaption: String { get }

  // Answers.
  /// Whose readiness to concede matters most: the shares where a party goes nowhere, and where it
  /// goes all the way.
  ///
  /// - Parameter spans: one, or all of which none is told to be the first.
  func hangs(_ spans: [ReadinessSpan]) -> String
  func readiness(_ party: String?, _ points: [(share: ShareEstimate, at: Double)]) -> String
  var readinessTitle: String { get }
  var readinessAxis: String { get }
  var everybody: String { get }
  func brought(_ actor: String, _ points: ToldDifference, texts: Double?) -> String
  var contributionsCaption: String { get }
  func event(_ event: String, _ points: ToldDifference) -> String
  func heading(_ question: AnswerHeading) -> String
}

/// The questions of a page of answers.
enum AnswerHeading: CaseIterable {
  case resumption, deadlock, causes, formula, readiness, mediators, forums, events, tolls
}

/// What a forecast is about.
enum ScoredMatter: CaseIterable {
  case whether, how, terms, time
}

enum SensitivityMethod {
  case sobol, morris, given
}

/// An act and what it makes of the share of agreements.
struct ToldLever {
  let path: String
  let actor: String
  let value: Double
  /// The better half of its values, where it was not moved but drawn.
  let half: (low: Double, high: Double)?
  let share: ShareEstimate
  let gain: ToldDifference
}

/// A difference of shares, or another number, with its 95% interval.
struct ToldDifference {
  let value: Double
  let low: Double
  let high: Double
  /// Its range across models; `nil` where there are none.
  var models: ModelRange?

  var holdsZero: Bool { low <= 0 && high >= 0 }

  /// A share, cut at 0 and 1, between which it lies whatever an estimate of it says.
  var withinShares: (estimate: Double, low: Double, high: Double) {
    (value.asShare, low.asShare, high.asShare)
  }
}

extension Double {
  /// The same between 0 and 1.
  var asShare: Double { min(max(self, 0), 1) }
}

/// A point of a sweep.
struct ToldPoint {
  /// Empty where several points have this share.
  let settings: [(path: String, value: String)]
  /// How many have it.
  var points = 1
  let share: ShareEstimate
}

extension TellingLanguage {
  var studies: any StudyWords {
    switch self {
    case .english: EnglishStudyWords()
    case .arabic: ArabicStudyWords()
    }
  }
}
