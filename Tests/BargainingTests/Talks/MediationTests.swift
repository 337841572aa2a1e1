import Bargaining
import Foundation
import Testing

/// Mediators' chances, by closed forms within 4 standard errors. (Texts themselves:
/// ``SlowTalksTests``.)
struct MediationTests {
  /// A mediator looks at `a` alone (it counts b for nothing), which values l at 0.6 and r at 0.4
  /// and has far to fall. It tables r when its errors of l and r differ by more than 0.2: two
  /// independent normal errors of width sigma (1 - f trust)^contacts each.
  @Test("the error of an estimate shrinks with every contact by facilitation times trust")
  func errorEstimateShrinks() throws {
    // Normal distribution function at -0.2 / (sqrt(2) 0.5 0.7^n), n = 1 … 4, from Python's
    // math.erfc.
    try expectWrongTexts(floor: 0, [0.343_083_9, 0.281_892_0, 0.204_795_3, 0.119_394_2])
  }

  @Test("a share of the error of an estimate stays whatever is said")
  func errorStays() throws {
    // The same at -0.2 / (sqrt(2) 0.5 (0.6 + 0.4 0.7^n)).
    try expectWrongTexts(floor: 0.6, [0.373_949_0, 0.361_171_2, 0.350_610_9, 0.342_239_1])
  }

  /// Four forums sit one after the other, in an order that is drawn, and in each the mediator
  /// tables its first text there.
  private func expectWrongTexts(floor: Double, _ shares: [Double]) throws {
    let forum = #"{"members": ["a", "b"], "mediators": ["m"], "protocol": "shuttle"}"#
    let text = """
      {"rounds": 1, "issues": {"x": {"options": ["l", "r"]}},
       "parties": {
         "a": {"preferences": {"x": {"weight": 1, "values": {"l": 0.6, "r": 0.4}}}, "reservation": -10, "tactic": {"time": {"beta": 1}}},
         "b": {"preferences": {"x": {"weight": 1, "values": {"l": 0.6, "r": 0.4}}}, "reservation": 2, "tactic": {"time": {"beta": 1}}}},
       "mediation": {"noise": 0.5, "floor": \(floor)},
       "mediators": {"m": {"facilitate": 0.5, "formulate": 1, "toward": {"a": {"trust": 0.6}, "b": {"bias": -1}}}},
       "forums": {"f0": \(forum), "f1": \(forum), "f2": \(forum), "f3": \(forum)}}
      """
    let negotiation = try Negotiation(read(text))
    let runs = 6_000
    var wrong = [0, 0, 0, 0]
    for run in 0..<UInt32(runs) {
      var transcript = Transcript()
      negotiation.run(run, seed: 8, observer: &transcript)
      let texts = transcript.acts.filter { $0.kind == .text }
      for (place, act) in texts.enumerated() where act.options == [1] { wrong[place] += 1 }
    }
    #expect(shares.count == wrong.count)
    for (count, share) in zip(wrong, shares) { #expect(isNear(count, share, of: runs), "\(wrong)") }
  }

  static func pie(_ members: String) -> Pie {
    var pie = Pie(rounds: 10, a: #""reservation": 0"#, b: #""reservation": 2"#)
    pie.rest = Pie.mediated(members, rules: "shuttle") + #", "mediation": {"noise": 0}"#
    return pie
  }

  @Test("a mediator tables a text with its strength to formulate")
  func mediatorTablesText() throws {
    let negotiation = try Negotiation(Self.pie(#""formulate": 0.35"#).scenario())
    var texts = 0
    for run in 0..<UInt32(2_000) {
      negotiation.run(run, seed: 2)
      #expect(negotiation.record.mediatorTexts[0] < 2)
      texts += negotiation.record.mediatorTexts[0]
    }
    // Nobody's answer ever changes, so the text is tabled once, in one of ten rounds.
    #expect(isNear(texts, 1 - pow(0.65, 10), of: 2_000))
  }

  @Test("a text that a party could accept is taken up with the trust it has")
  func textPartyCould() throws {
    var pie = Self.pie(#""formulate": 1, "toward": {"a": {"trust": 0.7}}"#)
    pie.a += #", "acceptance": {"constant": -1}"#
    let negotiation = try Negotiation(pie.scenario())
    var taken = 0
    var distrusted = 0
    for run in 0..<UInt32(2_000) {
      var transcript = Transcript()
      negotiation.run(run, seed: 2, observer: &transcript)
      for act in transcript.acts where act.actor == .party(0) {
        if act.kind == .accept { taken += 1 }
        if act.because == .noTrust { distrusted += 1 }
      }
    }
    #expect(taken + distrusted == 2_000)
    #expect(isNear(taken, 0.7, of: 2_000))
  }

  static func twoMediators(_ mediation: String) throws -> Scenario {
    var pie = Pie(rounds: 12, a: #""reservation": 0"#, b: #""reservation": 0.3"#)
    pie.rest = """
      "mediators": {"m": {"formulate": 0.6, "toward": {"a": {"trust": 0.2, "bias": 0.9}, "b": {"trust": 0.9}}},
                    "n": {"formulate": 0.5, "toward": {"a": {"trust": 0.7}, "b": {"trust": 0.1, "bias": 0.9}}}},
      "mediation": {"noise": 0\(mediation)},
      "forums": {"main": {"members": ["a", "b"], "mediators": ["m", "n"], "protocol": "shuttle"}}
      """
    return try pie.scenario()
  }

  /// Of mediators with biases of 0.9 towards either party one would give a 1.9/2.9 of what is to be
  /// divided, 0.7, the other 1/2.9; together they halve it.
  @Test("mediators who coordinate table one text between those that each would table")
  func mediatorsTableOne() throws {
    func texts(_ mediation: String) throws -> Set<[Int]> {
      var texts: Set<[Int]> = []
      _ = try tally(Self.twoMediators(mediation), 200) { _, acts in
        for round in 0..<12 {
          let tabled = acts.filter { $0.round == round && $0.kind == .text }
          if !mediation.isEmpty { #expect(tabled.count < 2) }
          texts.formUnion(tabled.map(\.options))
        }
        return true
      }
      return texts
    }
    #expect(try texts("") == [[46], [24]])
    #expect(try texts(#", "joint": [["n", "m"]]"#) == [[35]])
  }

  @Test("a text of several mediators is taken up by the trust in whom a party trusts most")
  func textSeveralMediators() throws {
    var (taken, tabled) = (0, 0)
    var scenario = try Self.twoMediators(#", "joint": [["m", "n"]]"#)
    scenario.parties[0].acceptance = .any([.aspiration, .constant(scenario.parties[0].reservation)])
    _ = try tally(scenario, 3_000) { _, acts in
      guard let first = acts.first(where: { $0.kind == .text }) else { return false }
      tabled += 1
      if acts.contains(where: {
        $0.kind == .accept && $0.actor == .party(0) && $0.round == first.round && $0.options == first.options
      }) {
        taken += 1
      }
      return true
    }
    #expect(isNear(taken, 0.7, of: tabled))
  }

  @Test("a draft is made again only when something has changed that it comes from")
  func draftMadeAgain() throws {
    func drafts(_ cost: String) throws -> (made: Int, kept: Int) {
      var pie = Self.pie(#""formulate": 1"#)
      pie.a += #", "cost_of_delay": \#(cost)"#
      let negotiation = try Negotiation(pie.scenario())
      negotiation.run(0, seed: 2)
      return negotiation.drafts
    }
    // The first starts from an offer, the second from the text of the first; then all is the same.
    #expect(try drafts("0") == (made: 2, kept: 8))
    #expect(try drafts("0.001") == (made: 10, kept: 0))
  }

  @Test("a mediator trades issues that parties weigh in opposite order")
  func mediatorTradesIssues() throws {
    // Fifty-fifty on both issues is a local optimum of single changes for nobody here: giving each
    // the issue it cares about is worth 0.8 to both, against 0.5.
    let text = """
      {"rounds": 1, "issues": {"x": {"range": {"from": 0, "to": 10, "step": 1}}, "y": {"range": {"from": 0, "to": 10, "step": 1}}},
       "parties": {
         "a": {"preferences": {"x": {"weight": 0.8, "shape": "increasing"}, "y": {"weight": 0.2, "shape": "increasing"}},
               "reservation": 0, "tactic": {"time": {"beta": 1}}},
         "b": {"preferences": {"x": {"weight": 0.2, "shape": "decreasing"}, "y": {"weight": 0.8, "shape": "decreasing"}},
               "reservation": 0, "tactic": {"time": {"beta": 1}}}},
       "mediation": {"noise": 0}, "mediators": {"m": {"formulate": 1}},
       "forums": {"main": {"members": ["a", "b"], "mediators": ["m"], "protocol": "shuttle"}}}
      """
    let acts = try play(read(text)).acts
    #expect(acts.first { $0.kind == .text }?.options == [10, 0])
  }
}
