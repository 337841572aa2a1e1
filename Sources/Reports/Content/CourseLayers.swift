import Bargaining

extension ReportContent {
  /// So many runs that ended in a round in one way.
  struct EndingTime {
    var round: Int
    var ending: Bargaining.Ending
    /// `nil` where it is not known, and of agreements.
    var cause: FailureCause?
    var count: Int
  }

  /// Agreements, then failures by their cause, those whose cause is not known last; those that
  /// occurred.
  static func courseLayers(
    _ times: [EndingTime], rounds: Int, _ limit: TimeLimit, language: String
  ) -> [CourseLayer] {
    let words = PictureLanguage(tag: language).words
    var layers: [Tone: CourseLayer] = [:]
    for time in times where (0..<rounds).contains(time.round) {
      let tone = Tone(time.ending, time.cause)
      let label =
        switch time.ending {
        case .fullAgreement: words.fullAgreement
        case .partialAgreement: words.partialAgreement
        default: time.cause.map { CauseWords.label($0, limit, language: language) } ?? words.failed
        }
      layers[tone, default: .init(label: label, tone: tone, byRound: Array(repeating: 0, count: rounds))]
        .byRound[time.round] += time.count
    }
    return Tone.allCases.compactMap { layers[$0] }
  }
}
