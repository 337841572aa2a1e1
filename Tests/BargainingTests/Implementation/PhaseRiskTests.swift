import Bargaining
import Testing

/// The risk of each phase by hand, on one deal that two parties cannot but make.
struct PhaseRiskTests {
  /// a and b settle x and y at "l" in round 0, for each has only that left. a weighs x and y 1 to
  /// 3, b 1 to 1.
  static func deal(
    _ implementation: String, a: String = "0.5", b: String = "0.5", rest: String = "", discount: Double = 1
  ) -> String {
    func party(_ weights: (Int, Int), _ x: Double, _ y: Double, _ reservation: String) -> String {
      """
      {"preferences": {"x": {"weight": \(weights.0), "values": {"l": \(x), "r": 0}},
                       "y": {"weight": \(weights.1), "values": {"l": \(y), "r": 0}}},
       "red_lines": [{"x": "r"}, {"y": "r"}], "reservation": \(reservation), "discount": \(discount),
       "acceptance": {"constant": -10}, "tactic": {"time": {"beta": 1}}}
      """
    }
    return """
      {"rounds": 1, "issues": {"x": {"options": ["l", "r"]}, "y": {"options": ["l", "r"]}},
       "parties": {"a": \(party((1, 3), 0.9, 0.5, a)), "b": \(party((1, 1), 0.2, 1, b))},
       \(rest.isEmpty ? "" : rest + ",") "implementation": {\(implementation)}}
      """
  }

  static func reports(_ text: String) throws -> [PhaseReport] {
    try play(read(text)).acts.compactMap(\.phase)
  }

  static func logistic(_ x: Double) -> Double { 1 / (1 + exponential(-x)) }

  /// e^x by its series, for |x| < 20.
  static func exponential(_ x: Double) -> Double {
    var (term, sum) = (1.0, 1.0)
    for n in 1..<200 {
      term *= abs(x) / Double(n)
      sum += term
    }
    return x < 0 ? 1 / sum : sum
  }

  static let never = #""failure": {"base": -1000}"#

  @Test("temptation and continuation are those of the most tempted party")
  func temptationContinuationThose() throws {
    // First x, then y. a: x brings 0.225 of weight 0.25, y 0.375 of weight 0.75. b: x 0.1 of 0.5, y
    // 0.5 of 0.5. Without agreement a has 0.6, b has 0.4.
    let phases = #""phases": {"one": {"issues": ["x"]}, "two": {"issues": ["y"]}}"#
    let failure = #""failure": {"base": -3, "temptation": 2, "continuation": 1}"#
    let found = try Self.reports(Self.deal("\(phases), \(failure)", a: "0.6", b: "0.4"))
    // a: T = 0.15 - 0.225 = -0.075, C = 0.375 - 0.45 = -0.075; 2T - C = -0.075. b: T = 0.2 - 0.1 =
    // 0.1, C = 0.5 - 0.2 = 0.3; -0.1.
    let first = try #require(found.first)
    #expect(abs(first.temptation + 0.075) < 1e-12)
    #expect(abs(first.continuation + 0.075) < 1e-12)
    #expect(abs(first.risk - Self.logistic(-3 - 0.075)) < 1e-12)
    // Of the second phase, a: T = 0.45 - 0.375 = 0.075, C = 0. b: T = 0.2 - 0.5.
    if found.count > 1 {
      #expect(abs(found[1].temptation - 0.075) < 1e-12)
      #expect(found[1].continuation == 0)
      #expect(abs(found[1].risk - Self.logistic(-3 + 0.15)) < 1e-12)
    }
  }

  @Test("an issue that several phases settle is settled in equal parts")
  func issueSeveralPhases() throws {
    let phases = #""phases": {"one": {"issues": ["x", "y"]}, "two": {}, "three": {"issues": ["y"]}}"#
    let text = Self.deal("\(phases), \(Self.never.dropLast()), \"temptation\": 1}", a: "0.6", b: "0")
    let found = try Self.reports(text)
    try #require(found.count == 3)
    // a is tempted most: half of x and a third of y twice, then a third of y.
    let part = (0.6 * 0.375 - 0.2375, 0.6 * 0.25 - 0.125)
    #expect(abs(found[0].temptation - part.0) < 1e-12)
    #expect(abs(found[1].temptation - part.0) < 1e-12)
    #expect(abs(found[2].temptation - part.1) < 1e-12)
  }

  @Test("what is tempting in all phases together is the surplus with its sign turned")
  func temptingAllPhases() throws {
    let phases = #""phases": {"one": {"issues": ["x"]}, "two": {"issues": ["y"]}}"#
    let failure = #""failure": {"base": -1000, "temptation": 1, "continuation": 1}"#
    let first = try #require(try Self.reports(Self.deal("\(phases), \(failure)", a: "0.55", b: "0.1")).first)
    // a gets 0.6 of a deal and has 0.55 without.
    #expect(abs(first.temptation - first.continuation - (0.55 - 0.6)) < 1e-12)
  }

  @Test("leverage fades from phase to phase")
  func leverageFadesPhase() throws {
    let phases = #""phases": {"one": {"issues": ["x"]}, "two": {"issues": ["y"]}}"#
    let failure = #""failure": {"base": -1000, "temptation": 1, "continuation": 1}, "leverage_fade": 0.25"#
    let rest = """
      "mediators": {"m": {"manipulate": 1, "toward": {"a": {"carrot": 0.1, "stick": 0.2}}}},
      "forums": {"main": {"members": ["a", "b"], "mediators": ["m"], "protocol": "alternating"}}
      """
    let found = try Self.reports(Self.deal("\(phases), \(failure)", a: "0.8", b: "0", rest: rest))
    try #require(found.count == 2)
    // r = 0.8 - 0.2 * 0.75 = 0.65 and K = 0.075; then r = 0.6875 and K = 0.05625.
    #expect(abs(found[0].temptation - (0.65 * 0.25 - 0.225)) < 1e-12)
    #expect(abs(found[0].continuation - (0.375 - 0.65 * 0.75 + 0.075)) < 1e-12)
    #expect(abs(found[1].temptation - (0.6875 * 0.75 - 0.375)) < 1e-12)
    #expect(abs(found[1].continuation - 0.05625) < 1e-12)
  }

  @Test("the cause tells temptation, faded leverage and mishap apart")
  func causeTellsTemptation() throws {
    func cause(_ reservation: String, fade: Double, stick: Double) throws -> PhaseFailure? {
      let rest = """
        "mediators": {"m": {"manipulate": 1, "toward": {"a": {"stick": \(stick)}}}},
        "forums": {"main": {"members": ["a", "b"], "mediators": ["m"], "protocol": "alternating"}}
        """
      // y, the issue that a cares for most, comes first; x is left.
      let text = Self.deal(
        #""phases": {"one": {"issues": ["y"]}}, "failure": {"base": 1000, "temptation": 1, "continuation": 1}, "leverage_fade": \#(fade)"#,
        a: reservation, b: "0", rest: rest)
      return try play(read(text)).record.phaseFailure
    }
    // y brings a 0.375 of weight 0.75: a gains by leaving from a reservation of 0.5 on.
    #expect(try cause("0.45", fade: 0, stick: 0) == PhaseFailure(phase: 0, party: 0, cause: .mishap))
    #expect(try cause("0.55", fade: 0, stick: 0) == PhaseFailure(phase: 0, party: 0, cause: .temptation))
    #expect(try cause("0.65", fade: 1, stick: 0.2) == PhaseFailure(phase: 0, party: 0, cause: .fadedLeverage))
    #expect(try cause("0.65", fade: 0, stick: 0.2) == PhaseFailure(phase: 0, party: 0, cause: .mishap))
  }

  @Test("monitoring and guarantees are the phases' own and what the deal provides")
  func monitoringGuaranteesPhases() throws {
    let phases = #""phases": {"one": {"monitoring": 0.5, "guarantee": 0.75}, "two": {"when": {"x": "l"}}}"#
    let failure = #""failure": {"base": -2, "monitoring": 1, "guarantee": 2}"#
    let provisions = """
      "provisions": [{"when": {"x": "l", "y": "l"}, "guarantee": 0.5}, {"when": {"y": "l"}, "monitoring": -0.25},
                     {"when": {"y": "r"}, "guarantee": -1}]
      """
    let found = try Self.reports(Self.deal("\(phases), \(failure), \(provisions)"))
    try #require(!found.isEmpty)
    // 0.5 - 0.25, and 0.75 + 0.5 stops at 1; then 0 - 0.25 stops at 0, and 0.5.
    #expect((found[0].monitoring, found[0].guarantee) == (0.25, 1))
    #expect(abs(found[0].risk - Self.logistic(-2 - 0.25 - 2)) < 1e-12)
    if found.count > 1 {
      #expect((found[1].monitoring, found[1].guarantee) == (0, 0.5))
      #expect(abs(found[1].risk - Self.logistic(-2 - 1)) < 1e-12)
    }
  }

  @Test("a deal has only the phases whose condition it meets")
  func dealHasOnly() throws {
    let phases =
      #""phases": {"other": {"when": {"x": "r"}}, "first": {"when": {"x": "l"}}, "last": {"issues": ["y"]}}"#
    let record = try play(read(Self.deal("\(phases), \(Self.never)"))).record
    #expect(record.phases == [.notAgreed, .completed, .completed])
    #expect((record.phasesCompleted, record.lastCompletedPhase) == (2, 2))
    #expect(record.phaseFailure == nil)
    let broken = try play(read(Self.deal("\(phases), \"failure\": {\"base\": 1000}"))).record
    #expect(broken.phases == [.notAgreed, .failed, .notReached])
    #expect((broken.phasesCompleted, broken.lastCompletedPhase) == (0, nil))
    #expect(broken.ending == .fullAgreement)
  }

  @Test("a run without agreement has no phases and forgets those of the run before")
  func runWithoutAgreement() throws {
    let text = Self.deal(
      #""phases": {"one": {}}, "failure": {"base": 1000}"#, a: #"{"choice": {"0": 0.5, "2": 0.5}}"#)
    let negotiation = try Negotiation(read(text))
    var seen = Set<Ending>()
    for run in 0..<UInt32(40) {
      negotiation.run(run, seed: 1)
      let record = negotiation.record
      seen.insert(record.ending)
      #expect(record.phases == [record.ending == .fullAgreement ? .failed : .notAgreed])
      #expect((record.phaseFailure != nil) == (record.ending == .fullAgreement))
    }
    #expect(seen == [.fullAgreement, .outOfTime])
  }
}
