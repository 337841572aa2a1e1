import Bargaining
import Testing

/// What has no order in a file and needs one in the talks is drawn.
struct DrawnOrderTests {
  /// Two who do not move, and two mediators who table a text at every sitting.
  static func text(_ forum: String, more: String = "", mediators: String = "") -> String {
    func party(_ shape: String) -> String {
      """
      {"preferences": {"x": {"weight": 1, "shape": "\(shape)"}}, "reservation": 0.9, "tactic": "hardliner"}
      """
    }
    return """
      {"rounds": 400, "issues": {"x": {"range": {"from": 0, "to": 2, "step": 1}, "status_quo": 0}},
       "parties": {"a": \(party("increasing")), "b": \(party("decreasing"))},
       "mediators": {"m": {"formulate": 1\(mediators)}, "n": {"formulate": 1\(mediators)}},
       "forums": {\(forum)}\(more)}
      """
  }

  /// Who tables the first text of each of 400 runs: later a text is tabled for what became of it.
  static func firstSpeakers(_ text: String) throws -> [Int] {
    let scenario = try read(text)
    return try (0..<400 as Range<UInt32>).compactMap { run in
      let first = try play(scenario, run: run).acts.first { $0.kind == .text }
      guard case .mediator(let mediator)? = first?.actor else { return nil }
      return mediator
    }
  }

  static let both = #""members": ["a", "b"], "mediators": ["n", "m"], "protocol": "shuttle""#

  @Test("mediators speak first as often as each other, unless their order is listed")
  func mediatorsTakeTurns() throws {
    let drawn = try Self.firstSpeakers(Self.text(#""f": {\#(Self.both)}"#))
    #expect(drawn.count == 400)
    // A fair coin is further from half of 400 than 40 in 1 of 16,000 cases.
    #expect(abs(drawn.count { $0 == 0 } - 200) <= 40)
    let listed = try Self.firstSpeakers(Self.text(#""f": {\#(Self.both), "turns": "listed"}"#))
    #expect(listed == Array(repeating: 1, count: 400))
  }

  @Test("forums that sit in the same round come first as often as each other")
  func forumsTakeTurns() throws {
    let one = #""members": ["a", "b"], "mediators": ["m"], "protocol": "shuttle""#
    let other = #""members": ["a", "b"], "mediators": ["n"], "protocol": "shuttle""#
    let firsts = try Self.firstSpeakers(Self.text(#""f": {\#(one)}, "g": {\#(other)}"#))
    #expect(firsts.count == 400 && abs(firsts.count { $0 == 0 } - 200) <= 40)
  }

  @Test(
    "an event moves no other event of the same round, whichever is listed first", arguments: [false, true])
  func eventsAreSimultaneous(isReversed: Bool) throws {
    let cause = #""cause": {"rate": 1, "once": true, "effects": [{"on": "events.result.rate", "add": 1}]}"#
    let result =
      #""result": {"rate": 0, "once": true, "effects": [{"on": "parties.a.reservation", "add": 0.05}]}"#
    let events = isReversed ? "\(result), \(cause)" : "\(cause), \(result)"
    let acts = try play(
      read(Self.text(#""f": {\#(Self.both)}"#, more: #", "events": {\#(events)}"#))
    ).acts.filter { $0.kind == .event }
    #expect(acts.map(\.round) == [0, 1])
  }

  /// m likes `low` and `middle` of x alike best and says nothing of y; n likes `middle` best, and
  /// has a wish on y. On x one of the two options that somebody likes best is liked best by both:
  /// they are 1/2 apart. On y they are not. So over both issues 1/4, and of a leverage of 0.1 each
  /// at an incoherence of 0.8 the share 1 - 0.8 / 4 is left.
  @Test(
    "mediators are apart by what one of them likes best and the other does not, in any order of options",
    arguments: [#"["low", "middle", "high"]"#, #"["high", "middle", "low"]"#, #"["middle", "high", "low"]"#])
  func distance(options: String) throws {
    let party = """
      {"preferences": {"x": {"weight": 1, "values": {"low": 0, "middle": 0.5, "high": 1}},
                       "y": {"weight": 0, "values": {"no": 0, "yes": 1}}},
       "reservation": 5, "tactic": "hardliner"}
      """
    let pull = #""manipulate": 1, "toward": {"a": {"stick": 0.1}}"#
    let scenario = try read(
      """
      {"rounds": 1, "issues": {"x": {"options": \(options)}, "y": {"options": ["no", "yes"]}},
       "parties": {"a": \(party), "b": \(party)},
       "mediators": {
         "m": {"preferences": {"x": {"weight": 1, "values": {"low": 1, "middle": 1, "high": 0}}}, \(pull)},
         "n": {"preferences": {"x": {"weight": 1, "values": {"low": 0.2, "middle": 1, "high": 0}},
                               "y": {"weight": 1, "values": {"no": 0, "yes": 1}}}, \(pull)}},
       "mediation": {"incoherence": 0.8},
       "forums": {"f": {"members": ["a", "b"], "mediators": ["m", "n"], "protocol": "shuttle"}}}
      """)
    let record = try play(scenario).record
    #expect(abs(record.utilities[0] - (5 - 0.2 * 0.8)) < 1e-12)
  }
}
