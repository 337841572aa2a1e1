import Bargaining
import Testing

/// What homes leave of a zone of agreement, by hand. (At random, over all outcomes:
/// ``SlowTalksTests``.)
struct HomeZoneTests {
  /// A pie of ten pieces of which both would take any share above a tenth, and which nobody
  /// concedes.
  /// - Parameters:
  ///   - factions: those of b, which wants few pieces for a.
  ///   - rest: members of the scenario.
  static func pie(
    rounds: Int = 3, quota: Double = 1, _ factions: String, a: String = "", _ rest: String = ""
  ) -> Pie {
    var pie = Pie(rounds: rounds, pieces: 10)
    pie.a = #""reservation": 0.1, "willingness": 0\#(a)"#
    pie.b =
      #""reservation": 0.1, "willingness": 0, "ratification": {"quota": \#(quota), "factions": {\#(factions)}}"#
    if !rest.isEmpty { pie.rest += ", " + rest }
    return pie
  }

  static func faction(_ name: String, weight: Double = 1, _ minimum: Double, _ more: String = "") -> String {
    #""\#(name)": {"weight": \#(weight), "minimum": \#(minimum)\#(more)}"#
  }

  static func zone(_ pie: Pie) throws -> Zone { try play(pie.scenario()).record.zone }

  @Test("a deal that a home turns down for certain is no zone")
  func homeShutsZone() throws {
    // a needs a piece, so that the home of b can have nine tenths at most.
    #expect(try Self.zone(Self.pie(Self.faction("f", 0.9))) == .exists)
    #expect(try Self.zone(Self.pie(Self.faction("f", 0.91))) == .none)
  }

  @Test("as many homes as there are must let the same outcome pass")
  func homesTogether() throws {
    func both(_ minimum: Double) -> Pie {
      Self.pie(
        Self.faction("f", 0.5),
        a: #", "ratification": {"quota": 1, "factions": {"g": {"weight": 1, "minimum": \#(minimum)}}}"#)
    }
    #expect(try Self.zone(both(0.5)) == .exists)
    #expect(try Self.zone(both(0.51)) == .none)
  }

  @Test("the quota decides which factions a zone needs")
  func quotaDecides() throws {
    let factions = [Self.faction("x", weight: 3, 0.2), Self.faction("y", 2)].joined(separator: ", ")
    #expect(try Self.zone(Self.pie(quota: 0.75, factions)) == .exists)
    #expect(try Self.zone(Self.pie(quota: 0.76, factions)) == .none)
  }

  @Test("factions that want opposite things leave no zone that either alone would")
  func oppositeFactions() throws {
    // y values the few pieces that b wants at nothing: with k pieces for a, x gets 1 - k / 10 and
    // y, by its own values, k / 10 where these are turned round.
    func text(_ factions: String) -> String {
      let values = (0...3).map { #""o\#($0)": \#(Double(3 - $0) / 3)"# }.joined(separator: ", ")
      let options = (0...3).map { #""o\#($0)""# }.joined(separator: ", ")
      return """
        {"rounds": 2, "issues": {"x": {"options": [\(options)]}},
         "parties": {
           "a": {"preferences": {"x": {"weight": 1, "values": {"o0": 1, "o1": 1, "o2": 1, "o3": 0}}}, "reservation": 0.5,
                 "tactic": {"time": {"beta": 1}}},
           "b": {"preferences": {"x": {"weight": 1, "values": {\(values)}}}, "reservation": 0, "tactic": {"time": {"beta": 1}},
                 "ratification": {"quota": 1, "factions": {\(factions)}}}},
         "forums": {"main": {"members": ["a", "b"], "protocol": "alternating", "from": 9}}}
        """
    }
    let first = #""x": {"weight": 1, "minimum": 0.6}"#
    let second =
      #""y": {"weight": 1, "minimum": 0.6, "adjust": {"x": {"values": {"o0": -1, "o1": -0.3, "o2": 0.4, "o3": 1}}}}"#
    #expect(try play(read(text(first))).record.zone == .exists)
    #expect(try play(read(text(second))).record.zone == .exists)
    #expect(try play(read(text(first + ", " + second))).record.zone == .none)
  }

  @Test("an event that moves a home opens the zone while it lasts, whatever moves back")
  func eventMovesHome() throws {
    func events(_ path: String, _ add: Double) -> String {
      #""events": {"mood": {"rate": 1, "once": true, "effects": [{"on": "parties.b.ratification.\#(path)", "add": \#(add), "for": 2}]}}"#
    }
    let shut = Self.faction("f", 0.95)
    #expect(try Self.zone(Self.pie(rounds: 5, shut)) == .none)
    #expect(try Self.zone(Self.pie(rounds: 5, shut, events("factions.f.minimum", -0.05))) == .exists)
    #expect(try Self.zone(Self.pie(rounds: 5, shut, events("factions.f.minimum", -0.04))) == .none)
    let many = [shut, Self.faction("g", 0)].joined(separator: ", ")
    #expect(try Self.zone(Self.pie(rounds: 5, quota: 0.6, many)) == .none)
    #expect(try Self.zone(Self.pie(rounds: 5, quota: 0.6, many, events("quota", -0.1))) == .exists)
    #expect(try Self.zone(Self.pie(rounds: 5, quota: 0.6, many, events("factions.g.weight", 0.5))) == .exists)
    let bonus = Self.faction("f", 0.95, #", "adjust": {"share": {"values": {"1": 0}}}"#)
    #expect(try Self.zone(Self.pie(rounds: 5, bonus)) == .none)
    #expect(
      try Self.zone(Self.pie(rounds: 5, bonus, events("factions.f.adjust.share.values.1", 0.05))) == .exists)
  }

  @Test("what is acceptable before the talks begin is counted with homes, group by group")
  func zoneAtStart() throws {
    for (minimum, feasible) in [(0.0, 9), (0.5, 5), (0.9, 1), (0.91, 0)] {
      let start = try ZoneAtStart(middleOf: Self.pie(Self.faction("f", minimum)).scenario())
      let solutions = try Solutions(start)
      #expect(solutions.feasible == .exact(UInt64(feasible)), "\(minimum)")
      #expect(solutions.zone == (feasible > 0 ? .exists : .none))
      #expect(try start.zone(between: [0, 1]) == (feasible > 0 ? .exists : .none))
      #expect(try start.zone(between: [0]) == .exists)
      // The best for both that the home lets pass: at most 10 (1 - minimum) pieces for a.
      let pieces = min(5, Int((10 * (1 - minimum) + 1e-9).rounded(.down)))
      let nash = try #require(solutions.nash.value)
      #expect(nash?.outcome == (feasible > 0 ? [pieces] : nil), "\(minimum)")
      // No transfer at the table buys what the home turns down: with nine tenths for it, a lacks
      // the rest.
      let gap = try #require(solutions.leverageGap.value)
      if minimum <= 0.9 { #expect(gap?.value == 0) } else { #expect(abs((gap?.value ?? 0) - 0.1) < 1e-12) }
    }
  }

  @Test("where outcomes are too many to look at all the zone counts homes and nothing else is said")
  func manyOutcomes() throws {
    for (minimum, zone) in [(0.9, Zone.exists), (0.91, .none)] {
      let start = try ZoneAtStart(middleOf: Self.pie(Self.faction("f", minimum)).scenario())
      let ways = Solutions.Ways(enumerable: 1, usesFrontier: true)
      let solutions = try Solutions(start, lookingForObstacles: true, ways: ways)
      #expect(solutions.zone == zone)
      #expect(solutions.pareto.value?.count == 11)
      #expect(solutions.leverageGap.value == nil)
      #expect(solutions.nash.value == (zone == .none ? .some(nil) : nil))
    }
  }

  @Test("the surplus at the start is what the end is worth above no agreement in the first round")
  func surplusAtStart() throws {
    // No agreement loses a tenth a round, and sticks of 0.2 weigh from the first round on.
    var pie = Pie(rounds: 4)
    pie.a = #""reservation": 0.9, "cost_of_delay": 0.1, "willingness": 0"#
    pie.b = #""reservation": 0.6, "willingness": 0"#
    pie.rest = Pie.mediated(
      #""manipulate": 1, "toward": {"a": {"trust": 1, "stick": 0.2}, "b": {"trust": 1, "carrot": 0.25}}"#)
    let none = try play(pie.scenario()).record
    #expect(none.ending == .outOfTime && none.surplusesAtStart.count == 2)
    #expect(zip(none.surplusesAtStart, [-0.3, 0]).allSatisfy { abs($0 - $1) < 1e-12 })
    // a takes whatever b offers first: in the first round, and after three rounds of waiting.
    pie.a += #", "acceptance": {"constant": -10}"#
    pie.b += #", "acceptance": {"constant": -10}"#
    for from in [0, 3] {
      var later = pie
      later.rest = pie.rest.replacing(#""protocol""#, with: #""from": \#(from), "protocol""#)
        .replacing(#"["a", "b"]"#, with: #"["b", "a"]"#)
      later.a = later.a.replacing("0.9", with: "0.2")
      let agreed = try play(later.scenario()).record
      #expect(agreed.ending.isAgreement && agreed.round == from)
      let gains = zip(agreed.utilities, [0, 0.25 - 0.6]).map { $0 + $1 }
      #expect(gains.count == 2 && agreed.surplusesAtStart.count == 2)
      #expect(zip(agreed.surplusesAtStart, gains).allSatisfy { abs($0 - $1) < 1e-12 })
      #expect(abs(agreed.surpluses[0] - gains[0] - 0.1 * Double(from)) < 1e-12)
    }
  }
}
