import Bargaining
import Simulation
import Testing

/// A negotiation is used for run after run; nothing of one is left in the next.
///
/// Which runs come before depends on how threads share the work, so what is left over would show
/// in a table, now and then.
struct LeftoverTests {
  @Test("a run is the same whatever runs were played before it", arguments: 0..<10)
  func runsBefore(block: Int) throws {
    for number in block * 20..<block * 20 + 20 {
      let scenario = try Texts.scenario(RandomText.make(number, seed: OrderTests.seed).text)
      let used = try NegotiationSet(scenario)
      for run in (0..<40 as Range<UInt32>).reversed() {
        let after = Self.acts(of: run, in: used)
        let alone = Self.acts(of: run, in: try NegotiationSet(scenario))
        let place = zip(after, alone).enumerated().first { $0.element.0 != $0.element.1 }?.offset
        #expect(
          place == nil && after.count == alone.count,
          """
          seed \(OrderTests.seed), scenario \(number), run \(run):
            after others \(after[place ?? after.count - 1])
            alone        \(alone[place ?? alone.count - 1])
          """)
      }
    }
  }

  private static func acts(of run: UInt32, in negotiations: NegotiationSet) -> [String] {
    let negotiation = negotiations.members[negotiations.place(of: run, seed: 5)]
    var acts = NamedActs(negotiation.scenario)
    negotiation.run(run, seed: 5, observer: &acts)
    return acts.lines + ["\(negotiation.record)"]
  }
}
