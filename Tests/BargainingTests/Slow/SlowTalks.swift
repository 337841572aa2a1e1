import Bargaining
import Randomness

/// The talks a second time: slow, from the text of the model, with every outcome visited wherever
/// the engine searches.
///
/// It follows a transcript for what is left to chance (which events happen, whether a mediator
/// speaks, whether a text finds trust, whether talks resume) and works out everything else by
/// itself; the first act that is not as it must be is thrown. Mediators must see without noise.
struct SlowTalks {
  struct Mismatch: Error { var text: String }

  /// With the preferences that count at the stage of the agenda; ``whole`` has those that count in
  /// the end.
  var scenario: Scenario
  let whole: Scenario
  let seed: UInt64
  let acts: [TalkAct]
  let record: RunRecord
  var drawn: [Double]
  /// What is locked in this stage, and what is whatever the stage.
  var locks: [Int?]
  var bound: [Int?]
  let stages: [[Int]]
  var stage = 0
  /// The round in which a stage was settled first.
  var firstStage: Int?
  var interim: RunRecord?
  var isOver = false
  var next = 0
  var round = 0
  var world: SlowPreferences
  var parties: [SlowParty]
  /// What happened, as (event, round).
  var happened: [(event: Int, round: Int)] = []
  var isSuspended: Bool
  var stalled = 0
  var hasProgress = false
  var effort = 0.0
  var forums: [SlowForum]
  var counts: Counts
  var sawZone = false
  /// Whether something that all could accept was on the table, and failed for want of trust alone.
  var wasTabled = false
  var wasDistrusted = false
  /// Whether talks that broke down would not have, had no event touched the risk.
  var wasTipped = false
  /// What mediators have tabled and learnt.
  var mediation = SlowMediation()
  /// Per party: what no agreement is worth in the first round.
  var firstReservations: [Double] = []
  /// Per party: deals that its home turned down.
  var failures: [Int]
  /// Per party and faction: deals that it refused.
  var refusals: [[Int]]
  /// Per party: what its home objected to last, and what it told mediators to be lacking, option by
  /// option.
  var objected: [Int?]
  var penalties: [[[Double]]]
  /// Per toll, and the rounds that are in it.
  var tolls: [Double]
  var borne = 0
  /// By how much the deadline was put off, and whether there was progress since it was set.
  var putOff = 0.0
  var hasMoved = false

  struct Counts {
    var sat = 0
    var suspensions = 0
    var resumptions = 0
    var suspended = 0
    /// The first round of talks resumed, and the rounds suspended before.
    var back: (round: Int, after: Int)?
    var texts: [Int]
    var offers: [Int]
  }

  /// The offer that stands in a forum, whose it is and who has taken it.
  struct SlowForum {
    var standing: (offer: [Int], by: Int)?
    var accepted: Set<Int> = []
    /// The single text, and for how many sittings it has been worked on.
    var text: [Int]?
    var sittings = 0
    /// Per party: its last offer here.
    var offers: [Int: [Int]] = [:]

    mutating func clear() {
      standing = nil
      accepted = []
    }
  }

  init(_ scenario: Scenario, seed: UInt64, record: RunRecord, acts: [TalkAct]) {
    self.scenario = scenario
    whole = scenario
    stages = Self.stages(of: scenario)
    self.seed = seed
    self.acts = acts
    self.record = record
    drawn = scenario.parameters.map { parameter in
      var stream = RandomStream(seed: seed, run: UInt32(record.run), stream: StreamID(parameter.path))
      return parameter.distribution.sample(&stream)
    }
    let numbers = drawn
    bound = scenario.issues.map { issue in
      if !issue.isOnAgenda { return issue.statusQuo }
      guard let tentative = issue.tentative, tentative.reopening == .never else { return nil }
      // It holds with the probability of its firmness, and then for the whole run.
      let level = RandomStream.uniform(
        seed: seed, run: UInt32(record.run), stream: StreamID("issues.\(issue.name).tentative"), at: 0)
      return level < numbers[tentative.firmness.index] ? tentative.option : nil
    }
    locks = bound
    world = SlowPreferences(scenario: scenario, numbers: drawn)
    parties = scenario.parties.indices.map { i in
      var party = SlowParty()
      party.sitsWithMediators = scenario.forums.contains {
        $0.members.contains(i) && !$0.mediators.isEmpty
      }
      return party
    }
    failures = scenario.parties.map { _ in 0 }
    refusals = scenario.parties.map { ($0.ratification?.factions ?? []).map { _ in 0 } }
    objected = scenario.parties.map { _ in nil }
    penalties = scenario.parties.map { _ in scenario.issues.map { $0.options.map { _ in 0 } } }
    tolls = scenario.tolls.map { _ in 0 }
    isSuspended = scenario.talks.startSuspended
    forums = scenario.forums.map { _ in SlowForum() }
    counts = Counts(texts: scenario.mediators.map { _ in 0 }, offers: scenario.forums.map { _ in 0 })
    if !stages.isEmpty { open(0) }
  }

  /// Follows the whole run and compares its record.
  mutating func follow() throws {
    while round < scenario.rounds {
      hearEvents()
      standing()
      if isSuspended,
        try collapses(while: scenario.talks.collapseWhileSuspended, "talks.collapse.suspended.turn")
      {
        return
      }
      if isSuspended, try !resumes() {
        bear(.suspended)
        if try closeRound() { return }
        continue
      }
      bear(.active)
      for i in parties.indices { prepareTactic(of: i) }
      if try sit(), isOver { return }
      if try collapses(while: scenario.talks.collapseWhileActive, "talks.collapse") { return }
      if let patience = scenario.talks.suspendAfter, stalled >= patience {
        try suspend()
      }
      if try closeRound() { return }
    }
    round -= 1
    try finish(.outOfTime, isStillTalking: scenario.hasOwnEnds)
  }

  mutating func suspend() throws {
    try expect(.suspend, .talks)
    isSuspended = true
    stalled = 0
    counts.suspensions += 1
    for f in forums.indices { forums[f].clear() }
  }

  private mutating func prepareTactic(of i: Int) {
    let stream = StreamID("parties.\(scenario.parties[i].name).tactic.draw")
    parties[i].time = time(of: i)
    parties[i].isSpent = scenario.hasOwnEnds && Double(round) >= end(of: i)
    parties[i].hope = mediation.hopes[i, default: .infinity]
    parties[i].draws = (0..<4).map { place in
      RandomStream.uniform(
        seed: seed, run: UInt32(record.run), stream: stream.child(place), at: UInt32(round))
    }
    parties[i].asked =
      parties[i].open.isEmpty ? -.infinity : parties[i].aspiration(scenario.parties[i], world)
  }

  /// Step 1. The numbers are worked out anew from everything that happened so far.
  private mutating func hearEvents() {
    while next < acts.count, acts[next].round == round, case .event(let event) = acts[next].actor {
      happened.append((event, round))
      next += 1
    }
    for index in drawn.indices { recompute(index) }
  }

  mutating func recompute(_ index: Int) {
    var (sum, factor) = (drawn[index], 1.0)
    for (event, when) in happened {
      for effect in scenario.events[event].effects where effect.target.index == index {
        if let rounds = effect.rounds, round >= when + rounds { continue }
        switch effect.change {
        case .add(let id): sum += drawn[id.index]
        case .multiply(let id): factor *= drawn[id.index]
        }
      }
    }
    let range = scenario.parameters[index].range
    world.numbers[index] = min(max(sum * factor, range.lowerBound), range.upperBound)
  }

  mutating func pay() {
    if round + 1 == scenario.rounds { return }
    for (i, plan) in scenario.parties.enumerated() {
      parties[i].delay += world.number(plan.costOfDelay)
      parties[i].discounting *= world.number(plan.discount)
    }
  }

  /// Takes the next act of the transcript, which must be this one.
  mutating func expect(
    _ kind: TalkAct.Kind, _ actor: TalkAct.Actor, in forum: Int? = nil, _ options: [Int] = [],
    because: Refusal? = nil
  ) throws {
    let heard = next < acts.count ? acts[next] : nil
    next += 1
    guard let heard, heard.round == round, heard.kind == kind, heard.actor == actor, heard.forum == forum,
      heard.options == options, heard.because == because
    else {
      let wanted =
        "\(kind) by \(actor) in forum \(forum ?? -1) of \(options) because \(String(describing: because))"
      throw Mismatch(text: "round \(round): expected \(wanted), heard \(String(describing: heard))")
    }
  }
}
