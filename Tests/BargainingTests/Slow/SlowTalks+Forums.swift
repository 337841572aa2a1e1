import Bargaining
import Foundation

extension SlowTalks {
  /// Steps 4 to 6; whether the talks are over.
  mutating func sit() throws -> Bool {
    hasProgress = false
    var sat = false
    for f in sittingOrder {
      let forum = scenario.forums[f]
      guard round >= forum.first, (round - forum.first).isMultiple(of: forum.every) else { continue }
      if !sat { counts.sat += 1 }
      sat = true
      meet(in: f)
      if try sit(by: forum.rules, f) { return true }
      for mediator in turns(in: f) where try hearText(of: mediator, in: f) { return true }
    }
    if sat { stalled = hasProgress ? 0 : stalled + 1 }
    return false
  }

  mutating func alternate(_ f: Int) throws -> Bool {
    let forum = scenario.forums[f]
    // Who can no longer afford what it offered or took is not held to it.
    if let standing = forums[f].standing {
      let bound = forums[f].accepted.filter { scenario.parties[$0].hasVeto }.union([standing.by])
      if bound.contains(where: {
        !isAcceptable(standing.offer, to: $0) || wouldFailAtHome(standing.offer, for: $0)
      }) {
        forums[f].clear()
      }
    }
    for i in forum.members {
      if let standing = forums[f].standing, standing.by != i {
        let because = refusal(of: standing.offer, by: i)
        try expect(because == nil ? .accept : .reject, .party(i), in: f, standing.offer, because: because)
        if because == nil {
          forums[f].accepted.insert(i)
          if try isAgreed(f) { return true }
          continue
        }
      }
      if let meant = offer(of: i, in: f)?.outcome {
        let brought = try brought(meant, of: i, in: f)
        parties[i].noteOffer(scenario.parties[i], world)
        parties[i].position = meant
        guard let offer = brought else { continue }
        try expect(.offer, .party(i), in: f, offer)
        forums[f].offers[i] = offer
        counts.offers[f] += 1
        noteTabled(offer)
        forums[f].standing = (offer, i)
        forums[f].accepted = []
        for other in forum.members where other != i { show(offer, to: other, by: i) }
        if try isAgreed(f) { return true }
      }
    }
    return false
  }

  mutating func confide(_ f: Int) throws -> Bool {
    for i in scenario.forums[f].members {
      guard let meant = offer(of: i, in: f)?.outcome else { continue }
      let brought = try brought(meant, of: i, in: f)
      parties[i].noteOffer(scenario.parties[i], world)
      parties[i].position = meant
      guard let offer = brought else { continue }
      try expect(.offer, .party(i), in: f, offer)
      forums[f].offers[i] = offer
      counts.offers[f] += 1
      for other in scenario.forums[f].members where other != i { noteProgress(offer, other) }
    }
    return false
  }

  /// Whether all members with a veto, the proposer apart, took what stands, and those outside
  /// consent.
  private mutating func isAgreed(_ f: Int) throws -> Bool {
    guard let standing = forums[f].standing else { return false }
    let needed = scenario.forums[f].members.filter { scenario.parties[$0].hasVeto && $0 != standing.by }
    guard needed.allSatisfy({ forums[f].accepted.contains($0) }) else { return false }
    if try outsidersConsent(f, standing.offer) {
      try conclude(f, nil, standing.offer)
      return true
    }
    forums[f].clear()
    return false
  }

  mutating func outsidersConsent(_ f: Int, _ outcome: [Int]) throws -> Bool {
    for i in scenario.parties.indices.sorted(by: { scenario.parties[$0].name < scenario.parties[$1].name })
    where scenario.parties[i].hasVeto && !scenario.forums[f].members.contains(i) {
      let because = refusal(of: outcome, by: i)
      try expect(because == nil ? .accept : .reject, .party(i), in: f, outcome, because: because)
      if because != nil { return false }
    }
    return true
  }

  private mutating func hearText(of m: Int, in f: Int) throws -> Bool {
    let authors = authors(with: m, in: f)
    if let place = readyText(of: m) {
      guard try hearReady(place, of: m, authors, in: f) else { return false }
    } else {
      // Nobody drafts while another of the group has a text to table.
      if authors.contains(where: { readyText(of: $0) != nil }) { return false }
      guard next < acts.count, acts[next].kind == .text, acts[next].actor == .mediator(m),
        acts[next].forum == f, acts[next].round == round
      else { return false }
      next += 1
      if acts[next - 1].isPrepared {
        throw Mismatch(text: "round \(round): a text of \(m) that is not ready")
      }
      try check(acts[next - 1].options, of: authors, in: f)
      try expectNews(acts[next - 1].options, of: authors, in: f)
    }
    let text = acts[next - 1].options
    counts.texts[m] += 1
    counts.offers[f] += 1
    noteTabled(text)
    var votes = 0
    var answers: [Int: Refusal] = [:]
    var vetoes: [Refusal?] = []
    let members = scenario.forums[f].members
    for i in members {
      let because = answer(of: i, to: text, of: authors)
      if because == .wouldFailAtHome { explain(text, by: i) }
      answers[i] = because
      try expect(because == nil ? .accept : .reject, .party(i), in: f, text, because: because)
      if because == nil, scenario.parties[i].hasVeto { votes += 1 }
      if scenario.parties[i].hasVeto { vetoes.append(because) }
    }
    noteAnswers(vetoes, to: text)
    for i in members { show(text, to: i, by: nil) }
    noteAnswers(answers, to: text, of: authors, in: f)
    let needed = members.filter { scenario.parties[$0].hasVeto }.count
    guard needed > 0, votes == needed, try outsidersConsent(f, text) else { return false }
    try conclude(f, m, text)
    return true
  }

  mutating func conclude(_ f: Int, _ mediator: Int?, _ deal: [Int]) throws {
    mediation.dealBy = mediator
    if stage + 1 < stages.count { return try settle(f, mediator, deal) }
    guard try ratify(f, deal) else { return }
    let isPartial = scenario.issues.indices.contains { k in
      scenario.issues[k].isOnAgenda && scenario.issues[k].statusQuo == deal[k]
    }
    try finish(isPartial ? .partialAgreement : .fullAgreement, forum: f, mediator: mediator, deal: deal)
  }

  mutating func show(_ outcome: [Int], to i: Int, by proposer: Int?) {
    noteProgress(outcome, i)
    parties[i].lastSeen = outcome
    let worth = world.utility(outcome, to: scenario.parties[i].preferences)
    parties[i].hasNews = true
    if let proposer {
      parties[i].seen.append((proposer, outcome, time(of: i), worth))
    } else {
      parties[i].texts.append(worth)
    }
  }

  private mutating func noteProgress(_ outcome: [Int], _ i: Int) {
    let utility = world.utility(outcome, to: scenario.parties[i].preferences)
    guard utility > parties[i].bestSeen + world.number(scenario.talks.progress) + SlowParty.tolerance else {
      return
    }
    parties[i].bestSeen = utility
    hasProgress = true
    hasMoved = true
  }

  /// A text respects the locks and everybody's red lines, and no change of one or two issues raises
  /// Phi.
  private func check(_ text: [Int], of authors: [Int], in f: Int) throws {
    guard zip(text, locks).allSatisfy({ $1 == nil || $0 == $1 }) else {
      throw Mismatch(text: "a text \(text) that breaks a lock")
    }
    guard let phi = phi(text, authors, f) else { throw Mismatch(text: "a text \(text) across a red line") }
    for other in world.outcomes(locks: locks) {
      let distance = zip(text, other).filter { $0 != $1 }.count
      guard distance == 1 || distance == 2, let better = self.phi(other, authors, f), better > phi + 1e-9
      else { continue }
      throw Mismatch(text: "round \(round): \(other) is better than the text \(text): \(better) > \(phi)")
    }
  }

  /// The Nash product that a mediator climbs, its own interest added; `nil` across a red line.
  private func phi(_ outcome: [Int], _ authors: [Int], _ f: Int) -> Double? {
    let mediators = authors.map { scenario.mediators[$0] }
    var phi = 0.0
    for mediator in mediators {
      if world.crosses(outcome, redLinesOf: mediator.preferences) { return nil }
      let interest =
        world.number(mediator.ownInterest)
        * world.utility(
          outcome, to: mediator.preferences, ofParty: false)
      phi += interest / Double(mediators.count)
    }
    for i in scenario.forums[f].members {
      let preferences = scenario.parties[i].preferences
      if world.crosses(outcome, redLinesOf: preferences) { return nil }
      let surplus =
        world.utility(outcome, to: preferences) - penalty(outcome, of: i) - told(by: i, to: authors)
      let bias = mediators.reduce(0) { $0 + world.number($1.toward[i].bias) } / Double(mediators.count)
      phi += (1 + bias) * Foundation.log(max(1e-3, surplus))
    }
    return phi
  }
}
