import Bargaining
import Testing

/// Acceptances by hand: b offers a a rising share of a pie of ten pieces, and a takes the first
/// that its rule lets it take.
struct AcceptanceTests {
  /// The round in which a, whose rule this is, takes what b offers, and the pieces it gets.
  static func deal(_ rule: String, a more: String = "") throws -> [Int] {
    // The tolerance keeps aspirations away from the tenths.
    var pie = Pie(rounds: 9, pieces: 10, tactic: #"{"time": {"beta": 1, "tolerance": 0.05}}"#)
    pie.a = #""reservation": 0.15, "willingness": 0.5, "acceptance": \#(rule)\#(more)"#
    pie.b = #""reservation": 0, "acceptance": {"constant": 9}"#
    pie.rest = #""forums": {"main": {"members": ["b", "a"], "protocol": "alternating"}}"#
    let record = try play(pie.scenario()).record
    return record.ending.isAgreement ? [record.round, Int(record.options[0])] : []
  }

  // In round r, b asks for at least 0.95 - (r + 1) / 10, so offers r + 1 pieces. The aspiration of
  // a falls from 0.95 towards 0.15 + 0.5 x 0.85 = 0.575 by 0.0425 a round: 0.695 in round 5, 0.6525
  // in round 6, so that its own offers are of 7 pieces.
  @Test(
    "a rule takes the first offer that it allows",
    arguments: [
      (#""next""#, [6, 7]), (#""aspiration""#, [6, 7]), (#"{"constant": 0.35}"#, [3, 4]),
      (#"{"time": 0.6}"#, [5, 6]),
      (#"{"constant": -1}"#, [1, 2]), (#"{"any": ["aspiration", {"constant": 0.45}]}"#, [4, 5]),
      (#"{"all": [{"constant": 0.35}, {"time": 0.6}]}"#, [5, 6]),
      (#"{"all": [{"any": [{"time": 0.9}, {"constant": 0.45}]}, {"constant": 0.2}]}"#, [4, 5]),
    ])
  func ruleTakesFirst(rule: String, expected: [Int]) throws {
    #expect(try Self.deal(rule) == expected)
  }

  /// b asks for the whole pie and has 0.2 without; of a, who needs a quarter, it gets three
  /// quarters: delta 1 + (1 - delta) 0.2 is 0.744 at 0.68, 0.76 at 0.7.
  @Test(
    "an impatient party takes what is worth its own next offer a round later and no less",
    arguments: [(0.68, true), (0.7, false), (1.0, false)])
  func impatientPartyTakes(discount: Double, takes: Bool) throws {
    let tactic = #"{"time": {"beta": 1000, "tolerance": 0.01}}"#
    var pie = Pie(rounds: 1, tactic: tactic)
    pie.a = #""reservation": 0.25"#
    pie.b = #""reservation": 0.2, "discount": \#(discount)"#
    let text = pie.text.replacing(
      #""shape": "decreasing"}}, "tactic": \#(tactic)"#,
      with: #""shape": "decreasing"}}, "tactic": "hardliner""#)
    let (record, acts) = try play(read(text))
    #expect(acts.first?.options == [25])
    #expect(record.ending.isAgreement == takes)
  }

  /// In round 3 both are worth delta^3 of what they are: 0.6 and 0.55 less three costs of 0.01.
  @Test("no agreement is discounted as deals are")
  func agreementDiscountedDeals() throws {
    var pie = Pie(rounds: 4)
    pie.a = #""reservation": 0.6, "discount": 0.9"#
    pie.b = #""reservation": 0.55, "discount": 0.8, "cost_of_delay": 0.01"#
    let record = try play(pie.scenario()).record
    #expect(record.ending == .outOfTime && record.round == 3)
    let discounts = [0.9, 0.8].map { $0 * $0 * $0 }
    #expect(abs(record.utilities[0] - discounts[0] * 0.6) < 1e-12)
    #expect(abs(record.utilities[1] - discounts[1] * 0.52) < 1e-12)
  }

  @Test("a surplus is what a deal is worth beyond no agreement discounted")
  func surplusDealBeyond() throws {
    var pie = Pie(rounds: 9, pieces: 10)
    pie.a = #""reservation": 0.1, "discount": 0.9"#
    pie.b = #""reservation": 0.2, "discount": 0.8"#
    let record = try play(pie.scenario()).record
    try #require(record.ending.isAgreement && record.round > 0)
    let share = Double(record.options[0]) / 10
    let discounts = [0.9, 0.8].map { delta in (0..<record.round).reduce(1.0) { value, _ in value * delta } }
    #expect(abs(record.utilities[0] - discounts[0] * share) < 1e-12)
    #expect(abs(record.surpluses[0] - discounts[0] * (share - 0.1)) < 1e-12)
    #expect(abs(record.surpluses[1] - discounts[1] * (1 - share - 0.2)) < 1e-12)
  }

  @Test("a red line is not crossed whatever the rule")
  func redLineNot() throws {
    #expect(try Self.deal(#"{"constant": -1}"#, a: #", "red_lines": [{"share": [2, 3, 4]}]"#) == [4, 5])
  }

  @Test("Faratin's concession curves are reproduced")
  func faratinSConcession() {
    // Faratin, Sierra, Jennings 1998: k + (1 - k) t^(1/beta) and exp((1 - t)^beta ln k), k = 0.1,
    // at t = 0.2, 0.5, 0.8.
    let polynomial = [0.2: [0.100288, 0.128125, 0.394912], 5: [0.752302, 0.883496, 0.960717]]
    let exponential = [0.2: [0.110573, 0.134725, 0.188460], 5: [0.470240, 0.930572, 0.999263]]
    for (curve, table) in [(TimeTactic.Curve.polynomial, polynomial), (.exponential, exponential)] {
      for (beta, values) in table {
        for (t, value) in zip([0.2, 0.5, 0.8], values) {
          #expect(
            abs(curve.concession(at: t, beta: beta, start: 0.1) - value) < 1e-6,
            "\(curve), beta \(beta), t \(t)")
        }
      }
    }
  }

  @Test("aspirations stay finite at the edges of beta", arguments: [0.001, 1, 1_000])
  func aspirationsStayFinite(beta: Double) {
    for curve in TimeTactic.Curve.allCases {
      var last = 0.0
      for t in [1e-6, 0.25, 0.5, 0.75, 1 - 1e-6] {
        let conceded = curve.concession(at: t, beta: beta, start: 0.001)
        #expect(conceded >= last && conceded <= 1)
        last = conceded
      }
    }
  }
}
