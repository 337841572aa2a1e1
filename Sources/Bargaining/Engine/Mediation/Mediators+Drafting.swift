import Randomness

extension Mediators {
  /// Drafts a text for a forum from what the mediator believes, in ``draft``; `false` when there is
  /// none that crosses nobody's red line.
  ///
  /// What it believes and where it starts say what it drafts: where they are what they were when it
  /// last drafted for the forum, the draft is what it was, and is not made again.
  func draftText(_ mediator: Int, in forum: Int, for members: Lane<Int>, at table: ForumState) -> Bool {
    let plan = plans[mediator]
    if plan.learns { return draftByOffers(mediator, for: members, at: table) }
    drawNoise(mediator)
    takeBeliefs(of: mediator, about: members)
    let ownInterest = numbers[plan.ownInterest.index]
    let origin = origin(mediator, members, table)
    let last = mediator * forumCount + forum
    if let origin, lastDrafts[last].isOf(origin, beliefs, about: members, ownInterest) {
      draft.text.copy(from: lastDrafts[last].text)
      memory[0].drafts.kept += 1
      return lastDrafts[last].exists
    }
    let open = draft.open(states[mediator].table, weight: ownInterest, most: states[mediator].most)
    for party in members { voiceByWord(mediator, party, open) }
    let exists = finish(open.heard(), from: origin, members, table)
    if let origin {
      lastDrafts[last].keep(draft.text, exists: exists, from: origin, beliefs, about: members, ownInterest)
    }
    return exists
  }

  /// The same for a mediator that learns from offers, of which every one is news.
  private func draftByOffers(_ mediator: Int, for members: Lane<Int>, at table: ForumState) -> Bool {
    let open = draft.open(
      states[mediator].table, weight: numbers[plans[mediator].ownInterest.index],
      most: states[mediator].most)
    for party in members { voiceByOffers(mediator, party, open) }
    return finish(open.heard(), from: origin(mediator, members, table), members, table)
  }

  @inline(__always)
  private func finish(
    _ heard: consuming HeardDraft, from origin: Lane<UInt8>?, _ members: Lane<Int>, _ table: ForumState
  ) -> Bool {
    memory[0].drafts.made += 1
    guard let text = start(heard, at: origin, members, table) else { return false }
    text.climb(locked: agenda.locked)
    return true
  }

  /// The pool of past texts matters through its best: the one with the most votes, of equals the
  /// latest.
  func keep(_ text: Lane<UInt8>, votes: Int, of mediator: Int) {
    guard !states[mediator].hasText || votes >= states[mediator].textVotes else { return }
    states[mediator].text.copy(from: text)
    states[mediator].hasText = true
    states[mediator].textVotes = votes
  }

  // MARK: What it believes

  /// Finds how a mediator sees the members of a forum, who tell it what they want.
  private func takeBeliefs(of mediator: Int, about members: Lane<Int>) {
    let toward = plans[mediator].toward
    let slotCount = agenda.layout.slotCount
    let sigma = numbers[noise]
    let spread = sigma / Double(agenda.issueCount).squareRoot()
    for party in members {
      let error = states[mediator].error[party]
      beliefs[party] = Belief(
        width: spread * error,
        threshold: parties[party].standing.threshold + sigma * error
          * states[mediator].noise[party * (slotCount + 1) + slotCount],
        weight: 1 + numbers[toward[party].bias.index])
    }
  }

  /// What a party tells a mediator it wants, seen with its error.
  @inline(__always)
  private func voiceByWord(_ mediator: Int, _ party: Int, _ draft: borrowing OpenDraft) {
    let slotCount = agenda.layout.slotCount
    let (worth, belief) = (parties[party].worth, beliefs[party])
    draft.add(
      worth.table, worth: worth.table.worth,
      errors: states[mediator].noise.slice(party * (slotCount + 1), slotCount + 1), width: belief.width,
      threshold: belief.threshold, weight: belief.weight,
      most: worth.most + belief.width * states[mediator].mostNoise[party])
  }

  /// What a party seems to want by the offers that the mediator heard. Its red lines are known, its
  /// interactions are not.
  private func voiceByOffers(_ mediator: Int, _ party: Int, _ draft: borrowing OpenDraft) {
    let layout = agenda.layout
    let estimates = states[mediator].estimates.slice(party * layout.slotCount, layout.slotCount)
    states[mediator].model.estimate(party, into: estimates, layout: layout)
    let table = parties[party].worth.table.withoutInteractions
    draft.add(
      table, worth: estimates, errors: estimates, width: 0, threshold: 0,
      weight: 1 + numbers[plans[mediator].toward[party].bias.index], most: table.mostUtility(of: estimates))
  }

  /// The errors of a mediator's first estimates, drawn when it first needs them; the same whenever
  /// that is.
  private func drawNoise(_ mediator: Int) {
    guard !states[mediator].hasNoise else { return }
    states[mediator].hasNoise = true
    let layout = agenda.layout
    for party in 0..<parties.count where meets[mediator * parties.count + party] {
      var stream = numbers.stream(estimateStreams[mediator][party])
      let start = party * (layout.slotCount + 1)
      for place in start...start + layout.slotCount {
        states[mediator].noise[place] = Elementary.normalQuantile(stream.open())
      }
      var most = 0.0
      for k in 0..<agenda.issueCount {
        let first = start + layout.offsets[k]
        var greatest = -Double.infinity
        for place in first..<first + layout.optionCounts[k] {
          greatest = max(greatest, states[mediator].noise[place])
        }
        most += greatest
      }
      states[mediator].mostNoise[party] = most
    }
  }

  // MARK: Where it starts

  /// Where the draft starts: the mediator's best text so far, else, where a member has offered
  /// something here, `nil` for the best of what was last offered, else what holds now.
  private func origin(_ mediator: Int, _ members: Lane<Int>, _ table: ForumState) -> Lane<UInt8>? {
    if states[mediator].hasText { return states[mediator].text }
    for party in members where table.offered >> UInt32(party) & 1 == 1 { return nil }
    return statusQuo
  }

  /// Starts there; `nil` if that crosses a red line, and so do all texts near it.
  private func start(
    _ draft: consuming HeardDraft, at origin: Lane<UInt8>?, _ members: Lane<Int>, _ table: ForumState
  ) -> MeasuredDraft? {
    if let origin { return draft.start(near: origin, locked: agenda.locked) }
    var best = (value: -Double.infinity, party: -1)
    for party in members where table.offered >> UInt32(party) & 1 == 1 {
      let value = draft.value(of: table.offer(of: party))
      if value > best.value { best = (value, party) }
    }
    guard best.party >= 0 else { return draft.start(near: statusQuo, locked: agenda.locked) }
    return draft.start(at: table.offer(of: best.party))
  }
}
