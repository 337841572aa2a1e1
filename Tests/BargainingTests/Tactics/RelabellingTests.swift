import Bargaining
import Randomness
import Testing

/// The order in which a scenario lists its issues and their options is not part of the world:
/// listed otherwise, the same is said by the same parties in the same rounds, whatever they tie.
/// The rule `first` alone looks at the order, and the tactic `random` draws by it.
struct RelabellingTests {
  /// A scenario, and the same with issues and options in another order: `issues[k]` is the place
  /// where issue k was, `options[k][o]` where option o of it was.
  private struct Listing {
    var scenario: Scenario
    var issues: [Int]
    var options: [[Int]]
  }

  private static func relabelled(_ scenario: Scenario, _ dice: inout RandomStream) -> Listing {
    var other = scenario
    let issues = shuffled(scenario.issues.count, &dice)
    let options = issues.map { shuffled(scenario.issues[$0].options.count, &dice) }
    other.issues = zip(issues, options).map { k, order in
      var issue = scenario.issues[k]
      issue.options = order.map { scenario.issues[k].options[$0] }
      return issue
    }
    func moved(_ condition: Condition) -> Condition {
      Condition(
        issues.indices.compactMap { k in
          condition.clauses.first { $0.issue == issues[k] }.map { clause in
            Condition.Clause(
              issue: k,
              options: OptionSelection(options[k].indices.filter { clause.options.contains(options[k][$0]) }))
          }
        })
    }
    for i in scenario.parties.indices {
      let preferences = scenario.parties[i].preferences
      other.parties[i].preferences = Preferences(
        issues: zip(issues, options).map { k, order in
          guard let preference = preferences.issues[k], case .listed(let ids) = preference.valuation else {
            return preferences.issues[k]
          }
          return IssuePreference(weight: preference.weight, valuation: .listed(order.map { ids[$0] }))
        },
        interactions: preferences.interactions.map {
          Interaction(condition: moved($0.condition), bonus: $0.bonus)
        }, redLines: preferences.redLines.map(moved))
    }
    return Listing(scenario: other, issues: issues, options: options)
  }

  private static func shuffled(_ count: Int, _ dice: inout RandomStream) -> [Int] {
    var rest = Array(0..<count)
    return (0..<count).map { _ in rest.remove(at: Int(dice.below(UInt64(rest.count)))) }
  }

  /// Talks across one table full of ties: values in halves, whole weights, so that sums are exact
  /// in any order.
  private static func scenario(_ number: Int, seed: UInt64, _ dice: inout RandomStream) -> Scenario {
    func pick(_ count: Int) -> Int { Int(dice.below(UInt64(count))) }
    let options = (0..<2 + pick(4)).map { _ in 2 + pick(3) }
    func condition() -> Condition {
      let first = pick(options.count - 1)
      return Condition(
        [first, first + 1].map { k in
          Condition.Clause(issue: k, options: OptionSelection([pick(options[k]), pick(options[k])]))
        })
    }
    let members = (0..<2 + pick(2)).map { _ in
      AdditiveDomain.Member(
        weights: options.map { _ in Double(pick(3)) },
        values: options.map { count in (0..<count).map { _ in Double(pick(3)) / 2 } },
        reservation: 0.4 * dice.uniform(), beta: 0.3 + dice.uniform(),
        interactions: (0..<pick(3)).map { _ in (condition(), Double(pick(5) - 2) / 8) },
        redLines: (0..<pick(2)).map { _ in condition() }, offer: OfferRule.allCases[pick(3)])
    }
    var scenario = AdditiveDomain(options: options, rounds: 12, members: members).scenario()
    scenario.forums[0].rules = pick(3) == 0 ? .simultaneous : .alternating
    for i in scenario.parties.indices {
      scenario.parties[i].ties = [.nearest, .bestForOthers, .random][pick(3)]
      switch pick(5) {
      case 0: scenario.parties[i].tactic = .micro
      case 1: scenario.parties[i].tactic = .zeuthen
      case 2: scenario.parties[i].tactic = .titForTat(TitForTatTactic(.relative, window: 1))
      default: break
      }
    }
    return scenario
  }

  @Test("the order of issues and options changes no act")
  func orderIssuesOptions() throws {
    let seed: UInt64 = 71
    var dice = RandomStream(seed: seed, run: 0, stream: StreamID("relabelling"))
    var (offers, agreements) = (0, 0)
    for number in 0..<4_000 {
      let scenario = Self.scenario(number, seed: seed, &dice)
      let listing = Self.relabelled(scenario, &dice)
      let a = try play(scenario, run: UInt32(number), seed: seed)
      let b = try play(listing.scenario, run: UInt32(number), seed: seed)
      let back = b.acts.map { act in
        var moved = act
        for (k, option) in act.options.enumerated() where option >= 0 {
          moved.options[listing.issues[k]] = listing.options[k][option]
        }
        return moved
      }
      #expect(a.acts == back, "scenario \(number)")
      offers += a.acts.count { $0.kind == .offer }
      agreements += a.record.ending.isAgreement ? 1 : 0
    }
    #expect(offers > 20_000 && agreements > 500, "\(offers), \(agreements)")
  }
}
