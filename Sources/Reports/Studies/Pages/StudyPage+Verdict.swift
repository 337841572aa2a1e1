import Bargaining
import Tables

/// What scores say in the first sentences of their page.
extension StudyPage {
  /// A score of one matter in one case, and that of the baseline.
  private struct Score {
    let matter: ScoredMatter
    let value: Double
    let baseline: Double
  }

  /// Whether the forecasts were better than the baseline; then, of one case, what was forecast and
  /// what happened, of several the means.
  var scoreAnswer: [String] {
    let scores = scores
    let cases = max(forecasts.count, 1)
    var means: [(matter: ScoredMatter, score: Double, baseline: Double)] = []
    for matter in ScoredMatter.allCases {
      let of = scores.filter { $0.matter == matter }
      guard !of.isEmpty else { continue }
      let count = Double(of.count)
      means.append(
        (matter, of.reduce(0) { $0 + $1.value } / count, of.reduce(0) { $0 + $1.baseline } / count))
    }
    var answer: [String] = []
    if !means.isEmpty {
      answer.append(
        studies.verdict(
          better: means.filter { $0.score < $0.baseline }.map(\.matter),
          same: means.filter { $0.score == $0.baseline }.map(\.matter),
          worse: means.filter { $0.score > $0.baseline }.map(\.matter), cases: cases))
    }
    guard cases == 1 else {
      return answer
        + means.filter { [.whether, .time].contains($0.matter) }.map { mean in
          studies.meanScore(
            mean.matter, mean.score, baseline: mean.baseline,
            cases: scores.count { $0.matter == mean.matter })
        }
    }
    if let row = source.rows("scores").first(where: { $0.text("event") == "agreement" }) {
      answer.append(
        studies.scored(
          scored(row), forecast: row.real("forecast") ?? 0, happened: outcome(row),
          brier: row.real("brier") ?? 0, baseline: row.real("baseline_brier")))
    }
    if let time = source.rows("times").first {
      answer.append(
        studies.timed(
          time.whole("forecast"), happened: time.whole("outcome"), crps: time.real("crps") ?? 0,
          baseline: time.real("baseline_crps")))
    }
    return answer
  }

  private var scores: [Score] {
    let events = source.rows("scores").filter(Self.isTold).compactMap { row -> Score? in
      let event = row.text("event")
      let matter: ScoredMatter =
        switch event {
        case "agreement": .whether
        case "ending": .how
        default: .terms
        }
      // That one ending comes is part of which it is.
      guard Self.ending(event) == nil, let value = row.real("brier"),
        let baseline = row.real("baseline_brier")
      else { return nil }
      return Score(matter: matter, value: value, baseline: baseline)
    }
    let times = source.rows("times").compactMap { row in
      row.real("crps").flatMap { value in
        row.real("baseline_crps").map { Score(matter: .time, value: value, baseline: $0) }
      }
    }
    return events + times
  }
}
