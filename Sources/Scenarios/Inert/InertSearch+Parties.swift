import Bargaining
import Tables

/// Settings of parties.
extension InertSearch {
  mutating func lookAtParties() {
    for index in scenario.parties.indices {
      let party = scenario.parties[index]
      let path = ["parties", party.name]
      lookAtOffers(of: index, path)
      lookAtTactic(party.tactic, of: index, path + ["tactic"])
      if canBeOther(party.overstatement), !isAsked(index) {
        note(
          path + ["overstatement"],
          "changes nothing: no mediator that drafts from what it is told sits with it")
      }
      if !scenario.forums.contains(where: { isSingleText($0) && $0.members.contains(index) }) {
        note(
          path + ["voter"], "is never asked: there are votes on changes in \"single_text\" forums alone")
      }
      if party.looksAhead, scenario.implementation == nil {
        note(
          path + ["looks_ahead"], "changes nothing: the scenario has no \"implementation\" to look ahead to")
      }
      lookAtHome(of: index, path + ["ratification"])
    }
  }

  private mutating func lookAtOffers(of index: Int, _ path: [String]) {
    let party = scenario.parties[index]
    let learns = party.offer == .modelled || party.ties == .bestForOthers
    if party.tactic == .random {
      note(path + ["offer"], "has no say: the tactic \"random\" draws what it offers")
    } else if party.offer == .modelled, !seesOffers(index) {
      note(
        path + ["offer"],
        "\"modelled\" is \"closest\" here: nobody shows it an offer from which to estimate what others want")
    }
    if party.ties == .bestForOthers, !seesOffers(index) {
      note(
        path + ["ties"],
        "\"best_for_others\" is \"nearest\" here: nobody shows it an offer from which to estimate what others want"
      )
    }
    if !learns {
      note(
        path + ["opponent_model"],
        "is never looked at: only \"modelled\" offers and \"best_for_others\" ties need it")
    } else if !seesOffers(index) {
      note(path + ["opponent_model"], "has nothing to learn from: nobody shows it an offer")
    }
  }

  /// Of a mixture each part by itself. Depth is bounded by what the parser allows.
  private mutating func lookAtTactic(_ tactic: Tactic, of party: Int, _ path: [String]) {
    switch tactic {
    case .micro, .zeuthen, .titForTat: break
    case .mix(let parts):
      for (place, part) in parts.enumerated() {
        lookAtTactic(part.tactic, of: party, path + [tactic.word, "\(place)", "1"])
      }
      return
    case .time, .hardliner, .random, .custom: return
    }
    let moves = seesOffers(party) || tactic != .zeuthen && seesTexts(party)
    if moves, case .micro = tactic { lookAtMicro(of: party, path) }
    if moves { return }
    let until: Message = scenario.parties[party].horizon == nil ? "" : " before its horizon"
    let what: Message = tactic == .zeuthen ? "nobody shows it an offer" : "nobody shows it an offer or a text"
    note(path, "\("\"\(tactic.word)\"") never moves\(until): \(what) to answer")
  }

  private mutating func lookAtHome(of index: Int, _ path: [String]) {
    // Of a party without a veto all of it is warned of when it is read.
    guard let ratification = scenario.parties[index].ratification, scenario.parties[index].hasVeto else {
      return
    }
    let endsAtOnce = ratification.failures == 1
    if canBeOther(ratification.trustLoss) {
      if endsAtOnce {
        note(path + ["trust_loss"], "changes nothing: the first deal turned down ends the run")
      } else if !scenario.mediators.indices.contains(where: { meet($0, index) }) {
        note(path + ["trust_loss"], "changes nothing: no mediator sits with the party")
      }
    }
    if canBeOther(ratification.learning), endsAtOnce {
      note(path + ["learning"], "changes nothing: the first deal turned down ends the run")
    }
    for faction in ratification.factions where canBeOther(faction.carrotShare) && !getsCarrots(index) {
      note(
        path + ["factions", faction.name, "carrot_share"], "changes nothing: no carrot reaches the party")
    }
  }
}
