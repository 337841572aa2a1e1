import Bargaining
import Randomness
import Scenarios
import Simulation
import Testing

@testable import Experiments

/// Talks that are given a history, against closed forms and by simulation-based calibration.
@Suite("Given what was observed")
struct GivenTests {
  /// Two parties that never agree, events of an unknown rate, and a hazard that nobody knows.
  static let waiting = """
    {"rounds": 12,
     "issues": {"x": {"options": ["o0", "o1"]}},
     "parties": {
       "a": {"preferences": {"x": {"weight": 1, "values": {"o0": 0, "o1": 1}}}, "reservation": 0.5, "tactic": "hardliner"},
       "b": {"preferences": {"x": {"weight": 1, "values": {"o0": 1, "o1": 0}}}, "reservation": 0.5, "tactic": "hardliner"}},
     "talks": {"collapse": {"active": {"uniform": [0, 0.3]}}},
     "events": {"storm": {"rate": {"uniform": [0, 1]}, "effects": [{"on": "parties.a.willingness", "add": 0}]}}}
    """

  /// One offer, worth 0.4 to the second party, which takes whatever is no less than no agreement.
  static let offer = """
    {"rounds": 3,
     "issues": {"x": {"options": ["o0", "o1"]}},
     "parties": {
       "a": {"preferences": {"x": {"weight": 1, "values": {"o0": 0, "o1": 1}}}, "reservation": 0.5, "tactic": "hardliner"},
       "b": {"preferences": {"x": {"weight": 1, "values": {"o0": 1, "o1": 0.4}}}, "reservation": {"uniform": [0, 1]},
             "tactic": "hardliner", "acceptance": {"constant": -10}}},
     "forums": {"main": {"members": ["a", "b"], "protocol": "ultimatum"}}}
    """

  static func scenario(_ text: String) throws -> Scenario {
    try ScenarioReader.read(text: text, name: "talks.jsonc").scenario
  }

  static func result(
    _ scenario: Scenario, _ observations: [Observation], runs: Int, seed: UInt64 = 3, least: Int = 100,
    threads: Int = 2
  ) throws -> GivenResult {
    try #require(
      try GivenStudy(
        scenario, history: History(observations), runs: runs, seed: seed, threads: threads, least: least
      ).run())
  }

  static func storm(_ round: Int, _ happened: Bool, reliability: Double = 1) -> Observation {
    Observation(.event(0, happened: happened), round: round, rounds: round...round, reliability: reliability)
  }

  private func posterior(_ result: GivenResult, _ path: String) throws -> Posterior {
    try #require(result.posteriors.first { $0.path == path })
  }

  /// Whether a mean and a deviation are those of a law, within five standard errors of so many
  /// runs.
  private func expect(
    _ found: Posterior, mean: Double, deviation: Double, of effective: Double,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let error = deviation / effective.squareRoot()
    #expect(abs(found.posterior.mean - mean) < 5 * error, "\(found)", sourceLocation: sourceLocation)
    #expect(
      abs(found.posterior.deviation - deviation) < 5 * error, "\(found)", sourceLocation: sourceLocation)
  }

  @Test("a refusal truncates a uniform reservation from below, a consent from above")
  func truncated() throws {
    let scenario = try Self.scenario(Self.offer)
    func text(taken: UInt32, refused: UInt32) -> Observation {
      Observation(
        .text(ObservedText(author: .party(0), options: [1], least: 1, takenBy: taken, refusedBy: refused)),
        round: 0, rounds: 0...0)
    }
    let refused = try Self.result(scenario, [text(taken: 0, refused: 2)], runs: 20_000)
    #expect(refused.method == .rejection && abs(refused.effectiveRuns - 12_000) < 5 * 70)
    let above = try posterior(refused, "parties.b.reservation")
    expect(above, mean: 0.7, deviation: 0.6 / 12.0.squareRoot(), of: refused.effectiveRuns)
    #expect(above.posterior.p05 > 0.4 && refused.distribution.agreements == 0)
    let taken = try Self.result(scenario, [text(taken: 2, refused: 0)], runs: 20_000)
    let below = try posterior(taken, "parties.b.reservation")
    expect(below, mean: 0.2, deviation: 0.4 / 12.0.squareRoot(), of: taken.effectiveRuns)
    #expect(below.posterior.p95 < 0.4 && taken.distribution.agreements == taken.distribution.runs)
    // 0.2 - 0.5 in units of the prior's 0.2887.
    #expect(abs(below.shift + 0.3 * 12.0.squareRoot()) < 0.05)
  }

  @Test("events that happened in 3 of 4 rounds make of a uniform rate a beta of 4 and 2")
  func beta() throws {
    let scenario = try Self.scenario(Self.waiting)
    let seen = [true, true, false, true].enumerated().map { Self.storm($0, $1) }
    let result = try Self.result(scenario, seen, runs: 30_000)
    #expect(result.method == .rejection)
    // The probability of the history is B(4, 2) = 1/20, less the talks that were over before.
    let rate = try posterior(result, "events.storm.rate")
    expect(rate, mean: 4.0 / 6, deviation: (8.0 / 252).squareRoot(), of: result.effectiveRuns)
  }

  @Test("an unsure observation counts as it should: fits with its reliability, else with the rest")
  func unsure() throws {
    let scenario = try Self.scenario(Self.waiting)
    let result = try Self.result(scenario, [Self.storm(0, true, reliability: 0.8)], runs: 30_000)
    #expect(result.method == .weights)
    // Density 2 (0.8 q + 0.2 (1 - q)): mean 0.6, second moment 0.4 + 1/15 = 7/15 - ... = 0.43333.
    let rate = try posterior(result, "events.storm.rate")
    expect(rate, mean: 0.6, deviation: (13.0 / 30 - 0.36).squareRoot(), of: result.effectiveRuns)
    // Weights of 0.8 and 0.2, half of each: (1/2)^2 / (0.34) of the runs.
    #expect(abs(result.effectiveRuns / 30_000 - 0.25 / 0.34) < 0.02)
    let nothing = try Self.result(scenario, [Self.storm(0, true, reliability: 0.5)], runs: 2_000)
    #expect(nothing.effectiveRuns == 2_000 && !nothing.posteriors.isEmpty)
    #expect(nothing.posteriors.allSatisfy { abs($0.shift) < 1e-12 })
  }

  @Test("talks that have lasted so long are likelier to last, as the mixture over an unknown hazard says")
  func lasting() throws {
    let scenario = try Self.scenario(Self.waiting)
    let result = try Self.result(
      scenario, [Observation(.state(isSuspended: false), round: 5, rounds: 5...5)], runs: 20_000)
    // (1 - c)^12 against (1 - c)^5, each over c in [0, 0.3].
    func power(_ base: Double, _ n: Int) -> Double { (0..<n).reduce(1) { product, _ in product * base } }
    func mean(_ n: Int) -> Double { (1 - power(0.7, n + 1)) / (0.3 * Double(n + 1)) }
    let last = try #require(result.forecasts.last { $0.ending == .outOfTime }?.share.share)
    let first = try #require(result.forecasts.first { $0.ending == .outOfTime }?.share.share)
    #expect(abs(first - mean(12)) < 5 * (0.25 / 20_000).squareRoot())
    #expect(abs(last - mean(12) / mean(5)) < 5 * (0.25 / result.effectiveRuns).squareRoot())
    #expect(abs(result.effectiveRuns - 20_000 * mean(5)) < 5 * (0.25 * 20_000).squareRoot())
    let shares = result.distribution.endingRows.map { $0.share.share ?? 0 }
    #expect(abs(shares[Ending.outOfTime.rawValue] - last) < 1e-12, "rejection leaves the runs as they are")
  }

  @Test("nothing observed changes no figure of a simulation")
  func nothing() throws {
    for text in [Self.waiting, Self.offer] {
      let scenario = try Self.scenario(text)
      let result = try Self.result(scenario, [], runs: 3_000, seed: 9)
      let plain = try Ensemble(scenario, plan: SimulationPlan(runs: 3_000, seed: 9)).run()
      #expect(result.method == .all && result.effectiveRuns == 3_000)
      let (tables, others) = (try result.distribution.tables(), try plain.tables())
      #expect(tables.map(\.name) == others.map(\.name) && tables.contains { $0.name == "endings" })
      for (one, other) in zip(tables, others) { #expect(one.write(.csv) == other.write(.csv)) }
      #expect(!result.posteriors.isEmpty)
      #expect(result.posteriors.allSatisfy { $0.shift == 0 && $0.prior == $0.posterior })
    }
  }

  @Test(
    "the filter goes on where rejection leaves too few, agrees with it and with the closed form, and says what it is worth"
  )
  func filter() throws {
    let scenario = try Self.scenario(Self.waiting)
    let seen = (0..<8).map { Self.storm($0, $0.isMultiple(of: 2)) }
    let state = Observation(.state(isSuspended: false), round: 8, rounds: 8...8)
    let few = try Self.result(scenario, seen + [state], runs: 4_000, least: 60)
    #expect(few.method == .filter && few.effectiveRuns >= 60)
    let many = try Self.result(scenario, seen + [state], runs: 400_000)
    #expect(many.method == .rejection && many.effectiveRuns < 1_000)
    let deviation = (25.0 / 1_100).squareRoot()
    for result in [few, many] {
      let rate = try posterior(result, "events.storm.rate")
      expect(rate, mean: 0.5, deviation: deviation, of: result.effectiveRuns)
    }
    #expect(few.distribution.endingRows.map(\.ending) == many.distribution.endingRows.map(\.ending))
    for (a, b) in zip(few.distribution.endingRows, many.distribution.endingRows) {
      #expect(a.share.low <= b.share.high && b.share.low <= a.share.high, "\(a) \(b)")
    }
    #expect(few.distribution.worth < 1 && few.distribution.worth > 0)
    let wide = try #require(few.distribution.endingRows.first { $0.ending == .collapsed }).share
    let narrow = WilsonInterval(count: wide.count, total: wide.total)
    #expect(wide.high - wide.low > narrow.high - narrow.low)
  }

  @Test("the same on any number of threads, and gone on with from any part of it")
  func threadsAndMemory() throws {
    let scenario = try Self.scenario(Self.waiting)
    let seen = (0..<7).map { Self.storm($0, $0.isMultiple(of: 2)) }
    func tables(_ threads: Int, _ memory: MemoryDouble?) throws -> [[UInt8]] {
      let study = GivenStudy(
        scenario, history: History(seen), runs: 2_000, seed: 3, threads: threads, least: 60)
      return try #require(try study.run(memory: memory)).tables().map { $0.write(.csv) }
    }
    let memory = MemoryDouble()
    let one = try tables(1, memory)
    #expect(try tables(4, nil) == one)
    #expect(memory.records.count > 1, "the filter played more than once")
    let known = memory.count
    memory.rewind()
    #expect(try tables(2, memory) == one && memory.newRecords == 0 && memory.count == known)
  }

  @Test("below a stated number of effective runs there is no answer, and it says how many runs would do")
  func tooFew() throws {
    let scenario = try Self.scenario(Self.waiting)
    let seen = (0..<4).map { Self.storm($0, true) }
    let error = #expect(throws: GivenFault.self) {
      try Self.result(scenario, seen, runs: 2_000, least: 1_500)
    }
    guard case .tooFew(let effective, 1_500, 2_000, let needed)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(effective < 1_500 && abs(Double(needed) - 2_000 * 1_500 / effective) <= 1)
    // A rate of 1/2 at most cannot bring an event in a round that no run has reached.
    let never = [Observation(.agreement(true), round: 1, rounds: 1...1)]
    #expect(throws: GivenFault.nothingFits(observations: 1, round: 1, runs: 500)) {
      try Self.result(scenario, never, runs: 500)
    }
  }

  /// Ranks of the numbers that made a history among draws of their posterior, over many histories.
  ///
  /// - Returns: how often each of ten ranks came, for the rate and for the hazard.
  private func ranks(
    histories: Int, runs: Int, rounds: Int, reliability: Double, least: Int, seed: UInt64
  ) throws -> (rate: [Int], hazard: [Int], filtered: Int) {
    let scenario = try Self.scenario(Self.waiting)
    let truth = RunDraws(scenario, seed: seed)
    let (rate, hazard) = (
      try #require(scenario.id("events.storm.rate")), try #require(scenario.id("talks.collapse.active"))
    )
    let negotiation = try Negotiation(scenario)
    var counts = (rate: [Int](repeating: 0, count: 10), hazard: [Int](repeating: 0, count: 10), filtered: 0)
    for number in 0..<histories {
      let run = UInt32(number)
      var dice = RandomStream(seed: seed, run: run, stream: StreamID("test.flips"))
      let facts =
        (0..<rounds).map { Self.storm($0, true, reliability: reliability) }
        + [
          Observation(
            .state(isSuspended: false), round: rounds, rounds: rounds...rounds, reliability: reliability)
        ]
      var watch = HistoryWatch(History(facts), of: scenario, played: scenario)
      negotiation.run(run, seed: seed, observer: &watch)
      var seen: [Observation] = []
      for (place, fact) in facts.enumerated() {
        // What is observed is what was, or else what was not.
        let isRight = dice.uniform() < reliability
        let fits = watch.fits(place, negotiation.record, lastRound: negotiation.lastRound) == isRight
        if place < rounds {
          seen.append(Self.storm(place, fits, reliability: reliability))
        } else {
          // That talks are not active in a round is not that they are suspended: they are over.
          seen.append(
            fits
              ? fact
              : Observation(fact.fact, round: rounds, rounds: fact.rounds, reliability: 1 - reliability))
        }
      }
      if seen.last?.reliability == 0 { seen.removeLast() }
      let study = GivenStudy(
        scenario, history: History(seen), runs: runs, seed: seed &+ 1_000 &+ UInt64(number), threads: 1,
        least: least)
      let filter = try #require(try study.condition())
      let (particles, weights) = (filter.particles, filter.weights)
      if filter.passes > 1 { counts.filtered += 1 }
      let draws = RunDraws(scenario, seed: study.seed)
      let total = weights.total
      var below = (rate: 0, hazard: 0)
      for _ in 0..<9 {
        var rest = dice.uniform() * total
        let place = weights.values.firstIndex { weight in
          rest -= weight
          return rest < 0
        }
        let root = particles[try #require(place)].root
        if draws.value(of: rate, in: root) < truth.value(of: rate, in: run) { below.rate += 1 }
        if draws.value(of: hazard, in: root) < truth.value(of: hazard, in: run) { below.hazard += 1 }
      }
      counts.rate[below.rate] += 1
      counts.hazard[below.hazard] += 1
    }
    return counts
  }

  private func chiSquare(_ counts: [Int]) -> Double {
    let expected = Double(counts.reduce(0, +)) / Double(counts.count)
    return counts.reduce(0) { $0 + (Double($1) - expected) * (Double($1) - expected) / expected }
  }

  /// Talts, Betancourt, Simpson, Vehtari, Gelman 2018, arXiv:1804.06788. Of 9 degrees of freedom,
  /// 27.877 is exceeded with probability 0.001.
  @Test(
    "over 1,000 simulated histories the truth has every rank among draws of its posterior alike",
    arguments: [
      (reliability: 0.85, least: 1, filters: false), (reliability: 0.97, least: 400, filters: true),
    ])
  func calibration(reliability: Double, least: Int, filters: Bool) throws {
    let seed: UInt64 = 20_180_418
    let counts = try ranks(
      histories: 1_000, runs: 400, rounds: 4, reliability: reliability, least: least, seed: seed)
    #expect(chiSquare(counts.rate) < 27.877, "seed \(seed): \(counts)")
    #expect(chiSquare(counts.hazard) < 27.877, "seed \(seed): \(counts)")
    #expect(filters == (counts.filtered > 500), "\(counts.filtered) histories were filtered")
  }
}

extension Scenario {
  fileprivate func id(_ path: String) -> ParameterID? {
    parameters.firstIndex { $0.path == path }.map { ParameterID($0) }
  }
}
