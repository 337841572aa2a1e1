import Bargaining
import Experiments
import Simulation
import Tables

/// One question of a reader, and its answer in sentences.
package struct AnsweredQuestion: Sendable, Equatable {
  package let question: String
  package let sentences: [String]
  /// The tables of the result that the sentences rest on.
  package let tables: [String]
}

/// The answers of a study in sentences, in English or Arabic; each with a figure and its interval.
package struct AnswerWords: Sendable {
  let result: AnswersResult
  let isArabic: Bool
  let language: TellingLanguage
  let labels: ScenarioLabels
  let report: ReportContent

  package init(_ result: AnswersResult, language: TellingLanguage) {
    self.result = result
    self.language = language
    isArabic = language == .arabic
    labels = ScenarioLabels(result.scenario, language: language.rawValue)
    report = ReportContent(result.distribution, language: language.rawValue)
  }

  var scenario: Scenario { result.scenario }

  package var title: String { Label.plain(labels.title) }

  /// What was simulated, and what the intervals cover.
  package var opening: String {
    let (runs, points) = (Numerals.count(result.study.runs), Numerals.count(result.study.runsPerPoint))
    let models = scenario.models.count
    if isArabic {
      return
        "أُجيب عن كل سؤال بالمحاكاة: \(runs) عملية للسيناريو كما هو، و\(points) لكل تغيير فيه، على الأعداد العشوائية نفسها، والبذرة \(result.study.seed). "
        + "بين القوسين فترات 95%، وهي عن السحب وحده\(models > 0 ? "؛ ويُذكر معها المدى عبر النماذج وعددها \(models)" : "")، لا عن الافتراضات. هذه صورة للافتراضات، وليست تنبؤًا."
    }
    return
      "Each question is answered by simulation: \(runs) runs of the scenario as it is, and \(points) of every change of it, on common random numbers, seed \(result.study.seed). "
      + "Brackets hold 95% intervals of sampling\(models > 0 ? ", and the range across \(models) models where it says so" : ""); they do not cover the assumptions. \(PlainWords.caution)"
  }

  /// All questions that the scenario has an answer to.
  package var questions: [AnsweredQuestion] {
    [
      resumption, deadlock, causes, formula, readiness,
      brought(by: Self.isMediator, english: "What does each mediator bring?", arabic: "ماذا يضيف كل وسيط؟"),
      brought(
        by: { !Self.isMediator($0) }, english: "What does each forum bring?",
        arabic: "ماذا تضيف كل ساحة تفاوض؟"),
      events, tolls, ground,
    ].compactMap(\.self)
  }

  private func estimate(_ share: ShareEstimate) -> String {
    Numerals.estimate(share, in: language.intervals)
  }

  private static func isMediator(_ actor: Contribution.Actor) -> Bool {
    if case .mediator = actor { true } else { false }
  }

  private func answer(
    _ english: String, _ arabic: String, _ sentences: [String], from tables: [String]
  ) -> AnsweredQuestion? {
    guard !sentences.isEmpty else { return nil }
    return AnsweredQuestion(question: isArabic ? arabic : english, sentences: sentences, tables: tables)
  }

  // MARK: As it is

  private var resumption: AnsweredQuestion? {
    guard let words = report.resumption else { return nil }
    return answer(
      "Do the talks resume?", "هل تُستأنف المحادثات؟", [isArabic ? words.arabic : words.sentence],
      from: ["course", "resumption"])
  }

  private var deadlock: AnsweredQuestion? {
    guard let agreement = report.agreement else { return nil }
    let kinds = report.endings.filter { $0.isAgreement && $0.share.count > 0 }
    let parts = kinds.map { "\(Label.plain($0.label)) \(estimate($0.share))" }
    let first =
      isArabic
      ? "تنتهي المحادثات باتفاق في \(estimate(agreement)) من عمليات المحاكاة."
      : "The talks end in agreement in \(estimate(agreement)) of the runs\(kinds.count > 1 ? ": \(parts.joined(separator: ", "))" : "")."
    return answer(
      "Does the deadlock break?", "هل ينكسر الجمود؟",
      [first] + (isArabic ? [] : [TimeToAgreement(report).sentence]),
      from: ["endings"] + (scenario.models.isEmpty ? [] : ["models"]))
  }

  private var causes: AnsweredQuestion? {
    let causes = report.causes.filter { $0.share.count > 0 }.sorted { $0.share.count > $1.share.count }
    return answer(
      "Why do the other runs fail?", "لماذا تفشل العمليات الأخرى؟",
      causes.prefix(3).map { cause in
        let share = estimate(cause.share)
        return isArabic
          ? "\(Label.plain(cause.label)): \(share) من العمليات التي لم تنتهِ باتفاق."
          : "\(Label.plain(cause.label)): \(share) of the runs without agreement."
      }, from: ["causes"])
  }

  private var formula: AnsweredQuestion? {
    let (english, arabic) = ("Which formula could all accept?", "أي صيغة يمكن أن يقبلها الجميع؟")
    guard let formula = result.formula else {
      return answer(
        english, arabic,
        [
          isArabic
            ? "عدد النصوص أكبر من أن يُنظر فيها كلها؛ انظر detente formula."
            : "There are too many texts to look at all of them; see detente formula."
        ], from: [])
    }
    let words = FormulaWords(formula, language: language)
    var sentences = [words.nothing ?? words.open]
    if let first = formula.texts.first, first.accepted.count > 0 {
      let (share, terms) = (words.acceptability(of: first), words.terms(of: first.options))
      sentences.append(isArabic ? "أفضل نص، \(share): \(terms)." : "The best text, \(share): \(terms).")
      if let folder = words.folder { sentences.append(folder) }
    }
    return answer(english, arabic, sentences, from: ["formula", "folder"])
  }

  // MARK: What changes it

  private var readiness: AnsweredQuestion? {
    let parties = Array(scenario.parties.indices).map(Optional.some) + [nil]
    let sentences = parties.compactMap { party -> String? in
      let curve = result.readiness.filter { $0.party == party }
      guard let first = curve.first, let last = curve.last else { return nil }
      let middle = curve[curve.count / 2]
      let points = [first, middle, last].map { point in
        let share = estimate(ShareEstimate(point.agreement, models: point.models))
        let value = Numerals.percent(point.value, places: 0)
        return isArabic ? "\(share) عند \(value)" : "\(share) at \(value)"
      }
      let whole = points.joined(separator: isArabic ? "، و" : ", ")
      guard let party else {
        return isArabic
          ? "إذا تنازل الجميع بالقدر نفسه: اتفاق في \(whole)."
          : "If all go equally far: agreement in \(whole)."
      }
      let name = Label.plain(labels.party(party))
      return isArabic
        ? "استعداد \(name) للتنازل، والآخرون كما هم: اتفاق في \(whole) من الطريق."
        : "Readiness of \(name), the others as they are: agreement in \(whole) of the way."
    }
    return answer(
      "How much depends on readiness to concede?", "كم يتوقف على الاستعداد للتنازل؟", sentences,
      from: ["willingness"])
  }

  private func brought(
    by isMeant: (Contribution.Actor) -> Bool, english: String, arabic: String
  ) -> AnsweredQuestion? {
    let rows = result.contributions.filter { isMeant($0.actor) }
      .sorted { $0.value.mean > $1.value.mean }
    let sentences = rows.map { row -> String in
      let name = Label.plain(name(of: row.actor))
      let value = language.intervals.text(
        Numerals.points(row.value.mean), Numerals.points(row.value.low), Numerals.points(row.value.high))
      let share = estimate(ShareEstimate(row.texts))
      let isUnclear = row.value.low <= 0 && row.value.high >= 0
      if isArabic {
        return "\(name): \(value) نقطة مئوية من الاتفاق\(isUnclear ? "، ولا يُعرف أهو أكثر من لا شيء" : "")؛ "
          + (Self.isMediator(row.actor) ? "نصه" : "فيها") + " \(share) من الاتفاقات."
      }
      let texts =
        Self.isMediator(row.actor)
        ? "of the agreements are on its text" : "of the agreements are reached there"
      return
        "\(name): \(value) points of agreement\(isUnclear ? ", which may be nothing" : ""); \(share) \(texts)."
    }
    return answer(english, arabic, sentences, from: ["contributions"])
  }

  private func name(of actor: Contribution.Actor) -> String {
    switch actor {
    case .mediator(let index): labels.mediator(index)
    case .forum(let index): labels.forum(index)
    }
  }

  private var events: AnsweredQuestion? {
    let effects = result.events.sorted { ($0.agreement.difference ?? 0) > ($1.agreement.difference ?? 0) }
    let clear = effects.filter { !$0.agreement.interval().contains(0) }
    let told = (clear.isEmpty ? Array(effects.prefix(1)) : clear).map { effect -> String in
      let interval = effect.agreement.interval()
      let event = scenario.events[effect.event]
      let name = Label.plain(event.label?.text(in: language.rawValue) ?? event.name)
      let value = language.intervals.text(
        Numerals.points(effect.agreement.difference ?? 0), Numerals.points(interval.lowerBound),
        Numerals.points(interval.upperBound))
      return isArabic ? "\(name): \(value) نقطة مئوية من الاتفاق." : "\(name): \(value) points of agreement."
    }
    let rest = effects.count - told.count
    let others =
      rest == 0
      ? []
      : [
        isArabic
          ? "أما الأحداث الباقية، وعددها \(rest)، فلا يتميز أثرها عن الصفر في هذه العمليات."
          : "Of the other \(Numerals.counted(rest, "event")) the effect cannot be told from none in these runs."
      ]
    return answer(
      "What did the events do?", "ماذا فعلت الأحداث؟", told + (told.isEmpty ? [] : others),
      from: ["event_effects"])
  }

  private var tolls: AnsweredQuestion? {
    let rows = result.distribution.tollRows
    let z = WilsonInterval.normalQuantile(level: 0.95)
    let sentences = scenario.tolls.indices.compactMap { toll -> String? in
      guard let all = rows.first(where: { $0.toll == toll && $0.ending == nil })?.measure,
        let mean = all.moments.mean
      else { return nil }
      let reach = z * (all.moments.standardError ?? 0)
      let (name, amount) = (Label.plain(labels.toll(toll)), Label.plain(labels.amount(mean, of: toll)))
      let span = language.intervals.text(Numerals.amount(mean - reach), Numerals.amount(mean + reach))
      return isArabic
        ? "\(name): \(amount) في المتوسط (\(span))." : "\(name): \(amount) on average (\(span))."
    }
    return answer("What does it cost meanwhile?", "ما الكلفة في هذه الأثناء؟", sentences, from: ["tolls"])
  }

  private var ground: AnsweredQuestion? {
    let ground = report.provenance
    let assumed = ground.assumed + ground.unmarked
    return answer(
      "What does all of this rest on?", "على ماذا يقوم كل هذا؟",
      [
        isArabic
          ? "عدد الأرقام \(Numerals.count(ground.total)): الموثّق منها \(Numerals.count(ground.sourced))، والمفترض \(Numerals.count(assumed))."
          : PlainWords(report).provenance + " " + PlainWords.caution
      ], from: [])
  }
}
