import Bargaining
import Tables

/// Settings of forums, talks and events.
extension InertSearch {
  mutating func lookAtForums() {
    for forum in scenario.forums {
      if forum.rules == .shuttle, !hasTexts(forum) {
        note(
          ["forums", forum.name, "protocol"],
          "\"shuttle\" comes to no agreement here: its members see texts alone, and none of its mediators formulates any"
        )
      }
      if forum.mediators.count < 2 {
        note(["forums", forum.name, "turns"], "says nothing: fewer than two mediators sit there")
      }
    }
  }

  /// Whether anything may suspend the talks.
  var talksCanBeSuspended: Bool {
    scenario.talks.startSuspended || scenario.talks.suspendAfter != nil
      || scenario.parties.contains { $0.hasVeto && $0.ratification.map { $0.failures != 1 } ?? false }
  }

  mutating func lookAtTalks() {
    let talks = scenario.talks
    if canBeOther(talks.progress), !looksAtProgress(talks) {
      note(
        ["talks", "progress"], "changes nothing: no suspension, deadline, event or hazard looks at progress")
    }
    if let deadline = talks.deadline, isAlwaysZero(deadline.extensionChance) {
      note(
        ["talks", "deadline", "by"], "changes nothing: the deadline is never put off (\"extension\" is 0)")
    }
    lookAtResumption(talks)
    lookAtCollapse(talks)
    for (key, terms) in [("resume", talks.resumptionTerms), ("collapse", talks.collapseTerms)] {
      lookAtMeasures(terms, ["talks", key])
    }
    let looksAtShocks = canBeOther(talks.collapseTerms.shock) || canBeOther(talks.resumptionTerms.shock)
    if !looksAtShocks {
      note(["talks", "shock_half_life"], "changes nothing: no hazard looks at shocks")
    }
    for event in scenario.events {
      let path = ["events", event.name]
      if isAlwaysZero(event.rate), isAlwaysZero(event.progressRate) {
        note(path, "never happens: its rate is 0")
      } else if !looksAtShocks {
        note(path + ["shock"], "changes nothing: no hazard looks at shocks")
      }
    }
  }

  /// Whether anything asks how much better an offer is than all before.
  private func looksAtProgress(_ talks: Talks) -> Bool {
    talks.suspendAfter != nil || !isAlwaysZero(talks.deadline?.extensionChance)
      || canBeOther(talks.collapseTerms.distance) || canBeOther(talks.resumptionTerms.distance)
      || scenario.events.contains { canBeOther($0.progressRate) }
  }

  private mutating func lookAtResumption(_ talks: Talks) {
    let path = ["talks", "resume"]
    let base = [
      ("base", talks.resume.base), ("mediation", talks.resume.mediation), ("pain", talks.resume.pain),
    ]
    if !talksCanBeSuspended {
      for (key, number) in base + terms(talks.resumptionTerms) where canBeOther(number) {
        note(path + [key], "changes nothing: nothing suspends the talks")
      }
      return
    }
    if base.allSatisfy({ isAlwaysZero($0.1) }) {
      for (key, number) in terms(talks.resumptionTerms) where canBeOther(number) {
        note(path + [key], "changes nothing: the hazard that it multiplies is 0")
      }
    }
    let somebodyHelps = scenario.mediators.indices.contains {
      sits($0) && !isAlwaysZero(scenario.mediators[$0].facilitate)
    }
    if canBeOther(talks.resume.mediation), !somebodyHelps {
      note(path + ["mediation"], "changes nothing: no mediator that sits in a forum facilitates")
    }
    if canBeOther(talks.resume.pain), let party = painless { note(path + ["pain"], whyPainless(party)) }
  }

  private mutating func lookAtCollapse(_ talks: Talks) {
    let path = ["talks", "collapse"]
    if canBeOther(talks.collapseWhileSuspended), !talksCanBeSuspended {
      note(path + ["suspended"], "changes nothing: nothing suspends the talks")
    }
    let breaksDown =
      !isAlwaysZero(talks.collapseWhileActive)
      || !isAlwaysZero(talks.collapseWhileSuspended) && talksCanBeSuspended
    guard !breaksDown else { return }
    for (key, number) in terms(talks.collapseTerms) where canBeOther(number) {
      note(path + [key], "changes nothing: the hazard that it multiplies is 0")
    }
  }

  /// What hazards look at and is always 0.
  private mutating func lookAtMeasures(_ terms: HazardTerms, _ path: [String]) {
    if canBeOther(terms.shock), scenario.events.isEmpty {
      note(path + ["shock"], "changes nothing: there are no events")
    }
    if canBeOther(terms.trust), !scenario.mediators.indices.contains(where: sits) {
      note(path + ["trust"], "changes nothing: nobody mediates")
    }
    if canBeOther(terms.pain), let party = painless { note(path + ["pain"], whyPainless(party)) }
  }

  private func terms(_ terms: HazardTerms) -> [(String, ParameterID?)] {
    [("distance", terms.distance), ("pain", terms.pain), ("shock", terms.shock), ("trust", terms.trust)]
      .filter { $0.1 != nil }
  }

  /// A party that no delay costs anything: pain is the least of what it costs the parties.
  private var painless: Party? { scenario.parties.first { isAlwaysZero($0.costOfDelay) } }

  private func whyPainless(_ party: Party) -> Message {
    "changes nothing: pain is what delay costs whom it costs least, and party \(Quoting.quoted(party.name)) it costs nothing"
  }
}
