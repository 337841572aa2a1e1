import Randomness

extension Mediators {
  /// Drafts a text for a forum from what the mediator believes, in ``draft``; `false` when there is
  /// none that crosses nobody's red line.
  func draftText(_ mediator: Int, for members: Lane<Int>, at table: ForumState) -> Bool {
    let plan = plans[mediator]
    let open = draft.open(
      states[mediator].table, weight: numbers[plan.ownInterest.index], most: states[mediator].most)
    if plan.learns { voiceByOffers(mediator, members, open) } else { voiceByWord(mediator, members, open) }
    guard let text = start(open.heard(), mediator, members, table) else { return false }
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

  /// What the members of a forum tell a mediator they want, seen with its error.
  private func voiceByWord(_ mediator: Int, _ members: Lane<Int>, _ draft: borrowing OpenDraft) {
    let plan = plans[mediator]
    drawNoise(mediator)
    let slotCount = agenda.layout.slotCount
    let sigma = numbers[noise]
    let spread = sigma / Double(agenda.issueCount).squareRoot()
    for party in members {
      let error = states[mediator].error[party]
      let noise = states[mediator].noise.slice(party * (slotCount + 1), slotCount + 1)
      let width = spread * error
      draft.add(
        parties[party].worth.table, worth: parties[party].worth.table.worth, errors: noise, width: width,
        threshold: parties[party].standing.threshold + sigma * error * noise[slotCount],
        weight: 1 + numbers[plan.toward[party].bias.index],
        most: parties[party].worth.most + width * states[mediator].mostNoise[party])
    }
  }

  /// What the members seem to want by the offers that the mediator heard. Their red lines are
  /// known, their interactions are not.
  private func voiceByOffers(_ mediator: Int, _ members: Lane<Int>, _ draft: borrowing OpenDraft) {
    let plan = plans[mediator]
    let layout = agenda.layout
    for party in members {
      let estimates = states[mediator].estimates.slice(party * layout.slotCount, layout.slotCount)
      states[mediator].model.estimate(party, into: estimates, layout: layout)
      let table = parties[party].worth.table.withoutInteractions
      draft.add(
        table, worth: estimates, errors: estimates, width: 0, threshold: 0,
        weight: 1 + numbers[plan.toward[party].bias.index],
        most: table.mostUtility(of: estimates))
    }
  }

  /// The errors of a mediator's first estimates, drawn when it first needs them; the same whenever
  /// that is.
  private func drawNoise(_ mediator: Int) {
    guard !states[mediator].hasNoise else { return }
    states[mediator].hasNoise = true
    let layout = agenda.layout
    for party in 0..<parties.count where meets[mediator * parties.count + party] {
      // One draw for all options, whose names tell them apart, and one for the reservation.
      var stream = numbers.stream(estimateStreams[mediator][party])
      let start = party * (layout.slotCount + 1)
      let word = stream.next()
      for slot in 0..<layout.slotCount {
        states[mediator].noise[start + slot] = Elementary.normalQuantile(
          RandomStream.open(StreamID.mix(word ^ layout.names[slot])))
      }
      states[mediator].noise[start + layout.slotCount] = Elementary.normalQuantile(stream.open())
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

  /// Where the draft starts: the mediator's best text so far, else the best of the members' last
  /// offers here, else what holds now; `nil` if that crosses a red line, and so do all texts near
  /// it.
  private func start(
    _ draft: consuming HeardDraft, _ mediator: Int, _ members: Lane<Int>, _ table: ForumState
  ) -> MeasuredDraft? {
    if states[mediator].hasText { return draft.start(near: states[mediator].text, locked: agenda.locked) }
    var best = (value: -Double.infinity, lot: UInt64.max, party: -1)
    for party in members where table.offered >> UInt32(party) & 1 == 1 {
      let offer = table.offer(of: party)
      let (value, lot) = (draft.value(of: offer), self.draft.lot(of: offer))
      if value > best.value || value == best.value && lot < best.lot { best = (value, lot, party) }
    }
    if best.party >= 0 { return draft.start(at: table.offer(of: best.party)) }
    return draft.start(near: statusQuo, locked: agenda.locked)
  }
}
