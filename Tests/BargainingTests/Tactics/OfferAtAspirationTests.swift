import Bargaining
import Testing

/// What a party offers whose aspiration is just what an outcome is worth, but for the last bit.
struct OfferAtAspirationTests {
  @Test(
    "a party that is willing to go down to so many tenths offers that many",
    arguments: [
      // Each stands at the floor from the beginning; shares of weights do not add up to 1 exactly.
      #"{"time": {"beta": 1, "tolerance": 1}}"#,
      #"{"mix": [[0.1, {"time": {"beta": 1, "tolerance": 1}}], [0.2, {"time": {"beta": 1, "tolerance": 1}}]]}"#,
      #"{"mix": [[0.3, {"time": {"beta": 1, "tolerance": 1}}], [0.7, {"time": {"beta": 2, "tolerance": 1}}]]}"#,
    ], ["lowest", "closest", "modelled"])
  func atTheFloor(tactic: String, offer: String) throws {
    for tenths in 1...9 {
      var pie = Pie(pieces: 10)
      pie.tactic = tactic
      pie.a = #""reservation": 0, "willingness": \#(Double(10 - tenths) / 10), "offer": "\#(offer)""#
      pie.b = #""reservation": 2"#
      let offers = try play(pie.scenario()).acts.filter { $0.kind == .offer && $0.actor == .party(0) }
      #expect(offers.count == pie.rounds)
      #expect(offers.allSatisfy { $0.options == [tenths] }, "\(tenths): \(offers.map(\.options))")
    }
  }
}
