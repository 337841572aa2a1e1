import Bargaining
import Simulation
import Testing

/// Which way ratification, guarantees and leverage push, by McNemar's z on common random numbers;
/// see ``SignTest``.
struct HomeSignTests {
  static func home(_ minimum: String) -> String {
    #""ratification": {"quota": 1, "failures": 2, "factions": {"f": {"weight": 1, "minimum": \#(minimum)}}}"#
  }

  static func fails(_ record: RunRecord) -> Bool { !record.ending.isAgreement }

  @Test("a second ratification constraint raises failure")
  func secondRatificationConstraint() throws {
    let minimum = #"{"uniform": [0.3, 0.6]}"#
    let none = try SignTest.each(Deals.uncertain(), Self.fails)
    let one = try SignTest.each(Deals.uncertain(b: Self.home(minimum)), Self.fails)
    let two = try SignTest.each(
      Deals.uncertain(a: Self.home(minimum), b: Self.home(minimum)), Self.fails)
    #expect(SignTest.mcNemar(one, none) > SignTest.critical)
    #expect(SignTest.mcNemar(two, one) > SignTest.critical)
  }

  @Test("a run that agrees under two constraints agrees under none")
  func runAgreesUnder() throws {
    // A failed vote only takes away: without learning it changes nothing that the parties want.
    let minimum = #"{"uniform": [0.3, 0.6]}"#
    let none = try SignTest.each(Deals.uncertain(), Self.fails)
    let one = try SignTest.each(Deals.uncertain(b: Self.home(minimum)), Self.fails)
    #expect(zip(none, one).allSatisfy { $0 ? $1 : true })
  }

  static func kept(_ record: RunRecord) -> Bool { record.ending.isAgreement && record.phaseFailure == nil }

  @Test("a guarantor raises completion")
  func guarantorRaisesCompletion() throws {
    func text(_ guarantee: Double) -> String {
      Deals.uncertain(
        """
        "phases": {"p": {"guarantee": \(guarantee)}, "q": {"guarantee": \(guarantee)}},
        "failure": {"base": -1, "temptation": 4, "continuation": 4, "guarantee": 1}
        """)
    }
    let with = try SignTest.each(text(0.5), Self.kept)
    let without = try SignTest.each(text(0), Self.kept)
    #expect(SignTest.mcNemar(with, without) > SignTest.critical)
    // On common random numbers it never breaks what would have been kept.
    #expect(zip(with, without).allSatisfy { $1 ? $0 : true })
  }

  @Test("manipulation raises agreements and its deals fail more once leverage fades")
  func manipulationRaisesAgreements() throws {
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
        try SignTest.each(text) { $0.ending.isAgreement }, try SignTest.each(text) { $0.phaseFailure != nil }
      )
    }
    let free = try counts(0, fade: 0.6)
    let pressed = try counts(1, fade: 0.6)
    let lasting = try counts(1, fade: 0)
    #expect(SignTest.mcNemar(pressed.agreed, free.agreed) > SignTest.critical)
    // Shares of deals that break: two proportions.
    func deals(_ counts: (agreed: [Bool], broken: [Bool])) -> (hits: Int, of: Int) {
      (counts.broken.count { $0 }, counts.agreed.count { $0 })
    }
    #expect(SignTest.twoProportions(deals(pressed), deals(free)) > SignTest.critical)
    // The very same deals, with leverage that stays.
    #expect(lasting.agreed == pressed.agreed)
    #expect(SignTest.mcNemar(pressed.broken, lasting.broken) > SignTest.critical)
  }
}
