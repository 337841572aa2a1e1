import Bargaining
import Simulation

extension OutcomeDistribution {
  /// Agreements, then failures by their cause, those whose cause is not known last; those that
  /// occurred.
  func courseLayers(_ language: String) -> [ReportContent.CourseLayer] {
    let words = PictureLanguage(tag: language).words
    let limit = TimeLimit(of: scenario)
    var layers: [Tone: ReportContent.CourseLayer] = [:]
    for row in fold.endingTimes.rows {
      let tone = Tone(row.ending, row.cause)
      let label =
        switch row.ending {
        case .fullAgreement: words.fullAgreement
        case .partialAgreement: words.partialAgreement
        default: row.cause.map { CauseWords.label($0, limit, language: language) } ?? words.failed
        }
      layers[
        tone,
        default: .init(label: label, tone: tone, byRound: Array(repeating: 0, count: scenario.rounds))
      ].byRound[row.round] += row.count
    }
    return Tone.allCases.compactMap { layers[$0] }
  }

  var convergence: [ReportContent.ConvergenceRow] {
    worth < 1 ? [] : convergenceRows.map { .init(runs: $0.runs, share: ShareEstimate($0.agreements)) }
  }
}

extension Tone {
  init(_ ending: Ending, _ cause: FailureCause?) {
    self =
      switch ending {
      case .fullAgreement: .full
      case .partialAgreement: .partial
      default:
        switch cause {
        case .noZone: .noZone
        case .information: .information
        case .distrust: .distrust
        case .home: .home
        case .time: .time
        case .event: .event
        case .breakdown: .breakdown
        case nil: .unknown
        }
      }
  }
}
