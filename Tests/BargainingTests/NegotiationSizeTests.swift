import Bargaining
import Randomness
import Testing

/// What is said beforehand of the memory of a negotiation against what it lays out.
struct NegotiationSizeTests {
  private func domain(
    _ options: [Int], parties: Int = 2, interactions: [[Int]] = [], rounds: Int = 10, micro: Bool = false
  ) -> AdditiveDomain {
    let conditions = interactions.map { issues in
      (Condition(issues.map { Condition.Clause(issue: $0, options: OptionSelection([0])) }), 0.01)
    }
    let member = AdditiveDomain.Member(
      weights: options.map { _ in 1 },
      values: options.map { count in (0..<count).map { Double($0) / Double(count - 1) } },
      interactions: conditions, isMicro: micro)
    return AdditiveDomain(
      options: options, rounds: rounds, members: Array(repeating: member, count: parties))
  }

  @Test("the memory that is foretold is the memory that is laid out, within a tenth")
  func memoryForetoldMemory() throws {
    let cases: [(String, AdditiveDomain)] = [
      ("a million outcomes squared", domain(Array(repeating: 4, count: 20))),
      ("three parties", domain(Array(repeating: 4, count: 18), parties: 3)),
      ("halves of unlike size", domain([255, 255, 255])),
      (
        "conditions within and across",
        domain(
          Array(repeating: 4, count: 16),
          interactions: [[0, 1], [2, 9, 15], [3, 8], [4, 12, 13], [5, 11]])
      ),
      ("offers that micro remembers", domain([50, 50], rounds: 200_000, micro: true)),
      (
        "sixteen issues in a chain",
        domain(
          Array(repeating: 4, count: 16), interactions: (0..<15).map { [$0, $0 + 1] })
      ),
    ]
    for (name, domain) in cases {
      let scenario = domain.scenario()
      let foretold = try NegotiationSize(of: scenario).bytes - NegotiationSize.rest
      let laidOut = try Negotiation(scenario).bytes
      #expect(Double(foretold) <= 1.1 * Double(laidOut), "\(name): \(foretold) of \(laidOut)")
      #expect(
        Double(laidOut) <= 1.1 * Double(foretold) + Double(NegotiationSize.rest),
        "\(name): \(foretold) of \(laidOut)")
    }
  }

  /// Counts what a web of conditions makes of each half, by looking at every way to settle it.
  @Test("classes are counted as they are found among all combinations")
  func classesCountedThey() throws {
    var random = RandomStream(seed: 2_025, run: 0, stream: StreamID("webs"))
    for _ in 0..<40 {
      let options = (0..<6).map { _ in 2 + Int(random.below(2)) }
      let interactions = (0..<Int(1 + random.below(7))).map { _ in
        Set((0..<3).map { _ in Int(random.below(6)) }).sorted()
      }
      let scenario = domain(options, interactions: interactions).scenario()
      let search = try #require(try NegotiationSize(of: scenario).searches.first)
      // The halves are not told, so both ways to part six issues that fit the counts are tried.
      let conditions = scenario.parties[0].preferences.interactions.map(\.condition)
      let matches = (0..<64).contains { subset in
        let halves = [0, 1].map { side in (0..<6).filter { subset >> $0 & 1 == side } }
        let across = conditions.indices.filter { j in
          halves.allSatisfy { half in conditions[j].clauses.contains { half.contains($0.issue) } }
        }
        guard across == search.across else { return false }
        return halves.enumerated().allSatisfy { side, half in
          half.reduce(1) { $0 * options[$1] } == search.combinations[side]
            && classes(of: half, options, across.map { conditions[$0] }) == search.classes[side]
        }
      }
      #expect(matches, "\(options) \(interactions)")
    }
  }

  private func classes(of half: [Int], _ options: [Int], _ conditions: [Condition]) -> Int {
    var patterns: Set<[Bool]> = []
    let count = half.reduce(1) { $0 * options[$1] }
    for number in 0..<count {
      var (rest, chosen) = (number, [Int: Int]())
      for k in half {
        chosen[k] = rest % options[k]
        rest /= options[k]
      }
      patterns.insert(
        conditions.map { condition in
          condition.clauses.allSatisfy { clause in
            chosen[clause.issue].map { clause.options.contains($0) } ?? true
          }
        })
    }
    return patterns.count
  }
}
