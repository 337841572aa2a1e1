import Bargaining
import Simulation
import Testing

/// Shares at 100,000 runs against closed forms, within 4 standard errors, on two seeds.
///
/// Source of the figures: the project's reference table `analytic_tests.csv`, ids `zopa_mc`,
/// `resumption`, `leverage_gap`.
struct ClosedFormTests {
  static let runs = 100_000
  static let seeds: [UInt64] = [1, 2_025]

  /// 4 standard errors of a share p.
  static func tolerance(_ p: Double) -> Double { 4 * (p * (1 - p) / Double(runs)).squareRoot() }

  /// The share of runs in which a zone of agreement exists, whether or not it was found.
  static func zoneShare(_ distribution: OutcomeDistribution) -> Double {
    Double(distribution.zones.agreed + distribution.zones.missed) / Double(distribution.zones.total)
  }

  /// With reservations uniform on [low, low + 0.4] and a pie of N pieces, `ceil(N r)` is uniform on
  /// n = 0.4 N whole numbers above `low N`, and the zone exists when the two do not sum to more
  /// than N: the share of pairs (a, b) in 1…n with a + b <= N (1 - 2 low), counted here one by
  /// one.
  static func gridShare(pieces: Int, low: Double) -> Double {
    let n = Int((0.4 * Double(pieces)).rounded())
    let room = Int((Double(pieces) * (1 - 2 * low)).rounded())
    let pairs = (1...n).reduce(0) { $0 + max(0, min(n, room - $1)) }
    return Double(pairs) / Double(n * n)
  }

  @Test("a zone exists in half of the runs with reservations between 30 and 70", arguments: seeds)
  func zoneExistsHalf(seed: UInt64) throws {
    let text = Texts.pie(fine: true, reservation: #"{"uniform": [0.3, 0.7]}"#)
    let share = Self.zoneShare(try Texts.simulate(text, runs: Self.runs, seed: seed))
    #expect(abs(share - 0.5) < Self.tolerance(0.5))
  }

  @Test(
    "a zone exists in an eighth of the runs with reservations between 40 and 80", arguments: seeds)
  func zoneExistsEighth(seed: UInt64) throws {
    let text = Texts.pie(fine: true, reservation: #"{"uniform": [0.4, 0.8]}"#)
    let share = Self.zoneShare(try Texts.simulate(text, runs: Self.runs, seed: seed))
    #expect(abs(share - 0.125) < Self.tolerance(0.125))
  }

  @Test("a pie of a hundred pieces loses the share that its grid costs", arguments: seeds)
  func pieHundredPieces(seed: UInt64) throws {
    for (low, bounds) in [(0.3, "[0.3, 0.7]"), (0.4, "[0.4, 0.8]")] {
      let text = Texts.pie(fine: false, reservation: #"{"uniform": \#(bounds)}"#)
      let share = Self.zoneShare(try Texts.simulate(text, runs: Self.runs, seed: seed))
      let expected = Self.gridShare(pieces: 100, low: low)
      #expect(abs(share - expected) < Self.tolerance(expected))
    }
    // By hand: 40 x 39 / 2 of 1,600 pairs, and 20 x 19 / 2.
    #expect(Self.gridShare(pieces: 100, low: 0.3) == 780.0 / 1_600)
    #expect(Self.gridShare(pieces: 100, low: 0.4) == 190.0 / 1_600)
  }

  @Test("suspended talks resume as their hazard says", arguments: seeds)
  func suspendedTalksResume(seed: UInt64) throws {
    // 1 - exp(-0.16251892949777494) = 0.15.
    let text = Texts.pie(fine: false, reservation: "0.9", rounds: 12)
      .replacing(
        #""forums""#,
        with: #""talks": {"start": "suspended", "resume": {"base": 0.16251892949777494}}, "forums""#)
    let negotiation = try Negotiation(Texts.scenario(text))
    var resumed = [Int](repeating: 0, count: 13)
    for run in 0..<UInt32(Self.runs) {
      negotiation.run(run, seed: seed)
      let record = negotiation.record
      if record.resumptions == 1 { resumed[record.roundsSuspended + 1] += 1 }
    }
    for (k, expected) in [(1, 0.150000), (4, 0.477994), (8, 0.727509), (12, 0.857758)] {
      let share = Double(resumed[...k].reduce(0, +)) / Double(Self.runs)
      #expect(abs(share - expected) < Self.tolerance(expected), "within \(k) rounds")
    }
  }

  /// rA = 0.62 and rB = 0.55 on a pie of 1 overlap only if somebody adds 0.17.
  @Test(
    "a side payment opens the zone from exactly the leverage gap on",
    arguments: [(0.17, true), (0.1699, false), (0, false)])
  func sidePaymentOpens(payment: Double, opens: Bool) throws {
    let text = """
      {"rounds": 20, "issues": {"share": {"range": {"from": 0, "to": 100, "step": 1}}},
       "parties": {
         "a": {"preferences": {"share": {"weight": 1, "shape": "increasing"}}, "reservation": 0.62,
               "tactic": {"time": {"beta": 1, "tolerance": 0.1}}},
         "b": {"preferences": {"share": {"weight": 1, "shape": "decreasing"}}, "reservation": 0.55,
               "tactic": {"time": {"beta": 1, "tolerance": 0.1}}}},
       "mediators": {"m": {"manipulate": 1, "toward": {"a": {"carrot": \(payment)}}}},
       "forums": {"main": {"members": ["a", "b"], "mediators": ["m"], "protocol": "alternating"}}}
      """
    let negotiation = try Negotiation(Texts.scenario(text))
    negotiation.run(0, seed: 1, lookingForZone: true)
    #expect(negotiation.record.zone == (opens ? .exists : .none))
    #expect(negotiation.record.ending == (opens ? .fullAgreement : .outOfTime))
    if opens { #expect(negotiation.record.options == [45]) }
  }
}
