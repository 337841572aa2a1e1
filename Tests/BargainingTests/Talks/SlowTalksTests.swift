import Bargaining
import Testing

/// Whole runs against a slow second version of the model that visits every outcome: who offers and
/// tables what, who takes it and why not, what stands, what counts as progress, how the run ends,
/// and whether there ever was a zone of agreement.
struct SlowTalksTests {
  /// The first act or record of a run that is not as the model says, if there is one.
  static func mismatch(in scenario: Scenario, run: UInt32, seed: UInt64) throws -> String? {
    let scenario = RandomScenario.withTolls(scenario, Int(run), seed: seed)
    let negotiation = try Negotiation(scenario)
    // Nothing of one run is left in the next.
    negotiation.run(run &+ 1, seed: seed, lookingForZone: true)
    var transcript = Transcript()
    negotiation.run(run, seed: seed, lookingForZone: true, observer: &transcript)
    var slow = SlowTalks(scenario, seed: seed, record: negotiation.record, acts: transcript.acts)
    do { try slow.follow() } catch let error as SlowTalks.Mismatch { return error.text }
    return nil
  }

  @Test("every act of four hundred random talks is the one that the model says")
  func actFourHundred() throws {
    let seed: UInt64 = 41
    var endings: [Ending: Int] = [:]
    var zones: [Zone: Int] = [:]
    for number in 0..<400 {
      let scenario = RandomScenario.make(number, seed: seed)
      let mismatch = try Self.mismatch(in: scenario, run: UInt32(number), seed: seed)
      #expect(mismatch == nil, "scenario \(number)")
      let negotiation = try Negotiation(scenario)
      negotiation.run(UInt32(number), seed: seed, lookingForZone: true)
      endings[negotiation.record.ending, default: 0] += 1
      zones[negotiation.record.zone, default: 0] += 1
    }
    // The talks are of every kind, so that agreement about them means something.
    for ending in [Ending.fullAgreement, .partialAgreement, .collapsed, .outOfTime] {
      #expect(endings[ending, default: 0] >= 20, "\(endings)")
    }
    #expect(zones[.exists, default: 0] >= 50 && zones[.none, default: 0] >= 50, "\(zones)")
  }

  /// A mediator's draft looks at few changes of its text; the model says that none of one or two
  /// issues betters it.
  @Test("no change of one or two issues betters any text whatever voices and interactions there are")
  func changeOneTwo() throws {
    let seed: UInt64 = 59
    // Texts by how many voices they were drafted for.
    var texts: [Int: Int] = [:]
    for number in 0..<4_000 {
      let scenario = RandomScenario.withVoices(number, seed: seed)
      let mismatch = try Self.mismatch(in: scenario, run: UInt32(number), seed: seed)
      #expect(mismatch == nil, "scenario \(number)")
      for act in try play(scenario, run: UInt32(number), seed: seed).acts where act.kind == .text {
        if let forum = act.forum { texts[scenario.forums[forum].members.count, default: 0] += 1 }
      }
    }
    for voices in 2...6 { #expect(texts[voices, default: 0] >= 150, "\(texts)") }
  }

  @Test("every act under every protocol and order of the agenda is the one that the model says")
  func actUnderProtocol() throws {
    let seed: UInt64 = 43
    // How often a run ends so, by protocol of the forum; and how often stages were settled.
    var agreements: [String: Int] = [:]
    var settled = (holding: 0, waiting: 0, interim: 0)
    for number in 0..<1_500 {
      let scenario = RandomScenario.withProtocols(number, seed: seed)
      let mismatch = try Self.mismatch(in: scenario, run: UInt32(number), seed: seed)
      #expect(mismatch == nil, "scenario \(number)")
      let (record, acts) = try play(scenario, run: UInt32(number), seed: seed)
      if let forum = record.forum { agreements[scenario.forums[forum].rules.name, default: 0] += 1 }
      guard acts.contains(where: { $0.kind == .settle }) else { continue }
      if scenario.order.holds { settled.holding += 1 } else { settled.waiting += 1 }
      if acts.last?.kind != .accept, record.ending == .partialAgreement { settled.interim += 1 }
    }
    for name in ["simultaneous", "ultimatum", "single_text"] {
      #expect(agreements[name, default: 0] >= 20, "\(agreements)")
    }
    #expect(settled.holding >= 20 && settled.waiting >= 20 && settled.interim >= 20, "\(settled)")
  }

  @Test("every vote at home and what follows from it is the one that the model says")
  func voteHomeFollows() throws {
    let seed: UInt64 = 47
    var seen = (passed: 0, sentBack: 0, rejected: 0, after: 0, interim: 0)
    for number in 0..<6_000 {
      let scenario = RandomScenario.withHomes(number, seed: seed)
      let mismatch = try Self.mismatch(in: scenario, run: UInt32(number), seed: seed)
      #expect(mismatch == nil, "scenario \(number)")
      let (record, acts) = try play(scenario, run: UInt32(number), seed: seed)
      let votes = acts.filter { $0.kind == .ratify }
      let isRefused = votes.contains { $0.because != nil }
      if votes.contains(where: { $0.because == nil }), acts.last?.kind == .ratify, record.ending.isAgreement {
        seen.passed += 1
        if isRefused { seen.after += 1 }
      }
      if isRefused, record.suspensions > 0 { seen.sentBack += 1 }
      if record.ending == .rejectedAtHome { seen.rejected += 1 }
      if isRefused, record.ending == .partialAgreement, acts.last?.because == .rejectedAtHome {
        seen.interim += 1
      }
    }
    #expect(seen.passed >= 20 && seen.sentBack >= 20 && seen.rejected >= 20, "\(seen)")
    #expect(seen.after >= 10 && seen.interim >= 5, "\(seen)")
  }

  @Test("every proposal of MiCRO random and Zeuthen parties is the one that the model says")
  func proposalMicroRandom() throws {
    let seed: UInt64 = 53
    var agreements: [String: Int] = [:]
    for number in 0..<1_000 {
      let scenario = RandomScenario.withWalkers(number, seed: seed)
      let mismatch = try Self.mismatch(in: scenario, run: UInt32(number), seed: seed)
      #expect(mismatch == nil, "scenario \(number)")
      guard try play(scenario, run: UInt32(number), seed: seed).record.ending.isAgreement else { continue }
      for name in Set(scenario.parties.map { Self.name(of: $0.tactic) }) { agreements[name, default: 0] += 1 }
    }
    for name in ["micro", "random", "zeuthen"] {
      #expect(agreements[name, default: 0] >= 20, "\(agreements)")
    }
  }

  @Test("whichever of many outcomes worth the same is offered is the one that the rule says")
  func whicheverManyOutcomes() throws {
    let seed: UInt64 = 61
    // Offers and moves by the rule of who made them.
    var offers: [TieRule: Int] = [:]
    for number in 0..<6_000 {
      let scenario = RandomScenario.withTies(number, seed: seed)
      let mismatch = try Self.mismatch(in: scenario, run: UInt32(number), seed: seed)
      let kinds = scenario.parties.map { "\(Self.name(of: $0.tactic)) \($0.offer) \($0.ties)" }
      #expect(mismatch == nil, "scenario \(number): \(kinds), \(scenario.forums.map(\.rules))")
      for act in try play(scenario, run: UInt32(number), seed: seed).acts where act.kind == .offer {
        if case .party(let i) = act.actor { offers[scenario.parties[i].ties, default: 0] += 1 }
      }
    }
    for rule in TieRule.allCases { #expect(offers[rule, default: 0] >= 5_000, "\(offers)") }
  }

  @Test("every act up to deadlines and beyond horizons is the one that the model says")
  func actUpDeadlines() throws {
    let seed: UInt64 = 67
    var seen = (putOff: 0, deadline: 0, open: 0, agreed: 0, spent: 0)
    for number in 0..<2_000 {
      let scenario = RandomScenario.withEnds(number, seed: seed)
      let mismatch = try Self.mismatch(in: scenario, run: UInt32(number), seed: seed)
      #expect(mismatch == nil, "scenario \(number)")
      let (record, acts) = try play(scenario, run: UInt32(number), seed: seed)
      seen.putOff += acts.contains { $0.kind == .extend } ? 1 : 0
      if record.ending == .outOfTime {
        if record.isStillTalking { seen.open += 1 } else { seen.deadline += 1 }
      }
      if record.ending.isAgreement {
        seen.agreed += 1
        let isLate = scenario.parties.contains { party in
          party.horizon.map { Double(record.round) >= scenario[$0].distribution.support.upperBound } ?? false
        }
        if isLate { seen.spent += 1 }
      }
    }
    #expect(seen.putOff >= 50 && seen.deadline >= 100 && seen.open >= 100, "\(seen)")
    #expect(seen.agreed >= 200 && seen.spent >= 50, "\(seen)")
  }

  @Test("talks break down and resume just when the hazards with all their terms say")
  func talksBreakDown() throws {
    let seed: UInt64 = 73
    var seen = (collapsed: 0, resumed: 0, distance: 0, pain: 0, shock: 0, trust: 0)
    for number in 0..<2_000 {
      let scenario = RandomScenario.withHazards(number, seed: seed)
      let mismatch = try Self.mismatch(in: scenario, run: UInt32(number), seed: seed)
      #expect(mismatch == nil, "scenario \(number)")
      let record = try play(scenario, run: UInt32(number), seed: seed).record
      if record.resumptions > 0 { seen.resumed += 1 }
      guard record.ending == .collapsed else { continue }
      seen.collapsed += 1
      let terms = scenario.talks.collapseTerms
      seen.distance += terms.distance == nil ? 0 : 1
      seen.pain += terms.pain == nil ? 0 : 1
      seen.shock += terms.shock == nil ? 0 : 1
      seen.trust += terms.trust == nil ? 0 : 1
    }
    #expect(seen.collapsed >= 100 && seen.resumed >= 100, "\(seen)")
    #expect(seen.distance >= 40 && seen.pain >= 40 && seen.shock >= 40 && seen.trust >= 40, "\(seen)")
  }

  private static func name(of tactic: Tactic) -> String {
    switch tactic {
    case .micro: "micro"
    case .random: "random"
    case .zeuthen: "zeuthen"
    default: "other"
    }
  }
}
