import Simulation
import Tables

/// The sentences on the pages of studies in English.
struct EnglishStudyWords: StudyWords {
  private func estimate(_ share: ShareEstimate) -> String { Numerals.estimate(share) }

  private func points(_ told: ToldDifference) -> String {
    let interval = IntervalWords.english.text(Numerals.points(told.low), Numerals.points(told.high))
    let models = told.models.map { models in
      let ends = IntervalWords.english.text(Numerals.points(models.low), Numerals.points(models.high))
      return "; across \(Numerals.counted(models.models, "model")) \(ends)"
    }
    return
      "\(Numerals.points(told.value)) points (\(models == nil ? "" : "sampling ")\(interval)\(models ?? ""))"
  }

  private func span(_ told: ToldDifference) -> String {
    IntervalWords.english.text(
      Numerals.fixed(told.value, 2), Numerals.fixed(told.low, 2), Numerals.fixed(told.high, 2))
  }

  /// A number of the scenario, by its name or its path.
  private func path(_ path: String) -> String { Isolate.name(path) }

  private func path(_ path: String, _ value: String) -> String {
    "\(self.path(path)) = \(Isolate.figure(value))"
  }

  private func lever(_ act: ToldLever) -> String {
    (act.half.map { half in
      "\(path(act.path)) from \(Isolate.figure(Numerals.brief(Numerals.significant(half.low, 2)))) to \(Isolate.figure(Numerals.brief(Numerals.significant(half.high, 2))))"
    } ?? path(act.path, Numerals.brief(act.value)))
      + (act.actor.isEmpty ? "" : " (\(Isolate.name(act.actor)))")
  }

  func asItIs(_ agreement: ShareEstimate) -> String {
    "As it is, \(estimate(agreement)) of the runs end in agreement."
  }
  func bestAct(_ act: ToldLever, insteadOf base: ShareEstimate?) -> String {
    let made = "\(lever(act)): \(estimate(act.share))"
    guard let base else { return "Next comes \(made), \(points(act.gain))." }
    return
      "The act that helps most is \(made) of the runs end in agreement instead of \(estimate(base)) as it is, \(points(act.gain))."
  }
  let noAct =
    "No single act raises the share of agreements beyond what luck does, when all of them are counted (Holm 1979)."
  let noDeadlock = "Every run ends in agreement as it is: there is no deadlock to break."
  func kept(_ runs: Int, seed: UInt64) -> String {
    "From \(Numerals.counted(runs, "kept run")), seed \(seed): nothing was changed in them, they are compared by the values that they had drawn."
  }
  let betterHalf = "better half of the values"
  func nature(_ act: ToldLever) -> String {
    "Of the circumstances, which nobody can simply bring about, the one that goes with most agreements is \(lever(act)): there \(estimate(act.share)) agree, \(points(act.gain))."
  }
  func acts(_ helpful: Int, of tried: Int) -> String {
    "\(Numerals.count(helpful)) of \(Numerals.counted(tried, "act and circumstance", "acts and circumstances")) that were looked at \(helpful == 1 ? "raises" : "raise") the share of agreements beyond what luck does."
  }
  func together(mass: Double, density: Double, coverage: Double) -> String {
    "All of these together hold in \(Numerals.percent(mass)) of the runs, and of those \(Numerals.percent(density)) agree: \(Numerals.percent(coverage)) of all agreements lie there."
  }
  let leversCaption =
    "How far each lever takes the share of agreements to either side, the greatest gain first, and the gain at its best value with its 95% interval."

  let halvesCaption =
    "How much more often runs agree in the better half of the values of each lever than in all, the greatest gain first, with 95% intervals."

  func sensitivityCaption(_ method: SensitivityMethod) -> String {
    switch method {
    case .sobol:
      "The share of the variance that each number brings about, with others and alone, with 95% intervals."
    case .given:
      "The share of the variance of one run's outcome that each number brings about alone, with 95% intervals."
    case .morris:
      "Mean absolute effect across, standard deviation of the effects upwards (Morris 1991). Above the broken line an effect hangs on other numbers, or bends."
    }
  }
  func strongest(_ numbers: [(path: String, index: ToldDifference)], by method: SensitivityMethod) -> String {
    let told = Enumeration.all(numbers.map { "\(path($0.path)) \(span($0.index))" })
    return switch method {
    case .sobol:
      "The result hangs most on these numbers, each with its share of the variance, alone and together with others: \(told)."
    case .morris:
      "A step across its range moves the result most for these numbers, each with its mean absolute effect: \(told)."
    case .given:
      "The largest shares of the variance of the result of a run, each number alone: \(told)."
    }
  }
  let noneStands =
    "These runs do not tell which numbers decide the result: the interval of what each brings about, with others, holds zero."
  let nothingVaries = "The result is the same in all these runs: none of the numbers decides it."
  let noneDecides = "No single number decides much by itself."
  let mayBeLuck = "may be luck"
  let cut = "Shares and their intervals are cut at 0 and 1; the whole table has them as they were estimated."
  let unordered = "In which order they stand is not settled at this number of runs."
  func luck(_ share: ToldDifference) -> String {
    "Luck makes \(span(share)) of the variance of one run's outcome."
  }

  func comparedWithItself(runs: Int) -> String {
    "The talks as they are against the same talks with what was set, \(Numerals.counted(runs, "run")) of each on the same random numbers."
  }
  let comparisonCaption =
    "By how much the second scenario differs from the first, run for run, with 95% intervals; measures of one kind share a scale."
  func compared(_ first: String, _ second: String, runs: Int) -> String {
    "\(Isolate.name(first)) against \(Isolate.name(second)), \(Numerals.counted(runs, "run")) of each on the same random numbers."
  }
  func change(
    _ measure: String, from first: ShareEstimate, to second: ShareEstimate, _ difference: ToldDifference
  ) -> String {
    "\(measure): \(estimate(first)) before, \(estimate(second)) after, a difference of \(points(difference))."
  }
  let mayBeNothing = "The interval holds zero: the change may make no difference."

  func otherRounds(_ first: Int, _ second: Int) -> String {
    "The two have not the same number of rounds, \(Numerals.count(first)) and \(Numerals.count(second)): what adds up over the rounds, and what no agreement is worth in the end, differ for that alone."
  }

  func equalTexts(_ others: Int, isAll: Bool) -> String {
    "\(isAll ? "At least " : "")\(Numerals.counted(others, "other text")) \(others == 1 ? "is" : "are") not told apart from it by these draws: which is accepted most often is not settled."
  }
  func bestText(_ share: ShareEstimate, draws: Int) -> String {
    "The text that all accept most often is acceptable to all in \(estimate(share)) of \(Numerals.counted(draws, "draw")) of what is uncertain."
  }
  func folder(_ texts: Int, _ share: ShareEstimate) -> String {
    "With a folder of \(Numerals.counted(texts, "text")) at least one is acceptable in \(estimate(share))."
  }
  func refusal(_ party: String, _ share: ShareEstimate, over issue: String) -> String {
    "\(Isolate.name(party)) refuses it in \(estimate(share)) of the draws, most often over \(Isolate.name(issue))."
  }
  let otherText = "another text"
  let nothingAcceptable = "No text is acceptable to all in any draw."
  let textsCaption =
    "Under each text stands in what it differs from the best one. Below, in how many draws at least one of several texts is acceptable to all."

  private func point(_ point: ToldPoint) -> String {
    "\(estimate(point.share)) at "
      + (point.settings.isEmpty
        ? Numerals.counted(point.points, "point")
        : Enumeration.all(point.settings.map { path($0.path, $0.value) }))
  }
  let sweepCaption = "The share of agreements at each point, with 95% intervals (Wilson 1927)."
  func swept(
    points: Int, runs: Int, from low: ToldPoint, to high: ToldPoint, _ difference: ToldDifference,
    isSettled: Bool
  ) -> String {
    "Over \(Numerals.counted(points, "point")) of \(Numerals.counted(runs, "run")) each, the share of agreements is lowest, \(point(low)), and highest, \(point(high)): a difference of \(self.points(difference))."
      + (isSettled
        ? ""
        : " The ends of so many points may lie as far apart by luck: that the share differs at all is not settled.")
  }
  func sweptFlat(points: Int, runs: Int, _ point: ToldPoint) -> String {
    "At \(Numerals.counted(points, "point")) of \(Numerals.counted(runs, "run")) the share of agreements is \(self.point(point))."
  }

  private func name(_ matter: ScoredMatter) -> String {
    switch matter {
    case .whether: "whether they agree"
    case .how: "how they end"
    case .terms: "the terms"
    case .time: "when they agree"
    }
  }
  func verdict(better: [ScoredMatter], same: [ScoredMatter], worse: [ScoredMatter], cases: Int) -> String {
    let parts = [("better on", better), ("no better and no worse on", same), ("worse on", worse)]
      .filter { !$0.1.isEmpty }.map { "\($0.0) \(Enumeration.all($0.1.map(name)))" }
    let told = Enumeration.clauses(parts)
    return cases == 1
      ? "Against the baseline this forecast was \(told)."
      : "Against the baseline the forecasts of \(Numerals.counted(cases, "case")) were, by their means, \(told)."
  }
  func meanScore(_ matter: ScoredMatter, _ score: Double, baseline: Double, cases: Int) -> String {
    matter == .time
      ? "When they agree: mean continuous ranked probability score \(Numerals.fixed(score, 2)) over \(Numerals.counted(cases, "case")), the baseline \(Numerals.fixed(baseline, 2))."
      : "\(name(matter).capitalisedFirst): mean Brier score \(Numerals.fixed(score, 3)) over \(Numerals.counted(cases, "case")), the baseline \(Numerals.fixed(baseline, 3))."
  }
  func fewCases(_ cases: Int) -> String {
    "\(Numerals.counted(cases, "case")) cannot show how well forecasts keep their word: the forecasts of one case hang together."
  }
  func scored(_ event: String, forecast: Double, happened: String, brier: Double, baseline: Double?) -> String
  {
    "\(Isolate.name(event)): the forecast was \(Numerals.percent(forecast)), the outcome \(Isolate.name(happened)); Brier score \(Numerals.fixed(brier, 3))"
      + (baseline.map { ", the baseline \(Numerals.fixed($0, 3))" } ?? "") + "."
  }
  let happened = "yes"
  let didNotHappen = "no"
  let notByThen = "not by then"
  func baselineNote(_ name: String) -> String {
    switch name {
    case "base_rate": "The baseline has the rates that were given."
    case "persistence": "The baseline takes things to stay as they are."
    case "leave_one_out": "The baseline has how often it happened in the other cases."
    default: "The baseline takes all outcomes to be equally likely."
    }
  }
  func baseline(_ name: String) -> String { name.replacing("_", with: " ") }
  func timed(_ median: Int?, happened: Int?, crps: Double, baseline: Double?) -> String {
    let forecast = median.map { "round \($0)" } ?? "none within the window"
    let outcome = happened.map { "round \($0)" } ?? "no agreement so far"
    return
      "Time: the median forecast was \(forecast), the outcome \(outcome); continuous ranked probability score \(Numerals.fixed(crps, 2))"
      + (baseline.map { ", the baseline \(Numerals.fixed($0, 2))" } ?? "") + "."
  }
  func scoresNote(cases: Int) -> String {
    "0 is the best score."
      + (cases > 1
        ? "" : " Of one case little can be said: a forecast of 30% that fails has not been refuted.")
  }

  let heatCaption =
    "The share of agreements at each pair of values, with its 95% interval where there is room (Wilson 1927)."
  let tooFewRuns =
    "These are too few runs to tell: the intervals are so wide that neither the order nor the size of these figures is known. More samples narrow them."
  let scoresCaption =
    "Each bar runs from what was forecast to what happened: the shorter, the better the forecast. Hollow points are the baseline."
  let calibrationCaption =
    "Across what was forecast, upwards how often it happened, with 95% intervals where there are 20 cases or more. Forecasts that keep their word lie on the broken line."

  func moved(from before: ShareEstimate, to after: ShareEstimate, observations: Int) -> String {
    "Before the record \(estimate(before)) ended in agreement; after \(Numerals.counted(observations, "observation")) \(estimate(after)) do."
  }
  func worth(_ runs: Double, left: Int, of planned: Int) -> String {
    "Of \(Numerals.counted(planned, "run")) \(Numerals.count(left)) can have gone as was observed; by their weights they are worth \(Numerals.count(Int(runs.rounded(.down)))) independent runs, and the intervals are those of so many."
  }
  func taughtLittle(_ path: String, by shift: Double) -> String {
    "The record says little of any single number: the mean that moves most, that of \(self.path(path)), moves by \(Numerals.fixed(shift, 2)) of its standard deviation."
  }
  func shifted(_ numbers: [(path: String, from: Double, to: Double)]) -> String {
    let told = numbers.map {
      "\(path($0.path)) from \(Numerals.brief($0.from)) to \(Numerals.brief($0.to))"
    }
    return "What has happened shifts these means most: \(Enumeration.all(told))."
  }

  let beforeRecord = "(from the start, without the record)"
  let forecastCaption =
    "How the talks end, of the runs that each further observation leaves; the first column is the forecast before the record."
  let posteriorCaption =
    "Each uncertain number before the record and after it, the most shifted first, in standard deviations that it had before."

  func hangs(_ spans: [ReadinessSpan]) -> String {
    func told(_ span: ReadinessSpan) -> String {
      "\(estimate(span.first)) agree where it goes none of the way, \(estimate(span.last)) where it goes all of it"
    }
    if spans.count == 1, let span = spans.first {
      return
        "Of the parties' readiness to concede it hangs most on that of \(Isolate.name(span.party)): \(told(span))."
    }
    let parties = spans.prefix(3).map { "\(Isolate.name($0.party)): \(told($0))" }.joined(separator: "; ")
    return
      "It hangs on the readiness to concede of \(Numerals.counted(spans.count, "party", "parties")), of which these runs tell no first. \(parties)."
  }
  func readiness(_ party: String?, _ points: [(share: ShareEstimate, at: Double)]) -> String {
    let told = points.map { "\(estimate($0.share)) at \(Numerals.percent($0.at, places: 0))" }
      .joined(separator: ", ")
    guard let party else { return "If all go equally far: agreement in \(told) of the way." }
    return "Readiness of \(Isolate.name(party)), the others as they are: agreement in \(told) of the way."
  }
  let readinessTitle = "Share of agreements by readiness to concede, with bands of 95%"
  let readinessAxis = "readiness to concede"
  let everybody = "all at once"
  func brought(_ actor: String, _ difference: ToldDifference, texts: Double?) -> String {
    "\(Isolate.name(actor)): \(points(difference)) of agreement\(difference.holdsZero ? ", which may be nothing" : "")"
      + (texts.map { "; \(Numerals.percent($0)) of the agreements" } ?? "") + "."
  }
  let contributionsCaption =
    "Percentage points of agreement that each brings, over all orders in which they could join (Shapley 1953), with 95% intervals."
  func event(_ event: String, _ difference: ToldDifference) -> String {
    "\(Isolate.name(event)): \(points(difference)) of agreement\(difference.holdsZero ? ", which may be nothing" : "")."
  }
  func heading(_ question: AnswerHeading) -> String {
    switch question {
    case .resumption: "Do the talks resume?"
    case .deadlock: "Does the deadlock break?"
    case .causes: "Why do the other runs fail?"
    case .formula: "Which formula could all accept?"
    case .readiness: "How much depends on readiness to concede?"
    case .mediators: "What does each mediator bring?"
    case .forums: "What does each forum bring?"
    case .events: "What did the events do?"
    case .tolls: "What does it cost meanwhile?"
    }
  }
}
