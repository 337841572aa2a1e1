extension ForumTable {
  /// A mediator may table a text: with the probability of its strength to formulate. All members
  /// vote on it; it is agreed when all members with a veto take it and the parties outside consent.
  func tableText<Observer: TalksObserver>(
    _ mediator: Int, _ forum: Int, _ observer: inout Observer
  ) -> Bool {
    let plan = mediators.plans[mediator]
    let round = course.round
    let turn = mediator * count + forum
    guard numbers.happens(numbers[plan.formulate.index], numbers.dice.texts[turn], at: round) else {
      return false
    }
    let members = plans[forum].members
    guard mediators.draftText(mediator, in: forum, for: members, at: states[forum]) else { return false }
    let text = mediators.draft.text
    mediators.texts[mediator] += 1
    texts[forum] += 1
    tell(&observer, forum, .mediator(mediator), .text, text, nil)
    let votes = poll(members, on: text, in: forum, &observer) { party in
      let utility = parties[party].worth.table.utility(text)
      worths[party] = utility
      if let because = seats.refusal(of: text, worth: utility, by: party) { return because }
      let isTrusted = numbers.happens(
        numbers[plan.toward[party].trust.index], numbers.dice.trust[turn * parties.count + party], at: round)
      return isTrusted ? nil : .noTrust
    }
    // Seen only after all have voted, so that nobody's vote depends on its place in the list.
    for party in members { seats.show(text, worth: worths[party], to: party, offeredBy: -1) }
    mediators.keep(text, votes: votes.nonzeroBitCount, of: mediator)
    return passes(votes, forum) && ratifyOutside(forum, text, &observer)
  }

  /// Whether all members with a veto, of whom there must be one, are among those who voted yes.
  func passes(_ votes: UInt32, _ forum: Int) -> Bool {
    let needed = states[forum].vetoes
    return needed != 0 && votes & needed == needed
  }
}
