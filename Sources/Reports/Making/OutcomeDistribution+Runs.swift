import Bargaining
import Simulation

extension OutcomeDistribution {
  func courseLayers(_ language: String) -> [ReportContent.CourseLayer] {
    ReportContent.courseLayers(
      fold.endingTimes.rows.map {
        .init(round: $0.round, ending: $0.ending, cause: $0.cause, count: $0.count)
      },
      rounds: scenario.rounds, TimeLimit(of: scenario), language: language)
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
