import Bargaining
import Testing

/// Texts that mediators have ready: when they are tabled, and what becomes of them.
struct PreparedTextTests {
  @Test("every text that was ready is tabled and answered just when and as the model says", arguments: 0..<4)
  func slow(block: Int) throws {
    let seed: UInt64 = 79
    var seen = (tabled: 0, agreed: 0, held: 0, resumed: 0, inForce: 0, joint: 0, amended: 0)
    for number in block * 500..<(block + 1) * 500 {
      let scenario = RandomScenario.withTexts(number, seed: seed)
      let mismatch = try SlowTalksTests.mismatch(in: scenario, run: UInt32(number), seed: seed)
      #expect(mismatch == nil, "seed \(seed), scenario \(number)")
      let (record, acts) = try play(scenario, run: UInt32(number), seed: seed)
      var last: TalkAct?
      for act in acts where act.kind == .text {
        if act.isPrepared, case .mediator(let m) = act.actor, let forum = act.forum {
          seen.tabled += 1
          let own = scenario.mediators[m].texts
          if !own.contains(where: { $0.options == act.options }) { seen.held += 1 }
          let texts = own.filter { $0.options == act.options }
          if texts.contains(where: { $0.occasion == .resumption }) { seen.resumed += 1 }
          if texts.contains(where: { if case .inForce = $0.occasion { true } else { false } }) {
            seen.inForce += 1
          }
          if scenario.mediation.authors(with: m, in: scenario.forums[forum]).count > 1 { seen.joint += 1 }
        } else if last?.isPrepared == true {
          seen.amended += 1
        }
        last = act
      }
      if record.ending.isAgreement, record.mediator != nil, last?.isPrepared == true,
        last?.options == record.options.map(Int.init)
      {
        seen.agreed += 1
      }
    }
    // The talks are of every kind, so that agreement about them means something.
    #expect(seen.tabled >= 150 && seen.agreed >= 3 && seen.amended >= 40, "\(seen)")
    #expect(seen.held >= 10 && seen.resumed >= 10 && seen.inForce >= 10 && seen.joint >= 10, "\(seen)")
  }

  /// Two parties who take 45 pieces of a hundred or more, and only from a mediator, who drafts
  /// nothing.
  private static func pie(
    _ texts: String, talks: String = #"{"start": "active"}"#, mediator: String = #""formulate": 0"#
  ) -> Pie {
    var pie = Pie(
      rounds: 10, a: #""reservation": 0.2, "acceptance": {"constant": 0.45}"#,
      b: #""reservation": 0.2, "acceptance": {"constant": 0.45}"#)
    pie.rest = Pie.mediated(
      "\(mediator), \"texts\": [\(texts)]", rules: "shuttle", "\"talks\": \(talks)")
    return pie
  }

  private func texts(_ acts: [TalkAct]) -> [TalkAct] { acts.filter { $0.kind == .text } }

  @Test(
    "a text is tabled and agreed in the first round that is not before its own",
    arguments: [("0", 0), ("3", 3), ("2.5", 3), (#"{"uniform": [6.1, 6.9]}"#, 7), (#""active""#, 0)])
  func round(at: String, expected: Int) throws {
    let (record, acts) = try play(Self.pie(#"{"outcome": {"share": 50}, "at": \#(at)}"#).scenario())
    #expect(record.ending == .fullAgreement && record.round == expected && record.mediator == 0)
    #expect(record.options == [50] && texts(acts).map(\.isPrepared) == [true])
  }

  @Test("of several texts that are due the first of the list comes first, one a turn")
  func folder() throws {
    let late = #"{"outcome": {"share": 52}, "at": 5}"#
    let refused = #"{"outcome": {"share": 60}, "at": 2}"#
    let agreed = #"{"outcome": {"share": 50}, "at": 1}"#
    let acts = try play(Self.pie("\(late), \(refused), \(agreed)").scenario()).acts
    #expect(texts(acts).map(\.round) == [1] && texts(acts).map(\.options) == [[50]])
    let both = try play(Self.pie("\(late), \(refused), \(refused)").scenario())
    #expect(texts(both.acts).map(\.round) == [2, 3, 5])
    #expect(texts(both.acts).map(\.options) == [[60], [60], [52]] && both.record.round == 5)
  }

  @Test("a text that waits for suspended talks is tabled once they have resumed, and else never")
  func suspended() throws {
    let text = #"{"outcome": {"share": 50}, "at": "suspended"}"#
    #expect(try texts(play(Self.pie(text).scenario()).acts).isEmpty)
    // What resumes with the hazard 40 does so at once.
    let back = #"{"start": "suspended", "resume": {"base": 40}}"#
    #expect(try play(Self.pie(text, talks: back).scenario()).record.round == 0)
    let both = #"{"outcome": {"share": 50}, "at": 4, "when": "suspended"}"#
    #expect(try play(Self.pie(both, talks: back).scenario()).record.round == 4)
    let never = #"{"start": "suspended", "resume": {"base": 0}}"#
    #expect(try texts(play(Self.pie(both, talks: never).scenario()).acts).isEmpty)
  }

  @Test("a text is refused for want of trust and across a red line as any other, and not tabled again")
  func refused() throws {
    let text = #"{"outcome": {"share": 50}, "at": 2}"#
    let distrusted = #""formulate": 0, "toward": {"b": {"trust": 0}}"#
    let (record, acts) = try play(Self.pie(text, mediator: distrusted).scenario())
    #expect(acts.filter { $0.kind == .reject }.map(\.because) == [.noTrust])
    #expect(record.mediatorTexts == [1] && !record.ending.isAgreement)
    var pie = Self.pie(text)
    pie.a += #", "red_lines": [{"share": 50}]"#
    #expect(try play(pie.scenario()).acts.filter { $0.kind == .reject }.map(\.because) == [.redLine])
  }

  @Test("a mediator with nothing but a text ready is told in the tables, one with nothing is not")
  func inert() throws {
    #expect(try !Self.pie(#"{"outcome": {"share": 50}, "at": 2}"#).scenario().isInert(mediator: 0))
    #expect(try Self.pie("").scenario().isInert(mediator: 0))
  }
}
