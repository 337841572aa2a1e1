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
    #expect(none.count == one.count && none.contains(true))
    #expect(zip(none, one).allSatisfy { $0 ? $1 : true })
  }

  /// - Parameter faction: members of the faction beside its weight and minimum.
  static func home(foresight: Double, _ faction: String = "") -> String {
    """
    "ratification": {"quota": 1, "failures": 1, "foresight": \(foresight),
      "factions": {"f": {"weight": 1, "minimum": {"uniform": [0.3, 0.7]}\(faction)}}}
    """
  }

  static func isRefusedAtHome(_ record: RunRecord) -> Bool {
    record.failedRatifications.contains { $0 > 0 }
  }

  /// Putnam 1988: who looks at both tables does not sign what it cannot bring home.
  @Test("the better delegations foresee their homes the fewer deals are refused there and the more agree")
  func foresight() throws {
    func runs(_ foresight: Double) throws -> (refused: [Bool], agreed: [Bool]) {
      let runs = try SignTest.each(Deals.uncertain(b: Self.home(foresight: foresight), rounds: 40)) {
        (Self.isRefusedAtHome($0), $0.ending.isAgreement)
      }
      return (runs.map(\.0), runs.map(\.1))
    }
    let (blind, half, knowing) = (try runs(0), try runs(0.5), try runs(1))
    #expect(SignTest.mcNemar(blind.refused, half.refused) > SignTest.critical)
    #expect(SignTest.mcNemar(half.refused, knowing.refused) > SignTest.critical)
    #expect(!knowing.refused.contains(true))
    #expect(SignTest.mcNemar(knowing.agreed, blind.agreed) > SignTest.critical)
  }

  /// Side payments to those who can block (Putnam 1988).
  @Test("carrots to the faction that can block bring more agreements")
  func carrotsPivotal() throws {
    func agreed(_ share: Double) throws -> [Bool] {
      try SignTest.each(
        Deals.uncertain(b: Self.home(foresight: 1, #", "carrot_share": \#(share)"#), manipulate: 1)
      ) { $0.ending.isAgreement }
    }
    #expect(SignTest.mcNemar(try agreed(1), try agreed(0)) > SignTest.critical)
  }

  /// Nash 1950, doi:10.2307/1907266: the worse its alternative, the more a side gives.
  @Test("a party with a worse alternative agrees more often and on worse terms also with a home")
  func worseAlternative() throws {
    func runs(_ lower: Double) throws -> [(agrees: Bool, utility: Double)] {
      let before = #""decreasing"}}, "reservation": {"uniform": [0.3, 0.7]}"#
      let text = Deals.uncertain(b: Self.home(foresight: 1))
      #expect(text.contains(before))
      let range = "[\(0.3 - lower), \(0.7 - lower)]"
      return try SignTest.each(
        text.replacing(before, with: #""decreasing"}}, "reservation": {"uniform": \#(range)}"#)
      ) { ($0.ending.isAgreement, $0.utilities[1]) }
    }
    let (strong, weak) = (try runs(0), try runs(0.15))
    #expect(SignTest.mcNemar(weak.map(\.agrees), strong.map(\.agrees)) > SignTest.critical)
    let losses = zip(strong, weak).compactMap { strong, weak -> Int? in
      guard strong.agrees, weak.agrees else { return nil }
      return weak.utility < strong.utility - 1e-9 ? 1 : weak.utility > strong.utility + 1e-9 ? -1 : 0
    }
    #expect(losses.count > 1_000)
    #expect(SignTest.signs(losses) > SignTest.critical)
  }

  @Test("sticks on a party with a home help and help more where its home bears what they cost")
  func sticksHelp() throws {
    func agreed(_ manipulate: Double, bears: Double) throws -> [Bool] {
      try SignTest.each(
        Deals.uncertain(b: Self.home(foresight: 1, #", "bears": \#(bears)"#), manipulate: manipulate)
      ) { $0.ending.isAgreement }
    }
    let (none, deaf, bearing) = (
      try agreed(0, bears: 1), try agreed(1, bears: 0), try agreed(1, bears: 1)
    )
    #expect(SignTest.mcNemar(bearing, none) > SignTest.critical)
    #expect(SignTest.mcNemar(bearing, deaf) > SignTest.critical)
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
    #expect(with.count == without.count && without.contains(true))
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
