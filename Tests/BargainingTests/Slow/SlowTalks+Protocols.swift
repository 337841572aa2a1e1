import Bargaining

extension SlowTalks {
  /// What the members of a forum do before mediators speak; whether the talks are over, or the
  /// round's sittings.
  mutating func sit(by rules: Forum.Rules, _ f: Int) throws -> Bool {
    switch rules {
    case .alternating: try alternate(f)
    case .shuttle: try confide(f)
    case .simultaneous: try proposeTogether(f)
    case .singleText(let plan): try workOnText(plan, f)
    case .ultimatum: try putUltimatum(f)
    }
  }

  /// All at once; then who finds whose proposal no worse than its own.
  private mutating func proposeTogether(_ f: Int) throws -> Bool {
    let members = scenario.forums[f].members
    let proposals = try members.map { i in
      let proposal = try proposal(of: i, f)
      if let meant = proposal?.outcome { parties[i].position = meant }
      guard let proposal, let brought = try brought(proposal.outcome, of: i, in: f) else {
        if proposal != nil { parties[i].noteOffer(scenario.parties[i], world) }
        return (outcome: [Int], utility: Double)?.none
      }
      return (brought, world.utility(brought, to: scenario.parties[i].preferences))
    }
    for (i, proposal) in zip(members, proposals) {
      guard let proposal else { continue }
      try expect(.offer, .party(i), in: f, proposal.outcome)
      note(proposal.outcome, of: i, f)
      counts.offers[f] += 1
      noteTabled(proposal.outcome)
      parties[i].noteOffer(scenario.parties[i], world)
    }
    for (i, proposal) in zip(members, proposals) {
      for other in members where other != i {
        if let proposal { show(proposal.outcome, to: other, by: i) }
      }
    }
    var agreeable: [[Int]] = []
    for (i, proposal) in zip(members, proposals) {
      guard let outcome = proposal?.outcome else { continue }
      var isAgreeable = true
      for (other, own) in zip(members, proposals) where other != i {
        let plan = scenario.parties[other]
        let utility = world.utility(outcome, to: plan.preferences)
        let because: Refusal? =
          if world.crosses(outcome, redLinesOf: plan.preferences) {
            .redLine
          } else if utility < parties[other].threshold - SlowParty.tolerance {
            .belowReservation
          } else if wouldFailAtHome(outcome, for: other) {
            .wouldFailAtHome
          } else if let own, utility < own.utility - SlowParty.tolerance { .prefersOwnOffer } else { nil }
        try expect(because == nil ? .accept : .reject, .party(other), in: f, outcome, because: because)
        if because != nil, plan.hasVeto { isAgreeable = false }
      }
      if isAgreeable { agreeable.append(outcome) }
    }
    // The coin is left to chance: what is judged outside or agreed next must be one of them.
    let isJudgedOutside = scenario.parties.indices.contains {
      scenario.parties[$0].hasVeto && !members.contains($0)
    }
    let isTold = next < acts.count && (isJudgedOutside || [.settle, .ratify].contains(acts[next].kind))
    let taken = isTold ? acts[next].options : record.options.map(Int.init)
    guard !agreeable.isEmpty else { return false }
    guard let deal = agreeable.first(where: { zip($0, taken).allSatisfy { $1 == -1 || $0 == $1 } }) else {
      throw Mismatch(text: "round \(round): \(taken) is taken, not one of \(agreeable)")
    }
    guard try outsidersConsent(f, deal) else { return false }
    try conclude(f, nil, deal)
    return true
  }

  private mutating func putUltimatum(_ f: Int) throws -> Bool {
    let members = scenario.forums[f].members
    guard let meant = offer(of: members[0], in: f)?.outcome else { return false }
    let brought = try brought(meant, of: members[0], in: f)
    parties[members[0]].noteOffer(scenario.parties[members[0]], world)
    parties[members[0]].position = meant
    guard let offer = brought else { return false }
    try expect(.offer, .party(members[0]), in: f, offer)
    forums[f].offers[members[0]] = offer
    counts.offers[f] += 1
    noteTabled(offer)
    for i in members.dropFirst() { show(offer, to: i, by: members[0]) }
    var isAgreed = true
    for i in members.dropFirst() {
      let because = refusal(of: offer, by: i)
      try expect(because == nil ? .accept : .reject, .party(i), in: f, offer, because: because)
      if because != nil, scenario.parties[i].hasVeto { isAgreed = false }
    }
    guard isAgreed, try outsidersConsent(f, offer) else { return false }
    try conclude(f, nil, offer)
    return true
  }

  /// What the mediators change is left to chance, and so are the votes of annealers for the worse.
  private mutating func workOnText(_ plan: SingleText, _ f: Int) throws -> Bool {
    let forum = scenario.forums[f]
    let last = knownDeadline.map { Int($0.rounded(.up)) }
    let sittings =
      plan.sittings
      ?? (0..<(last ?? 0)).filter { $0 >= forum.first && ($0 - forum.first) % forum.every == 0 }.count
    let turns = turns(in: f)
    var text = forums[f].text
    let isMovable = !locks.allSatisfy { $0 != nil }
    for k in locks.indices { if let lock = locks[k], text != nil { text?[k] = lock } }
    for p in 0..<plan.proposals {
      counts.offers[f] += 1
      guard isMovable else { continue }
      let step = forums[f].sittings * plan.proposals + p
      let m = turns[step % turns.count]
      guard next < acts.count, acts[next].kind == .text else {
        throw Mismatch(text: "no text in round \(round)")
      }
      let proposal = acts[next].options
      try expect(.text, .mediator(m), in: f, proposal)
      counts.texts[m] += 1
      // Of a new text only the first change shows what it was: it must be a neighbour of what
      // holds.
      let before = try text ?? start(from: proposal)
      guard zip(before, proposal).filter({ $0 != $1 }).count == 1,
        zip(locks, proposal).allSatisfy({ $0 == nil || $0 == $1 })
      else { throw Mismatch(text: "round \(round): from \(before) to \(proposal)") }
      var passes = true
      for i in forum.members {
        let because = try vote(of: i, from: before, to: proposal, m)
        try expect(because == nil ? .accept : .reject, .party(i), in: f, proposal, because: because)
        if because != nil, scenario.parties[i].hasVeto { passes = false }
      }
      text = passes ? proposal : before
    }
    let standing = try text ?? start(from: nil)
    forums[f].text = standing
    forums[f].sittings += 1
    for i in forum.members { show(standing, to: i, by: nil) }
    guard forums[f].sittings >= sittings || round + forum.every >= last ?? .max else { return false }
    let m = turns[(forums[f].sittings * plan.proposals - 1) % turns.count]
    forums[f] = SlowForum()
    try expect(.text, .mediator(m), in: f, standing)
    noteTabled(standing)
    counts.texts[m] += 1
    counts.offers[f] += 1
    var votes = 0
    for i in forum.members {
      let preferences = scenario.parties[i].preferences
      let because: Refusal? =
        world.crosses(standing, redLinesOf: preferences)
        ? .redLine
        : isAcceptable(standing, to: i)
          ? wouldFailAtHome(standing, for: i) ? .wouldFailAtHome : nil : .belowReservation
      try expect(because == nil ? .accept : .reject, .party(i), in: f, standing, because: because)
      if because == nil, scenario.parties[i].hasVeto { votes += 1 }
    }
    let needed = forum.members.filter { scenario.parties[$0].hasVeto }.count
    guard needed > 0, votes == needed, try outsidersConsent(f, standing) else { return false }
    try conclude(f, m, standing)
    return true
  }

  /// The status quo with the locks; an issue without one begins anywhere, which random scenarios
  /// for this model avoid.
  private func start(from proposal: [Int]?) throws -> [Int] {
    try scenario.issues.indices.map { k in
      guard let option = locks[k] ?? scenario.issues[k].statusQuo else {
        throw Mismatch(text: "issue \(k) has no status quo")
      }
      return option
    }
  }

  private func vote(of i: Int, from before: [Int], to proposal: [Int], _ m: Int) throws -> Refusal? {
    let preferences = scenario.parties[i].preferences
    let (crossed, crosses) = (
      world.crosses(before, redLinesOf: preferences), world.crosses(proposal, redLinesOf: preferences)
    )
    var gain = world.utility(proposal, to: preferences) - world.utility(before, to: preferences)
    if crossed != crosses { gain = crosses ? -.infinity : .infinity }
    let heard = next < acts.count ? acts[next].because : nil
    var isFor = gain >= -SlowParty.tolerance
    if !isFor, gain > -.infinity, case .annealer(let temperature) = scenario.parties[i].voter,
      world.number(temperature) > 0
    {
      isFor = heard != .prefersText
    }
    guard isFor else { return .prefersText }
    return takesUp(proposal, of: [m], i) ? nil : .noTrust
  }
}
