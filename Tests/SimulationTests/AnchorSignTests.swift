import Bargaining
import Testing

/// Which way reported progress pushes: on common random numbers, by McNemar's z; see ``SignTest``.
struct AnchorSignTests {
  /// Both like x best, then m, then l, which holds now; over y they are opposed. The settlement
  /// was m.
  static func text(firmness: Double, reopening: String = #"{"cost": 1}"#) -> String {
    func party(_ shape: String) -> String {
      """
      {"preferences": {"x": {"weight": {"uniform": [0.2, 0.5]}, "values": {"l": 0, "m": 0.5, "r": 1}},
                       "y": {"weight": 0.5, "shape": "\(shape)"}},
       "reservation": {"uniform": [0.4, 0.9]}, "tactic": {"time": {"beta": {"uniform": [0.3, 2]}}}}
      """
    }
    return """
      {"rounds": 10,
       "issues": {"x": {"options": ["l", "m", "r"], "status_quo": "l",
                        "tentative": {"option": "m", "firmness": \(firmness), "reopening": \(reopening)}},
                  "y": {"range": {"from": 0, "to": 10, "step": 1}}},
       "parties": {"a": \(party("increasing")), "b": \(party("decreasing"))},
       "mediators": {"m": {"formulate": 0.5}},
       "forums": {"main": {"members": ["a", "b"], "mediators": ["m"], "protocol": "alternating"}}}
      """
  }

  /// Fisher & Ury 1981: options for mutual gain are what a settlement must not stand in the way of.
  @Test("firmness of a point beyond which both gain does not lower agreement, and a lock does")
  func firmnessBeyondWhich() throws {
    let agreed = try [0.0, 0.5, 1.0].map { try SignTest.each(Self.text(firmness: $0), TalksSignTests.agrees) }
    #expect(SignTest.mcNemar(agreed[0], agreed[1]) < SignTest.critical)
    #expect(SignTest.mcNemar(agreed[1], agreed[2]) < SignTest.critical)
    #expect(SignTest.mcNemar(agreed[0], agreed[2]) < SignTest.critical)
    // The test could fail: the same settlement as a lock takes agreements away.
    let locked = try SignTest.each(Self.text(firmness: 1, reopening: #""never""#), TalksSignTests.agrees)
    #expect(SignTest.mcNemar(agreed[0], locked) > SignTest.critical)
  }

  @Test("who loses by going beyond a point agrees to it less often the firmer it is")
  func whoLosesBy() throws {
    func beyond(_ firmness: Double) throws -> [Bool] {
      // Over x they are opposed, too.
      let text = Self.text(firmness: firmness).replacing(
        #""l": 0, "m": 0.5, "r": 1}},"#, with: #""l": 1, "m": 0.5, "r": 0}},"#, maxReplacements: 1)
      return try SignTest.each(text) { $0.ending.isAgreement && $0.options[0] != 1 }
    }
    let (loose, firm) = (try beyond(0), try beyond(1))
    #expect(SignTest.mcNemar(loose, firm) > SignTest.critical)
  }
}
