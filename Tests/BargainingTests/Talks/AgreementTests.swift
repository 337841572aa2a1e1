import Bargaining
import Testing

/// Locks, agendas, what counts as partial, and who must consent, by hand.
struct AgreementTests {
  /// Two parties who both want r on every issue and say so at once, so that talks end in round 0.
  static func friends(_ issues: String, names: [String], _ rest: String = "") -> String {
    let wish = names.map { #""\#($0)": {"weight": 1, "values": {"l": 0, "r": 1}}"# }.joined(separator: ", ")
    let party = #"{"preferences": {\#(wish)}, "reservation": 0, "tactic": {"time": {"beta": 1}}}"#
    return """
      {"rounds": 3, "issues": {\(issues)}, "parties": {"a": \(party), "b": \(party)},
       "forums": {"main": {"members": ["a", "b"], "protocol": "alternating"}}\(rest)}
      """
  }

  @Test(
    "a tentative settlement that is never reopened holds in the share of runs that its firmness says",
    arguments: [
      ("0.3", 0.3), (#"{"uniform": [0.2, 0.8]}"#, 0.5), (#"{"choice": {"0": 0.75, "1": 0.25}}"#, 0.25),
    ])
  func tentativeSettlementHolds(firmness: String, share: Double) throws {
    let issue =
      #""x": {"options": ["l", "r"], "tentative": {"option": "l", "firmness": \#(firmness), "reopening": "never"}}, "y": {"options": ["l", "r"]}"#
    let scenario = try read(Self.friends(issue, names: ["x", "y"]))
    let held = try tally(scenario, 10_000, seed: 4) { record, acts in
      #expect(record.ending == .fullAgreement && record.options[1] == 1)
      return record.options[0] == 0 && acts.allSatisfy { $0.options[0] == 0 }
    }
    #expect(isNear(held, share, of: 10_000))
  }

  @Test("a text respects a lock that all would rather break")
  func textRespectsLock() throws {
    let issue =
      #""x": {"options": ["l", "r"], "tentative": {"option": "l", "firmness": 1, "reopening": "never"}}, "y": {"options": ["l", "r"]}"#
    let text = Self.friends(
      issue, names: ["x", "y"], #", "mediators": {"m": {"formulate": 1}}, "mediation": {"noise": 0}"#
    )
    .replacing(#""protocol": "alternating""#, with: #""mediators": ["m"], "protocol": "shuttle""#)
    let (record, acts) = try play(read(text))
    #expect(acts.first { $0.kind == .text }?.options == [0, 1])
    #expect(record.options == [0, 1] && record.mediator == 0)
  }

  @Test("an issue off the agenda stays at its status quo and does not make an agreement partial")
  func issueOffAgenda() throws {
    let issues =
      #""x": {"options": ["l", "r"], "status_quo": "l"}, "y": {"options": ["l", "r"], "status_quo": "l"}"#
    let record = try play(read(Self.friends(issues, names: ["x", "y"], #", "agenda": {"issues": ["y"]}"#)))
      .record
    #expect(record.options == [0, 1] && record.ending == .fullAgreement)
    #expect(record.utilities == [0.5, 0.5])
  }

  @Test(
    "an agreement is partial when it leaves an issue of the agenda where it was",
    arguments: [("l", Ending.fullAgreement), ("r", .partialAgreement)])
  func agreementPartialWhen(statusQuo: String, ending: Ending) throws {
    let issues =
      #""x": {"options": ["l", "r"], "status_quo": "l"}, "y": {"options": ["l", "r"], "status_quo": "\#(statusQuo)"}"#
    let record = try play(read(Self.friends(issues, names: ["x", "y"]))).record
    #expect(record.options == [1, 1] && record.ending == ending)
  }

  @Test("an agreement on issues without status quo is full")
  func agreementIssuesWithout() throws {
    let record = try play(read(Self.friends(#""x": {"options": ["l", "r"]}"#, names: ["x"]))).record
    #expect(record.options == [1] && record.ending == .fullAgreement)
  }

  /// Three parties on one issue: a and b want r; c wants l and can live with nothing else, unless
  /// its reservation is low.
  static func three(_ forums: String, c: String) -> String {
    func party(_ option: String, _ more: String) -> String {
      """
      {"preferences": {"x": {"weight": 1, "values": {"l": \(option == "l" ? 1 : 0), "r": \(option == "r" ? 1 : 0)}}},
       "tactic": {"time": {"beta": 1}}, "acceptance": {"constant": 0}, \(more)}
      """
    }
    return """
      {"rounds": 3, "issues": {"x": {"options": ["l", "r"]}},
       "parties": {"a": \(party("r", #""reservation": 0.5"#)), "b": \(party("r", #""reservation": 0.5"#)), "c": \(party("l", c))},
       "forums": {\(forums)}}
      """
  }
  static let pair = #""pair": {"members": ["a", "b"], "protocol": "alternating"}"#

  @Test("a deal of two needs the consent of the third that has a veto")
  func dealTwoNeeds() throws {
    let refused = try play(read(Self.three(Self.pair, c: #""reservation": 0.5"#)))
    #expect(refused.record.ending == .outOfTime)
    let first = refused.acts.prefix(3)
    #expect(first.map(\.actor) == [.party(0), .party(1), .party(2)])
    #expect(first.map(\.kind) == [.offer, .accept, .reject])
    #expect(first.last?.because == .belowReservation)
    let agreed = try play(read(Self.three(Self.pair, c: #""reservation": 0"#)))
    #expect(agreed.record.ending == .fullAgreement && agreed.record.round == 0)
    #expect(agreed.acts.map(\.kind) == [.offer, .accept, .accept])
    let unasked = try play(read(Self.three(Self.pair, c: #""reservation": 0.5, "veto": false"#)))
    #expect(unasked.record.ending == .fullAgreement && unasked.acts.count == 2)
  }

  @Test("a member without a veto is heard but cannot stop a deal")
  func memberWithoutVeto() throws {
    let all = #""all": {"members": ["c", "a", "b"], "protocol": "alternating"}"#
    let (record, acts) = try play(read(Self.three(all, c: #""reservation": 0.5, "veto": false"#)))
    // c offers l, a turns it down and offers r, b takes that.
    #expect(acts.map(\.actor) == [.party(2), .party(0), .party(0), .party(1)])
    #expect(acts.map(\.kind) == [.offer, .reject, .offer, .accept])
    #expect(record.options == [1] && record.surpluses[2] == -0.5)
  }

  @Test("forums sit in the order of the file each in its rhythm")
  func forumsSitOrder() throws {
    let forums =
      #""late": {"members": ["b", "c"], "protocol": "alternating", "every": 2, "from": 1}, "pair": {"members": ["b", "a"], "protocol": "alternating"}"#
    let acts = try play(read(Self.three(forums, c: #""reservation": 0.5"#))).acts
    let offers = acts.filter { $0.kind == .offer }
    #expect(
      offers.map { [$0.round, $0.forum ?? -1] }.reduce(into: []) { if $0.last != $1 { $0.append($1) } } == [
        [0, 1], [1, 0], [1, 1], [2, 1],
      ])
    #expect(offers.first?.actor == .party(1))
  }

  @Test("a party for which nothing beats fighting on offers nothing")
  func partyWhichNothing() throws {
    let (record, acts) = try play(
      Pie(rounds: 3, a: #""reservation": 1.01"#, b: #""reservation": 0"#).scenario())
    #expect(record.ending == .outOfTime)
    #expect(
      acts.contains { $0.kind == .offer } && acts.allSatisfy { $0.kind != .offer || $0.actor == .party(1) })
  }

  @Test("an offer that no longer pays for its proposer cannot be taken")
  func offerLongerPays() throws {
    // b, last in turn, offers a 16 pieces in round 0, which a would take in round 1; but by then
    // fighting on is worth the whole pie to b.
    func play(rise: Double) throws -> (record: RunRecord, acts: [TalkAct]) {
      var pie = Pie(rounds: 2)
      pie.a = #""reservation": 0.1, "acceptance": {"time": 0.5}"#
      pie.b = #""reservation": 0.5, "acceptance": {"constant": 9}"#
      pie.rest += """
        , "events": {"calm": {"rate": 1, "once": true, "effects": [
          {"on": "parties.b.reservation", "add": -\(rise), "for": 1}, {"on": "parties.b.reservation", "add": \(rise)}]}}
        """
      return try BargainingTests.play(pie.scenario())
    }
    #expect(try play(rise: 0.3).record.options == [16])
    let (record, acts) = try play(rise: 0.5)
    #expect(record.ending == .outOfTime && !acts.contains { $0.kind == .accept })
  }
}
