import Bargaining

/// Follows a run and says which observations of a history it fits.
package struct HistoryWatch: TalksObserver {
  /// Of the scenario that is played.
  private let observations: [Observation]
  /// An event that the scenario does not have.
  fileprivate static let noEvent = -1
  private let startsSuspended: Bool
  /// Per observation: whether what it says has been seen.
  private var seen: [Bool]
  /// Per observation of a state: whether the talks are suspended in its round, as far as is known.
  private var suspended: [Bool]
  private var texts: [Candidate] = []

  /// A text that may be the one observed, and the answers to it so far.
  private struct Candidate {
    let observation: Int
    let forum: Int?
    let round: Int
    let options: [Int]
    var taken: UInt32 = 0
    var refused: UInt32 = 0
  }

  /// - Parameters:
  ///   - history: of a scenario.
  ///   - scenario: whose history it is.
  ///   - played: that scenario, or one of its models.
  package init(_ history: History, of scenario: Scenario, played: Scenario) {
    observations = history.observations.map { $0.moved(from: scenario, to: played) }
    startsSuspended = played.talks.startSuspended
    seen = Array(repeating: false, count: observations.count)
    suspended = seen
    begin()
  }

  /// Begins a run.
  package mutating func begin() {
    for place in seen.indices {
      seen[place] = false
      suspended[place] = startsSuspended
    }
    texts.removeAll(keepingCapacity: true)
  }

  package mutating func observe(_ act: TalkAct) {
    switch act.kind {
    case .offer, .text: noteText(act)
    case .accept, .reject: noteAnswer(act)
    case .event: noteEvent(act)
    case .resume: noteState(isSuspended: false, from: act.round)
    // Forums have sat in the round in which talks are suspended.
    case .suspend: noteState(isSuspended: true, from: act.round + 1)
    case .settle: noteSettled(act.options, in: act.round)
    case .extend, .ratify, .phase: break
    }
  }

  /// Whether the run fits an observation, once it is over.
  package func fits(_ place: Int, _ record: RunRecord, lastRound: Int) -> Bool {
    let observation = observations[place]
    switch observation.fact {
    case .state(let isSuspended): return lastRound >= observation.round && suspended[place] == isSuspended
    case .event(_, let happened): return seen[place] == happened
    case .text: return seen[place]
    case .settled(let issue, let option):
      return seen[place]
        || record.ending.isAgreement && record.round <= observation.rounds.upperBound
          && Int(record.options[issue]) == option
    case .agreement(let isSeen):
      return (record.ending.isAgreement && observation.rounds.contains(record.round)) == isSeen
    }
  }

  private mutating func noteState(isSuspended: Bool, from round: Int) {
    for (place, observation) in observations.enumerated() {
      if observation.round >= round { suspended[place] = isSuspended }
    }
  }

  private mutating func noteEvent(_ act: TalkAct) {
    for (place, observation) in observations.enumerated() {
      guard case .event(let event, _) = observation.fact,
        act.actor == .event(event), observation.rounds.contains(act.round)
      else { continue }
      seen[place] = true
    }
  }

  private mutating func noteSettled(_ options: [Int], in round: Int) {
    for (place, observation) in observations.enumerated() {
      guard case .settled(let issue, let option) = observation.fact,
        round <= observation.rounds.upperBound, options[issue] == option
      else { continue }
      seen[place] = true
    }
  }

  private mutating func noteText(_ act: TalkAct) {
    for (place, observation) in observations.enumerated() where !seen[place] {
      guard case .text(let text) = observation.fact,
        observation.rounds.contains(act.round), text.author.actor == act.actor, text.isLike(act.options)
      else { continue }
      guard text.isAnswered else {
        seen[place] = true
        continue
      }
      texts.append(
        Candidate(observation: place, forum: act.forum, round: act.round, options: act.options))
    }
  }

  private mutating func noteAnswer(_ act: TalkAct) {
    guard !texts.isEmpty, case .party(let party) = act.actor else { return }
    // The last to be tabled of several that say the same is the one that is answered.
    for place in texts.indices.reversed() {
      guard texts[place].forum == act.forum, act.round <= texts[place].round + 1,
        texts[place].options == act.options
      else { continue }
      if act.kind == .accept {
        texts[place].taken |= .bit(party)
      } else {
        texts[place].refused |= .bit(party)
      }
      let candidate = texts[place]
      guard case .text(let text) = observations[candidate.observation].fact else { continue }
      if text.takenBy & ~candidate.taken == 0, text.refusedBy & ~candidate.refused == 0 {
        seen[candidate.observation] = true
      }
    }
  }
}

extension ObservedText.Author {
  fileprivate var actor: TalkAct.Actor {
    switch self {
    case .party(let party): .party(party)
    case .mediator(let mediator): .mediator(mediator)
    }
  }
}

extension Observation {
  /// The same of one of the models of a scenario, which may have its events in other places or lack
  /// them; all else stands there as it does here.
  fileprivate func moved(from scenario: Scenario, to played: Scenario) -> Observation {
    guard case .event(let event, let happened) = fact else { return self }
    var observation = self
    let name = scenario.events[event].name
    observation.fact = .event(
      played.events.firstIndex { $0.name == name } ?? HistoryWatch.noEvent, happened: happened)
    return observation
  }
}
