import Bargaining
import Testing

/// What had been settled before the talks, taken as given: what going beyond it costs, by hand.
struct AnchorTests {
  /// x weighs 0.6 and y 0.4, of which b cares for y alone differently; x is settled at m.
  static func text(firmness: String, reopening: String = #"{"cost": 1.5}"#, rest: String = "") -> String {
    func party(_ x: String, _ y: String, _ tactic: String, _ more: String = "") -> String {
      """
      {"preferences": {"x": {"weight": 3, "values": {\(x)}}, "y": {"weight": 2, "values": {\(y)}}},
       "reservation": -2, "tactic": \(tactic), "acceptance": {"constant": -10}\(more)}
      """
    }
    let home =
      #", "ratification": {"quota": 1, "factions": {"f": {"weight": 1, "minimum": -5, "adjust": {"x": {"weight": 2, "values": {"l": -0.2, "m": 0.25}}}}}}"#
    return """
      {"rounds": 4,
       "issues": {"x": {"options": ["l", "m", "r", "t"],
                        "tentative": {"option": "m", "firmness": \(firmness), "reopening": \(reopening)}},
                  "y": {"options": ["l", "r"]}},
       "parties": {"a": \(party(#""l": 0, "m": 0.5, "r": 1, "t": 0.5"#, #""l": 0, "r": 1"#, #""hardliner""#)),
                   "b": \(party(#""l": 1, "m": 0.5, "r": 0.25, "t": 0.75"#, #""l": 1, "r": 0"#, #"{"time": {"beta": 1}}"#, home))},
       "forums": {"main": {"members": ["a", "b"], "protocol": "alternating"}}\(rest)}
      """
  }

  static func worths(_ text: String, of party: Int) throws -> [Double] {
    let negotiation = try Negotiation(read(text))
    negotiation.run(0, seed: 1)
    return (0..<4).map { negotiation.utility(of: [$0, 0], to: party) }
  }

  static func isClose(_ a: [Double], _ b: [Double]) -> Bool {
    a.count == b.count && !a.isEmpty && zip(a, b).allSatisfy { abs($0 - $1) < 1e-12 }
  }

  /// The price of a loss is 0.4 x 1.5 = 0.6. Party a has 0, 0.3, 0.6, 0.3 from x by itself; l is
  /// 0.3 worse than m. Party b has 0.6, 0.3, 0.15, 0.45, and 0.4 from y; r is 0.15 worse than m.
  @Test("an option worse than what was settled loses firmness times cost times the loss more")
  func optionWorseThan() throws {
    let text = Self.text(firmness: "0.4")
    #expect(Self.isClose(try Self.worths(text, of: 0), [-0.18, 0.3, 0.6, 0.3]))
    #expect(Self.isClose(try Self.worths(text, of: 1), [1, 0.7, 0.15 - 0.09 + 0.4, 0.85]))
  }

  @Test("a change by which nobody loses is free however firm the settlement")
  func changeNobodyLoses() throws {
    // t is as good as m to a and better for b.
    let (loose, firm) = (Self.text(firmness: "0"), Self.text(firmness: "1"))
    for party in 0..<2 {
      let (without, with) = (try Self.worths(loose, of: party), try Self.worths(firm, of: party))
      #expect(with[3] == without[3] && with[1] == without[1])
    }
    #expect(try Self.worths(firm, of: 0)[0] < Self.worths(loose, of: 0)[0])
  }

  @Test("a settlement that is left out of the file costs as much again as the loss")
  func settlementLeftOut() throws {
    let written = Self.text(firmness: "0.7", reopening: #"{"cost": 1}"#)
    let omitted = written.replacing(#", "reopening": {"cost": 1}"#, with: "")
    #expect(omitted != written)
    for party in 0..<2 { #expect(try Self.worths(written, of: party) == Self.worths(omitted, of: party)) }
  }

  /// The faction weighs x at 6 to 2: 0.75. It values l at 0.8, m at 0.75, r at 0.25, so that r is
  /// 0.375 worse than m, at a price of 0.6.
  @Test("a faction counts a loss against the settlement by its own weights and values")
  func factionCountsLoss() throws {
    let scenario = try read(Self.text(firmness: "0.4"))
    let worths = [0.6, 0.5625, 0.1875 - 0.6 * 0.375, 0.5625]
    var heard = 0
    for run in 0..<UInt32(5) {
      for act in try play(scenario, run: run).acts {
        guard let vote = act.vote else { continue }
        heard += 1
        let y = act.options[1] == 0 ? 0.25 : 0
        #expect(abs(vote.factions[0].utility - worths[act.options[0]] - y) < 1e-12)
        #expect(act.options[0] == 2, "a asks for r first")
      }
    }
    #expect(heard == 5)
  }

  @Test("an event that moves the cost changes at once what outcomes are worth to all")
  func eventMovesCost() throws {
    let event =
      #", "events": {"e": {"rate": 1, "once": true, "effects": [{"on": "issues.x.tentative.reopening.cost", "add": 1.5}]}}"#
    let text = Self.text(firmness: "0.4", rest: event)
    #expect(Self.isClose(try Self.worths(text, of: 0), [-0.36, 0.3, 0.6, 0.3]))
    #expect(Self.isClose(try Self.worths(text, of: 1), [1, 0.7, 0.15 - 0.18 + 0.4, 0.85]))
  }
}
