import Bargaining
import Testing

/// How talks stall, resume and break down, by hand and by closed forms within 4 standard errors.
struct CourseTests {
  static let runs = 5_000

  static func stuck(_ talks: String, rules: String = "alternating", rounds: Int = 10) -> Pie {
    var pie = Pie(
      rounds: rounds, pieces: 4, a: #""reservation": 0.9, "willingness": 0"#,
      b: #""reservation": 0.9, "willingness": 0"#)
    pie.rest = Pie.mediated(#""facilitate": 0"#, rules: rules, #""talks": {\#(talks)}"#)
    return pie
  }

  @Test(
    "talks without progress are suspended after exactly so many rounds",
    arguments: ["alternating", "shuttle"], [1, 2, 4])
  func talksWithoutProgress(rules: String, patience: Int) throws {
    let (record, acts) = try play(Self.stuck(#""suspend_after": \#(patience)"#, rules: rules).scenario())
    // Round 0 is progress: whatever is offered first is better than nothing. Then both repeat
    // themselves.
    #expect(acts.filter { $0.kind == .suspend }.map(\.round) == [patience])
    #expect(record.suspensions == 1 && record.roundsSat == patience + 1)
    #expect(record.roundsSuspended == 10 - (patience + 1))
  }

  @Test("a concession to the other is progress and a holding back is not")
  func concessionOtherProgress() throws {
    // Per round of 100 the linear tactics of both concede 2 / 101 x 0.1 of a pie in pieces of a
    // hundredth: a piece every 10.1 rounds or so, so talks hold for a patience of 11 rounds and not
    // for one of 9.
    func record(patience: Int) throws -> RunRecord {
      var pie = Pie(rounds: 100)
      pie.rest += #", "talks": {"suspend_after": \#(patience)}"#
      return try play(pie.scenario()).record
    }
    #expect(try record(patience: 11).suspensions == 0)
    #expect(try record(patience: 9).suspensions == 1)
  }

  @Test("progress below its measure is none")
  func progressBelowMeasure() throws {
    // Conceding 90 pieces in 10 rounds, about 9 at a time: progress if 0.05 counts, none if 0.12 is
    // asked for.
    func suspensions(_ measure: Double) throws -> Int {
      var pie = Pie(rounds: 10, a: #""reservation": 0.1"#, b: #""reservation": 1.1"#)
      pie.rest += #", "talks": {"suspend_after": 1, "progress": \#(measure)}"#
      return try play(pie.scenario()).record.suspensions
    }
    #expect(try suspensions(0.05) == 0)
    #expect(try suspensions(0.12) == 1)
  }

  @Test("rounds in which no forum sits are neither progress nor stall")
  func roundsWhichForum() throws {
    var pie = Self.stuck(#""suspend_after": 2"#, rounds: 12)
    pie.rest = pie.rest.replacing(
      #""protocol": "alternating""#, with: #""protocol": "alternating", "every": 3, "from": 1"#)
    let (record, acts) = try play(pie.scenario())
    // It sits in 1, 4, 7: progress, stall, stall.
    #expect(acts.filter { $0.kind == .offer }.map(\.round) == [1, 1, 4, 4, 7, 7])
    #expect(acts.filter { $0.kind == .suspend }.map(\.round) == [7] && record.roundsSat == 3)
  }

  @Test("nothing stands when talks resume")
  func nothingStandsWhen() throws {
    let talks = #""suspend_after": 1, "resume": {"base": 1000}"#
    let acts = try play(Self.stuck(talks, rounds: 4).scenario()).acts
    #expect(
      acts.map(\.kind.rawValue) == [
        "offer", "reject", "offer", "reject", "offer", "reject", "offer", "suspend",
        "resume", "offer", "reject", "offer", "suspend", "resume", "offer", "reject", "offer", "suspend",
      ])
    #expect(acts.map(\.round) == [0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3])
  }

  @Test("talks that start suspended pay their costs all the same")
  func talksStartSuspended() throws {
    var pie = Self.stuck(#""start": "suspended""#)
    pie.a = #""reservation": 0.9, "cost_of_delay": 0.05"#
    let (record, acts) = try play(pie.scenario())
    #expect(
      acts.isEmpty && record.roundsSuspended == 10 && record.roundsSat == 0 && record.ending == .outOfTime)
    #expect(abs(record.utilities[0] - (0.9 - 9 * 0.05)) < 1e-12 && record.round == 9)
  }

  /// Whether the runs that collapse in rounds 0 … k - 1 are as many as expected.
  static func collapses(_ pie: Pie, by k: Int, _ share: Double) throws -> Bool {
    let hits = try tally(pie.scenario(), runs, seed: 12) { record, _ in
      record.ending == .collapsed && record.round < k
    }
    return isNear(hits, share, of: runs)
  }

  @Test("active talks collapse geometrically")
  func activeTalksCollapse() throws {
    let pie = Self.stuck(#""collapse": {"active": 0.1}"#)
    // 1 - 0.9^k.
    #expect(try Self.collapses(pie, by: 1, 0.1))
    #expect(try Self.collapses(pie, by: 10, 0.651_321_559_9))
  }

  @Test("suspended talks collapse geometrically")
  func suspendedTalksCollapse() throws {
    let pie = Self.stuck(#""start": "suspended", "collapse": {"suspended": 0.2, "active": 1}"#)
    // 1 - 0.8^k.
    #expect(try Self.collapses(pie, by: 1, 0.2))
    #expect(try Self.collapses(pie, by: 10, 0.892_625_817_6))
  }

  @Test("talks that resume run the risk of active talks after that of suspended ones")
  func talksResumeRun() throws {
    let pie = Self.stuck(
      #""start": "suspended", "resume": {"base": 1000}, "collapse": {"suspended": 0.5, "active": 0.5}"#,
      rounds: 1)
    // 0.5 + 0.5 x 0.5, the two being independent.
    #expect(try Self.collapses(pie, by: 1, 0.75))
  }

  @Test("suspended talks resume by effort and pain")
  func suspendedTalksResume() throws {
    var pie = Self.stuck("", rounds: 8)
    pie.a = #""reservation": 0.9, "cost_of_delay": 0.02"#
    pie.b = #""reservation": 0.9, "cost_of_delay": 0.01"#
    pie.rest = """
      "mediators": {"m": {"facilitate": 0.5, "toward": {"a": {"trust": 0.4}, "b": {"trust": 0.8}}},
                    "n": {"facilitate": 0.25, "toward": {"b": {"trust": 0}}}},
      "forums": {"main": {"members": ["a", "b"], "mediators": ["m", "n"], "protocol": "alternating"}},
      "talks": {"start": "suspended", "resume": {"base": 0.05, "mediation": 0.2, "pain": 3}}
      """
    // Effort 0.5 x mean(0.4, 0.8) + 0.25 x mean(1, 0) = 0.425; pain in round r is 0.01 r, of the
    // party that suffers less. Sum of hazards over rounds 0 … k - 1: k (0.05 + 0.2 x 0.425) + 3 x
    // 0.01 k (k - 1) / 2; k = 4: 0.72, k = 8: 1.92.
    for (k, share) in [(1, 0.126_284_088), (4, 0.513_247_744), (8, 0.853_393_041)] {
      let hits = try tally(pie.scenario(), Self.runs, seed: 3) { record, _ in
        record.resumptions == 1 && record.roundsSuspended < k
      }
      #expect(isNear(hits, share, of: Self.runs), "\(k) rounds: \(hits)")
    }
  }
}
