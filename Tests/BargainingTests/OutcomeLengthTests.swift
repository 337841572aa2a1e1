import Bargaining
import Randomness
import Testing

/// Outcomes are copied and compared in pieces of several bytes: none may be lost, whatever the
/// number of issues.
struct OutcomeLengthTests {
  @Test("what both like best is agreed whatever the number of issues", arguments: 1...26)
  func bothLikeBest(issues: Int) throws {
    var dice = RandomStream(seed: 29, run: UInt32(issues), stream: StreamID("outcome.length"))
    let best = (0..<issues).map { _ in Int(dice.below(2)) }
    let member = AdditiveDomain.Member(
      weights: best.map { _ in 0.5 + dice.uniform() }, values: best.map { $0 == 0 ? [1, 0] : [0, 1] },
      willingness: 0)
    let domain = AdditiveDomain(
      options: best.map { _ in 2 }, rounds: 2, members: [member, member, member])
    let negotiation = try Negotiation(domain.scenario())
    negotiation.run(0, seed: 1)
    #expect(negotiation.record.ending.isAgreement)
    #expect((0..<issues).map { Int(negotiation.record.options[$0]) } == best)
  }
}
