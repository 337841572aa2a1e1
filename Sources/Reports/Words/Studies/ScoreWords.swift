import Bargaining
import Experiments
import Tables

/// How good forecasts were, sentence by sentence, in English or Arabic.
package struct ScoreWords: Sendable {
  let result: ScoreResult
  let isArabic: Bool

  package init(_ result: ScoreResult, language: TellingLanguage) {
    self.result = result
    isArabic = language == .arabic
  }

  /// What was asked, and how the scores are to be read.
  package var opening: String {
    let count = result.cases.count
    if isArabic {
      return
        "ما جودة التوقعات؟ عدد الحالات: \(Numerals.count(count)). صفر هو الأفضل. درجة براير لسؤال بنعم أو لا هي مربع الفرق بين الاحتمال وما حدث، ولسؤال متعدد الإجابات مجموعها على الإجابات؛ والدرجة اللوغاريتمية سالب اللوغاريتم الطبيعي لاحتمال ما حدث. خط الأساس: \(name(of: result.request.baseline))."
    }
    return
      "How good \(count == 1 ? "was the forecast" : "were \(Numerals.count(count)) forecasts")? 0 is the best. Brier's score of a question answered yes or no is the squared distance of the probability from what happened; of several answers, "
      + "the sum of it over them. The logarithmic score is -ln of the probability of what happened. Baseline: \(name(of: result.request.baseline))."
  }

  /// What a baseline says.
  package func name(of baseline: Baseline) -> String {
    switch baseline {
    case .uniform:
      isArabic ? "كل الإجابات متساوية الاحتمال" : "every answer as likely as any other"
    case .baseRate: isArabic ? "المعدل الذي أعطاه المستخدم" : "the base rate that was given"
    case .persistence:
      isArabic ? "يبقى الحال على ما هو عليه: لا اتفاق" : "what holds at the start goes on: no agreement"
    case .leaveOneOut:
      isArabic ? "نسبة الاتفاق في الحالات الأخرى" : "how often the other cases agreed"
    }
  }

  /// Which forecast it is, and what happened.
  package func heading(of score: CaseScore) -> String {
    let forecast = score.forecast
    let runs = Numerals.count(forecast.runs)
    if isArabic {
      return "\(title(of: forecast)) (\(runs) من المحاكاة): \(happening(score))."
    }
    return "\(title(of: forecast)) (\(runs) runs in \(Label.plain(forecast.result))): \(happening(score))."
  }

  private var language: String { isArabic ? "ar" : "en" }

  private func title(of forecast: ForecastRecord) -> String { Label.plain(forecast.title(in: language)) }

  private func happening(_ score: CaseScore) -> String {
    let rounds = score.forecast.rounds
    switch score.outcome.end {
    case .agreement(let round, _) where round >= rounds:
      return isArabic
        ? "اتفاق في الجولة \(round)، بعد نافذة التوقع (\(rounds))؛ فيُحسب بلا اتفاق"
        : "an agreement in round \(round), after the window of \(rounds) rounds, and so none in it"
    case .agreement(let round, _):
      return isArabic ? "اتفاق في الجولة \(round)" : "an agreement in round \(round)"
    case .failure(let ending):
      return isArabic ? "لا اتفاق: \(name(of: ending.name))" : "no agreement: \(name(of: ending.name))"
    case .open:
      let watched = score.outcome.watched ?? 0
      return isArabic
        ? "لم تنته المحادثات بعد \(Numerals.count(watched)) جولة؛ وما لم يُحسم لا يُعدّ «لا»"
        : "the talks had not ended after \(Numerals.counted(watched, "round")); what was not decided is not scored as a no"
    }
  }

  /// One question: the forecast, what happened, the scores, and those of the baseline.
  ///
  /// - Parameter forecast: knows what issues and options are called.
  package func line(_ event: CaseScore.Event, of forecast: ForecastRecord) -> String {
    let rival = event.rivals.first { $0.baseline == result.request.baseline }
    let answer: String
    if !event.isYesNo {
      answer =
        Ending.allCases.contains { $0.name == event.outcome }
        ? name(of: event.outcome)
        : Label.plain(forecast.label(ofOption: event.outcome, of: event.name, in: language))
    } else if event.outcome == "1" {
      answer = isArabic ? "حدث" : "happened"
    } else {
      answer = isArabic ? "لم يحدث" : "did not happen"
    }
    let scores = figures(event.brier, event.log)
    let other = rival.map { "\(Numerals.percent($0.forecast)): \(figures($0.brier, $0.log))" } ?? "–"
    return isArabic
      ? "\(name(of: event, forecast)): التوقع \(Numerals.percent(event.forecast))، \(answer)؛ \(scores)؛ خط الأساس \(other)."
      : "\(name(of: event, forecast)): forecast \(Numerals.percent(event.forecast)), \(answer); \(scores); baseline \(other)."
  }

  /// An event as people call it: an issue by its label.
  private func name(of event: CaseScore.Event, _ forecast: ForecastRecord) -> String {
    forecast.issues.contains { $0.name == event.name }
      ? Label.plain(forecast.label(ofIssue: event.name, in: language)) : name(of: event.name)
  }

  /// An event or an ending, as people call it.
  private func name(of event: String) -> String {
    let arabic = [
      "agreement": "اتفاق", "ending": "النهاية", "full_agreement": "اتفاق كامل",
      "partial_agreement": "اتفاق جزئي", "rejected_at_home": "رُفض في الداخل", "collapsed": "انهيار",
      "out_of_time": "نفاد الوقت",
    ]
    if isArabic, let words = arabic[event] { return words }
    return Label.plain(event.replacing("_", with: " "))
  }

  private func figures(_ brier: Double, _ log: Double) -> String {
    let spelt = log.isFinite ? Numerals.fixed(log) : isArabic ? "لا نهاية" : "infinite"
    return isArabic
      ? "براير \(Numerals.fixed(brier))، اللوغاريتمية \(spelt)"
      : "Brier \(Numerals.fixed(brier)), log \(spelt)"
  }

  /// The time to agreement; `nil` where nothing of it was watched.
  package func time(of score: CaseScore) -> String? {
    guard let time = score.time else { return nil }
    let rival = time.rivals.first { $0.baseline == result.request.baseline }.map {
      Numerals.fixed($0.crps, 2)
    }
    if isArabic {
      return
        "الجولة: الوسيط المتوقع \(time.median.map { "\($0)" } ?? "لا شيء")، والمشاهد \(time.observed.map { "\($0)" } ?? "لا شيء")؛ درجة CRPS على \(time.until) جولة: \(Numerals.fixed(time.crps, 2))؛ خط الأساس \(rival ?? "–")."
    }
    return
      "round: median forecast \(time.median.map { "\($0)" } ?? "never"), observed \(time.observed.map { "\($0)" } ?? "none"); continuous ranked probability score over \(Numerals.counted(time.until, "round")) \(Numerals.fixed(time.crps, 2)); baseline \(rival ?? "–")."
  }

  /// How an answer that no run gave is scored; `nil` where each that came true had been seen.
  package var unseen: String? {
    let names = result.cases.flatMap { score in
      score.events.filter { $0.isUnseen && !$0.name.hasPrefix("agreement_by_") }.map {
        let event = name(of: $0, score.forecast)
        return result.cases.count > 1 ? "\(title(of: score.forecast)): \(event)" : event
      }
    }
    guard !names.isEmpty else { return nil }
    if isArabic {
      let rule =
        switch result.request.rule {
        case .jeffreys: "تضاف نصف محاكاة إلى كل إجابة (جيفريز)"
        case .laplace: "تضاف محاكاة إلى كل إجابة (لابلاس)"
        case .infinite: "تبقى صفرًا، فالدرجة لا نهائية"
        }
      return
        "ما حدث ولم يظهر في أي محاكاة (\(names.joined(separator: "، "))): \(rule) في الدرجة اللوغاريتمية."
    }
    let rule =
      switch result.request.rule {
      case .jeffreys: "half a run is added to every answer (Jeffreys)"
      case .laplace: "one run is added to every answer (Laplace)"
      case .infinite: "it stays at 0, and the score is infinite"
      }
    return "No run gave what came true in \(Enumeration.all(names)): for the logarithmic score \(rule)."
  }

  /// What one case, or a few, can show.
  package var caution: String {
    if isArabic {
      return result.cases.count == 1
        ? "حالة واحدة لا تفرّق بين توقع جيد وحظ جيد."
        : "الأسئلة في الحالة الواحدة ليست مستقلة، والفترات تعدّها كذلك."
    }
    return result.cases.count == 1
      ? "One case does not tell a good forecast from good luck."
      : "The questions of one case hang together, and the intervals take them for independent ones."
  }

  /// The means over the cases, of whether there is an agreement; `nil` for one case.
  package var means: String? {
    guard result.cases.count > 1, let own = result.mean(of: "agreement") else { return nil }
    let others = Baseline.allCases.compactMap { baseline in
      result.mean(of: "agreement", against: baseline).map {
        "\(name(of: baseline)): \(figures($0.brier, $0.log))\($0.cases == own.cases ? "" : " (\($0.cases))")"
      }
    }
    return isArabic
      ? "هل يكون اتفاق؟ متوسط \(own.cases) حالة: \(figures(own.brier, own.log)). وخطوط الأساس: \(others.joined(separator: "؛ "))."
      : "Whether there is an agreement, mean of \(Numerals.counted(own.cases, "case")): \(figures(own.brier, own.log)). Baselines: \(others.joined(separator: "; "))."
  }

  /// Brier's score taken apart; `nil` for one case.
  package var decomposition: String? {
    guard let parts = result.calibration else { return nil }
    let figures = [parts.brier, parts.reliability, parts.resolution, parts.uncertainty, parts.withinBins].map
    {
      Numerals.fixed($0)
    }
    return isArabic
      ? "المعايرة على \(Numerals.count(parts.count)) توقعًا (اتفاق، ونهايات، وخيارات): براير \(figures[0]) = الموثوقية \(figures[1]) − التمييز \(figures[2]) + عدم اليقين \(figures[3]) + داخل الفئات \(figures[4])."
      : "Calibration of \(Numerals.count(parts.count)) forecasts (agreement or not, endings, options): Brier \(figures[0]) = reliability \(figures[1]) - resolution \(figures[2]) + uncertainty \(figures[3]) + within bins \(figures[4])."
  }
}
