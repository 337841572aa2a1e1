import Simulation
import Tables

/// Whether and when suspended talks resume, in a sentence, in English or Arabic.
package struct ResumptionWords: Sendable, Equatable {
  private let share: ShareEstimate
  private let runs: Int
  /// The round of the first resumption, from 0: its mean and the interval of that.
  private let mean: Double?
  private let interval: ClosedRange<Double>?
  private let median: Int?
  private let unit: String

  /// `nil` where talks were never suspended.
  package init?(_ distribution: OutcomeDistribution) {
    let course = distribution.course
    guard course.runsSuspended > 0 else { return nil }
    share = distribution.estimate(distribution.resumed) { $0.resumed.total > 0 ? $0.resumed : nil }
    runs = course.runsSuspended
    mean = course.firstResumption.mean
    interval = course.firstResumption.interval
    median = course.survival.medianRound
    unit = distribution.scenario.roundUnit ?? "round"
  }

  /// From the rows of `course` and `resumption`; `nil` where talks were never suspended.
  init?(
    course: [TableRows.Row], curve: [TableRows.Row], _ models: ModelRange?, unit: String
  ) {
    guard let runs = curve.first?.whole("at_risk"), runs > 0,
      let resumed = course.first(where: { $0.text("measure") == "resumed" }),
      let first = course.first(where: { $0.text("measure") == "first_resumption" })
    else { return nil }
    share = resumed.share(models: models)
    self.runs = runs
    mean = first.real("mean")
    if let low = first.real("low"), let high = first.real("high"), low <= high {
      interval = low...high
    } else {
      interval = nil
    }
    median = curve.first { 1 - ($0.real("share") ?? 0) <= 0.5 + 1e-9 }?.whole("rounds")
    self.unit = unit
  }

  /// `Talks that are suspended resume in 93.1% (92.6 to 93.6) of 10,000 runs, …`.
  package var sentence: String {
    let opening =
      "Talks that are suspended resume in \(Numerals.estimate(share)) of \(Numerals.counted(runs, "run"))"
    guard let mean else { return opening + "." }
    let first = first(mean, in: .english)
    let half =
      median.map { ", half within \(Numerals.counted($0, unit)) by the estimate of Kaplan and Meier" } ?? ""
    return opening + half
      + "; the first time in \(unit) \(first) on average."
  }

  /// When talks resume for the first time, with its interval; rounds are told from 1 on.
  private func first(_ mean: Double, in words: IntervalWords) -> String {
    let told = { Numerals.fixed($0 + 1, 1) }
    return interval.map { words.text(told(mean), told($0.lowerBound), told($0.upperBound)) } ?? told(mean)
  }

  package var arabic: String {
    let opening =
      "تُستأنف المحادثات المعلقة في \(Numerals.estimate(share, in: .arabic)) من عمليات المحاكاة، وعددها \(Numerals.count(runs))"
    guard let mean else { return opening + "." }
    let first = first(mean, in: .arabic)
    let half =
      median.map { "، ونصفها خلال \(ArabicWords.counted($0, unit)) بتقدير كابلان وماير" } ?? ""
    return opening + half
      + "؛ والمرة الأولى في \(ArabicWords.definite(unit)) \(first) في المتوسط."
  }
}
