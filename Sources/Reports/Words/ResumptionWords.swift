import Simulation
import Tables

/// Whether and when suspended talks resume, in a sentence, in English or Arabic.
package struct ResumptionWords: Sendable, Equatable {
  private let share: ShareEstimate
  private let runs: Int
  private let first: CourseCounts.Sum
  private let median: Int?
  private let unit: String

  /// `nil` where talks were never suspended.
  package init?(_ distribution: OutcomeDistribution) {
    let course = distribution.course
    guard course.runsSuspended > 0 else { return nil }
    share = distribution.estimate(distribution.resumed) { $0.resumed.total > 0 ? $0.resumed : nil }
    runs = course.runsSuspended
    first = course.firstResumption
    median = course.survival.medianRound
    unit = distribution.scenario.roundUnit ?? "round"
  }

  /// `Talks that are suspended resume in 93.1% (92.6–93.6) of 10,000 runs, …`.
  package var sentence: String {
    let opening =
      "Talks that are suspended resume in \(Numerals.estimate(share)) of \(Numerals.counted(runs, "run"))"
    guard let mean = first.mean else { return opening + "." }
    // Rounds are told from 1 on.
    let span = first.interval.map {
      " (\(Numerals.fixed($0.lowerBound + 1, 1))–\(Numerals.fixed($0.upperBound + 1, 1)))"
    }
    let half =
      median.map { ", half within \(Numerals.counted($0, unit)) by the estimate of Kaplan and Meier" } ?? ""
    return opening + half
      + "; the first time on \(unit) \(Numerals.fixed(mean + 1, 1))\(span ?? "") on average."
  }

  package var arabic: String {
    let opening =
      "تُستأنف المحادثات المعلقة في \(Numerals.arabicEstimate(share)) من عمليات المحاكاة، وعددها \(Numerals.count(runs))"
    guard let mean = first.mean else { return opening + "." }
    let span = first.interval.map {
      " (\(Numerals.fixed($0.lowerBound + 1, 1))–\(Numerals.fixed($0.upperBound + 1, 1)))"
    }
    return opening + "؛ متوسط رقم جولة أول استئناف: \(Numerals.fixed(mean + 1, 1))\(span ?? "")."
  }
}
