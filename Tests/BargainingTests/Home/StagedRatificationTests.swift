import Bargaining
import Testing

/// An agenda in stages whose deals need b's home, worked out by hand.
///
/// x is worth a half to both once it is settled. Of y they would have p1, p2 or p3, worth 0.45, 0.3
/// and 0.15 to a and the reverse to b. b asks first: on x for all there is; on y, at first, for the
/// least that it is willing to go down to, 0.5 + 0.3 (0.95 - 0.5) = 0.635, which is p1 at 0.65. a
/// takes what beats its reservation.
struct StagedRatificationTests {
  static func text(
    _ agenda: String, home: String, rounds: Int = 6, resume: Double = 1_000
  ) -> String {
    func party(_ y: [Double], _ more: String) -> String {
      """
      {"preferences": {"x": {"weight": 1, "values": {"no": 0, "yes": 1}},
                       "y": {"weight": 1, "values": {"open": 0, "p1": \(y[0]), "p2": \(y[1]), "p3": \(y[2])}}},
       "reservation": 0.4, "willingness": 0.7, "acceptance": {"constant": 0}, "tactic": {"time": {"beta": 1000}}, \(more)}
      """
    }
    return """
      {"rounds": \(rounds), "issues": {"x": {"options": ["no", "yes"], "status_quo": "no"},
                                 "y": {"options": ["open", "p1", "p2", "p3"], "status_quo": "open"}},
       "agenda": {"issues": ["x", "y"], \(agenda)},
       "parties": {"a": \(party([0.9, 0.6, 0.3], #""red_lines": []"#)),
                   "b": \(party([0.3, 0.6, 0.9], #""ratification": {"quota": 1, \#(home)}"#))},
       "talks": {"resume": {"base": \(resume)}},
       "forums": {"main": {"members": ["b", "a"], "protocol": "alternating"}}}
      """
  }

  static func faction(_ minimum: Double) -> String {
    #""factions": {\#(RatificationTests.faction("f", 1, minimum))}"#
  }

  /// Interim deals first and issue by issue, holding or not.
  static let agendas = [
    (#""order": "interim", "first": ["x"], "holds": true"#, true),
    (#""order": "interim", "first": ["x"], "holds": false"#, false),
    (#""order": "issue_by_issue", "holds": true"#, true),
    (#""order": "issue_by_issue", "holds": false"#, false),
  ]

  @Test(
    "the home is asked once about the whole deal when the last stage is agreed", arguments: agendas)
  func homeAskedOnce(agenda: String, holds: Bool) throws {
    let (record, acts) = try play(read(Self.text(agenda, home: Self.faction(0.65))))
    #expect(acts.map(\.kind) == [.offer, .accept, .settle, .offer, .accept, .ratify])
    let vote = try #require(acts.last)
    #expect(vote.round == 1 && vote.options == [1, 1] && vote.actor == .party(1))
    #expect(abs((vote.vote?.factions.first?.utility ?? .nan) - 0.65) < 1e-12)
    #expect(record.ending == .fullAgreement && record.options == [1, 1] && record.round == 1)
    #expect(record.failedRatifications == [0, 0])
  }

  @Test("a home that ends the talks leaves what holds and nothing else", arguments: agendas)
  func homeEndsTalks(agenda: String, holds: Bool) throws {
    let (record, acts) = try play(read(Self.text(agenda, home: #""failures": 1, \#(Self.faction(2))"#)))
    #expect(acts.last?.because == .rejectedAtHome && acts.last?.round == 1)
    #expect(record.failedRatifications == [0, 1] && record.zone == (holds ? .exists : .none))
    if holds {
      // What was settled in round 0 stands, and was worth a half to each then.
      #expect(record.ending == .partialAgreement && record.options == [1, 0] && record.round == 0)
      #expect(record.utilities == [0.5, 0.5])
      #expect(record.surpluses.allSatisfy { abs($0 - 0.1) < 1e-12 })
    } else {
      #expect(record.ending == .rejectedAtHome && record.options == [0, 0] && record.round == 1)
      #expect(record.utilities == [0.4, 0.4] && record.surpluses == [0, 0])
    }
  }

  @Test("a deal sent back reopens the last stage and no earlier one", arguments: agendas)
  func dealSentBack(agenda: String, holds: Bool) throws {
    // The faction wants 0.7, 0.05 more than p1 brings. b then goes down to 0.7 + 0.3 (0.95 - 0.7) =
    // 0.775, which is p2.
    let home = #""learning": 1, \#(Self.faction(0.7))"#
    let (record, acts) = try play(read(Self.text(agenda, home: home)))
    #expect(
      acts.map(\.kind) == [
        .offer, .accept, .settle, .offer, .accept, .ratify, .suspend, .resume, .offer, .accept, .ratify,
      ])
    #expect(acts.filter { $0.kind == .ratify }.map(\.options) == [[1, 1], [1, 2]])
    #expect(acts.filter { $0.kind == .settle }.map(\.options) == [[1, -1]])
    #expect(record.ending == .fullAgreement && record.options == [1, 2] && record.round == 2)
    #expect(record.failedRatifications == [0, 1] && (record.suspensions, record.resumptions) == (1, 1))
    #expect(record.utilities.allSatisfy { abs($0 - 0.8) < 1e-12 })
  }

  @Test("a home that nothing satisfies leaves the talks to time", arguments: agendas)
  func homeNothingSatisfies(agenda: String, holds: Bool) throws {
    // Having learnt that its home wants 1.5, b has nothing to offer any more.
    let home = #""learning": 1, \#(Self.faction(1.5))"#
    let (record, acts) = try play(read(Self.text(agenda, home: home)))
    #expect(acts.filter { $0.kind == .ratify }.count == 1)
    #expect(record.ending == (holds ? .partialAgreement : .outOfTime))
    #expect(record.options == (holds ? [1, 0] : [0, 0]))
    #expect(record.round == (holds ? 0 : 5))
    // Talks that never resume end in the same way.
    let resting = try play(read(Self.text(agenda, home: home, resume: 0))).record
    #expect((resting.ending, resting.options, resting.round) == (record.ending, record.options, record.round))
    #expect(resting.roundsSuspended == 4)
  }

  @Test("an interim deal that holds is not put to the home", arguments: agendas)
  func interimDealHolds(agenda: String, holds: Bool) throws {
    // Time is up when x is settled. The home would have wanted more than the half that x is worth.
    let (record, acts) = try play(read(Self.text(agenda, home: Self.faction(0.65), rounds: 1)))
    #expect(acts.map(\.kind) == [.offer, .accept, .settle])
    #expect(record.ending == (holds ? .partialAgreement : .outOfTime))
    #expect(record.failedRatifications == [0, 0])
  }
}
