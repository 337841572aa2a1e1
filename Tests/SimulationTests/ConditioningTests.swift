import Bargaining
import Scenarios
import Testing

@testable import Simulation

/// Runs that branch off, what a history sees of a run, and what particles weigh.
@Suite("Runs that are given a history")
struct ConditioningTests {
  /// Talks with much that is left to chance: they stall, resume and break down, things happen, a
  /// mediator that is trusted in part tables texts.
  static let text = """
    {"rounds": 16,
     "issues": {"land": {"options": ["low", "mid", "high"], "status_quo": "low"}, "water": {"range": {"from": 0, "to": 10, "step": 5}, "status_quo": 0}},
     "agenda": {"issues": ["land", "water"], "order": "issue_by_issue"},
     "parties": {
       "north": {"preferences": {"land": {"weight": 1, "values": {"low": 0, "mid": {"uniform": [0.3, 0.7]}, "high": 1}}, "water": {"weight": {"uniform": [0.5, 2]}, "shape": "increasing"}},
                 "reservation": {"uniform": [0.1, 0.6]}, "tactic": {"time": {"beta": {"uniform": [0.2, 2]}}}},
       "south": {"preferences": {"land": {"weight": 1, "values": {"low": 1, "mid": {"uniform": [0.3, 0.9]}, "high": 0}}, "water": {"weight": {"uniform": [0.5, 2]}, "shape": "decreasing"}},
                 "reservation": {"uniform": [0.1, 0.6]}, "tactic": {"time": {"beta": {"uniform": [0.2, 2]}}}}},
     "mediators": {"envoy": {"preferences": {"land": {"weight": 1, "values": {"low": 0, "mid": 1, "high": 0}}, "water": {"weight": 1, "shape": "increasing"}},
                             "formulate": 0.4, "toward": {"north": {"trust": 0.6}, "south": {"trust": 0.5}}}},
     "talks": {"start": "suspended", "suspend_after": 3, "resume": {"base": 0.5}, "collapse": {"active": 0.02, "suspended": 0.04}},
     "events": {"storm": {"rate": 0.1, "effects": [{"on": "parties.north.reservation", "add": 0.1, "for": 3}]}}}
    """

  static func scenario(_ text: String = ConditioningTests.text) throws -> Scenario {
    try ScenarioReader.read(text: text, name: "talks.jsonc").scenario
  }

  @Test("a run that branches off is the same up to the round before, and has the same numbers")
  func branches() throws {
    let negotiation = try Negotiation(Self.scenario())
    var differing = 0
    for run in UInt32(0)..<60 {
      let whole = TracedRun(run, seed: 3, in: negotiation)
      for round in [1, 4, 9] {
        negotiation.follow([Branch(round: round, seed: 77, run: run + 5)])
        let branch = TracedRun(run, seed: 3, in: negotiation)
        let other = TracedRun(run, seed: 3, in: negotiation)
        #expect(branch == other, "the same branch is the same run")
        #expect(branch.drawn == whole.drawn && branch.locked == whole.locked)
        #expect(branch.acts.prefix { $0.round < round } == whole.acts.prefix { $0.round < round })
        if branch.acts != whole.acts { differing += 1 }
      }
      negotiation.follow([])
      #expect(TracedRun(run, seed: 3, in: negotiation) == whole, "no branch is left")
    }
    #expect(differing > 60, "\(differing) of 180 branches differ")
  }

  @Test("a second branch goes on from the first, and a branch to the run's own chance changes nothing")
  func twoBranches() throws {
    let negotiation = try Negotiation(Self.scenario())
    for run in UInt32(0)..<40 {
      let whole = TracedRun(run, seed: 5, in: negotiation)
      negotiation.follow([Branch(round: 3, seed: 5, run: run), Branch(round: 3, seed: 5, run: run)])
      #expect(TracedRun(run, seed: 5, in: negotiation) == whole)
      negotiation.follow([Branch(round: 2, seed: 8, run: 1)])
      let first = TracedRun(run, seed: 5, in: negotiation)
      negotiation.follow([Branch(round: 2, seed: 8, run: 1), Branch(round: 6, seed: 9, run: 2)])
      let second = TracedRun(run, seed: 5, in: negotiation)
      #expect(second.acts.prefix { $0.round < 6 } == first.acts.prefix { $0.round < 6 })
      negotiation.follow([])
    }
  }

  @Test("what a history sees of a run is what its trace tells")
  func watch() throws {
    let scenario = try Self.scenario()
    let negotiation = try Negotiation(scenario)
    var facts: [Observation] = []
    for round in [0, 3, 7, 12] {
      facts += [
        Observation(.state(isSuspended: true), round: round, rounds: round...round),
        Observation(.state(isSuspended: false), round: round, rounds: round...round),
        Observation(.event(0, happened: true), round: round, rounds: max(0, round - 2)...round),
        Observation(.event(0, happened: false), round: round, rounds: 0...round),
        Observation(.agreement(true), round: round, rounds: max(0, round - 3)...round),
        Observation(.agreement(false), round: round, rounds: 0...round),
        Observation(.settled(issue: 0, option: 1), round: round, rounds: 0...round),
      ]
      for (author, taken, refused) in [
        (ObservedText.Author.mediator(0), UInt32(0), UInt32(0)), (.mediator(0), 1, 0), (.mediator(0), 0, 2),
        (.mediator(0), 1, 2), (.party(0), 0, 2), (.party(1), 1, 0),
      ] {
        facts.append(
          Observation(
            .text(
              ObservedText(author: author, options: [1, nil], least: 1, takenBy: taken, refusedBy: refused)),
            round: round, rounds: max(0, round - 1)...min(15, round + 1)))
      }
    }
    var watch = HistoryWatch(History(facts), of: scenario, played: scenario)
    var counts = [Int](repeating: 0, count: facts.count)
    for run in UInt32(0)..<300 {
      let traced = TracedRun(run, seed: 11, in: negotiation)
      watch.begin()
      negotiation.run(run, seed: 11, observer: &watch)
      for (place, fact) in facts.enumerated() {
        let fits = watch.fits(place, negotiation.record, lastRound: negotiation.lastRound)
        #expect(fits == told(fact, by: traced, lastRound: negotiation.lastRound), "run \(run), \(fact)")
        if fits { counts[place] += 1 }
      }
    }
    #expect(counts.filter { $0 > 0 && $0 < 300 }.count >= facts.count * 3 / 4, "\(counts)")
  }

  /// The same by looking through the whole trace for each observation by itself.
  private func told(_ fact: Observation, by run: TracedRun, lastRound: Int) -> Bool {
    switch fact.fact {
    case .state(let isSuspended):
      guard lastRound >= fact.round else { return false }
      var now = true
      for act in run.acts {
        if act.kind == .resume, act.round <= fact.round { now = false }
        if act.kind == .suspend, act.round < fact.round { now = true }
      }
      return now == isSuspended
    case .event(let event, let happened):
      return run.acts.contains { $0.actor == .event(event) && fact.rounds.contains($0.round) } == happened
    case .agreement(let isSeen):
      return (run.record.ending.isAgreement && fact.rounds.contains(run.record.round)) == isSeen
    case .settled(let issue, let option):
      return run.acts.contains { $0.kind == .settle && $0.round <= fact.round && $0.options[issue] == option }
        || run.record.ending.isAgreement && run.record.round <= fact.round
          && Int(run.record.options[issue]) == option
    case .text(let text):
      return run.acts.indices.contains { place in
        let act = run.acts[place]
        guard [.offer, .text].contains(act.kind), fact.rounds.contains(act.round) else { return false }
        switch text.author {
        case .party(let party): guard act.actor == .party(party) else { return false }
        case .mediator(let mediator): guard act.actor == .mediator(mediator) else { return false }
        }
        guard zip(text.options, act.options).count(where: { $0 == $1 }) >= text.least else { return false }
        let answers = run.acts[place...].filter {
          $0.forum == act.forum && $0.round <= act.round + 1 && $0.options == act.options
        }
        func all(_ bits: UInt32, _ kind: TalkAct.Kind) -> Bool {
          (0..<2).allSatisfy { party in
            bits >> UInt32(party) & 1 == 0
              || answers.contains { $0.kind == kind && $0.actor == .party(party) }
          }
        }
        return all(text.takenBy, .accept) && all(text.refusedBy, .reject)
      }
    }
  }

  @Test("an event that a model does not have never happened in its runs")
  func models() throws {
    let plain = try Self.scenario()
    var without = plain
    without.events = []
    let history = History([
      Observation(.event(0, happened: true), round: 15, rounds: 0...15),
      Observation(.event(0, happened: false), round: 15, rounds: 0...15),
    ])
    var watch = HistoryWatch(history, of: plain, played: without)
    let negotiation = try Negotiation(without)
    negotiation.run(0, seed: 1, observer: &watch)
    #expect(!watch.fits(0, negotiation.record, lastRound: negotiation.lastRound))
    #expect(watch.fits(1, negotiation.record, lastRound: negotiation.lastRound))
  }

  @Test(
    "effective runs are (sum of weights)^2 / sum of squares, over particles and over the runs that they come from"
  )
  func effective() {
    let particles = [0, 0, 1, 2, 2, 2].map { Particle(root: $0) }
    var weights = ParticleWeights(of: particles)
    #expect(weights.effectiveParticles == 6)
    // Families of 2, 1 and 3: 36 / (4 + 1 + 9).
    #expect(abs(weights.effectiveRuns - 36.0 / 14) < 1e-12)
    weights.weighIn(fits: { $0 < 3 }, reliability: 0.75)
    // 3, 3, 3, 1, 1, 1 and 6, 3, 3.
    #expect(abs(weights.effectiveParticles - 144.0 / 30) < 1e-12)
    #expect(abs(weights.effectiveRuns - 144.0 / 54) < 1e-12)
    #expect(abs(weights.share { $0 == 2 } - 0.25) < 1e-12 && !weights.areEven)
    weights.weighIn(fits: { _ in false }, reliability: 1)
    #expect(weights.effectiveRuns == 0 && weights.effectiveParticles == 0 && weights.share { _ in true } == 0)
    #expect(weights.drawn(at: 0.5).isEmpty)
  }

  @Test("each particle is drawn the whole number of times next to its part, and only copies branch off")
  func drawn() {
    let particles = (0..<5).map { Particle(root: UInt32($0)) }
    for level in [0.0, 0.25, 0.5, 0.999] {
      var weights = ParticleWeights(of: particles)
      // 4/16, 1/16 ... of five: 8/5, 2/5, 2/5, 2/5, 11/5 after two looks.
      weights.weighIn(fits: { $0 == 0 || $0 == 4 }, reliability: 0.8)
      let total = weights.total
      let places = weights.drawn(at: level)
      #expect(places.count == 5 && places == places.sorted())
      for (particle, weight) in weights.values.enumerated() {
        let (times, part) = (places.count { $0 == particle }, 5 * weight / total)
        #expect(
          Double(times) > part - 1 && Double(times) < part + 1, "\(particle) at \(level): \(times) of \(part)"
        )
      }
      let anew = particles.drawn(places, branchingIn: 7, seed: 1, generation: 2)
      #expect(anew.map { Int($0.root) } == places)
      for place in places.indices {
        let isCopy = place > 0 && places[place - 1] == places[place]
        #expect(anew[place].branches.map(\.round) == (isCopy ? [7] : []))
      }
      #expect(Set(anew.flatMap(\.branches).map(\.run)).count == anew.filter { !$0.branches.isEmpty }.count)
      // What weighs nothing is never drawn.
      var some = ParticleWeights(of: particles)
      some.weighIn(fits: { $0 == 1 }, reliability: 1)
      #expect(some.drawn(at: level) == [1, 1, 1, 1, 1])
    }
  }

  @Test("an interval of runs worth half as much is that of half as many")
  func worth() {
    let half = WilsonInterval(count: 30, total: 80, worth: 0.5)
    let few = WilsonInterval(count: 15, total: 40)
    #expect(half.count == 30 && half.total == 80 && half.share == few.share)
    #expect(abs(half.low - few.low) < 1e-15 && abs(half.high - few.high) < 1e-15)
    let whole = WilsonInterval(share: 0.375, effective: 40)
    #expect(whole.low == few.low && whole.high == few.high)
    #expect(WilsonInterval(share: 0.5, effective: 0).share == nil)
    // Greenwood's variance doubles; 3 of 10, then 2 of 5.
    let curve = KaplanMeier(runs: 10, agreements: [3, 2], censored: [2, 0])
    let weak = KaplanMeier(runs: 10, agreements: [3, 2], censored: [2, 0], worth: 0.5)
    #expect(curve.rows.count == 2 && curve.rows.map(\.survival) == weak.rows.map(\.survival))
    for (strong, weak) in zip(curve.rows, weak.rows) {
      #expect(abs(weak.standardError - strong.standardError * 2.0.squareRoot()) < 1e-12)
    }
  }
}
