import Bargaining
import Testing

struct TooManyConditionsTests {
  /// Interactions over three of ten issues each, no two alike.
  private func member(conditions: Int) -> AdditiveDomain.Member {
    let options = Array(repeating: 5, count: 10)
    let interactions = (0..<conditions).map { n in
      let issues = Set([n % 10, (n / 10 + n * 3 + 1) % 10, (n * 7 + n / 3 + 5) % 10]).sorted()
      return (
        Condition(
          issues.map {
            Condition.Clause(issue: $0, options: OptionSelection([(n + $0) % 5, (n * 2 + $0) % 5]))
          }),
        0.01
      )
    }
    return AdditiveDomain.Member(
      weights: Array(repeating: 1, count: 10),
      values: options.map { count in (0..<count).map { Double($0) / 4 } }, interactions: interactions)
  }

  /// Two parties with as many conditions each.
  private func domain(conditions first: Int, _ second: Int) -> AdditiveDomain {
    AdditiveDomain(
      options: Array(repeating: 5, count: 10), rounds: 1,
      members: [first, second].map(member))
  }

  @Test("a web of conditions that no search could walk is refused")
  func webConditionsSearch() {
    #expect(throws: NegotiationFault.tooManyConditions) {
      try Negotiation(domain(conditions: 30, 30).scenario())
    }
  }

  @Test("what holds up a search is named: the party, and its conditions across the halves")
  func holdsUpSearch() throws {
    let scenario = domain(conditions: 5, 30).scenario()
    #expect(throws: NegotiationFault.tooManyConditions) { try NegotiationSize(of: scenario) }
    let knot = try #require(NegotiationSize.entanglement(in: scenario))
    #expect(knot.party == 1)
    #expect(knot.across.count > 10)
    #expect(NegotiationSize.entanglement(in: domain(conditions: 5, 5).scenario()) == nil)
  }

  @Test("a few conditions across the halves are not")
  func fewConditionsAcross() throws {
    let negotiation = try Negotiation(domain(conditions: 5, 5).scenario())
    negotiation.run(0, seed: 1)
    #expect(negotiation.lowestOutcome(notBelow: 0.5, for: 0) != nil)
  }

  @Test("conditions of twenty issues are kept within one half where they can")
  func conditionsTwentyIssues() throws {
    // Each condition ties an issue to the one ten places on; halves of like size by issues in order
    // would cut all of them.
    let options = Array(repeating: 2, count: 20)
    let conditions = (0..<10).map { n in
      (Condition([0, 10].map { Condition.Clause(issue: n + $0, options: OptionSelection([1])) }), 0.01)
    }
    let member = AdditiveDomain.Member(
      weights: Array(repeating: 1, count: 20), values: options.map { _ in [0, 1] }, interactions: conditions)
    let negotiation = try Negotiation(
      AdditiveDomain(options: options, rounds: 1, members: [member, member]).scenario())
    negotiation.run(0, seed: 1)
    // All ones are best: 1 for the issues and 0.01 for each condition.
    #expect(negotiation.lowestOutcome(notBelow: 1.1 - 1e-9, for: 0) == Array(repeating: 1, count: 20))
  }
}
