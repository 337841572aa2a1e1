import Bargaining
import Tables

/// Settings of mediators and of what they have in common.
extension InertSearch {
  mutating func lookAtMediators() {
    // Of one that sits nowhere all of it is warned of when it is read.
    for index in scenario.mediators.indices where sits(index) {
      let mediator = scenario.mediators[index]
      let path = ["mediators", mediator.name]
      for party in scenario.parties.indices { lookAtRelation(of: index, to: party, path) }
      lookAtTexts(of: index, path)
      guard !drafts(index) else { continue }
      let why: Message = "changes nothing: the mediator drafts no text (\"formulate\" is 0)"
      if canBeOther(mediator.ownInterest) { note(path + ["own_interest"], why) }
      note(path + ["estimates"], why)
      if isAlwaysZero(scenario.mediation.incoherence) || !hasLeverage(index) {
        note(path + ["preferences"], why)
      }
      let isEffort = talksCanBeSuspended && !isAlwaysZero(scenario.talks.resume.mediation)
      if canBeOther(mediator.facilitate), !isEffort {
        note(
          path + ["facilitate"],
          "changes nothing: the mediator drafts no text, and its effort brings no talks back (talks.resume.mediation)"
        )
      }
    }
    lookAtMediation()
  }

  private mutating func lookAtRelation(of index: Int, to party: Int, _ mediator: [String]) {
    let path = mediator + ["toward", scenario.parties[party].name]
    guard meet(index, party) else {
      return note(path, "changes nothing: the two sit in no forum together")
    }
    let (it, relation) = (scenario.mediators[index], scenario.mediators[index].toward[party])
    let isOverText = sitsOverSingleText(index)
    if isAlwaysZero(it.manipulate) {
      for (key, number) in [("carrot", relation.carrot), ("stick", relation.stick)] where canBeOther(number) {
        note(path + [key], "is never brought to bear: \"manipulate\" of the mediator is 0")
      }
    }
    guard !drafts(index) else { return }
    if canBeOther(relation.gain), !tables(index) {
      note(path + ["gain"], "changes nothing: the mediator drafts no text that could raise trust")
    }
    guard !isOverText else { return }
    if canBeOther(relation.loss), !tables(index) {
      note(path + ["loss"], "changes nothing: the mediator drafts no text that could lower trust")
    }
    let isFollowed = canBeOther(scenario.mediation.allegiance) && (hasLeverage(index) || tables(index))
    let isSuspected = canBeOther(scenario.mediation.suspicion) && tables(index)
    if canBeOther(relation.bias), !isFollowed, !isSuspected {
      note(
        path + ["bias"],
        "changes nothing: the mediator drafts no text, and its leverage has no allegiance")
    }
  }

  private mutating func lookAtMediation() {
    let mediation = scenario.mediation
    if !isAsked() {
      for key in ["noise", "floor"] {
        note(["mediation", key], "changes nothing: no mediator drafts from what it is told")
      }
    } else if !canBeOther(mediation.noise), mediation.joint.isEmpty {
      // In a group it decides how much what each of them was told counts.
      note(
        ["mediation", "floor"], "changes nothing: mediators know what parties want (mediation.noise is 0)")
    }
    if canBeOther(mediation.incoherence), scenario.mediators.indices.count(where: hasLeverage) < 2 {
      note(
        ["mediation", "incoherence"],
        "changes nothing: fewer than two mediators have carrots or sticks to bring to bear")
    }
    let isBiased = scenario.mediators.contains { $0.toward.contains { canBeOther($0.bias) } }
    for (key, number) in [("allegiance", mediation.allegiance), ("suspicion", mediation.suspicion)]
    where canBeOther(number) && !isBiased {
      note(["mediation", key], "changes nothing: no mediator is biased")
    }
    for (place, group) in mediation.joint.enumerated() where !group.contains(where: tables) {
      note(["mediation", "joint", "\(place)"], "is a group that tables nothing: none of it formulates")
    }
  }
}
