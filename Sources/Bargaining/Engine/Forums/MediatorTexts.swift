extension ForumTable {
  /// The mediators' texts of a sitting, up to the first that is agreed.
  func tableTexts<Observer: TalksObserver>(_ forum: Int, _ observer: inout Observer) -> Deal? {
    let plan = plans[forum]
    let formulating = drawFormulating(plan)
    let hasPrepared = !mediators.prepared.isEmpty
    // Where at most one speaks, nobody asks who comes first.
    if hasPrepared || formulating > 1 { drawTurns(forum) }
    for mediator in plan.turns where formulates[mediator] || hasPrepared {
      if stopWatch.stopsBetweenTurns() { return nil }
      if tableText(mediator, forum, &observer) { return Deal(forum: forum, mediator: mediator) }
    }
    return nil
  }

  /// Finds which mediators formulate a text, each with the probability of its strength to do so.
  ///
  /// - Returns: how many.
  private func drawFormulating(_ plan: ForumPlan) -> Int {
    numbers.draw(plan.formulation, at: course.round)
    var count = 0
    for place in 0..<plan.mediators.count {
      let mediator = plan.mediators[place]
      let formulates = plan.formulation.chance(place) < numbers[mediators.plans[mediator].formulate.index]
      self.formulates[mediator] = formulates
      count += formulates ? 1 : 0
    }
    return count
  }

  /// A mediator tables a text: one that it has ready, if that is due; else, if it formulates one, a
  /// draft, if it is news.
  private func tableText<Observer: TalksObserver>(
    _ mediator: Int, _ forum: Int, _ observer: inout Observer
  ) -> Bool {
    let round = course.round
    let author = mediators.author(mediator, in: forum)
    if !mediators.prepared.isEmpty {
      let due = mediators.prepared.due(mediator, in: round, hasResumed: course.hasResumed)
      if due >= 0 {
        guard mediators.mayTable(author, in: round) else { return false }
        mediators.prepared.table(due)
        return discuss(mediators.prepared.text, of: author, forum, isPrepared: true, &observer)
      }
      if mediators.leavesTurn(author, in: round, hasResumed: course.hasResumed) { return false }
    }
    guard formulates[mediator], mediators.mayTable(author, in: round),
      mediators.draftText(author, in: forum, for: plans[forum].members, at: states[forum]),
      isNews(mediators.draft.text, of: author, in: forum)
    else { return false }
    return discuss(mediators.draft.text, of: author, forum, isPrepared: false, &observer)
  }

  /// A text is tabled, and all members vote on it; it is agreed when all members with a veto take
  /// it and the parties outside consent.
  private func discuss<Observer: TalksObserver>(
    _ text: Lane<UInt8>, of author: TextAuthor, _ forum: Int, isPrepared: Bool, _ observer: inout Observer
  ) -> Bool {
    let members = plans[forum].members
    mediators.texts[author.mediator] += 1
    texts[forum] += 1
    tell(&observer, forum, .mediator(author.mediator), .text, text, nil, isPrepared: isPrepared)
    causes.noteTabled(text)
    var answers = Answers()
    var distrusting: UInt32 = 0
    let votes = poll(members, on: text, in: forum, &observer) { party in
      worths[party] = parties[party].worth.table.utility(text)
      let answer = answer(of: party, to: text, of: author, worth: worths[party])
      answers.note(answer, of: party)
      if answer == .noTrust { distrusting |= .bit(party) }
      if answer == .wouldFailAtHome { seats.explain(text, worth: worths[party], by: party) }
      return answer
    }
    if causes.isLooking, distrusting != 0, passes(votes | distrusting, forum), !passes(votes, forum) {
      causes.noteDistrust(text)
    }
    // Seen only after all have voted, so that nobody's vote depends on its place in the list.
    for party in members { seats.show(text, worth: worths[party], to: party, offeredBy: -1) }
    states[forum].discuss(text)
    mediators.noteAnswers(answers, to: text, of: author, in: forum, plans[forum], worths: worths)
    return passes(votes, forum) && ratifyOutside(forum, text, &observer)
  }

  /// Why a member does not take a text of a mediator; `nil` if it does.
  @inline(__always)
  private func answer(of party: Int, to text: Lane<UInt8>, of author: TextAuthor, worth: Double) -> Refusal? {
    if let because = seats.refusal(of: text, worth: worth, by: party) { return because }
    return mediators.takesUp(text, of: author, party) ? nil : .noTrust
  }

  /// Whether a text is worth tabling. The one that its mediator tabled last is so again only once
  /// somebody who refused it would take it: when the trust, what no agreement is worth, or the aim
  /// has changed so far.
  private func isNews(_ text: Lane<UInt8>, of author: TextAuthor, in forum: Int) -> Bool {
    let last = mediators.lastTabled(author, in: forum)
    guard last.exists, last.refusers != 0, last.text.isSame(as: text) else { return true }
    return PartySet(bits: last.refusers).contains { party in
      answer(of: party, to: text, of: author, worth: parties[party].worth.table.utility(text)) == nil
    }
  }

  /// Whether all members with a veto, of whom there must be one, are among those who voted yes.
  func passes(_ votes: UInt32, _ forum: Int) -> Bool {
    let needed = states[forum].vetoes
    return needed != 0 && votes & needed == needed
  }
}
