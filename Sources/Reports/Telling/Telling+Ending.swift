import Bargaining
import Tables

extension Telling {
  /// How the run ended, and what everybody has of it.
  func addEnding(to sheet: inout TextSheet) {
    let record = run.record
    let author = SceneAuthor(telling: self)
    sheet.heading(words.howItEnds)
    sheet.paragraph(
      record.isStillTalking
        ? words.stillTalking(round: record.round, hasDeadline: scenario.talks.deadline != nil)
        : words.ending(record.ending, round: record.round, at: place(author)),
      tone: TextTone(record.ending))
    if record.ending.isAgreement {
      for k in scenario.agenda {
        let option = Int(record.options[k])
        let term = author.term(option, of: k)
        let isMoved = option != scenario.issues[k].statusQuo
        sheet.paragraph(isMoved ? term : words.stays(term), indent: 4, tone: isMoved ? .plain : .faint)
      }
    }
    if isInterim { sheet.paragraph(words.restUnsettled) }
    for (party, utility) in record.utilities.enumerated() {
      let name = author.shown(labels.party(party))
      let worth = Numerals.brief(utility)
      sheet.paragraph(
        record.ending.isAgreement
          ? words.agreed(party: name, utility: worth, surplus: Numerals.brief(record.surpluses[party]))
          : words.noAgreement(party: name, worth: worth))
    }
    for toll in scenario.tolls.indices {
      sheet.paragraph(
        words.toll(
          author.shown(labels.toll(toll)), amount: author.shown(labels.amount(record.tolls[toll], of: toll))),
        tone: .faint)
    }
    if !record.ending.isAgreement, let zone = words.zone(record) { sheet.paragraph(zone) }
    if let cause = record.cause, let words = words.cause(cause, isStillTalking: record.isStillTalking) {
      sheet.paragraph(words)
    }
    if record.suspensions + record.resumptions + record.roundsSuspended > 0 {
      sheet.paragraph(words.interruptions(record, fromStart: scenario.talks.startSuspended), tone: .faint)
    }
  }

  /// Whether the agreement is one on the first stages of an agenda, the rest having failed.
  private var isInterim: Bool {
    run.record.ending == .partialAgreement
      && run.acts.contains { $0.kind == .settle && $0.round == run.record.round }
  }

  private func place(_ author: SceneAuthor) -> AgreedPlace? {
    guard let forum = run.record.forum else { return nil }
    // An interim deal is told of its own round, whatever was offered afterwards; of simultaneous
    // offers one was taken.
    let agreed = run.record.options.map(Int.init)
    let proposal = run.acts.last {
      $0.forum == forum && $0.round <= run.record.round && ($0.kind == .offer || $0.kind == .text)
        && $0.options == agreed
    }
    var place = AgreedPlace()
    if scenario.forums.count > 1 { place.forum = author.shown(labels.forum(forum)) }
    if let mediator = run.record.mediator {
      place.mediator = author.shown(labels.mediator(mediator))
    } else if case .party(let party)? = proposal?.actor {
      place.party = author.shown(labels.party(party))
    }
    return place
  }
}

extension TextTone {
  fileprivate init(_ ending: Ending) {
    self =
      switch ending {
      case .fullAgreement: .fullAgreement
      case .partialAgreement: .partialAgreement
      case .rejectedAtHome: .refused
      case .collapsed: .collapsed
      case .outOfTime: .exhausted
      }
  }
}
