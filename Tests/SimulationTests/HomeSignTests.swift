import Bargaining
import Simulation
import Testing

/// Which way a mechanism pushes: 20,000 runs with it and the same 20,000 without, compared run by run (McNemar 1947,
/// doi:10.1007/BF02295996), one-sided p < 0.001, which is z > 3.0902.
struct HomeSignTests {
  static let runs = 20_000
  static let critical = 3.0902

  /// What holds in each run.
  static func outcomes(_ text: String, where holds: (RunRecord) -> Bool) throws -> [Bool] {
    let negotiation = try Negotiation(Texts.scenario(text))
    return (0..<UInt32(runs)).map { run in
      negotiation.run(run, seed: 20)
      return holds(negotiation.record)
    }
  }

  /// McNemar's z: by how much more often something holds with than without, in standard errors.
  static func z(_ with: [Bool], _ without: [Bool]) -> Double {
    let gained = zip(with, without).reduce(0) { $1.0 && !$1.1 ? $0 + 1 : $0 }
    let lost = zip(with, without).reduce(0) { !$1.0 && $1.1 ? $0 + 1 : $0 }
    return Double(gained - lost) / Double(max(gained + lost, 1)).squareRoot()
  }

  static func home(_ minimum: String) -> String {
    #""ratification": {"quota": 1, "failures": 2, "factions": {"f": {"weight": 1, "minimum": \#(minimum)}}}"#
  }

  static func fails(_ record: RunRecord) -> Bool { !record.ending.isAgreement }

  @Test func aSecondRatificationConstraintRaisesFailure() throws {
    let minimum = #"{"uniform": [0.3, 0.6]}"#
    let none = try Self.outcomes(Deals.uncertain(), where: Self.fails)
    let one = try Self.outcomes(Deals.uncertain(b: Self.home(minimum)), where: Self.fails)
    let two = try Self.outcomes(
      Deals.uncertain(a: Self.home(minimum), b: Self.home(minimum)), where: Self.fails)
    #expect(Self.z(one, none) > Self.critical)
    #expect(Self.z(two, one) > Self.critical)
  }

  @Test func aRunThatAgreesUnderTwoConstraintsAgreesUnderNone() throws {
    // A failed vote only takes away: without learning it changes nothing that the parties want.
    let minimum = #"{"uniform": [0.3, 0.6]}"#
    let none = try Self.outcomes(Deals.uncertain(), where: Self.fails)
    let one = try Self.outcomes(Deals.uncertain(b: Self.home(minimum)), where: Self.fails)
    #expect(zip(none, one).allSatisfy { $0 ? $1 : true })
  }

  static func kept(_ record: RunRecord) -> Bool { record.ending.isAgreement && record.phaseFailure == nil }

  @Test func aGuarantorRaisesCompletion() throws {
    func text(_ guarantee: Double) -> String {
      Deals.uncertain(
        """
        "phases": {"p": {"guarantee": \(guarantee)}, "q": {"guarantee": \(guarantee)}},
        "failure": {"base": -1, "temptation": 4, "continuation": 4, "guarantee": 1}
        """)
    }
    let with = try Self.outcomes(text(0.5), where: Self.kept)
    let without = try Self.outcomes(text(0), where: Self.kept)
    #expect(Self.z(with, without) > Self.critical)
    // On common random numbers it never breaks what would have been kept.
    #expect(zip(with, without).allSatisfy { $1 ? $0 : true })
  }

  @Test func manipulationRaisesAgreementsAndItsDealsFailMoreOnceLeverageFades() throws {
    func text(_ manipulate: Double, fade: Double) -> String {
      Deals.uncertain(
        """
        "phases": {"p": {}, "q": {}, "r": {}}, "leverage_fade": \(fade),
        "failure": {"base": -2, "temptation": 10, "continuation": 10}
        """, manipulate: manipulate)
    }
    func counts(_ manipulate: Double, fade: Double) throws -> (agreed: [Bool], broken: [Bool]) {
      let text = text(manipulate, fade: fade)
      return (
        try Self.outcomes(text) { $0.ending.isAgreement }, try Self.outcomes(text) { $0.phaseFailure != nil }
      )
    }
    let free = try counts(0, fade: 0.6)
    let pressed = try counts(1, fade: 0.6)
    let lasting = try counts(1, fade: 0)
    #expect(Self.z(pressed.agreed, free.agreed) > Self.critical)
    // Shares of deals that break: two proportions.
    func deals(_ counts: (agreed: [Bool], broken: [Bool])) -> (n: Double, broken: Double) {
      (Double(counts.agreed.count { $0 }), Double(counts.broken.count { $0 }))
    }
    let (a, b) = (deals(pressed), deals(free))
    let pooled = (a.broken + b.broken) / (a.n + b.n)
    let error = (pooled * (1 - pooled) * (1 / a.n + 1 / b.n)).squareRoot()
    #expect((a.broken / a.n - b.broken / b.n) / error > Self.critical)
    // The very same deals, with leverage that stays.
    #expect(lasting.agreed == pressed.agreed)
    #expect(Self.z(pressed.broken, lasting.broken) > Self.critical)
  }
}
