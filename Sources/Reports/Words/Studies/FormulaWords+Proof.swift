import Bargaining
import Experiments
import Simulation
import Tables

/// What tabling the text changes, in words.
extension FormulaWords {
  /// Heads the proofs, or says that nobody can table a text; `nil` where none was to be tried, or
  /// nothing is ever acceptable.
  package var proof: String? {
    guard let plan = result.study.proof, result.openDraws.count > 0 else { return nil }
    guard let first = result.proofs.first else {
      return isArabic
        ? "لا وسيط في هذه المحادثات يستطيع طرح النص، فلا يُعرف ما الذي يغيّره طرحه."
        : "No mediator of these talks could table the text, so that nothing is known of what tabling it changes."
    }
    let runs = Numerals.count(first.comparison.runs)
    let texts = Set(result.proofs.map(\.text.text)).count
    if isArabic {
      return
        "ماذا يغيّر طرح \(texts == 1 ? "أولها" : "أولها، وعددها \(texts)")؟ محاكاة المحادثات بغيره ثم معه، بالأرقام العشوائية نفسها: \(runs) محادثة، والبذرة \(plan.seed) غير بذرة السحوبات. كل وسيط بمفرده:"
    }
    return
      "Does tabling \(texts == 1 ? "the first" : "the first \(texts)") change the talks? Simulated without and with it on the same random numbers, \(runs) runs of seed \(plan.seed), another than that of the draws; each mediator who could table it by itself:"
  }

  /// What one mediator changes by it, and how it is received.
  package func item(_ proof: FormulaProof) -> String {
    "\(gain(of: proof)) \(reception(of: proof))"
  }

  private func gain(of proof: FormulaProof) -> String {
    let agreement = proof.comparison.agreement
    let (from, to) = (agreement.firstShare ?? 0, agreement.secondShare ?? 0)
    let interval = agreement.interval()
    let span = intervals.text(Numerals.points(interval.lowerBound), Numerals.points(interval.upperBound))
    let points = Numerals.points(from: from, to: to)
    let mediator = name(labels.mediator(proof.mediator))
    let models = proof.comparison.ranges(\.isAgreement).difference
    if isArabic {
      let across = models.map {
        "؛ وعبر النماذج \(intervals.text(Numerals.points($0.low), Numerals.points($0.high)))"
      }
      return
        "طرحه من \(mediator) من الجولة \(proof.round) (العدّ من 0) ينقل الاتفاق من \(Numerals.percent(from)) إلى \(Numerals.percent(to))، والفرق \(points) نقطة (\(span)\(across ?? ""))."
    }
    let across = models.map {
      "; across models \(intervals.text(Numerals.points($0.low), Numerals.points($0.high)))"
    }
    return
      "Tabling it by \(mediator) from round \(proof.round) on (counted from 0) moves agreement from \(Numerals.percent(from)) to \(Numerals.percent(to)), difference \(points) points (\(span)\(across ?? ""))."
  }

  private func reception(of proof: FormulaProof) -> String {
    let reception = proof.reception
    let tabled = WilsonInterval(count: reception.tabled, total: reception.runs)
    let parties = scenario.parties.indices.filter {
      reception.taken[$0] + reception.refused[$0].values.reduce(0, +) > 0
    }
    let answers = parties.map { answer(of: $0, reception) }
    let share = Numerals.estimate(ShareEstimate(tabled), in: intervals)
    let runs = Numerals.count(reception.runs)
    return isArabic
      ? "في أول \(runs) منها طُرح في \(share)\(answers.isEmpty ? "" : "؛ \(answers.joined(separator: "؛ "))")."
      : "In the first \(runs) of them it was tabled in \(share)\(answers.isEmpty ? "" : "; \(answers.joined(separator: "; "))")."
  }

  /// How often a party took the text where it was tabled, and why most often not.
  private func answer(of party: Int, _ reception: TextReception) -> String {
    let name = self.name(labels.party(party))
    let asked = reception.taken[party] + reception.refused[party].values.reduce(0, +)
    func share(_ count: Int) -> String { Numerals.percent(Double(count) / Double(asked)) }
    let reasons = Refusal.allCases.compactMap { because in
      reception.refused[party][because].map { (because, $0) }
    }.sorted { $0.1 > $1.1 }.prefix(2)
    let told = reasons.map { "\(reason($0.0)) (\(share($0.1)))" }
    if isArabic {
      return "قبله \(name) في \(share(reception.taken[party])) مما عُرض عليه"
        + (told.isEmpty ? "" : "، ورُفض غالبًا لأن: \(told.joined(separator: "، "))")
    }
    return "\(name) took it in \(share(reception.taken[party])) of the times that it was asked"
      + (told.isEmpty ? "" : ", and refused it mostly because \(told.joined(separator: ", "))")
  }

  private func reason(_ because: Refusal) -> String {
    switch because {
    case .redLine: isArabic ? "يتجاوز خطًا أحمر" : "it crosses a red line"
    case .belowReservation: isArabic ? "عدم الاتفاق أفضل" : "no agreement is worth more"
    case .belowAspiration: isArabic ? "المطلوب ما زال أكثر" : "the aim is still higher"
    case .prefersOwnOffer: isArabic ? "العرض المقابل أفضل" : "its own next offer is worth more"
    case .belowConstant: isArabic ? "القيمة دون الحد الأدنى" : "it is worth less than the least acceptable"
    case .tooEarly: isArabic ? "الوقت مبكر" : "it is too early"
    case .noTrust: isArabic ? "الثقة في الوسيط غير كافية" : "there is too little trust in the mediator"
    case .prefersText: isArabic ? "النص على حاله أفضل" : "the text as it stands is worth more"
    case .wouldNotLast: isArabic ? "احتمال التنفيذ غير كافٍ" : "it would not last"
    case .wouldFailAtHome, .rejectedAtHome: isArabic ? "سيُرفض في الداخل" : "it would fail at home"
    }
  }
}
