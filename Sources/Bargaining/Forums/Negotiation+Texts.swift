import Randomness

extension Negotiation {
  /// Each mediator of a forum talks to its members: its error about them shrinks by
  /// `1 - f * trust`.
  func meetMediators(_ forum: Int) {
    for mediator in forumPlans[forum].mediators {
      let plan = mediatorPlans[mediator]
      let strength = numbers[plan.facilitate.index]
      guard strength > 0 else { continue }
      for party in forumPlans[forum].members {
        mediators[mediator].error[party] *= 1 - strength * numbers[plan.toward[party].trust.index]
      }
    }
  }

  /// A mediator may table a text: with the probability of its strength to formulate. All members
  /// vote on it; it is agreed when all members with a veto take it and the parties outside consent.
  func tableText<Observer: TalksObserver>(
    _ mediator: Int, _ forum: Int, _ observer: inout Observer
  ) -> Bool {
    let plan = mediatorPlans[mediator]
    let round = course[0].round
    let turn = mediator * forums.count + forum
    guard happens(numbers[plan.formulate.index], dice.texts[turn], at: round) else { return false }
    guard draftText(mediator, forum) else { return false }
    let text = draft.text
    mediatorTexts[mediator] += 1
    forumTexts[forum] += 1
    tell(&observer, forum, .mediator(mediator), .text, text, nil)

    var votes: UInt32 = 0
    for party in forumPlans[forum].members {
      let utility = parties[party].table.utility(text)
      worths[party] = utility
      var because = refusal(of: text, worth: utility, by: party)
      if because == nil,
        !happens(numbers[plan.toward[party].trust.index], dice.trust[turn * partyCount + party], at: round)
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
    keep(text, votes: votes.nonzeroBitCount, of: mediator)
    let needed = forums[forum].vetoes
    guard needed != 0, votes & needed == needed else { return false }
    return ratifyOutside(forum, text, &observer)
  }

  /// The pool of past texts matters through its best: the one with the most votes, of equals the
  /// latest.
  private func keep(_ text: Lane<UInt8>, votes: Int, of mediator: Int) {
    guard !mediators[mediator].hasText || votes >= mediators[mediator].textVotes else { return }
    mediators[mediator].text.copy(from: text)
    mediators[mediator].hasText = true
    mediators[mediator].textVotes = votes
  }

  /// Drafts a text for a forum from what the mediator believes; `false` when there is none that
  /// crosses nobody's red line.
  private func draftText(_ mediator: Int, _ forum: Int) -> Bool {
    let plan = mediatorPlans[mediator]
    draft.begin(
      mediators[mediator].table, weight: numbers[plan.ownInterest.index], most: mediators[mediator].most)
    if !plan.learns { voiceByWord(mediator, forum) } else { voiceByOffers(mediator, forum) }
    draft.hear()
    let phi = startText(mediator, forum)
    guard phi > -.infinity else { return false }
    draft.climb(from: phi, locked: locked)
    return true
  }

  /// What the members of a forum tell a mediator they want, seen with its error.
  private func voiceByWord(_ mediator: Int, _ forum: Int) {
    let plan = mediatorPlans[mediator]
    drawNoise(mediator)
    let sigma = numbers[scenario.mediation.noise.index]
    let spread = sigma / Double(issueCount).squareRoot()
    for party in forumPlans[forum].members {
      let error = mediators[mediator].error[party]
      let noise = mediators[mediator].noise.slice(
        party * (layout.slotCount + 1), layout.slotCount + 1)
      let width = spread * error
      draft.add(
        parties[party].table, worth: parties[party].table.worth, errors: noise, width: width,
        threshold: parties[party].threshold + sigma * error * noise[layout.slotCount],
        weight: 1 + numbers[plan.toward[party].bias.index],
        most: parties[party].most + width * mediators[mediator].mostNoise[party])
    }
  }

  /// What the members seem to want by the offers that the mediator heard. Their red lines are
  /// known, their interactions are not.
  private func voiceByOffers(_ mediator: Int, _ forum: Int) {
    let plan = mediatorPlans[mediator]
    for party in forumPlans[forum].members {
      let estimates = mediators[mediator].estimates.slice(party * layout.slotCount, layout.slotCount)
      mediators[mediator].model.estimate(party, into: estimates, layout: layout)
      let table = parties[party].table.withoutInteractions
      draft.add(
        table, worth: estimates, errors: estimates, width: 0, threshold: 0,
        weight: 1 + numbers[plan.toward[party].bias.index],
        most: table.mostUtility(of: estimates))
    }
  }

  /// Where the draft starts: the mediator's best text so far, else the best of the members' last
  /// offers here, else what holds now.
  ///
  /// - Returns: Phi of the text, which was evaluated last; -infinity if it crosses a red line, and
  ///   so do all texts near it.
  private func startText(_ mediator: Int, _ forum: Int) -> Double {
    if mediators[mediator].hasText {
      draft.text.copy(from: mediators[mediator].text)
      draft.hold(locked)
      return evaluateOrRepair()
    }
    var best = -Double.infinity
    for party in forumPlans[forum].members where forums[forum].offered >> UInt32(party) & 1 == 1 {
      let offer = forums[forum].offer(of: party)
      draft.text.copy(from: offer)
      let value = draft.evaluate()
      if value > best {
        best = value
        draft.spare.copy(from: offer)
      }
    }
    if best > -.infinity {
      draft.text.copy(from: draft.spare)
      return draft.evaluate()
    }
    for k in 0..<issueCount { draft.text[k] = UInt8(truncatingIfNeeded: max(layout.statusQuo[k], 0)) }
    draft.hold(locked)
    return evaluateOrRepair()
  }

  private func evaluateOrRepair() -> Double {
    let phi = draft.evaluate()
    if phi > -.infinity { return phi }
    return draft.repair(locked: locked) ? draft.evaluate() : phi
  }

  /// The errors of a mediator's first estimates, drawn when it first needs them; the same whenever
  /// that is.
  private func drawNoise(_ mediator: Int) {
    guard !mediators[mediator].hasNoise else { return }
    mediators[mediator].hasNoise = true
    for party in 0..<partyCount where meets[mediator * partyCount + party] {
      var stream = RandomStream(
        seed: key[0].seed, run: key[0].run, stream: dice.estimates[mediator][party])
      let start = party * (layout.slotCount + 1)
      for place in start...start + layout.slotCount {
        mediators[mediator].noise[place] = Elementary.normalQuantile(stream.open())
      }
      var most = 0.0
      for k in 0..<issueCount {
        let first = start + layout.offsets[k]
        var greatest = -Double.infinity
        for place in first..<first + layout.optionCounts[k] {
          greatest = max(greatest, mediators[mediator].noise[place])
        }
        most += greatest
      }
      mediators[mediator].mostNoise[party] = most
    }
  }
}
