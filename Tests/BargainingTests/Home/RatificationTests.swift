import Bargaining
import Testing

/// Ratification by hand. Two parties agree in round 0 on the middle of a pie, whatever else a test
/// adds.
struct RatificationTests {
  /// Both parties take any outcome; a offers first, so that b takes a's offer.
  static func pie(_ home: String, rounds: Int = 6, resume: Double = 1_000, more: String = "") -> Pie {
    var pie = Pie(rounds: rounds, tactic: #"{"time": {"beta": 1000}}"#)
    pie.a = #""reservation": 0.5, "acceptance": {"constant": 0}"#
    pie.b = #""reservation": 0.3, "acceptance": {"constant": 0}, "ratification": {\#(home)}"#
    pie.rest += #", "talks": {"resume": {"base": \#(resume)}}\#(more)"#
    return pie
  }

  static func votes(_ acts: [TalkAct]) -> [HomeVote] { acts.compactMap(\.vote) }

  static func faction(_ name: String, _ weight: Double, _ minimum: Double, _ more: String = "") -> String {
    #""\#(name)": {"weight": \#(weight), "minimum": \#(minimum)\#(more)}"#
  }

  @Test("a deal passes when factions worth the quota accept")
  func dealPassesWhen() throws {
    // The deal is worth about 0.5 to b. Three factions of a third each: two accept.
    let factions =
      [Self.faction("x", 1, 0), Self.faction("y", 1, 0.2), Self.faction("z", 1, 2)].joined(separator: ", ")
    for (quota, passes) in [(2.0 / 3, true), (0.667, false), (0.3, true), (1.0, false)] {
      let (record, acts) = try play(
        Self.pie(#""quota": \#(quota), "failures": 1, "factions": {\#(factions)}"#).scenario())
      let vote = try #require(Self.votes(acts).first)
      #expect(record.ending == (passes ? .fullAgreement : .rejectedAtHome))
      #expect(vote.hasPassed == passes)
      #expect(abs(vote.share - 2.0 / 3) < 1e-12)
      #expect(vote.factions.map(\.accepts) == [true, true, false])
      #expect(record.failedRatifications == [0, passes ? 0 : 1])
    }
  }

  @Test("a faction accepts exactly from its minimum on")
  func factionAcceptsExactly() throws {
    let (_, acts) = try play(
      Self.pie(#""quota": 1, "factions": {\#(Self.faction("x", 1, 0))}"#).scenario())
    let worth = try #require(Self.votes(acts).first?.factions.first?.utility)
    for (minimum, passes) in [(worth, true), (worth + 1e-9, false), (worth - 1e-9, true)] {
      let home = #""quota": 1, "failures": 1, "factions": {\#(Self.faction("x", 1, minimum))}"#
      #expect(try (play(Self.pie(home).scenario()).record.ending == .fullAgreement) == passes)
    }
  }

  @Test("a faction weighs the issues of its party by its own factors and values")
  func factionWeighsIssues() throws {
    // b weighs x 1 and y 3, values l at 0.2 and 0.4. The faction weighs x twice: 2 and 3 of 5; it
    // adds 0.3 to x and takes 0.9 from y, which stops at 0; and it has an interaction of its own
    // beside b's.
    let text = """
      {"rounds": 1, "issues": {"x": {"options": ["l"  , "r"]}, "y": {"options": ["l", "r"]}},
       "parties": {
         "a": {"preferences": {"x": {"weight": 1, "values": {"l": 1, "r": 0}}, "y": {"weight": 1, "values": {"l": 1, "r": 0}}},
               "reservation": 0, "willingness": 0, "tactic": {"time": {"beta": 1}}},
         "b": {"preferences": {"x": {"weight": 1, "values": {"l": 0.2, "r": 1}}, "y": {"weight": 3, "values": {"l": 0.4, "r": 1}}},
               "interactions": [{"when": {"x": "l", "y": "l"}, "add": 0.01}],
               "reservation": 0, "acceptance": {"constant": 0}, "tactic": {"time": {"beta": 1}},
               "ratification": {"quota": 1, "factions": {"f": {"weight": 1, "minimum": 0,
                 "adjust": {"x": {"weight": 2, "values": {"l": 0.3}}, "y": {"values": {"l": -0.9}}},
                 "interactions": [{"when": {"x": "l", "y": "l"}, "add": 0.1}]}}}}}}
      """
    let (record, acts) = try play(read(text))
    #expect(record.options == [0, 0])
    let utility = try #require(Self.votes(acts).first?.factions.first?.utility)
    #expect(abs(utility - (0.4 * 0.5 + 0.6 * 0 + 0.01 + 0.1)) < 1e-12)
  }

  @Test("a failure suspends the talks and so many end them")
  func failureSuspendsTalks() throws {
    let home = #""quota": 1, "failures": 3, "factions": {\#(Self.faction("x", 1, 2))}"#
    let (record, acts) = try play(Self.pie(home).scenario())
    #expect(record.ending == .rejectedAtHome)
    #expect(record.failedRatifications == [0, 3])
    // Suspended after the first and the second, and back by the next round.
    #expect((record.suspensions, record.resumptions, record.round) == (2, 2, 2))
    let course = acts.map(\.kind).filter { [.ratify, .suspend, .resume].contains($0) }
    #expect(course == [.ratify, .suspend, .resume, .ratify, .suspend, .resume, .ratify])
    #expect(acts.last?.because == .rejectedAtHome)
    #expect(record.utilities == [0.5, 0.3])
    #expect(record.zone == .none)
    // Without a limit they go on until time is up; without a way back, they rest.
    let patient = #""quota": 1, "factions": {\#(Self.faction("x", 1, 2))}"#
    #expect(try play(Self.pie(patient).scenario()).record.failedRatifications == [0, 6])
    let still = try play(Self.pie(patient, resume: 0).scenario()).record
    #expect(still.failedRatifications == [0, 1])
    #expect((still.ending, still.roundsSuspended, still.zone) == (.outOfTime, 5, .none))
  }

  @Test("each failure costs a share of the trust in every mediator in this run alone")
  func eachFailureCosts() throws {
    let home = #""quota": 1, "trust_loss": 0.25, "factions": {\#(Self.faction("x", 1, 2))}"#
    var pie = Self.pie(home, rounds: 3)
    pie.rest = Pie.mediated(
      #""manipulate": 1, "toward": {"a": {"trust": 0.8, "stick": 0.1}, "b": {"trust": 0.8, "stick": 0.1}}"#,
      #""talks": {"resume": {"base": 1000}}, "events": {"visit": {"rate": 1, "once": true, "effects": [{"on": "mediators.m.toward.b.trust", "add": 0.1, "for": 2}]}}"#
    )
    let negotiation = try Negotiation(pie.scenario())
    for _ in 0..<2 {
      negotiation.run(0, seed: 1)
      #expect(negotiation.record.failedRatifications == [0, 3])
      // In the last round the sticks are those after two failures; the visit is over.
      #expect(abs(negotiation.record.utilities[0] - (0.5 - 0.08)) < 1e-12)
      #expect(abs(negotiation.record.utilities[1] - (0.3 - 0.1 * 0.8 * 0.75 * 0.75)) < 1e-12)
    }
  }

  @Test("homes are asked in the order of the file, and the first no decides")
  func homesAskedOrder() throws {
    var pie = Self.pie(#""quota": 1, "failures": 1, "factions": {\#(Self.faction("x", 1, 2))}"#)
    pie.a += #", "ratification": {"quota": 1, "failures": 1, "factions": {\#(Self.faction("y", 1, 2))}}"#
    let (record, acts) = try play(pie.scenario())
    #expect(record.failedRatifications == [1, 0])
    #expect(acts.filter { $0.kind == .ratify }.map(\.actor) == [.party(0)])
  }

  @Test("a party outside the forum consents before any home is asked")
  func partyOutsideForum() throws {
    let line = #"{"share": {"weight": 1, "values": {"l": 1, "r": 1}}}"#
    func text(_ reservation: Double) -> String {
      func party(_ more: String) -> String {
        #"{"preferences": \#(line), "acceptance": {"constant": 0}, "tactic": {"time": {"beta": 1}}, \#(more)}"#
      }
      return """
        {"rounds": 1, "issues": {"share": {"options": ["l", "r"]}},
         "parties": {"a": \(party(#""reservation": 0"#)), "c": \(party(#""reservation": \#(reservation)"#)),
           "b": \(party(#""reservation": 0, "ratification": {"quota": 1, "factions": {"f": {"weight": 1, "minimum": 0}}}"#))},
         "forums": {"main": {"members": ["a", "b"], "protocol": "alternating"}}}
        """
    }
    let agreed = try play(read(text(0))).acts.map(\.kind)
    #expect(agreed == [.offer, .accept, .accept, .ratify])
    #expect(try !play(read(text(2))).acts.map(\.kind).contains(.ratify))
  }

  @Test("a party without a veto is not asked at home")
  func partyWithoutVeto() throws {
    var pie = Self.pie(#""quota": 1, "factions": {\#(Self.faction("x", 1, 2))}"#)
    pie.b += #", "veto": false"#
    let (record, acts) = try play(pie.scenario())
    #expect(record.ending == .fullAgreement)
    #expect(!acts.map(\.kind).contains(.ratify))
  }

  @Test("an event can change what a faction asks for")
  func eventCanChange() throws {
    let event =
      #", "events": {"march": {"rate": 1, "once": true, "effects": [{"on": "parties.b.ratification.factions.x.minimum", "add": -2}]}}"#
    let home = #""quota": 1, "failures": 1, "factions": {\#(Self.faction("x", 1, 2))}"#
    #expect(try play(Self.pie(home).scenario()).record.ending == .rejectedAtHome)
    #expect(try play(Self.pie(home, more: event).scenario()).record.ending == .fullAgreement)
  }

  @Test("the shortfall is the least that would have carried the deal")
  func shortfallLeastWould() throws {
    // Worth u to all. Lacking 0.1, 0.2, 0.3 with weights 1, 2, 3: half of the weight needs 0.2, two
    // thirds need 0.3.
    let worth = try #require(
      Self.votes(
        play(Self.pie(#""quota": 1, "factions": {\#(Self.faction("x", 1, 0))}"#).scenario()).acts
      ).first?.factions.first?.utility)
    let factions = (1...3).map { Self.faction("f\($0)", Double($0), worth + 0.1 * Double($0)) }
    for (quota, lacking) in [(0.1, 0.1), (0.5, 0.2), (0.66, 0.3)] {
      let home = #""quota": \#(quota), "failures": 1, "factions": {\#(factions.joined(separator: ", "))}"#
      let vote = try #require(Self.votes(play(Self.pie(home).scenario()).acts).first)
      #expect(abs(vote.shortfall - lacking) < 1e-9)
    }
  }

  @Test("a party that learns brings home what was lacking and one that does not fails again")
  func partyLearnsBrings() throws {
    func record(_ learning: Double) throws -> RunRecord {
      var pie = Self.pie(
        #""quota": 1, "failures": 4, "learning": \#(learning), "factions": {\#(Self.faction("x", 1, 0.6))}"#,
        rounds: 6)
      pie.a = #""reservation": 0.2, "willingness": 1, "acceptance": "aspiration""#
      pie.b = pie.b.replacing(#""acceptance": {"constant": 0}"#, with: #""acceptance": "aspiration""#)
      // b speaks first and offers what it can just live with: 0.3 for itself.
      pie.rest = pie.rest.replacing(#"["a", "b"]"#, with: #"["b", "a"]"#)
      return try play(pie.scenario()).record
    }
    #expect(try record(0).ending == .rejectedAtHome)
    let taught = try record(1)
    #expect(taught.ending == .fullAgreement)
    #expect(taught.failedRatifications == [0, 1])
    #expect(taught.utilities[1] >= 0.6 - 1e-9)
  }
}
