import Bargaining
import Testing

/// Carrots and sticks by hand.
struct LeverageTests {
  static let issues = #""issues": {"x": {"options": ["l", "r"]}, "y": {"options": ["l", "r"]}}"#

  /// What two parties who never agree are left with.
  static func reservations(_ mediators: String, names: String, incoherence: Double = 0) throws -> [Double] {
    let wish =
      #""x": {"weight": 1, "values": {"l": 1, "r": 0}}, "y": {"weight": 1, "values": {"l": 1, "r": 0}}"#
    let text = """
      {"rounds": 1, \(issues),
       "parties": {
         "a": {"preferences": {\(wish)}, "reservation": 2, "tactic": {"time": {"beta": 1}}},
         "b": {"preferences": {\(wish)}, "reservation": 2, "tactic": {"time": {"beta": 1}}}},
       "mediation": {"incoherence": \(incoherence)}, "mediators": {\(mediators)},
       "forums": {"main": {"members": ["a", "b"], "mediators": [\(names)], "protocol": "alternating"}}}
      """
    return try play(read(text)).record.utilities
  }

  /// A mediator that wants these options of x and y.
  static func mediator(_ name: String, _ x: String, _ y: String, _ members: String) -> String {
    func values(_ option: String) -> String {
      #"{"weight": 1, "values": {"l": \#(option == "l" ? 1 : 0), "r": \#(option == "r" ? 1 : 0)}}"#
    }
    return #""\#(name)": {"preferences": {"x": \#(values(x)), "y": \#(values(y))}, \#(members)}"#
  }

  @Test("a stick is taken off the reservation by strength and trust")
  func stickTakenOff() throws {
    let values = try Self.reservations(
      #""m": {"manipulate": 0.5, "toward": {"a": {"stick": 0.4}, "b": {"stick": 0.4, "trust": 0.25}}}"#,
      names: #""m""#)
    #expect(values == [2 - 0.2, 2 - 0.05])
  }

  @Test("sticks of mediators add up")
  func sticksMediatorsAdd() throws {
    let one = #"{"manipulate": 1, "toward": {"a": {"stick": 0.25}}}"#
    #expect(try Self.reservations(#""m": \#(one), "n": \#(one)"#, names: #""m", "n""#) == [1.5, 2])
  }

  @Test("a mediator reaches only those with whom it sits")
  func mediatorReachesOnly() throws {
    let one = #"{"manipulate": 1, "toward": {"a": {"stick": 0.25}}}"#
    #expect(try Self.reservations(#""m": \#(one), "n": \#(one)"#, names: #""n""#) == [1.75, 2])
  }

  @Test("disagreement of mediators costs all of them their leverage")
  func disagreementMediatorsCosts() throws {
    let stick = #""manipulate": 1, "toward": {"a": {"stick": 0.5}}"#
    let m = Self.mediator("m", "l", "l", stick)
    // n differs on one of two issues, o on both from m and on one from n: pairs 1/2, 1, 1/2, mean
    // 2/3.
    let n = Self.mediator("n", "l", "r", stick)
    let o = Self.mediator("o", "r", "r", stick)
    #expect(try Self.reservations("\(m), \(n)", names: #""m", "n""#, incoherence: 0.5) == [2 - 0.75, 2])
    let three = try Self.reservations("\(m), \(n), \(o)", names: #""m", "n", "o""#, incoherence: 0.5)
    #expect(abs(three[0] - (2 - 1.5 * (1 - 0.5 * 2 / 3))) < 1e-12)
    #expect(try Self.reservations("\(m), \(n), \(o)", names: #""m", "n", "o""#) == [0.5, 2])
  }

  @Test(
    "a mediator without leverage cannot spoil that of another",
    arguments: [
      #""manipulate": 1"#, #""manipulate": 0, "toward": {"a": {"stick": 0.5}}"#,
      #""manipulate": 1, "toward": {"a": {"stick": 0.5, "trust": 0}}"#,
    ])
  func mediatorWithoutLeverage(idle: String) throws {
    let m = Self.mediator("m", "l", "l", #""manipulate": 1, "toward": {"a": {"stick": 0.5}}"#)
    let n = Self.mediator("n", "r", "r", idle)
    #expect(try Self.reservations("\(m), \(n)", names: #""m", "n""#, incoherence: 1) == [1.5, 2])
  }

  @Test("a carrot makes a deal worthwhile and is part of its surplus")
  func carrotMakesDeal() throws {
    func record(_ carrot: Double) throws -> RunRecord {
      var pie = Pie(rounds: 30, a: #""reservation": 0.62"#, b: #""reservation": 0.55"#)
      pie.rest = Pie.mediated(#""manipulate": 0.5, "toward": {"a": {"carrot": \#(carrot), "trust": 0.5}}"#)
      return try play(pie.scenario()).record
    }
    // A quarter of it arrives, and 0.17 is needed.
    #expect(try record(0.67).ending == .outOfTime)
    let deal = try record(1.2)
    #expect(deal.ending == .fullAgreement)
    let share = Double(deal.options[0]) / 100
    #expect(abs(deal.utilities[0] - share) < 1e-12)
    #expect(abs(deal.surpluses[0] - (share + 0.3 - 0.62)) < 1e-12)
    #expect(abs(deal.surpluses[1] - (1 - share - 0.55)) < 1e-12)
  }
}
