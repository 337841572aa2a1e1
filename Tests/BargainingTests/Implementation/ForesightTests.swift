import Bargaining
import Testing

/// Parties that look ahead to what becomes of a deal.
struct ForesightTests {
  /// e^x / (1 + e^x) is 1/5 at x = -log 4, so that three phases are all kept with the probability
  /// 0.8^3 = 0.512.
  static let risky =
    #""implementation": {"phases": {"p": {}, "q": {}, "r": {}}, "failure": {"base": -1.3862943611198906}}"#

  /// b is offered 0.75 of a pie of four.
  static func ending(_ b: String, _ implementation: String = risky) throws -> (Ending, [Refusal]) {
    var pie = Pie(rounds: 1, pieces: 4, tactic: #"{"time": {"beta": 1000}}"#)
    pie.a = #""reservation": 0.24, "willingness": 1"#
    pie.b = #""acceptance": {"constant": 0}, \#(b)"#
    pie.rest += ", \(implementation)"
    let (record, acts) = try play(pie.scenario())
    return (record.ending, acts.compactMap(\.because))
  }

  @Test("a party that looks ahead signs when the utility times the survival beats no agreement")
  func partyLooksAhead() throws {
    // 0.75 x 0.512 = 0.384.
    #expect(try Self.ending(#""reservation": 0.383, "looks_ahead": true"#).0 == .fullAgreement)
    let refused = try Self.ending(#""reservation": 0.385, "looks_ahead": true"#)
    #expect(refused.0 == .outOfTime)
    #expect(refused.1.contains(.wouldNotLast))
    #expect(try Self.ending(#""reservation": 0.385, "looks_ahead": false"#).0 == .fullAgreement)
  }

  @Test("a safe deal is signed by a party that looks ahead as by any other")
  func safeDealSigned() throws {
    let safe = #""implementation": {"phases": {"p": {}}, "failure": {"base": -1000}}"#
    #expect(try Self.ending(#""reservation": 0.75, "looks_ahead": true"#, safe).0 == .fullAgreement)
    let none = #""implementation": {"phases": {"p": {"when": {"share": 0}}}, "failure": {"base": 1000}}"#
    #expect(try Self.ending(#""reservation": 0.75, "looks_ahead": true"#, none).0 == .fullAgreement)
  }

  @Test("a party that looks ahead does not offer what it would not sign")
  func partyLooksAheadDoes() throws {
    var pie = Pie(rounds: 1, pieces: 4, tactic: #"{"time": {"beta": 1000}}"#)
    pie.a = #""reservation": 0.24, "looks_ahead": true"#
    pie.rest += ", \(Self.risky)"
    // It would offer 0.25 for itself, and expects 0.128 of that.
    let acts = try play(pie.scenario()).acts
    #expect(!acts.contains { $0.actor == .party(0) && $0.kind == .offer })
  }

  @Test("nobody sees what another has drawn")
  func nobodySeesAnother() throws {
    // b's reservation lies between 0.1 and 0.2, in the middle at 0.15: whichever it is, a expects
    // the same of b's temptation, and signs in all runs or in none.
    func agreements(_ a: Double) throws -> Int {
      var pie = Pie(rounds: 1, pieces: 4, tactic: #"{"time": {"beta": 1000}}"#)
      pie.a = #""reservation": \#(a), "looks_ahead": true, "acceptance": {"constant": 0}"#
      pie.b = #""reservation": {"uniform": [0.1, 0.2]}, "willingness": 1"#
      pie.rest += """
        , "implementation": {"phases": {"p": {}}, "failure": {"base": 0, "temptation": 20}}
        """
      pie.rest = pie.rest.replacing(#"["a", "b"]"#, with: #"["b", "a"]"#)
      return try tally(pie.scenario(), 200) { record, _ in record.ending.isAgreement }
    }
    // b offers a 0.75 and keeps 0.25. With b in the middle, at 0.15, it is b who is tempted: 0.15 -
    // 0.25 = -0.1 against a's r - 0.75. So the risk is logistic(-2) = 0.1192 and a expects 0.75 x
    // 0.8808 = 0.6606.
    #expect(try agreements(0.64) == 200)
    #expect(try agreements(0.68) == 0)
  }
}
