import Simulation

/// The sentences on the pages of studies, in one language. Shares and differences come in as
/// estimates, names and paths as they are.
protocol StudyWords: Sendable {
  // Levers.
  func asItIs(_ agreement: ShareEstimate) -> String
  func bestAct(_ act: ToldLever, first: Bool) -> String
  var noAct: String { get }
  func nature(_ act: ToldLever) -> String
  func acts(_ helpful: Int, of tried: Int) -> String
  var leversCaption: String { get }
  var halvesCaption: String { get }

  // Sensitivity.
  func sensitivityCaption(_ method: SensitivityMethod) -> String
  func strongest(_ numbers: [(path: String, index: ToldDifference)], by method: SensitivityMethod) -> String
  /// Where no number's share is more than what luck may give.
  var noneStands: String { get }
  var unordered: String { get }
  func luck(_ share: ToldDifference) -> String

  // Comparison.
  var comparisonCaption: String { get }
  func comparedWithItself(runs: Int) -> String
  func compared(_ first: String, _ second: String, runs: Int) -> String
  func change(
    _ measure: String, from first: ShareEstimate, to second: ShareEstimate, _ difference: ToldDifference
  ) -> String
  var mayBeNothing: String { get }

  // Formula.
  func bestText(_ share: ShareEstimate, draws: Int) -> String
  func folder(_ texts: Int, _ share: ShareEstimate) -> String
  func refusal(_ party: String, _ share: ShareEstimate, over issue: String) -> String
  var nothingAcceptable: String { get }
  var textsCaption: String { get }

  // Sweeps.
  var sweepCaption: String { get }
  /// - Parameter isSettled: whether the two intervals have nothing in common.
  func swept(points: Int, runs: Int, from low: ToldPoint, to high: ToldPoint, isSettled: Bool) -> String
  func sweptFlat(points: Int, runs: Int, _ point: ToldPoint) -> String

  // Scores.
  func scored(_ event: String, forecast: Double, happened: String, brier: Double, baseline: Double?) -> String
  var happened: String { get }
  var didNotHappen: String { get }
  /// What a forecast is compared with: `uniform`, `persistence`, `base_rate`.
  func baseline(_ name: String) -> String
  func timed(_ median: Int?, happened: Int?, crps: Double, baseline: Double?) -> String
  var scoresNote: String { get }
  var calibrationCaption: String { get }
  var scoresCaption: String { get }
  /// Of a picture with a cell for each pair of values.
  var heatCaption: String { get }
  /// The intervals of the leading numbers are of no use.
  var tooFewRuns: String { get }

  // Histories.
  func moved(from before: Double, to after: ShareEstimate, observations: Int) -> String
  func worth(_ runs: Double) -> String
  func shifted(_ numbers: [(path: String, from: Double, to: Double)]) -> String
  var forecastCaption: String { get }
  var posteriorCaption: String { get }

  // Answers.
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

enum SensitivityMethod {
  case sobol, morris, given
}

/// An act and what it makes of the share of agreements.
struct ToldLever {
  let path: String
  let actor: String
  let value: Double
  let share: ShareEstimate
  let gain: ToldDifference
}

/// A difference of shares, or another number, with its 95% interval.
struct ToldDifference {
  let value: Double
  let low: Double
  let high: Double

  var holdsZero: Bool { low <= 0 && high >= 0 }
}

/// A point of a sweep.
struct ToldPoint {
  let settings: [(path: String, value: String)]
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
