import Randomness

extension Negotiation {
  /// One sitting over a single text: so many changes are proposed and voted on; when the time has
  /// come, the text is put to the last vote.
  func workOnText<Observer: TalksObserver>(
    _ plan: SingleText, _ forum: Int, _ observer: inout Observer
  ) -> Deal? {
    let round = course[0].round
    let place = forumPlans[forum]
    if !forums[forum].hasText { startSingleText(forum) }
    let state = forums[forum]
    for k in 0..<issueCount where locked[k] >= 0 {
      state.standing[k] = UInt8(truncatingIfNeeded: locked[k])
    }
    for party in place.members { state.utilities[party] = parties[party].table.utility(state.standing) }

    let sittings = plan.sittings ?? place.rhythm.sittings(in: scenario.rounds)
    let first = state.sittings * plan.proposals
    var table = ForumText(
      negotiation: self, forum: forum, firstStep: first, firstDraw: round * plan.proposals, observer: observer
    )
    table.negotiate(first..<first + plan.proposals, of: sittings * plan.proposals)
    observer = table.observer
    forumTexts[forum] += plan.proposals
    for party in place.members {
      show(state.standing, worth: state.utilities[party], to: party, offeredBy: -1)
    }

    forums[forum].sittings += 1
    let isLast = round + place.rhythm.every >= scenario.rounds
    guard isLast || forums[forum].sittings >= sittings else { return nil }
    forums[forum].hasText = false
    let mediator = place.mediators[(first + plan.proposals - 1) % place.mediators.count]
    return lastVote(forum, mediator, &observer) ? Deal(forum: forum, mediator: mediator) : nil
  }

  /// What holds now, and on issues without a status quo an option drawn at random.
  private func startSingleText(_ forum: Int) {
    for k in 0..<issueCount {
      var option = layout.statusQuo[k]
      if option < 0 {
        let draw = RandomStream.uniform(
          seed: key[0].seed, run: key[0].run, stream: dice.firstTexts[forum],
          at: UInt32(truncatingIfNeeded: course[0].round * issueCount + k))
        option = Int(draw * Double(layout.optionCounts[k]))
      }
      forums[forum].standing[k] = UInt8(truncatingIfNeeded: option)
    }
    forums[forum].hasText = true
    forums[forum].sittings = 0
  }

  /// The text against no agreement: it needs every member with a veto, and then the parties
  /// outside.
  private func lastVote<Observer: TalksObserver>(
    _ forum: Int, _ mediator: Int, _ observer: inout Observer
  ) -> Bool {
    let state = forums[forum]
    mediatorTexts[mediator] += 1
    forumTexts[forum] += 1
    tell(&observer, forum, .mediator(mediator), .text, state.standing, nil)
    var votes: UInt32 = 0
    for party in forumPlans[forum].members {
      let because = refusalOutright(of: state.standing, worth: state.utilities[party], by: party)
      tell(&observer, forum, .party(party), because == nil ? .accept : .reject, state.standing, because)
      if because == nil { votes |= 1 << UInt32(party) }
    }
    guard state.vetoes != 0, votes & state.vetoes == state.vetoes else { return false }
    return ratifyOutside(forum, state.standing, &observer)
  }

  /// Why a party could not live with an outcome, whatever it hopes for; `nil` if it could.
  func refusalOutright(of options: Lane<UInt8>, worth utility: Double, by party: Int) -> Refusal? {
    if parties[party].table.crossesRedLine(options) { return .redLine }
    return isBelowThreshold(utility, for: party) ? .belowReservation : nil
  }
}

/// The single text of a forum; the proposal is drafted in the mediators' draft.
private struct ForumText<Observer: TalksObserver>: SingleTextTable {
  let negotiation: Negotiation
  let forum: Int
  /// Number of the sitting's first proposal within the procedure, and of its draws within the run.
  let firstStep: Int
  let firstDraw: Int
  var observer: Observer

  private var text: Lane<UInt8> { negotiation.forums[forum].standing }
  private var draft: Lane<UInt8> { negotiation.draft.text }
  private var members: Lane<Int> { negotiation.forumPlans[forum].members }

  var issueCount: Int { negotiation.issueCount }
  var voterCount: Int { members.count }

  func optionCount(of issue: Int) -> Int {
    negotiation.locked[issue] >= 0 ? 1 : negotiation.layout.optionCounts[issue]
  }

  func option(of issue: Int) -> Int { Int(text[issue]) }

  func temperature(of voter: Int) -> Double {
    switch negotiation.partyPlans[members[voter]].voter {
    case .hillClimber: 0
    case .annealer(let temperature): negotiation.numbers[temperature.index]
    }
  }

  func chance(_ draw: SingleTextDraw, step: Int) -> Double {
    let dice = negotiation.dice
    let index = firstDraw + step - firstStep
    let (stream, place) =
      switch draw {
      case .issue: (dice.changes[forum], 2 * index)
      case .option: (dice.changes[forum], 2 * index + 1)
      case .vote(let voter): (dice.votes[members[voter] * negotiation.forums.count + forum], index)
      }
    return RandomStream.uniform(
      seed: negotiation.key[0].seed, run: negotiation.key[0].run, stream: stream,
      at: UInt32(truncatingIfNeeded: place))
  }

  func mediator(_ step: Int) -> Int {
    let mediators = negotiation.forumPlans[forum].mediators
    return mediators[step % mediators.count]
  }

  mutating func hear(_ issue: Int, to option: Int, step: Int) {
    draft.copy(from: text)
    draft[issue] = UInt8(truncatingIfNeeded: option)
    negotiation.mediatorTexts[mediator(step)] += 1
    negotiation.tell(&observer, forum, .mediator(mediator(step)), .text, draft, nil)
  }

  /// A text across a red line is worse than any other, and between two of these the utility
  /// decides.
  func gain(of voter: Int, changing issue: Int, to option: Int) -> Double {
    let party = members[voter]
    let table = negotiation.parties[party].table
    if table.redLineBits != 0 {
      let (crosses, crossed) = (table.crossesRedLine(draft), table.crossesRedLine(text))
      if crosses != crossed { return crosses ? -.infinity : .infinity }
    }
    let gain = table.utility(draft) - negotiation.forums[forum].utilities[party]
    // Of two texts worth the same the last bits decide nothing.
    return abs(gain) > UtilityGrid.tolerance ? gain : 0
  }

  /// Without trust in whoever proposes it a change is not taken up; the votes of members without a
  /// veto are heard but do not count.
  mutating func cast(_ voter: Int, isFor: Bool, step: Int) -> Bool {
    let party = members[voter]
    var because: Refusal?
    if !isFor {
      because = .prefersText
    } else {
      let mediator = mediator(step)
      let trust = negotiation.mediatorPlans[mediator].toward[party].trust
      let stream = negotiation.dice.trust[
        (mediator * negotiation.forums.count + forum) * negotiation.partyCount + party
      ].child("changes")
      let index = firstDraw + step - firstStep
      if !negotiation.happens(negotiation.numbers[trust.index], stream, at: index) { because = .noTrust }
    }
    negotiation.tell(&observer, forum, .party(party), because == nil ? .accept : .reject, draft, because)
    return because == nil || !negotiation.partyPlans[party].hasVeto
  }

  mutating func change(_ issue: Int, to option: Int) {
    text[issue] = UInt8(truncatingIfNeeded: option)
    for party in members {
      negotiation.forums[forum].utilities[party] = negotiation.parties[party].table.utility(text)
    }
  }
}
