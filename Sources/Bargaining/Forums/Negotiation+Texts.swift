extension Negotiation {
  /// A mediator may table a text: with the probability of its strength to formulate. All members vote on it; it is agreed when all
  /// members with a veto take it and the parties outside consent.
  func tableText<Observer: TalksObserver>(
    _ mediator: Int, _ forum: Int, _ observer: inout Observer
  ) -> Bool {
    let plan = mediators.plans[mediator]
    let round = course[0].round
    let turn = mediator * forums.count + forum
    guard numbers.happens(numbers[plan.formulate.index], numbers.dice.texts[turn], at: round) else {
      return false
    }
    guard mediators.draftText(mediator, for: forumPlans[forum].members, at: forums[forum]) else {
      return false
    }
    let text = mediators.draft.text
    mediators.texts[mediator] += 1
    forumTexts[forum] += 1
    tell(&observer, forum, .mediator(mediator), .text, text, nil)

    var votes: UInt32 = 0
    for party in forumPlans[forum].members {
      let utility = parties[party].table.utility(text)
      worths[party] = utility
      var because = refusal(of: text, worth: utility, by: party)
      if because == nil,
        !numbers.happens(
          numbers[plan.toward[party].trust.index], numbers.dice.trust[turn * partyCount + party], at: round)
      {
        because = .noTrust
      }
      tell(&observer, forum, .party(party), because == nil ? .accept : .reject, text, because)
      if because == nil { votes |= 1 << UInt32(party) }
    }
    // Seen only after all have voted, so that nobody's vote depends on its place in the list.
    for party in forumPlans[forum].members {
      show(text, worth: worths[party], to: party, offeredBy: -1)
    }
    mediators.keep(text, votes: votes.nonzeroBitCount, of: mediator)
    let needed = forums[forum].vetoes
    guard needed != 0, votes & needed == needed else { return false }
    return ratifyOutside(forum, text, &observer)
  }
}
