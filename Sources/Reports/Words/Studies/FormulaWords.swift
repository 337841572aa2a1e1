import Bargaining
import Experiments
import Simulation
import Tables

/// Which texts all could accept, sentence by sentence, in English or Arabic.
package struct FormulaWords: Sendable {
  let result: FormulaResult
  let isArabic: Bool
  let intervals: IntervalWords
  let labels: ScenarioLabels

  /// Whether names are set apart by ``Isolate``, as a terminal needs it in Arabic.
  private let isolates: Bool

  package init(_ result: FormulaResult, language: TellingLanguage, isolating: Bool = false) {
    self.result = result
    isolates = isolating && language == .arabic
    isArabic = language == .arabic
    intervals = language.intervals
    labels = ScenarioLabels(result.study.scenario, language: language.rawValue)
  }

  var scenario: Scenario { result.study.scenario }

  /// A label within a sentence.
  func name(_ label: String) -> String { isolates ? Isolate.name(label) : Label.plain(label) }

  /// What was asked, and what is meant by it.
  package var opening: String {
    let plan = result.study.plan
    let texts = Numerals.count(result.textCount)
    let draws = Numerals.count(result.draws)
    if isArabic {
      return
        "أي نص يمكن أن يقبله الجميع؟ \(labels.title): عدد النصوص \(texts)، وعدد السحوبات لكل ما هو غير مؤكد \(draws)، والبذرة \(plan.seed). "
        + "يُعدّ النص مقبولًا في سحب ما إذا لم يتجاوز خطًا أحمر لأحد، ولم يكن عدم الاتفاق قبل الجولة الأولى أفضل لأي صاحب حق نقض\(plan.hasLeverage ? "" : "، بغير نفوذ الوسطاء")، وأُقر في الداخل حيث يلزم. "
        + "بين القوسين فترات 95%؛ وهي عن السحب وحده، لا عن الافتراضات."
    }
    return
      "Which text could all accept? \(labels.title): \(texts) texts, \(draws) draws of everything that is uncertain, seed \(plan.seed). "
      + "A text is acceptable in a draw if it crosses nobody's red line, if no party with a veto would rather have no agreement, as things are before the first round\(plan.hasLeverage ? "" : " and without the mediators' leverage"), "
      + "and if it passes at home where that is asked. 95% intervals in brackets: they cover the drawing, not the assumptions."
  }

  /// How often there is an acceptable text at all.
  package var open: String {
    let share = Numerals.estimate(ShareEstimate(result.openDraws), in: intervals)
    let isSearch = result.search != nil
    return isArabic
      ? "وُجد نص مقبول واحد على الأقل\(isSearch ? " من هذه النصوص" : "") في \(share) من السحوبات."
      : "Some text\(isSearch ? " of these" : "") is acceptable in \(share) of the draws."
  }

  /// How often a text is acceptable: `31.5% (30.6 to 32.4) of the draws`.
  package func acceptability(of text: TextStanding) -> String {
    let share = Numerals.estimate(ShareEstimate(text.accepted), in: intervals)
    let fresh = text.fresh.total > 0 ? afresh(text.fresh) : ""
    return isArabic ? "مقبول في \(share) من السحوبات\(fresh)" : "acceptable in \(share) of the draws\(fresh)"
  }

  /// What a text says, the issues that it leaves as they are last.
  package func terms(of options: [Int]) -> String {
    let moved = scenario.agenda.filter { options[$0] != scenario.issues[$0].statusQuo }
    let left = scenario.agenda.filter { options[$0] == scenario.issues[$0].statusQuo }
    let terms = moved.map {
      "\(name(labels.issue($0))): \(name(labels.option(options[$0], of: $0)))"
    }
    let rest = left.map { name(labels.issue($0)) }
    if isArabic {
      return (terms + (rest.isEmpty ? [] : ["يبقى على حاله: \(rest.joined(separator: "، "))"])).joined(
        separator: "؛ ")
    }
    return (terms + (rest.isEmpty ? [] : ["as it is now: \(rest.joined(separator: ", "))"])).joined(
      separator: "; ")
  }

  /// The other figures of a text.
  package func figures(of text: TextStanding) -> String {
    let table = Numerals.percent(text.atTable.share ?? 0)
    let worst = Numerals.signed(text.worstSurplus)
    let regret = Numerals.fixed(text.regret)
    let kept = text.durability.map { Numerals.percent($0) }
    let hasPhases = scenario.implementation?.phases.isEmpty == false
    if isArabic {
      return "على الطاولة وحدها \(table)؛ متوسط مكسب الطرف الأقل حظًا \(worst)؛ الأسف \(regret)"
        + (hasPhases ? kept.map { "؛ احتمال تنفيذه حتى نهايته \($0)" } ?? "" : "") + "."
    }
    return "At the table alone \(table); the worst-off party gains \(worst) on the mean; regret \(regret)"
      + (hasPhases ? kept.map { "; carried out to its end with a probability of \($0)" } ?? "" : "") + "."
  }

  /// How many texts cannot be told from the first; `nil` where there are none, or nothing is ever
  /// acceptable.
  package var ties: String? {
    guard let first = result.texts.first, first.accepted.count > 0 else { return nil }
    let others = result.texts.dropFirst().filter { $0.accepted.high >= first.accepted.low }.count
    guard others > 0 else { return nil }
    let count = Numerals.count(others)
    let isAll = others == result.texts.count - 1 && result.textCount > result.texts.count
    if isArabic {
      return
        "النصوص التي تتداخل فتراتها مع فترة الأول: \(count)\(isAll ? " على الأقل" : "")؛ فلا يُعرف أيها الأول. وما اختير من بين كثير مدين للحظ ببعض نصيبه؛ أما السحوبات الجديدة فلم تشارك في الاختيار."
    }
    return
      "The intervals of \(isAll ? "at least " : "")\(others == 1 ? "one other text" : "\(count) other texts") reach that of the first, so that any of them may be the best. The first of many owes part of its share to luck; fresh draws had no part in choosing it."
  }

  /// That nothing is ever acceptable; `nil` where something is.
  package var nothing: String? {
    guard result.openDraws.count == 0 else { return nil }
    return isArabic ? "لا نص مقبول في أي سحب." : "No text is acceptable in any draw."
  }
}
