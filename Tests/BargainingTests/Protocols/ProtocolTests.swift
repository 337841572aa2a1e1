import Bargaining
import Testing

/// Protocols by hand.
struct ProtocolTests {
  /// Two parties divide a pie of a hundred pieces evenly by time: a asks for `100 (1 - t)` or more,
  /// b likewise.
  @Test("two who concede alike meet in the middle at half time")
  func twoWhoConcede() throws {
    var pie = Pie(rounds: 99)
    pie.a = #""reservation": 0"#
    pie.b = #""reservation": 0"#
    pie.rest = #""forums": {"main": {"members": ["a", "b"], "protocol": "simultaneous"}}"#
    let (record, acts) = try play(pie.scenario())
    // t = (r + 1) / 100, so that after 50 rounds both ask for half, and not before.
    #expect(record.ending == .fullAgreement && record.round == 49 && record.options == [50])
    #expect(acts.filter { $0.kind == .offer }.count == 100)
    #expect(acts.filter { $0.kind == .accept }.count == 2)
  }

  /// Three rounds: a asks for 75, 50, 25, b too. In the third each would take what the other
  /// leaves, and a coin decides.
  @Test("of two agreeable proposals a coin takes one as often as the other")
  func twoAgreeableProposals() throws {
    var pie = Pie(rounds: 2)
    pie.a = #""reservation": 0"#
    pie.b = #""reservation": 0"#
    pie.rest = #""forums": {"main": {"members": ["a", "b"], "protocol": "simultaneous"}}"#
    let scenario = try pie.scenario()
    // t = 1/3, 2/3: both ask for 67, then for 34 and leave 66.
    let ofA = try tally(scenario, 10_000, seed: 5) { record, _ in
      #expect(record.round == 1 && (record.options == [34] || record.options == [66]))
      return record.options == [34]
    }
    #expect(isNear(ofA, 0.5, of: 10_000))
  }

  @Test("an ultimatum is taken by whoever takes anything above its reservation")
  func ultimatumTakenWhoever() throws {
    var pie = Pie(rounds: 6)
    pie.a = #""reservation": 0, "willingness": 0.2"#
    pie.b = #""reservation": 0.075, "acceptance": {"constant": -10}"#
    pie.rest = #""forums": {"main": {"members": ["a", "b"], "protocol": "ultimatum"}}"#
    let (record, acts) = try play(pie.scenario())
    // a asks for 1 - 0.2 t: 98 at t = 1/7, then 95, then 92, which is the first that leaves b more
    // than 7.5.
    #expect(acts.filter { $0.kind == .offer }.map(\.options) == [[98], [95], [92]])
    #expect(
      acts.filter { $0.kind == .reject }.allSatisfy {
        $0.because == .belowReservation && $0.actor == .party(1)
      })
    #expect(record.ending == .fullAgreement && record.round == 2 && record.options == [92])
  }

  @Test("nobody may answer an ultimatum with another")
  func nobodyMayAnswer() throws {
    var pie = Pie(rounds: 5)
    pie.rest = #""forums": {"main": {"members": ["b", "a"], "protocol": "ultimatum"}}"#
    let acts = try play(pie.scenario()).acts
    #expect(acts.filter { $0.kind == .offer }.map(\.actor) == [TalkAct.Actor](repeating: .party(1), count: 5))
    #expect(acts.filter { $0.kind == .reject }.count == 5)
  }

  /// Binary issues that both want, and one that they fight over: hill-climbers find the former, and
  /// leave the latter.
  static func text(_ voter: String, proposals: Int = 40, trust: String = "1", veto: String = "true") -> String
  {
    func party(_ z: String, _ more: String) -> String {
      """
      {"preferences": {"x": {"weight": 1, "values": {"no": 0, "yes": 1}}, "y": {"weight": 1, "values": {"no": 0, "yes": 1}},
       "z": {"weight": 1, "values": {"no": \(z == "no" ? 1 : 0), "yes": \(z == "yes" ? 1 : 0)}}},
       "reservation": 0.5, "tactic": {"time": {"beta": 1}}, "voter": \(voter)\(more)}
      """
    }
    let issue = #"{"options": ["no", "yes"], "status_quo": "no"}"#
    return """
      {"rounds": 3, "issues": {"x": \(issue), "y": \(issue), "z": \(issue)},
       "parties": {"a": \(party("no", "")), "b": \(party("yes", #", "veto": \#(veto)"#))},
       "mediators": {"m": {"toward": {"b": {"trust": \(trust)}}}},
       "forums": {"main": {"members": ["a", "b"], "mediators": ["m"], "protocol": "single_text", "proposals": \(proposals)}}}
      """
  }

  @Test("hill climbers agree on what both want and leave the rest")
  func hillClimbersAgree() throws {
    let (record, acts) = try play(read(Self.text(#""hill_climber""#)))
    #expect(record.ending == .partialAgreement && record.options == [1, 1, 0])
    #expect(record.round == 2 && record.mediator == 0 && record.mediatorTexts == [121])
    #expect(acts.filter { $0.kind == .text }.count == 121)
    #expect(acts.last?.kind == .accept)
  }

  @Test("without trust in the mediator nothing is changed")
  func withoutTrustMediator() throws {
    let (record, acts) = try play(read(Self.text(#""hill_climber""#, trust: "0")))
    #expect(record.ending == .outOfTime)
    // a, for whom the status quo is worth a third, needs a half.
    #expect(acts.suffix(2).map(\.because) == [.belowReservation, .belowReservation])
    #expect(acts.contains { $0.because == .noTrust } && acts.contains { $0.because == .prefersText })
  }

  @Test("whoever has no veto is heard but does not count")
  func whoeverHasVeto() throws {
    let record = try play(read(Self.text(#""hill_climber""#, trust: "0", veto: "false"))).record
    #expect(record.options == [1, 1, 0])
  }

  /// One proposal in each of so many rounds: a's vote against what costs it a third passes with
  /// probability exp(-(1/3) / T), T falling linearly; at the first proposal it is the full
  /// temperature.
  @Test("an annealer takes a change for the worse with the probability of its temperature")
  func annealerTakesChange() throws {
    let scenario = try read(Self.text(#"{"annealer": {"temperature": 0.5}}"#, proposals: 1))
    var (asked, taken) = (0, 0)
    _ = try tally(scenario, 20_000, seed: 6) { _, acts in
      let votes = acts.filter { $0.round == 0 && $0.actor == .party(0) }
      if votes[0].options[2] == 1 {
        asked += 1
        if votes[0].kind == .accept { taken += 1 }
      }
      return true
    }
    // exp(-2/3) = 0.513417119...
    #expect(isNear(asked, 1.0 / 3, of: 20_000) && isNear(taken, 0.513_417_119, of: asked))
  }
}
