import Bargaining
import Experiments
import Simulation
import Tables

/// How talks go on from what has happened, sentence by sentence, in English or Arabic.
package struct GivenWords: Sendable {
  private let result: GivenResult
  private let isArabic: Bool
  private let intervals: IntervalWords
  private let labels: ScenarioLabels

  /// Numbers that are told one by one.
  private static let most = 5

  package init(_ result: GivenResult, language: TellingLanguage) {
    self.result = result
    isArabic = language == .arabic
    intervals = language.intervals
    labels = ScenarioLabels(result.study.scenario, language: language.rawValue)
  }

  private var limit: TimeLimit { TimeLimit(of: result.study.scenario) }
  private var effective: String { Numerals.count(Int(result.effectiveRuns.rounded(.down))) }

  /// What was asked.
  package var opening: String {
    let (count, runs) = (result.study.history.observations.count, Numerals.count(result.study.runs))
    return isArabic
      ? "كيف تستمر المحادثات بعد ما حدث؟ \(labels.title): عدد المشاهدات \(count)، وعدد مرات المحاكاة \(runs)، والبذرة \(result.study.seed)."
      : "How do the talks go on from what has happened? \(labels.title): \(Numerals.counted(count, "observation")), \(Numerals.counted(result.study.runs, "run")), seed \(result.study.seed)."
  }

  /// What the answer rests on.
  package var ground: String {
    let left = Numerals.count(result.distribution.runs)
    if isArabic {
      let rest =
        "يستند الجواب إلى ما يعادل \(effective) من المحاكاة المستقلة؛ وبين القوسين فترات 95% لا تشمل الافتراضات."
      switch result.method {
      case .all: return "لا مشاهدات، فلا شيء يُستبعد. " + rest
      case .rejection: return "ما يوافق كل المشاهدات: \(left). " + rest
      case .weights: return "كل محاكاة موزونة باحتمال المشاهدات فيها. " + rest
      case .filter: return "القليل يوافق السجل، فأُعيد السحب مشاهدةً بعد مشاهدة (مرشح جسيمات). " + rest
      }
    }
    let rest =
      "The answer is worth \(effective) independent runs; 95% intervals in brackets cover the simulation, not the assumptions."
    switch result.method {
    case .all: return "There are no observations, and nothing is ruled out. " + rest
    case .rejection:
      return "\(left) runs fit all that was observed, and go on as they are. " + rest
    case .weights: return "Each run is weighed by how probable the observations are in it. " + rest
    case .filter:
      return
        "Few runs fit the record, so that they were weighed and drawn anew observation by observation (particle filter). "
        + rest
    }
  }

  /// How they end, before and now.
  package var endings: [String] {
    let count = Ending.allCases.count
    return zip(result.forecasts.prefix(count), result.distribution.endingRows).map { old, new in
      let (was, share) = (
        Numerals.percent(old.share.share ?? 0), Numerals.estimate(ShareEstimate(new.share), in: intervals)
      )
      let label = EndingWords.label(new.ending, limit, language: isArabic ? "ar" : "en")
      guard result.forecasts.count > count else { return "\(label): \(share)" }
      return isArabic
        ? "\(label): \(share)، وكان قبل السجل \(was)" : "\(label): \(share); before the record \(was)"
    }
  }

  /// By when half of the talks have an agreement; `nil` where half never have.
  package var time: String? {
    guard let round = result.distribution.survival.medianRound else { return nil }
    let unit = result.study.scenario.roundUnit ?? "round"
    return isArabic
      ? "نصف المحادثات يتفق حتى الجولة \(round) (العد من 0)."
      : "Half of the talks agree by the end of \(unit) \(round), counted from 0."
  }

  /// Which observation moved the forecast of an agreement most; `nil` without observations.
  package var news: String? {
    let count = Ending.allCases.count
    let shares = stride(from: 0, to: result.forecasts.count, by: count).map { first in
      result.forecasts[first..<first + count].reduce(0) {
        $0 + ($1.ending.isAgreement ? $1.share.share ?? 0 : 0)
      }
    }
    let moves = shares.indices.dropFirst().map { (place: $0, move: abs(shares[$0] - shares[$0 - 1])) }
    guard let first = moves.first else { return nil }
    let most = moves.reduce(first) { $1.move > $0.move ? $1 : $0 }.place
    let (was, now) = (Numerals.percent(shares[most - 1]), Numerals.percent(shares[most]))
    let round = result.forecasts[most * count].round
    if was == now {
      return isArabic
        ? "لم تغيّر أي مشاهدة توقع الاتفاق، وهو \(now)."
        : "No observation moved the forecast of an agreement, \(now)."
    }
    return isArabic
      ? "أكثر ما غيّر توقع الاتفاق المشاهدة رقم \(most) (الجولة \(round)): من \(was) إلى \(now)."
      : "What moved the forecast of an agreement most is observation \(most), of round \(round): from \(was) to \(now)."
  }

  /// Numbers that the record has shifted by more than it would by chance, were it about none of
  /// them, with a probability of 5% for all together (Bonferroni).
  private var clear: [Posterior] {
    guard !result.study.history.observations.isEmpty else { return [] }
    let together = WilsonInterval.normalQuantile(level: 1 - 0.05 / Double(max(1, result.posteriors.count)))
    let bound = together / max(result.effectiveRuns, 1).squareRoot()
    return result.posteriors.filter { abs($0.shift) > bound }
  }

  package var shifts: String {
    let (count, all) = (clear.count, Numerals.count(result.posteriors.count))
    if count == 0 {
      return isArabic
        ? "لا افتراض من \(all) أزاحه السجل بأكثر مما تفعله المصادفة."
        : "The record shifts none of \(all) assumptions by more than chance would."
    }
    return isArabic
      ? "الافتراضات التي أزاحها السجل بأكثر مما تفعله المصادفة: \(count) من \(all). أكثرها إزاحة (بالانحراف المعياري السابق):"
      : "The record shifts \(count) of \(all) assumptions by more than chance would. The most shifted, in prior standard deviations:"
  }

  package var shifted: [String] {
    clear.prefix(Self.most).map {
      let (was, now) = (Numerals.brief($0.prior.mean), Numerals.brief($0.posterior.mean))
      return isArabic
        ? "\($0.path): \(Numerals.signed($0.shift, 2))، من \(was) إلى \(now)"
        : "\($0.path): \(Numerals.signed($0.shift, 2)), from \(was) to \(now)"
    }
  }

  /// What to do where there is no answer.
  package static func advice(_ fault: GivenFault) -> Message {
    switch fault {
    case .tooFew(_, _, _, let needed):
      "About \(Numerals.count(needed)) runs would do: take more --runs, give observations a reliability below 1, or accept fewer with --least N."
    case .nothingFits:
      "Take more --runs, or give the observation a reliability below 1, a wider \"within\" or a smaller \"alike\"."
    }
  }
}
