import Randomness

extension Mediators {
  /// Drafts a text for a forum from what the mediator believes, in ``draft``; `false` when there is
  /// none that crosses nobody's red line.
  ///
  /// What it believes and where it starts say what it drafts: where they are what they were when it
  /// last drafted for the forum, the draft is what it was, and is not made again.
  func draftText(_ author: TextAuthor, in forum: Int, for members: Lane<Int>, at table: ForumState) -> Bool {
    if author.bench >= 0 { return draftJointly(author.bench, for: members, at: table) }
    let mediator = author.mediator
    let plan = plans[mediator]
    if plan.learns { return draftByOffers(mediator, for: members, at: table) }
    drawNoise(mediator)
    takeBeliefs(of: mediator, about: members)
    let ownInterest = numbers[plan.ownInterest.index]
    let origin = origin(of: members, table)
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
    return finish(open.heard(), from: origin(of: members, table), members, table)
  }

  @inline(__always)
  func finish(
    _ heard: consuming HeardDraft, from origin: Lane<UInt8>?, _ members: Lane<Int>, _ table: ForumState
  ) -> Bool {
    memory[0].drafts.made += 1
    guard let text = start(heard, at: origin, members, table) else { return false }
    text.climb(locked: agenda.locked)
    return true
  }

  // MARK: What it believes

  /// Finds how a mediator sees the members of a forum, who tell it what they want: with an error,
  /// overstated, and corrected by what they answered to texts.
  func takeBeliefs(of mediator: Int, about members: Lane<Int>) {
    let toward = plans[mediator].toward
    let slotCount = agenda.layout.slotCount
    let sigma = numbers[noise]
    let spread = sigma / Double(agenda.issueCount).squareRoot()
    for party in members {
      let error = remainingError(of: mediator, about: party)
      beliefs[party] = Belief(
        width: spread * error,
        threshold: told(by: party, trusting: toward[party].trust) + states[mediator].corrections[party]
          + sigma * error * states[mediator].noise[party * (slotCount + 1) + slotCount],
        weight: 1 + numbers[toward[party].bias.index], objections: home.objectionCount(party))
    }
  }

  /// The share of its first error about a party that is left to a mediator.
  @inline(__always)
  func remainingError(of mediator: Int, about party: Int) -> Double {
    let floor = self.floor < 0 ? 0 : numbers[self.floor]
    return floor + (1 - floor) * states[mediator].error[party]
  }

  /// What an agreement must bring a party, as it tells somebody.
  @inline(__always)
  func told(by party: Int, trusting trust: ParameterID) -> Double {
    let threshold = parties[party].standing.threshold
    let overstatement = overstatements[party]
    guard overstatement >= 0 else { return threshold }
    let claim = numbers[overstatement] * (1 - numbers[trust.index])
    return threshold + claim * max(0, parties[party].worth.best - threshold)
  }

  /// What a party tells a mediator it wants, seen with its error.
  @inline(__always)
  private func voiceByWord(_ mediator: Int, _ party: Int, _ draft: borrowing OpenDraft) {
    voice(
      party, noise: states[mediator].noise, mostNoise: states[mediator].mostNoise[party], draft)
  }

  /// A party as ``beliefs`` have it, and per party standard errors of options.
  @inline(__always)
  func voice(_ party: Int, noise: Lane<Double>, mostNoise: Double, _ draft: borrowing OpenDraft) {
    let length = agenda.layout.slotCount + 1
    let (worth, belief) = (parties[party].worth, beliefs[party])
    draft.add(
      worth.table, worth: home.told(worth.table.worth, by: party),
      errors: noise.slice(party * length, length),
      width: belief.width, threshold: belief.threshold, weight: belief.weight,
      most: worth.most + belief.width * mostNoise)
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
  func drawNoise(_ mediator: Int) {
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
      states[mediator].mostNoise[party] = mostNoise(of: party, in: states[mediator].noise)
    }
  }

  /// The sum over issues of the greatest error of an option.
  func mostNoise(of party: Int, in noise: Lane<Double>) -> Double {
    let layout = agenda.layout
    let start = party * (layout.slotCount + 1)
    var most = 0.0
    for k in 0..<agenda.issueCount {
      let first = start + layout.offsets[k]
      var greatest = -Double.infinity
      for place in first..<first + layout.optionCounts[k] { greatest = max(greatest, noise[place]) }
      most += greatest
    }
    return most
  }

  // MARK: Where it starts

  /// Where a draft starts: the text that was discussed last in the forum, which it amends, else,
  /// where a member has offered something there, `nil` for the best of what was last offered, else
  /// what holds now.
  func origin(of members: Lane<Int>, _ table: ForumState) -> Lane<UInt8>? {
    if let text = table.lastDiscussed { return text }
    for party in members where table.offered.contains(bit: party) { return nil }
    return statusQuo
  }

  /// Starts there; `nil` if that crosses a red line, and so do all texts near it.
  private func start(
    _ draft: consuming HeardDraft, at origin: Lane<UInt8>?, _ members: Lane<Int>, _ table: ForumState
  ) -> MeasuredDraft? {
    if let origin { return draft.start(near: origin, locked: agenda.locked) }
    var best = (value: -Double.infinity, lot: UInt64.max, party: -1)
    for party in members where table.offered.contains(bit: party) {
      let offer = table.offer(of: party)
      let (value, lot) = (draft.value(of: offer), self.draft.lot(of: offer))
      if value > best.value || value == best.value && lot < best.lot { best = (value, lot, party) }
    }
    guard best.party >= 0 else { return draft.start(near: statusQuo, locked: agenda.locked) }
    return draft.start(at: table.offer(of: best.party))
  }
}
