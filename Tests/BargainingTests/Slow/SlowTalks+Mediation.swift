import Bargaining
import Foundation
import Randomness

/// What mediators have tabled and learnt in ``SlowTalks``, by mediator and forum or party.
struct SlowMediation {
  var tabled: [[Int]: (text: [Int], refusers: [Int])] = [:]
  var corrections: [[Int]: Double] = [:]
  /// Per mediator and party: the share of its first error that contacts have left.
  var errors: [[Int]: Double] = [:]
  /// By mediators who coordinate, and forum: the round in which they last tabled a text.
  var lastRounds: [[Int]: Int] = [:]
  /// By mediator and place: texts that were ready and have been tabled at this stage.
  var done: Set<[Int]> = []
  /// Per party: the most that it hopes for.
  var hopes: [Int: Double] = [:]
  /// The mediator on whose text the last deal is; `nil` for a party's offer.
  var dealBy: Int?
}

/// What mediators know and how they are trusted, from the words of ``Mediation`` and
/// ``Mediator/Relation``.
extension SlowTalks {
  /// What an agreement must bring a party, as it tells a mediator and as that corrects it.
  func told(by i: Int, to m: Int) -> Double {
    let threshold = parties[i].threshold + mediation.corrections[[m, i], default: 0]
    let best = parties[i].open.map(\.utility).max()
    guard let overstatement = scenario.parties[i].overstatement, let best else { return threshold }
    let distrust = 1 - world.number(scenario.mediators[m].toward[i].trust)
    return threshold + world.number(overstatement) * distrust * max(0, best - parties[i].threshold)
  }

  func takesUp(_ text: [Int], of authors: [Int], _ i: Int) -> Bool {
    let trust = authors.map { trustInTexts(of: $0, i) }.max() ?? 0
    let who = authors.map { scenario.mediators[$0].name }.sorted().joined(separator: "+")
    let stream = StreamID("mediators.\(who).toward.\(scenario.parties[i].name).takes_up")
    let names = text.enumerated().map { k, option in
      StreamID("issues.\(scenario.issues[k].name).\(scenario.issues[k].options[option].name)").value
    }
    let key = StreamID.mix(names.reduce(0, &+))
    let draw = RandomStream.uniform(
      seed: seed, run: UInt32(record.run), stream: stream, at: UInt32(truncatingIfNeeded: key))
    return draw < trust
  }

  /// From -1 to 1: how much more a mediator is for a party than for the others that it meets.
  private func lean(of m: Int, _ i: Int) -> Double {
    let toward = scenario.mediators[m].toward
    let others = scenario.parties.indices.filter { $0 != i && meets(m, $0) }
    guard !others.isEmpty else { return 0 }
    let rest = others.reduce(0) { $0 + world.number(toward[$1].bias) } / Double(others.count)
    return (world.number(toward[i].bias) - rest) / 2
  }

  private func following(of m: Int, _ i: Int) -> Double {
    max(0, lean(of: m, i)) * (scenario.mediation.allegiance.map { world.number($0) } ?? 0)
  }

  func trustInLeverage(of m: Int, _ i: Int) -> Double {
    let trust = world.number(scenario.mediators[m].toward[i].trust)
    return trust + following(of: m, i) * (1 - trust)
  }

  private func trustInTexts(of m: Int, _ i: Int) -> Double {
    let suspicion = scenario.mediation.suspicion.map { world.number($0) } ?? 0
    return trustInLeverage(of: m, i) * (1 - suspicion * max(0, -lean(of: m, i)))
  }

  /// Those who table a text together with a mediator.
  func authors(with m: Int, in f: Int) -> [Int] {
    let group = scenario.mediation.joint.first { $0.contains(m) } ?? [m]
    return group.filter { scenario.forums[f].mediators.contains($0) }
  }

  /// Each mediator of a forum talks to its members.
  mutating func meet(in f: Int) {
    for m in scenario.forums[f].mediators {
      for i in scenario.forums[f].members {
        let mediator = scenario.mediators[m]
        mediation.errors[[m, i], default: 1] *=
          1 - world.number(mediator.facilitate) * world.number(mediator.toward[i].trust)
      }
    }
  }

  /// The same from the estimates of several, each weighted by one over its variance.
  func told(by i: Int, to authors: [Int]) -> Double {
    if authors.count == 1 { return told(by: i, to: authors[0]) }
    let floor = scenario.mediation.floor.map { world.number($0) } ?? 0
    let weights = authors.map { m in
      pow(max(floor + (1 - floor) * mediation.errors[[m, i], default: 1], 1e-6), -2)
    }
    return zip(weights, authors).reduce(0) { $0 + $1.0 * told(by: i, to: $1.1) } / weights.reduce(0, +)
  }

  func answer(of i: Int, to text: [Int], of authors: [Int]) -> Refusal? {
    if let because = refusal(of: text, by: i) { return because }
    return takesUp(text, of: authors, i) ? nil : .noTrust
  }

  /// Of a text that was tabled last, somebody who refused it must have come to another mind.
  mutating func expectNews(_ text: [Int], of authors: [Int], in f: Int) throws {
    if authors.count > 1 {
      if mediation.lastRounds[authors + [f]] == round {
        throw Mismatch(text: "round \(round): a second text of \(authors)")
      }
      mediation.lastRounds[authors + [f]] = round
    }
    guard let last = mediation.tabled[authors + [-1, f]], last.text == text else { return }
    if !last.refusers.isEmpty, last.refusers.allSatisfy({ answer(of: $0, to: text, of: authors) != nil }) {
      throw Mismatch(text: "round \(round): the text \(text) again, although nobody thinks otherwise")
    }
  }

  mutating func noteAnswers(_ answers: [Int: Refusal], to text: [Int], of authors: [Int], in f: Int) {
    let members = scenario.forums[f].members
    for other in scenario.forums[f].mediators where world.number(scenario.mediators[other].formulate) > 0 {
      for i in members where scenario.parties[i].overstatement != nil {
        let surplus = world.utility(text, to: scenario.parties[i].preferences) - told(by: i, to: other)
        let isTooHigh = answers[i] == .belowReservation && surplus > 0
        let isTooLow = answers[i] != .belowReservation && answers[i] != .redLine && surplus < 0
        if isTooHigh || isTooLow { mediation.corrections[[other, i], default: 0] += surplus }
      }
    }
    let last = mediation.tabled[authors + [-1, f]]?.text
    for m in authors { noteAnswers(answers, to: text, of: m, after: last, members) }
    mediation.tabled[authors + [-1, f]] = (text, members.filter { answers[$0] != nil })
  }

  private mutating func noteAnswers(
    _ answers: [Int: Refusal], to text: [Int], of m: Int, after last: [Int]?, _ members: [Int]
  ) {
    for i in members where following(of: m, i) > 0 {
      guard let best = parties[i].open.map(\.utility).max() else { continue }
      let most = min(best, mediation.hopes[i, default: .infinity])
      let worth = world.utility(text, to: scenario.parties[i].preferences)
      if worth < most - SlowParty.tolerance {
        mediation.hopes[i] = most + following(of: m, i) * (worth - most)
      }
    }
    for i in members {
      let toward = scenario.mediators[m].toward[i]
      let preferences = scenario.parties[i].preferences
      if answers[i] == .belowReservation || answers[i] == .redLine {
        move(toward.trust, to: 0, by: toward.loss)
      } else if let last,
        world.utility(text, to: preferences) > world.utility(last, to: preferences) + SlowParty.tolerance
      {
        move(toward.trust, to: 1, by: toward.gain)
      }
    }
  }

  mutating func move(_ trust: ParameterID, to end: Double, by rate: ParameterID?) {
    guard let rate else { return }
    drawn[trust.index] += world.number(rate) * (end - drawn[trust.index])
    recompute(trust.index)
  }
}
