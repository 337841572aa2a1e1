import Bargaining
import Foundation
import Randomness
import Testing

/// A mediator's draft by itself, against all texts there are.
struct TextDraftPartTests {
  /// Everybody's preferences of one run of a random scenario, and Phi by its definition.
  private struct World {
    let scenario: Scenario
    let negotiation: Negotiation
    let gamma: Double
    let thresholds: [Double]

    /// The weights beta of the voices are 1, 2, 3, …
    func phi(_ text: [Int]) -> Double {
      var sum = 0.0
      for (party, member) in scenario.parties.enumerated() {
        if crosses(member.preferences, text) { return -.infinity }
        let surplus = negotiation.utility(of: text, to: party) - thresholds[party]
        sum += Double(party + 1) * log(max(1e-3, surplus))
      }
      // The mediator wants what the first party wants, red lines included.
      return sum + gamma * negotiation.utility(of: text, to: 0)
    }

    private func crosses(_ preferences: Preferences, _ text: [Int]) -> Bool {
      preferences.redLines.contains { line in
        line.clauses.allSatisfy { $0.options.contains(text[$0.issue]) }
      }
    }

    /// All texts that differ from one in one issue or in two.
    func near(_ text: [Int]) -> [[Int]] {
      var texts: [[Int]] = []
      for k in text.indices {
        for a in scenario.issues[k].options.indices {
          var one = text
          one[k] = a
          texts.append(one)
          for l in (k + 1)..<max(text.count, k + 1) {
            for b in scenario.issues[l].options.indices {
              var two = one
              two[l] = b
              texts.append(two)
            }
          }
        }
      }
      return texts
    }
  }

  @Test(
    "a draft ends where no change of one issue or two raises phi and starts whenever there is a text nearby")
  func draftEndsWhere() throws {
    let seed: UInt64 = 20_261_129
    var (climbed, repaired, hopeless) = (0, 0, 0)
    for number in 0..<200 {
      var scenario = RandomScenario.withVoices(number, seed: seed)
      scenario.events = []
      for k in scenario.issues.indices {
        scenario.issues[k].isOnAgenda = true
        scenario.issues[k].tentative = nil
      }
      let layout = try #require(IssueLayout(issues: scenario.issues))
      let arena = Arena()
      let numbers = RunNumbers(scenario, arena: arena)
      numbers.draw(run: 0, seed: seed)
      let negotiation = try Negotiation(scenario)
      negotiation.run(0, seed: seed)
      var dice = RandomStream(seed: seed, run: UInt32(number), stream: StreamID("draft"))
      let world = World(
        scenario: scenario, negotiation: negotiation, gamma: number % 3 == 0 ? 0 : 2 * dice.uniform(),
        thresholds: scenario.parties.map { _ in dice.uniform() - 0.5 })
      let start = scenario.issues.map { Int(dice.below(UInt64($0.options.count))) }

      defer { withExtendedLifetime(arena) {} }
      let tables = scenario.parties.map { party in
        let table = UtilityTable(preferences: party.preferences, layout: layout, arena: arena)
        table.fill(from: party.preferences, numbers: numbers.current, layout: layout)
        return table
      }
      let draft = TextDraft(layout: layout, parties: tables.count, arena: arena)
      let open = draft.open(
        tables[0], weight: world.gamma, most: tables[0].mostUtility(of: tables[0].worth))
      for (party, table) in tables.enumerated() {
        open.add(
          table, worth: table.worth, errors: table.worth, width: 0, threshold: world.thresholds[party],
          weight: Double(party + 1), most: table.mostUtility(of: table.worth))
      }
      let locked = arena.lane(scenario.issues.map { _ in -1 })
      let first = arena.lane(start.map { UInt8($0) })
      let name = Comment(rawValue: "scenario \(number) of seed \(seed)")
      guard let measured = open.heard().start(near: first, locked: locked) else {
        hopeless += 1
        #expect(world.phi(start) == -.infinity, name)
        #expect(world.near(start).allSatisfy { world.phi($0) == -.infinity }, name)
        continue
      }
      let begun = draft.text.map { Int($0) }
      let before = world.phi(begun)
      #expect(before > -.infinity, name)
      if begun != start {
        repaired += 1
        #expect(world.phi(start) == -.infinity, name)
      }
      measured.climb(locked: locked)
      let end = draft.text.map { Int($0) }
      let after = world.phi(end)
      #expect(after >= before, name)
      if after > before { climbed += 1 }
      for text in world.near(end) { #expect(world.phi(text) <= after + 1e-9, name) }
    }
    #expect(climbed > 50 && repaired > 5 && hopeless > 0, "\(climbed) \(repaired) \(hopeless)")
  }
}
