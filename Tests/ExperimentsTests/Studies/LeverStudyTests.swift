import Bargaining
import Experiments
import Scenarios
import Simulation
import Testing

@Suite("Levers")
struct LeverStudyTests {
  static let uncertain = #"{"uniform": [0.3, 0.7]}"#

  static func lever(_ path: String, _ low: Double, _ high: Double, in scenario: Scenario) throws -> Lever {
    let index = try #require(scenario.parameters.firstIndex { $0.path == path })
    return Lever(parameter: ParameterID(index), path: path, low: low, high: high)
  }

  /// r_a uniform on [0.3, 0.7], r_b moved over [0.2, 0.8]: a run agrees if r_a <= 1 - r_b, so the
  /// share falls from 1 to 0 and is a half at 0.5.
  @Test("the value at which the likelier ending changes is found, and how much a lever can do")
  func flip() throws {
    let scenario = try StudyTexts.zone(a: Self.uncertain, b: "0.7")
    let lever = try Self.lever("parties.b.reservation", 0.2, 0.8, in: scenario)
    let study = LeverStudy(scenario, levers: [lever], target: 0.9, runs: 4_000, threads: 2)
    let result = try #require(try study.run())
    let effect = try #require(result.effects.first)
    #expect(effect.values.count == 5 && effect.shares.count == 5)
    #expect(zip(effect.values, [0.2, 0.35, 0.5, 0.65, 0.8]).allSatisfy { abs($0 - $1) < 1e-12 })
    for (share, expected) in zip(effect.shares, [1, 0.875, 0.5, 0.125, 0]) {
      #expect(abs(share - expected) < 0.03)
    }
    #expect(abs((effect.flip ?? 0) - 0.5) < 0.015)
    #expect(effect.bestValue == 0.2 && effect.span.difference == 1)
    #expect(effect.gain.difference == 1 - baseline(scenario, 4_000))
    // One lever is enough, and keeps its promise on fresh runs.
    let set = try #require(result.set)
    #expect(set.reachesTarget && set.moves.count == 1 && set.agreements == set.runs)
  }

  /// r_a + r_b <= 1 agree: of the 37 runs on which the lever is moved another share than of the
  /// 8,192 that conditions are looked for among.
  @Test("a gain is the share at the best value less that of the scenario as it is, on the very same runs")
  func oneBase() throws {
    let scenario = try StudyTexts.zone(a: Self.uncertain, b: "0.6")
    let lever = try Self.lever("parties.b.reservation", 0.5, 0.6, in: scenario)
    let result = try #require(try LeverStudy(scenario, levers: [lever], runs: 37).run())
    #expect(result.baseline.total == 37 && result.baseline.share == baseline(scenario, 37))
    #expect(result.conditions.agreements.total == LeverStudy.runsForConditions)
    #expect(result.conditions.agreements.share != result.baseline.share)
    let table = try #require(try result.tables().first { $0.name == "levers" })
    #expect(
      table.columns.prefix(15).map(\.name) == [
        "rank", "lever", "actor", "kind", "value_low", "value_high", "best", "base_share", "share", "low",
        "high", "gain", "gain_low", "gain_high", "adjusted_p",
      ])
    func cell(_ name: String) throws -> Double {
      guard case .real(let value) = try #require(table.columns.first { $0.name == name })[0] else {
        return .nan
      }
      return value
    }
    let runs = { (share: Double) in Int((share * 37).rounded()) }
    #expect(try runs(cell("gain")) == runs(cell("share")) - runs(cell("base_share")))
    #expect(try cell("base_share") == baseline(scenario, 37))
    #expect(try abs(cell("gain") - (cell("share") - cell("base_share"))) < 1e-15 && cell("gain") > 0)
    #expect(try cell("value_low") == 0.5 && cell("value_high") == 0.6 && cell("best") == 0.5)
    let wilson = WilsonInterval(count: try runs(cell("share")), total: 37)
    #expect(try cell("low") == wilson.low && cell("high") == wilson.high)
  }

  private func baseline(_ scenario: Scenario, _ runs: Int) -> Double {
    guard let negotiation = try? Negotiation(scenario) else { return .nan }
    let agreements = (0..<UInt32(runs)).count {
      negotiation.run($0, seed: 1)
      return negotiation.record.ending.isAgreement
    }
    return Double(agreements) / Double(runs)
  }

  /// r_b = 0.7: the gap is r_a - 0.3, uniform on [0, 0.4].
  @Test("the transfer that opens a zone in 50, 80 and 95% of runs is the quantile of the leverage gap")
  func gap() throws {
    let scenario = try StudyTexts.zone(a: Self.uncertain, b: "0.7")
    let lever = try Self.lever("parties.a.cost_of_delay", 0, 0.5, in: scenario)
    let result = try #require(try LeverStudy(scenario, levers: [lever], runs: 10, threads: 2).run())
    let gaps = result.gaps
    #expect(gaps.runs == LeverStudy.runsForGaps && gaps.hopeless == 0 && gaps.unknown == 0)
    for share in [0.5, 0.8, 0.95] {
      let transfer = try #require(gaps.transfer(for: share))
      #expect(abs(transfer - 0.4 * share) < 0.045, "\(share): \(transfer)")
    }
    #expect((gaps.open.share ?? 1) < 0.02)
    #expect(abs(gaps.parts.reduce(0, +) - 0.2) < 0.03)
  }

  @Test("no transfer is told for a share of runs where nothing is known, or where red lines leave too few")
  func transfers() {
    let unknown = GapDistribution([.unknown, .unknown], parties: 2)
    #expect(unknown.transfer(for: 0.5) == nil && unknown.runs == 2 && unknown.unknown == 2)
    let some = GapDistribution(
      [.hopeless, .unknown, .lacking(0.25, transfers: [0.25, 0]), .open, .hopeless], parties: 2)
    #expect(some.transfer(for: 0.25) == 0 && some.transfer(for: 0.5) == 0.25)
    #expect(some.transfer(for: 0.75) == nil && some.open.share == 0.25)
    #expect(GapDistribution([.open, .hopeless, .hopeless], parties: 2).transfer(for: 0.5) == nil)
  }

  @Test("the share of runs with a zone has a range across models, of the runs that are known")
  func openByModel() throws {
    // Model 0: open, hopeless; model 1: open, open and one that is unknown; model 2 has no runs.
    let gaps = GapDistribution([.open, .open, .hopeless, .open, .unknown], parties: 2, models: 3) {
      [0, 1, 0, 1, 1][$0]
    }
    let range = try #require(gaps.openModels)
    #expect(range.low == 0.5 && range.high == 1 && range.models == 2)
    #expect(GapDistribution([.open], parties: 2).openModels == nil)
  }

  /// Of two models runs of the one agree below 0.5, those of the other in every second run as well.
  @Test("the runs that conditions hold together have a range across models, counted run by run")
  func boxByModel() throws {
    let text = StudyTexts.zoneText(a: Self.uncertain, b: "0.5")
      .replacing(
        #"{"rounds": 1,"#,
        with: #"{"rounds": 1, "models": {"x": {"weight": 1, "patch": {}}, "y": {"weight": 2, "patch": {}}},"#)
    let scenario = try ScenarioReader.read(text: text, name: "test.jsonc").scenario
    let input = ParameterID(
      try #require(scenario.parameters.firstIndex { $0.path == "parties.a.reservation" }))
    let (draws, model) = (RunDraws(scenario, seed: 5), ModelDraw(scenario))
    let runs = (0..<UInt32(3_000)).map {
      (value: draws.value(of: input, in: $0), model: model.model(of: $0, seed: 5))
    }
    let agreed = runs.enumerated().map { $1.value < 0.5 && ($1.model == 0 || $0 % 2 == 0) }
    let found = try AgreementConditions(
      scenario, inputs: [input], agreed: agreed, seed: 5, shouldStop: { false })
    let condition = try #require(found.conditions.first)
    let inside = runs.indices.filter {
      (condition.low ?? -1) <= runs[$0].value && runs[$0].value <= (condition.high ?? 2)
    }
    let shares = [0, 1].map { model in
      let own = inside.filter { runs[$0].model == model }
      return Double(own.count { agreed[$0] }) / Double(own.count)
    }
    let range = try #require(found.boxModels)
    #expect(range.low == shares.min() && range.high == shares.max() && shares[0] > shares[1] + 0.2)
  }

  @Test("a gap is kept bit by bit, and a record that is cut or nonsense is none")
  func gapRecords() throws {
    let scenario = try StudyTexts.zone(a: "0.75", b: "0.5")
    guard case .lacking(let value, let transfers) = try RunGap(of: 3, seed: 1, in: scenario) else {
      Issue.record("the two want 1.25 pies")
      return
    }
    #expect(abs(value - 0.25) < 1e-9 && abs(transfers.reduce(0, +) - value) < 1e-12)
    for gap in [.open, .hopeless, .unknown, RunGap.lacking(value, transfers: transfers)] {
      #expect(RunGap(bytes: gap.bytes) == gap)
      for length in gap.bytes.indices { #expect(RunGap(bytes: Array(gap.bytes.prefix(length))) == nil) }
      #expect(RunGap(bytes: gap.bytes + [0]) == nil)
    }
    #expect(RunGap(bytes: [4]) == nil)
    #expect(RunGap(bytes: RunGap.lacking(.nan, transfers: transfers).bytes) == nil)
    #expect(RunGap(bytes: RunGap.lacking(value, transfers: [-1, .infinity]).bytes) == nil)
    let open = try StudyTexts.zone(a: "0.25", b: "0.5")
    #expect(try RunGap(of: 3, seed: 1, in: open) == .open)
  }

  @Test("a lever that no run feels gains nothing, and no set is promised")
  func idle() throws {
    let scenario = try StudyTexts.zone(a: "0.6", b: "0.6")
    let lever = try Self.lever("parties.a.cost_of_delay", 0, 0.5, in: scenario)
    let result = try #require(try LeverStudy(scenario, levers: [lever], runs: 20).run())
    #expect(result.effects[0].gain.difference == 0 && result.effects[0].flip == nil)
    #expect(result.set == nil && result.conditions.box == nil)
    #expect(result.baseline.count == 0)
  }

  /// A zone exists if r_a + r_b <= 1: neither lever alone brings 0.9 + 0.9 down far enough, both
  /// do.
  @Test("the smallest set that reaches the target has two levers when one is not enough")
  func smallestSet() throws {
    let scenario = try StudyTexts.zone(a: "0.9", b: "0.9")
    let levers =
      try ["a", "b"].map { try Self.lever("parties.\($0).reservation", 0.45, 0.9, in: scenario) }
      + [try Self.lever("parties.a.cost_of_delay", 0, 0.5, in: scenario)]
    let study = LeverStudy(scenario, levers: levers, runs: 10)
    let result = try #require(try study.run())
    // Neither helps alone, so that no candidate is left: the study says so rather than guess.
    #expect(result.effects.map(\.gain.difference) == [0, 0, 0])
    #expect(result.set == nil)
    let mild = try StudyTexts.zone(a: #"{"uniform": [0.5, 0.7]}"#, b: #"{"uniform": [0.5, 0.7]}"#)
    let two = try ["a", "b"].map { try Self.lever("parties.\($0).reservation", 0.45, 0.6, in: mild) }
    let found = try #require(try LeverStudy(mild, levers: two, target: 0.95, runs: 200).run()?.set)
    #expect(found.moves.count == 2 && found.reachesTarget && found.agreements == found.runs)
    #expect(found.moves.allSatisfy { $0.value == 0.45 })
  }

  /// r_a uniform on [0.5, 0.9], r_b on [0.3, 0.7]: an eighth of runs agree. With r_a = 0.6 those
  /// with r_b <= 0.4 do, a quarter; with r_b = 0.42 those with r_a <= 0.58, a fifth; with both
  /// none.
  static func weakLevers(_ count: Int, runs: Int, target: Double, seed: UInt64) throws -> LeverStudy {
    let scenario = try StudyTexts.zone(a: #"{"uniform": [0.5, 0.9]}"#, b: uncertain)
    let levers = [
      try lever("parties.a.reservation", 0.6, 0.9, in: scenario),
      try lever("parties.b.reservation", 0.42, 0.7, in: scenario),
    ]
    return LeverStudy(
      scenario, levers: Array(levers.prefix(count)), target: target, runs: runs, seed: seed, threads: 2)
  }

  @Test("one or two levers that help and miss the target are told with what they reach", arguments: [1, 2])
  func missedTarget(count: Int) throws {
    let study = try Self.weakLevers(count, runs: 400, target: 0.5, seed: 1)
    let set = try #require(try study.run()?.set)
    #expect(!set.reachesTarget && set.moves.map(\.lever) == [study.levers[0]] && set.moves[0].value == 0.6)
    #expect(abs((set.interval.share ?? 0) - 0.25) < 0.03)
  }

  @Test(
    "a set that breaks its promise on fresh runs is not tried on them again where no larger one is better")
  func brokenPromise() throws {
    var broken = 0
    // Two that break it are enough; every seed is a whole study.
    for seed in 1...10 as ClosedRange<UInt64> where broken < 2 {
      let memory = MemoryDouble()
      let study = try Self.weakLevers(2, runs: 20, target: 0.3, seed: seed)
      let result = try #require(try study.run(memory: memory))
      guard let set = result.set, set.moves.count == 1 else { continue }
      let promised = result.effects.contains { $0.lever == set.moves[0].lever && $0.bestShare >= 0.3 }
      if promised, !set.reachesTarget { broken += 1 }
      #expect(memory.records.count { $0.count == LeverStudy.runsForVerification / 64 } == 1)
    }
    #expect(broken == 2)
  }

  @Test("conditions: the box says that both reservations must be low, and is denser than the whole")
  func conditions() throws {
    let scenario = try StudyTexts.zone(a: Self.uncertain, b: Self.uncertain)
    let lever = try Self.lever("parties.a.cost_of_delay", 0, 0.5, in: scenario)
    let result = try #require(try LeverStudy(scenario, levers: [lever], runs: 10, threads: 2).run())
    let conditions = result.conditions
    let box = try #require(conditions.box)
    #expect(box.density >= conditions.density && box.density > conditions.base)
    let paths = conditions.conditions.map { scenario[$0.parameter].path }
    #expect(Set(paths).isSubset(of: ["parties.a.reservation", "parties.b.reservation"]) && !paths.isEmpty)
    #expect(conditions.conditions.allSatisfy { $0.low == nil && ($0.high ?? 1) < 0.7 })
    // Run by run: agreements among the runs whose numbers lie in the box.
    let negotiation = try Negotiation(scenario)
    var (cases, agreements) = (0, 0)
    for run in 0..<UInt32(LeverStudy.runsForConditions) {
      let isInside = conditions.conditions.allSatisfy { condition in
        scenario[condition.parameter].draw(run: run, seed: 1) <= condition.high ?? 1
      }
      guard isInside else { continue }
      negotiation.run(run, seed: 1)
      cases += 1
      if negotiation.record.ending.isAgreement { agreements += 1 }
    }
    #expect(cases == box.cases && agreements == box.interesting)
  }
}
