import Bargaining
import Testing

/// Mediators' chances, by closed forms within 4 standard errors. (Texts themselves:
/// ``SlowTalksTests``.)
struct MediationTests {
  /// A mediator looks at `a` alone (it counts b for nothing), which values l at 0.6 and r at 0.4
  /// and has far to fall. It tables r when its errors of l and r differ by more than 0.2: two
  /// independent normal errors of width sigma (1 - f trust)^contacts each.
  @Test("the error of an estimate shrinks with every contact by facilitation times trust")
  func errorEstimateShrinks() throws {
    let text = """
      {"rounds": 4, "issues": {"x": {"options": ["l", "r"]}},
       "parties": {
         "a": {"preferences": {"x": {"weight": 1, "values": {"l": 0.6, "r": 0.4}}}, "reservation": -10, "tactic": {"time": {"beta": 1}}},
         "b": {"preferences": {"x": {"weight": 1, "values": {"l": 0.6, "r": 0.4}}}, "reservation": 2, "tactic": {"time": {"beta": 1}}}},
       "mediation": {"noise": 0.5},
       "mediators": {"m": {"facilitate": 0.5, "formulate": 1, "toward": {"a": {"trust": 0.6}, "b": {"bias": -1}}}},
       "forums": {"main": {"members": ["a", "b"], "mediators": ["m"], "protocol": "shuttle"}}}
      """
    let negotiation = try Negotiation(read(text))
    let runs = 6_000
    var wrong = [0, 0, 0, 0]
    for run in 0..<UInt32(runs) {
      var transcript = Transcript()
      negotiation.run(run, seed: 8, observer: &transcript)
      for act in transcript.acts where act.kind == .text && act.options == [1] { wrong[act.round] += 1 }
    }
    // Normal distribution function at -0.2 / (sqrt(2) 0.5 0.7^n), n = 1 … 4, from Python's
    // math.erfc.
    for (count, share) in zip(wrong, [0.343_083_9, 0.281_892_0, 0.204_795_3, 0.119_394_2]) {
      #expect(isNear(count, share, of: runs), "\(wrong)")
    }
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
      texts += negotiation.record.mediatorTexts[0]
    }
    #expect(isNear(texts, 0.35, of: 20_000))
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
    #expect(taken + distrusted == 20_000)
    #expect(isNear(taken, 0.7, of: 20_000))
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
