import Bargaining

/// Puts every question that a forecast answers to what became of the talks.
struct CaseScorer {
  private let forecast: ForecastRecord
  /// In the window of the forecast.
  private let outcome: ObservedOutcome
  private let rivals: [BaselineForecast]
  private let rule: ZeroRule
  private var events: [CaseScore.Event] = []
  private var unscored: [CaseScore.Unscored] = []

  init(
    _ forecast: ForecastRecord, _ outcome: ObservedOutcome, rates: BaseRates, others: Double?, rule: ZeroRule
  ) {
    self.forecast = forecast
    self.outcome = outcome.seen(within: forecast.rounds)
    self.rule = rule
    rivals = Baseline.allCases.map {
      BaselineForecast(baseline: $0, forecast: forecast, rates: rates, others: others)
    }
  }

  static func score(
    _ forecast: ForecastRecord, _ outcome: ObservedOutcome, rates: BaseRates, others: Double?, rule: ZeroRule
  ) -> CaseScore {
    var scorer = CaseScorer(forecast, outcome, rates: rates, others: others, rule: rule)
    scorer.scoreAgreement()
    scorer.scoreEndings()
    scorer.scoreIssues()
    scorer.scoreRounds()
    return CaseScore(
      forecast: forecast, outcome: outcome, events: scorer.events, time: scorer.time,
      unscored: scorer.unscored)
  }

  private mutating func scoreAgreement() {
    guard let agreed = outcome.agreed else { return leave("agreement", .undecided) }
    ask("agreement", forecast.agreementShare, forecast.agreementCount, agreed) { $0.agreement }
  }

  private mutating func scoreEndings() {
    for ending in Ending.allCases {
      let answer = forecast.endings[ending.rawValue]
      // Of an agreement whose kind is not known the failures are known not to have happened.
      if let agreed = outcome.agreed, outcome.ending != nil || agreed != ending.isAgreement {
        ask(ending.name, answer.share, answer.count, outcome.ending == ending) { $0.ending(ending) }
      } else {
        leave(ending.name, outcome.agreed == nil ? .undecided : .unknown)
      }
    }
    guard let ending = outcome.ending else {
      return leave("ending", outcome.agreed == nil ? .undecided : .unknown)
    }
    choose("ending", forecast.endings, of: forecast.runs, ending.rawValue) { $0.endings }
  }

  private mutating func scoreIssues() {
    for (place, issue) in forecast.issues.enumerated() {
      let name = CaseScore.name(of: issue.name)
      guard case .agreement(_, let terms) = outcome.end else {
        leave(name, outcome.agreed == nil ? .undecided : .noAgreement)
        continue
      }
      guard let option = terms[place] else {
        leave(name, .unknown)
        continue
      }
      guard forecast.agreementCount > 0 else {
        leave(name, .noForecast)
        continue
      }
      choose(name, issue.options, of: forecast.agreementCount, option) { $0.options(of: issue) }
    }
  }

  private mutating func scoreRounds() {
    let (until, observed) = (outcome.known(of: forecast.rounds), outcome.round)
    var count = 0
    for round in 0..<forecast.rounds {
      count += forecast.agreements[round]
      let name = "agreement_by_\(round)"
      guard round < until else {
        leave(name, .undecided)
        continue
      }
      let agreed = observed.map { $0 <= round } ?? false
      ask(name, forecast.agreed[round], count, agreed) { $0.agreement(by: round) }
    }
  }

  private var time: CaseScore.Time? {
    let (until, observed) = (outcome.known(of: forecast.rounds), outcome.round)
    guard until > 0 else { return nil }
    func crps(_ distribution: [Double]) -> Double {
      ProperScores.crps(distribution, observed: observed, until: until)
    }
    return CaseScore.Time(
      median: forecast.agreed.firstIndex { $0 >= 0.5 }, observed: observed, until: until,
      crps: crps(forecast.agreed),
      rivals: rivals.compactMap { rival in
        let distribution = (0..<forecast.rounds).compactMap { rival.agreement(by: $0) }
        return distribution.count == forecast.rounds ? (rival.baseline, crps(distribution)) : nil
      })
  }

  // MARK: One question

  private mutating func leave(_ name: String, _ reason: CaseScore.Unscored.Reason) {
    unscored.append(CaseScore.Unscored(event: name, reason: reason))
  }

  /// A question that is answered yes or no.
  private mutating func ask(
    _ name: String, _ share: Double, _ count: Int, _ happened: Bool, rival: (BaselineForecast) -> Double?
  ) {
    let seen = happened ? count : forecast.runs - count
    events.append(
      CaseScore.Event(
        name: name, forecast: share, outcome: happened ? "1" : "0",
        brier: ProperScores.brier(share, happened: happened),
        log: ProperScores.logarithmic(
          seen > 0 ? (happened ? share : 1 - share) : rule.unseen(in: forecast.runs, of: 2)),
        rivals: rivals.compactMap { other in
          rival(other).map { p in
            CaseScore.Rival(
              baseline: other.baseline, forecast: p, brier: ProperScores.brier(p, happened: happened),
              log: ProperScores.logarithmic(happened ? p : 1 - p))
          }
        }, isYesNo: true, isUnseen: seen == 0, answers: [(share, happened)]))
  }

  /// A question with several answers.
  private mutating func choose(
    _ name: String, _ answers: [ForecastRecord.Answer], of runs: Int, _ observed: Int,
    rival: (BaselineForecast) -> [Double]?
  ) {
    let shares = answers.map(\.share)
    let isUnseen = answers[observed].count == 0
    events.append(
      CaseScore.Event(
        name: name, forecast: shares[observed], outcome: answers[observed].name,
        brier: ProperScores.brier(shares, observed: observed),
        log: ProperScores.logarithmic(
          isUnseen ? rule.unseen(in: runs, of: answers.count) : shares[observed]),
        rivals: rivals.compactMap { other in
          rival(other).map { shares in
            CaseScore.Rival(
              baseline: other.baseline, forecast: shares[observed],
              brier: ProperScores.brier(shares, observed: observed),
              log: ProperScores.logarithmic(shares[observed]))
          }
        }, isYesNo: false, isUnseen: isUnseen,
        answers: shares.indices.map { (shares[$0], $0 == observed) }))
  }
}
