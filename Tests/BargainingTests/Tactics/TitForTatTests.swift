import Bargaining
import Foundation
import Testing

/// Tit-for-tat against figures worked out by hand from the formulas of Faratin, Sierra, Jennings
/// 1998, section 4.3.
struct TitForTatTests {
  /// What the party aims for after the others' offers, from the oldest on, were worth this much to
  /// it.
  static func aim(
    _ rule: TitForTat.Rule, _ window: Int, from last: Double, after offers: [Double], floor: Double = 0,
    draw: Double = 0
  ) -> Double {
    let view = BiddingView(
      time: 0.5, round: 4, rounds: 9, best: 1, floor: floor, lastAspiration: last,
      received: RecentUtilities(offers), draw: draw)
    return TitForTat(rule, window: window).aspiration(view)
  }

  @Test("relative follows the share by which the opponent moved window offers ago")
  func relativeFollowsShare() {
    // 0.2 to 0.25 is a rise by a quarter: 0.9 x 0.2 / 0.25.
    #expect(abs(Self.aim(.relative, 1, from: 0.9, after: [0.1, 0.2, 0.25]) - 0.72) < 1e-12)
    #expect(abs(Self.aim(.relative, 2, from: 0.9, after: [0.1, 0.125, 0.25]) - 0.72) < 1e-12)
  }

  @Test("absolute follows the amount and a random step of at most its parameter")
  func absoluteFollowsAmount() {
    let still = TitForTat.Rule.absolute(step: 0, direction: .concede)
    #expect(abs(Self.aim(still, 1, from: 0.9, after: [0.1, 0.2, 0.25]) - 0.85) < 1e-12)
    #expect(abs(Self.aim(still, 2, from: 0.9, after: [0.1, 0.2, 0.25]) - 0.8) < 1e-12)
    #expect(abs(Self.aim(still, 1, from: 0.9, after: [0.3, 0.25]) - 0.95) < 1e-12)
    let conceding = TitForTat.Rule.absolute(step: 0.2, direction: .concede)
    let demanding = TitForTat.Rule.absolute(step: 0.2, direction: .demand)
    #expect(abs(Self.aim(conceding, 1, from: 0.9, after: [0.1, 0.2], draw: 0.25) - 0.75) < 1e-12)
    #expect(abs(Self.aim(demanding, 1, from: 0.9, after: [0.1, 0.2], draw: 0.25) - 0.85) < 1e-12)
  }

  @Test("averaged follows the share over the whole window")
  func averagedFollowsShare() {
    #expect(abs(Self.aim(.averaged, 2, from: 0.8, after: [0.05, 0.2, 0.1, 0.4]) - 0.4) < 1e-12)
    #expect(abs(Self.aim(.averaged, 3, from: 0.8, after: [0.3, 0.2, 0.1, 0.4]) - 0.6) < 1e-12)
  }

  @Test("before window plus one offers the party stays at its best")
  func beforeWindowPlus() {
    for window in 1...TitForTat.largestWindow {
      let few = (0..<window).map { 0.1 + 0.01 * Double($0) }
      for rule in [TitForTat.Rule.relative, .averaged, .absolute(step: 0, direction: .concede)] {
        #expect(Self.aim(rule, window, from: 0.7, after: few) == 1)
        #expect(Self.aim(rule, window, from: 0.7, after: few + [0.5]) < 0.7)
      }
    }
  }

  @Test("the result is held between floor and best")
  func resultHeldBetween() {
    #expect(Self.aim(.relative, 1, from: 0.9, after: [0.1, 0.5], floor: 0.6) == 0.6)
    #expect(Self.aim(.relative, 1, from: 0.9, after: [0.5, 0.1]) == 1)
    #expect(Self.aim(.absolute(step: 1, direction: .concede), 1, from: 0.9, after: [0, 0], draw: 0.99) == 0)
  }

  @Test("offers worth nothing move a party as the edges of the ratio say")
  func offersWorthNothing() {
    #expect(Self.aim(.relative, 1, from: 0.9, after: [0, 0.1], floor: 0.3) == 0.3)
    #expect(Self.aim(.relative, 1, from: 0.9, after: [0, 0]) == 0.9)
    #expect(Self.aim(.relative, 1, from: 0.9, after: [0.2, 0]) == 1)
    #expect(Self.aim(.relative, 1, from: 0.9, after: [-0.2, 0.2], floor: 0.3) == 0.3)
  }

  @Test("an offer is answered once")
  func offerAnsweredOnce() {
    var view = BiddingView(
      time: 0.5, round: 4, rounds: 9, best: 1, floor: 0, lastAspiration: 0.7,
      received: RecentUtilities([0.1, 0.2]))
    view.hasNews = false
    #expect(TitForTat(.relative).aspiration(view) == 0.7)
  }

  @Test("a pie is split step for step")
  func pieSplitStep() throws {
    // b comes down by the clock and offers 16 of 128 pieces more in each round; a, who copies
    // amounts, asks for all twice and follows from then on. In round 4 it asks for 80, what b would
    // offer next. (Sums of 128ths are exact.)
    var pie = Pie(rounds: 7, pieces: 128)
    pie.a = #""reservation": 0"#
    pie.b = #""reservation": 0"#
    let text = pie.text.replacingOccurrences(
      of: #""shape": "increasing"}}, "tactic": {"time": {"beta": 1}}"#,
      with: #""shape": "increasing"}}, "tactic": {"tit_for_tat": {"kind": "absolute"}}"#)
    let (record, acts) = try play(read(text))
    let offers = acts.filter { $0.kind == .offer && $0.actor == .party(0) }.map { $0.options[0] }
    #expect(offers == [128, 128, 112, 96, 80])
    #expect(record.ending.isAgreement && record.round == 4 && record.options[0] == 80)
  }

  /// The ids faratin_poly and faratin_exp of the project's collection of analytic values.
  @Test("every collected point of Faratin's curves is reproduced")
  func collectedPointFaratin() throws {
    let file = Fixtures.folder("faratin.csv")
    let rows = try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst()
    #expect(rows.count == 30)
    for row in rows {
      let cells = row.split(separator: ",").map(String.init)
      let parameters = Dictionary(
        uniqueKeysWithValues: cells[2].split(separator: ";").map { pair in
          let parts = pair.split(separator: "=")
          return (String(parts[0]), Double("0" + parts[1]) ?? .nan)
        })
      let time = try #require(parameters["t"]) / #require(parameters["T"])
      let tactic = TimeConcession(
        curve: cells[0] == "faratin_poly" ? .polynomial : .exponential,
        beta: try #require(parameters["beta"]),
        start: try #require(parameters["k"]))
      let aspiration = tactic.aspiration(BiddingView(time: time, round: 0, rounds: 1, best: 1, floor: 0))
      // The file gives six decimals.
      #expect(abs(1 - aspiration - (Double(cells[3]) ?? .nan)) <= 0.5e-6 + 1e-9, "\(row)")
    }
  }
}
