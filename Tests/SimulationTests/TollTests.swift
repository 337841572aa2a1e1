import Bargaining
import Scenarios
import Simulation
import Tables
import Testing

/// Tolls whose sums have closed forms.
@Suite("A toll")
struct TollTests {
  /// Talks of ten days about ending a war, in which whoever is asked says yes at once.
  ///
  /// - Parameters:
  ///   - more: members of the scenario.
  ///   - acceptance: of both parties.
  private static func war(_ more: String, acceptance: String = #"{"constant": 0}"#) -> String {
    func party(_ reservation: Double) -> String {
      """
      {"preferences": {"war": {"weight": 1, "values": {"on": 0, "off": 1}}, "land": {"weight": 1, "values": {"theirs": 0, "ours": 1}}},
       "reservation": \(reservation), "acceptance": \(acceptance), "tactic": {"time": {"beta": 1}}}
      """
    }
    return """
      {"rounds": 10,
       "issues": {"war": {"options": ["on", "off"], "status_quo": "on"},
                  "land": {"options": ["theirs", "ours"], "status_quo": "theirs"}},
       "parties": {"a": \(party(0.1)), "b": \(party(0.1))}, \(more)}
      """
  }

  private static let all =
    #""tolls": {"displaced": {"per_round": 80000, "while": {"war": "on"}, "unit": "people"}, "active": {"per_round": 1, "while": "active"}, "suspended": {"per_round": 1, "while": "suspended"}, "agreed": {"per_round": 1, "while": "agreed"}, "ended": {"per_round": 1, "while": "ended"}}"#

  private func means(_ distribution: OutcomeDistribution) -> [Double] {
    distribution.tollRows.filter { $0.ending == nil }.map { $0.measure.moments.mean ?? .nan }
  }

  private func each(_ text: String, runs: UInt32) throws -> [RunRecord] {
    let negotiation = try Negotiation(Texts.scenario(text))
    return (0..<runs).map { run in
      negotiation.run(run, seed: 5)
      return negotiation.record
    }
  }

  @Test("is taken in the day of the agreement and no more, for as many days as the status quo holds")
  func agreedAtOnce() throws {
    let distribution = try Texts.simulate(Self.war(Self.all), runs: 50)
    #expect(distribution.agreements == 50 && distribution.agreementsByRound[0] == 50)
    #expect(means(distribution) == [80_000, 1, 0, 9, 0])
  }

  @Test("goes on to the end of the window after a breakdown, in every run and in the mean")
  func breakdown() throws {
    let q = 0.2
    let text = Self.war(
      Self.all + #", "talks": {"collapse": {"active": 0.2}}"#, acceptance: #"{"constant": 2}"#)
    for record in try each(text, runs: 500) {
      #expect(record.tolls[0] == 800_000)
      #expect(record.tolls[1] == Double(record.round + 1) && record.tolls[1] + record.tolls[4] == 10)
    }
    // Days until the first failure of ten trials at most: (1 - (1 - q)^10) / q.
    var left = 1.0
    for _ in 0..<10 { left *= 1 - q }
    let distribution = try Texts.simulate(text, runs: 20_000)
    let active = try #require(distribution.tollRows.first { $0.toll == 1 && $0.ending == nil }).measure
      .moments
    let error = try #require(active.standardError)
    #expect(abs((active.mean ?? 0) - (1 - left) / q) < 4 * error)
  }

  @Test("of suspended talks counts the days until they resume, a geometric number")
  func suspended() throws {
    let text = Self.war(
      Self.all + #", "talks": {"start": "suspended", "resume": {"base": 0.4}}"#,
      acceptance: #"{"constant": 2}"#)
    for record in try each(text, runs: 300) {
      #expect(record.tolls[2] == Double(record.roundsSuspended))
      #expect(record.tolls[1] + record.tolls[2] == 10 && record.tolls[3] == 0)
    }
    // Each day stays suspended with probability exp(-0.4) = 0.67032004603563930074: the sum of its
    // powers up to the tenth.
    var (power, expected) = (1.0, 0.0)
    for _ in 0..<10 {
      power *= 0.670_320_046_035_639_3
      expected += power
    }
    let distribution = try Texts.simulate(text, runs: 20_000)
    let days = try #require(distribution.tollRows.first { $0.toll == 2 && $0.ending == nil }).measure.moments
    let error = try #require(days.standardError)
    #expect(abs((days.mean ?? 0) - expected) < 4 * error)
  }

  @Test("is that of the status quo where the phase that would change it fails or is not reached")
  func failedPhases() throws {
    func simulate(_ phases: String, base: Double) throws -> [Double] {
      means(
        try Texts.simulate(
          Self.war(
            Self.all + #", "implementation": {"phases": {\#(phases)}, "failure": {"base": \#(base)}}"#),
          runs: 20))
    }
    // Odds of exp(±700): certain in any number of runs.
    #expect(try simulate(#""one": {}"#, base: -700) == [80_000, 1, 0, 9, 0])
    #expect(try simulate(#""one": {}"#, base: 700) == [800_000, 1, 0, 9, 0])
    // The first phase fails, the second is not reached; what none settles is in force.
    #expect(
      try simulate(#""one": {"issues": ["land"]}, "two": {"issues": ["war"]}"#, base: 700)
        == [800_000, 1, 0, 9, 0])
    #expect(try simulate(#""one": {"issues": ["land"]}"#, base: 700) == [80_000, 1, 0, 9, 0])
  }

  @Test("of an interim deal stops with that deal although nothing else is ever agreed")
  func interim() throws {
    // Neither gives way on the land; what a cease-fire alone is worth, 0.5, is enough for both.
    let text = """
      {"rounds": 10,
       "issues": {"war": {"options": ["on", "off"], "status_quo": "on"},
                  "land": {"options": ["half", "ours", "theirs"], "status_quo": "half"}},
       "agenda": {"issues": ["war", "land"], "order": "interim", "first": ["war"]},
       "parties": {
         "a": {"preferences": {"war": {"weight": 1, "values": {"on": 0, "off": 1}}, "land": {"weight": 1, "values": {"half": 0.5, "ours": 1, "theirs": 0}}},
               "reservation": 0.1, "tactic": "hardliner"},
         "b": {"preferences": {"war": {"weight": 1, "values": {"on": 0, "off": 1}}, "land": {"weight": 1, "values": {"half": 0.5, "ours": 0, "theirs": 1}}},
               "reservation": 0.1, "tactic": "hardliner"}},
       \(Self.all)}
      """
    let records = try each(text, runs: 5)
    #expect(records.count == 5)
    for record in records {
      #expect(record.ending == .partialAgreement && record.options[0] == 1)
      #expect(record.tolls[0] == 80_000 * Double(record.round + 1) && record.tolls[1] == 10)
    }
  }

  @Test("has the rate that events leave it, after the end that of the last day")
  func events() throws {
    let text = Self.war(
      Self.all
        + #", "events": {"offensive": {"rate": 1, "effects": [{"on": "tolls.displaced.per_round", "add": 1000}]}}, "talks": {"collapse": {"active": 1}}"#,
      acceptance: #"{"constant": 2}"#)
    // One event on the only day of talks; nothing happens afterwards.
    #expect(
      try each(text, runs: 3).map { [$0.tolls[0], $0.tolls[4]] }
        == [[Double]](repeating: [810_000, 9], count: 3))
  }

  @Test("has a row of tolls.csv for all runs and for every ending, whose means add up to that of all")
  func table() throws {
    let text = Self.war(
      Self.all + #", "talks": {"collapse": {"active": 0.2}}"#, acceptance: #"{"time": 0.9}"#)
    let distribution = try Texts.simulate(text, runs: 3_000)
    let table = try #require(try distribution.tables().first { $0.name == "tolls" })
    #expect(
      table.columns.map(\.name) == [
        "toll", "ending", "mean", "standard_error", "p05", "p25", "p50", "p75", "p95",
      ])
    #expect(table.rowCount == 5 * 6)
    for (toll, fold) in distribution.fold.tolls.enumerated() {
      #expect(fold.all.moments.count == 3_000)
      #expect(fold.byEnding.map(\.moments.count) == distribution.endings)
      let sum = fold.byEnding.reduce(0) { $0 + ($1.moments.mean ?? 0) * Double($1.moments.count) }
      let mean = try #require(fold.all.moments.mean)
      #expect(abs(sum / 3_000 - mean) < 1e-6 * max(1, mean), "toll \(toll)")
    }
    // A day more or less is a bin of its own, so that quantiles are whole days.
    let p50 = try #require(distribution.fold.tolls[1].all.quantiles.quantile(0.5))
    #expect(p50 == p50.rounded())
  }

  @Test("put down word by word and read again has the same bits")
  func words() throws {
    let distribution = try Texts.simulate(
      Self.war(Self.all + #", "talks": {"collapse": {"active": 0.2}}"#), runs: 200)
    let bytes = distribution.fold.bytes
    #expect(OutcomeFold(bytes: bytes)?.bytes == bytes)
  }

  @Test(
    "of an issue without a status quo, of an unknown state and of a negative rate is a fault in its place")
  func faults() throws {
    func told(_ toll: String) -> [String] {
      let text = """
        {"rounds": 1, "issues": {"pie": {"options": ["x", "y"]}},
         "parties": {"a": {"preferences": {"pie": {"weight": 1, "values": {"x": 0, "y": 1}}}, "reservation": 0, "tactic": "micro"},
                     "b": {"preferences": {"pie": {"weight": 1, "values": {"x": 1, "y": 0}}}, "reservation": 0, "tactic": "micro"}},
         "tolls": {"t": \(toll)}}
        """
      do {
        _ = try Texts.scenario(text)
        return []
      } catch let fault as ScenarioFault { return fault.diagnostics.list().map(\.message) } catch {
        return ["?"]
      }
    }
    #expect(
      told(#"{"per_round": 1, "while": {"pie": "x"}}"#) == [
        "issue \"pie\" has no status quo, so nothing is in force before an agreement"
      ])
    #expect(told(#"{"per_round": 1, "while": "activ"}"#) == ["unknown state of talks \"activ\""])
    #expect(told(#"{"per_round": -1, "while": "active"}"#).count == 1)
    #expect(told(#"{"per_round": 1}"#) == ["toll \"t\" needs \"while\""])
    #expect(told(#"{"per_round": 1, "while": "active", "unit": {"en": "people", "ar": "شخص"}}"#).isEmpty)
  }
}
