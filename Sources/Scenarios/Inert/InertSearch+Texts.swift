import Bargaining
import Tables

/// Texts that mediators have ready, and that cannot be tabled or cannot be agreed.
extension InertSearch {
  mutating func lookAtTexts(of mediator: Int, _ path: [String]) {
    for (place, text) in scenario.mediators[mediator].texts.enumerated() {
      let path = path + ["texts", "\(place)"]
      if let why = whyNeverTabled(text, by: mediator) {
        note(path, "is never tabled: \(why)")
      } else if let party = whoseRedLine(text) {
        note(
          path + ["outcome"],
          "is always refused: it crosses a red line of party \(Quoting.quoted(party.name))"
        )
      }
    }
  }

  private func whyNeverTabled(_ text: PreparedText, by mediator: Int) -> Message? {
    if let round = text.round, !isTouched(round) {
      let from = max(0, scenario[round].distribution.support.lowerBound).rounded(.up)
      let sits = scenario.forums.contains { forum in
        forum.mediators.contains(mediator)
          && (Int(from)..<max(Int(from), scenario.rounds)).contains(where: forum.sits(in:))
      }
      if !sits { return "the mediator sits in no forum from its round to the end of the window" }
      if let deadline = scenario.talks.deadline, isAlwaysZero(deadline.extensionChance),
        !isTouched(deadline.round), scenario[deadline.round].distribution.support.upperBound <= from
      {
        return "the deadline comes before its round"
      }
    }
    switch text.occasion {
    case .any: break
    case .resumption: if !talksCanBeSuspended { return "nothing suspends the talks" }
    case .inForce(let condition):
      let holdsNow = condition.clauses.allSatisfy { clause in
        scenario.issues[clause.issue].statusQuo.map { clause.options.contains($0) } ?? false
      }
      if !holdsNow, !scenario.order.holds {
        return "before an agreement nothing but the status quo is in force, and it is not as it says"
      }
    }
    let lock = scenario.issues.indices.first { k in
      guard let tentative = scenario.issues[k].tentative, tentative.reopening == .never,
        tentative.option != text.options[k]
      else { return false }
      return scenario[tentative.firmness].distribution == .constant(1)
    }
    return lock.map { "issue \(Quoting.quoted(scenario.issues[$0].name)) is settled otherwise" }
  }

  /// A party whose consent is needed, in an agenda without stages.
  private func whoseRedLine(_ text: PreparedText) -> Party? {
    guard scenario.order.stages(over: scenario.agenda).isEmpty else { return nil }
    return scenario.parties.first { party in
      party.hasVeto && party.preferences.redLines.contains { $0.holds(in: text.options) }
    }
  }
}
