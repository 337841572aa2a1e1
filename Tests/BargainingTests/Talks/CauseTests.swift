import Bargaining
import Testing

/// Why talks fail, each cause by talks that can fail by nothing else. (At random, with every record
/// compared: ``SlowTalksTests``.)
struct CauseTests {
  /// Both could live with three tenths.
  static func pie(_ more: String = "", _ rest: String = "") -> Pie {
    var pie = Pie(rounds: 5, pieces: 10)
    pie.a = #""reservation": 0.3\#(more)"#
    pie.b = pie.a
    if !rest.isEmpty { pie.rest += ", " + rest }
    return pie
  }

  static func cause(_ pie: Pie) throws -> FailureCause? {
    let record = try play(pie.scenario()).record
    #expect(!record.ending.isAgreement)
    return record.cause
  }

  @Test("where nothing was acceptable to all there was no zone, however the talks ended")
  func noZone() throws {
    #expect(try Self.cause(Pie(rounds: 3)) == .noZone)
    var broken = Pie(rounds: 3)
    broken.rest += #", "talks": {"collapse": {"active": 1}}"#
    #expect(try Self.cause(broken) == .noZone)
  }

  @Test("who never offers what the other could take fails for want of information")
  func information() throws {
    #expect(try Self.cause(Self.pie(#", "willingness": 0"#)) == .information)
  }

  @Test("offers that all could take and nobody takes fail for want of time")
  func time() throws {
    #expect(try Self.cause(Self.pie(#", "acceptance": {"constant": 2}"#)) == .time)
  }

  @Test("what confided offers say is not on the table, and a text is")
  func shuttle() throws {
    var pie = Self.pie(#", "acceptance": {"constant": 2}"#)
    pie.rest = Pie.mediated("", rules: "shuttle")
    #expect(try Self.cause(pie) == .information)
    pie.rest = Pie.mediated(#""formulate": 1"#, rules: "shuttle", #""mediation": {"noise": 0}"#)
    #expect(try Self.cause(pie) == .time)
  }

  @Test("a text that only trust is lacking for fails for want of trust")
  func distrust() throws {
    func cause(_ trust: Double, _ more: String) throws -> FailureCause? {
      var pie = Self.pie(more)
      pie.rest = Pie.mediated(
        #""formulate": 1, "toward": {"a": {"trust": \#(trust)}, "b": {"trust": 1}}"#, rules: "shuttle",
        #""mediation": {"noise": 0}"#)
      return try Self.cause(pie)
    }
    #expect(try cause(0, #", "acceptance": {"constant": 0}"#) == .distrust)
    // Who would not have taken it anyway does not fail by distrust.
    #expect(try cause(0, #", "acceptance": {"constant": 2}"#) == .time)
    // Nor is it forgotten when the talks break down.
    var broken = Self.pie(#", "acceptance": {"constant": 0}"#)
    broken.rest = Pie.mediated(
      #""formulate": 1, "toward": {"a": {"trust": 0}}"#, rules: "shuttle",
      #""mediation": {"noise": 0}, "talks": {"collapse": {"active": 1}}"#)
    #expect(try Self.cause(broken) == .distrust)
  }

  @Test("what the table agrees and a home turns down fails at home")
  func home() throws {
    var pie = Self.pie()
    pie.b +=
      #", "ratification": {"quota": 1, "failures": 1, "factions": {"f": {"weight": 1, "minimum": 0.7}}}"#
    #expect(try Self.cause(pie) == .home)
    // What no home would let pass was never there.
    pie.b = pie.b.replacing("0.7", with: "0.71")
    #expect(try Self.cause(pie) == .noZone)
  }

  @Test("talks break down by an event where without it the same draw would not have broken them down")
  func breakdown() throws {
    func cause(_ collapse: Double, _ effect: String) throws -> FailureCause? {
      let event =
        effect.isEmpty ? "" : #", "events": {"raid": {"rate": 1, "once": true, "effects": [\#(effect)]}}"#
      return try Self.cause(
        Self.pie(
          #", "acceptance": {"constant": 2}"#, #""talks": {"collapse": {"active": \#(collapse)}}\#(event)"#))
    }
    #expect(try cause(1, "") == .breakdown)
    #expect(try cause(0, #"{"on": "talks.collapse.active", "add": 1}"#) == .event)
    // What would have happened anyhow, it did not bring about.
    #expect(try cause(1, #"{"on": "talks.collapse.active", "add": 1}"#) == .breakdown)
    #expect(try cause(1, #"{"on": "parties.a.cost_of_delay", "add": 0.01}"#) == .breakdown)
    #expect(try cause(1, #"{"on": "mediation.noise", "add": 0.01}"#) == .breakdown)
  }

  @Test("an effect that is over breaks nothing down, and a shock that the risk looks at does")
  func eventOver() throws {
    // Suspended for good from round 2 on; a raid in round 0 lasts so many rounds.
    func cause(_ talks: String, _ rounds: Int) throws -> FailureCause? {
      var pie = Pie(rounds: 9, pieces: 10)
      pie.a = #""reservation": 0.3, "willingness": 0"#
      pie.b = pie.a
      pie.rest +=
        #", "talks": {"suspend_after": 2, "collapse": {\#(talks)}}, "events": {"raid": {"rate": 1, "once": true, "effects": [{"on": "talks.collapse.suspended", "add": 1, "for": \#(rounds)}]}}"#
      let record = try play(pie.scenario()).record
      #expect((record.ending == .collapsed) == (record.cause == .event || record.cause == .breakdown))
      return record.cause
    }
    #expect(try cause(#""suspended": 0"#, 4) == .event)
    #expect(try cause(#""suspended": 0"#, 3) == .information)
    #expect(try cause(#""suspended": 1"#, 3) == .breakdown)
    // exp(10) times a hazard of 0.01 in the round after the raid is certain enough.
    #expect(try cause(#""suspended": 0.01, "shock": 10"#, 1) == .event)
  }

  @Test("every run without agreement has one cause and no run with one has any")
  func everyRun() throws {
    let seed: UInt64 = 73
    var causes: [FailureCause: Int] = [:]
    for number in 0..<2_000 {
      let scenario =
        number % 4 < 3
        ? RandomScenario.withHomes(number, seed: seed) : RandomScenario.withHazards(number, seed: seed)
      let record = try play(scenario, run: UInt32(number), seed: seed).record
      #expect((record.cause == nil) == record.ending.isAgreement, "scenario \(number)")
      #expect(record.ending.isAgreement || (record.cause == .noZone) == (record.zone == .none))
      if let cause = record.cause { causes[cause, default: 0] += 1 }
    }
    for cause in FailureCause.allCases { #expect(causes[cause, default: 0] >= 5, "\(causes)") }
  }
}
