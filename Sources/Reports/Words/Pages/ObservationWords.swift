import Bargaining
import Simulation
import Tables

/// What was observed of talks, as a reader is told of it, in English or Arabic.
struct ObservationWords {
  private let labels: ScenarioLabels
  private let isArabic: Bool
  private let telling: any TellingWords

  init(_ scenario: Scenario, _ language: TellingLanguage) {
    labels = ScenarioLabels(scenario, language: language.rawValue)
    isArabic = language == .arabic
    telling = language.words(unit: scenario.roundUnit ?? "round")
  }

  var title: String { isArabic ? "ما شوهد" : "What was observed" }
  var heads: [PageLayout.Head] {
    isArabic
      ? [.number("المشاهدة"), .words("متى"), .words("ماذا"), .number("الموثوقية")]
      : [.number("observation"), .words("when"), .words("what"), .number("reliability")]
  }
  var note: String {
    isArabic
      ? "الموثوقية هي احتمال أن تُشاهد المشاهدة في عملية توافقها؛ وعند 1 تُستبعد كل عملية لا توافقها."
      : "Reliability is the probability of what was observed in a run that fits it; at 1 a run that does not fit is ruled out."
  }

  /// In which rounds, counted from 1.
  func time(_ observation: Observation) -> String {
    let (first, last) = (observation.rounds.lowerBound, observation.rounds.upperBound)
    guard first == 0, last > 0 else { return telling.rounds(first...last) }
    return isArabic ? "حتى \(telling.round(last))" : "Until \(telling.round(last).lowercased())"
  }

  func fact(_ observation: Observation) -> String {
    switch observation.fact {
    case .state(let isSuspended):
      return isSuspended
        ? isArabic ? "المحادثات معلقة" : "The talks are suspended"
        : isArabic ? "المحادثات جارية" : "The talks go on"
    case .event(let event, let happened):
      let name = Isolate.name(labels.event(event))
      return happened
        ? isArabic ? "حدث: \(name)" : "It happens: \(name)"
        : isArabic ? "لم يحدث: \(name)" : "It does not happen: \(name)"
    case .settled(let issue, let option):
      return isArabic ? "حُسم: \(term(option, of: issue))" : "Settled: \(term(option, of: issue))"
    case .agreement(let isReached):
      return isReached
        ? isArabic ? "اتفاق" : "An agreement" : isArabic ? "لا اتفاق" : "No agreement"
    case .text(let text): return tabled(text)
    }
  }

  private func term(_ option: Int, of issue: Int) -> String {
    "\(Isolate.name(labels.issue(issue))): \(Isolate.name(labels.option(option, of: issue)))"
  }

  private func tabled(_ text: ObservedText) -> String {
    let name =
      switch text.author {
      case .party(let party): labels.party(party)
      case .mediator(let mediator): labels.mediator(mediator)
      }
    let author = Isolate.name(name)
    let known = text.options.enumerated().compactMap { issue, option in option.map { term($0, of: issue) } }
    var parts = [isArabic ? "نص من \(author)" : "A text of \(author)"]
    if !known.isEmpty {
      let terms = known.joined(separator: isArabic ? "، " : ", ")
      parts.append(
        text.least < known.count
          ? isArabic
            ? "فيه \(Numerals.count(text.least)) على الأقل من هذه: \(terms)"
            : "with at least \(Numerals.count(text.least)) of these: \(terms)"
          : isArabic ? "فيه: \(terms)" : "with \(terms)")
    }
    if let taken = parties(text.takenBy) { parts.append(isArabic ? "قبله: \(taken)" : "taken by \(taken)") }
    if let refused = parties(text.refusedBy) {
      parts.append(isArabic ? "رفضه: \(refused)" : "refused by \(refused)")
    }
    return parts.joined(separator: isArabic ? "؛ " : "; ")
  }

  private func parties(_ bits: UInt32) -> String? {
    let names = labels.scenario.parties.indices.filter { bits & 1 << UInt32($0) != 0 }
      .map { Isolate.name(labels.party($0)) }
    guard !names.isEmpty else { return nil }
    return isArabic ? names.joined(separator: " و") : Enumeration.all(names)
  }
}
