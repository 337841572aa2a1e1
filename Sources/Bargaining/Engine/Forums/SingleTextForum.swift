import Randomness

extension ForumTable {
  /// One sitting over a single text: so many changes are proposed and voted on; when the time has
  /// come, the text is put to the last vote.
  func workOnText<Observer: TalksObserver>(
    _ plan: SingleText, _ forum: Int, _ observer: inout Observer
  ) -> Deal? {
    let round = course.round
    let place = plans[forum]
    if !states[forum].hasText { startSingleText(forum) }
    let state = states[forum]
    for k in 0..<issueCount where agenda.locked[k] >= 0 {
      state.standing[k] = UInt8(truncatingIfNeeded: agenda.locked[k])
    }
    for party in place.members { state.utilities[party] = parties[party].worth.table.utility(state.standing) }

    let known = course.roundsKnown
    let sittings = plan.sittings ?? max(1, place.rhythm.sittings(in: known ?? Course.mostRounds))
    let first = state.sittings * plan.proposals
    var draft = ForumText(
      table: self, forum: forum, plan: plan, firstStep: first, firstDraw: round * plan.proposals,
      observer: observer
    )
    draft.negotiate(first..<first + plan.proposals, of: sittings * plan.proposals)
    observer = draft.observer
    texts[forum] += plan.proposals
    for party in place.members {
      seats.show(state.standing, worth: state.utilities[party], to: party, offeredBy: -1)
    }

    states[forum].sittings += 1
    states[forum].discuss(state.standing)
    let isLast = known.map { round + place.rhythm.every >= $0 } ?? false
    guard isLast || states[forum].sittings >= sittings else { return nil }
    states[forum].hasText = false
    let mediator = place.turns[(first + plan.proposals - 1) % place.turns.count]
    return lastVote(forum, mediator, &observer) ? Deal(forum: forum, mediator: mediator) : nil
  }

  /// What holds now, and on issues without a status quo an option drawn at random.
  private func startSingleText(_ forum: Int) {
    for k in 0..<issueCount {
      var option = agenda.layout.statusQuo[k]
      if option < 0 {
        // One draw for all issues; the names of options tell them apart.
        let draw = numbers.chance(numbers.dice.firstTexts[forum], at: course.round)
        option = mediators.leastLot(of: k, draw)
      }
      states[forum].standing[k] = UInt8(truncatingIfNeeded: option)
    }
    states[forum].hasText = true
    states[forum].sittings = 0
  }

  /// The text against no agreement: it needs every member with a veto, and then the parties
  /// outside.
  private func lastVote<Observer: TalksObserver>(
    _ forum: Int, _ mediator: Int, _ observer: inout Observer
  ) -> Bool {
    let state = states[forum]
    mediators.texts[mediator] += 1
    texts[forum] += 1
    tell(&observer, forum, .mediator(mediator), .text, state.standing, nil)
    causes.noteTabled(state.standing)
    let votes = poll(plans[forum].members, on: state.standing, in: forum, &observer) {
      seats.refusalInTheEnd(of: state.standing, worth: state.utilities[$0], by: $0)
    }
    return passes(votes, forum) && ratifyOutside(forum, state.standing, &observer)
  }
}
