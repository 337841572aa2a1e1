import Bargaining
import Experiments
import Simulation
import Testing

/// What would change a text's lot: amendments, carrots; and what chosen texts come to on fresh
/// draws.
@Suite("Formula: changes")
struct FormulaChangeTests {
  private let texts = FormulaTests()

  /// Per text, per draw: whether every party takes it, and whether all do.
  private func verdicts(
    _ scenario: Scenario, draws: Range<Int>, seed: UInt64 = 3
  ) throws -> (taken: [[[Bool]]], accepted: [[Bool]]) {
    let judge = try TextJudge(scenario)
    var taken = (0..<judge.texts.count).map { _ in scenario.parties.map { _ in [Bool]() } }
    var accepted = (0..<judge.texts.count).map { _ in [Bool]() }
    for draw in draws {
      judge.draw(UInt32(draw), seed: seed)
      for text in 0..<judge.texts.count {
        let refusers = judge.refusers(of: text)
        for party in scenario.parties.indices {
          taken[text][party].append(refusers >> UInt32(party) & 1 == 0)
        }
        accepted[text].append(judge.accepts(text))
      }
    }
    return (taken, accepted)
  }

  @Test("the nearest amendment is the one that a scan of all texts finds, its shares those of fresh draws")
  func amendments() throws {
    let seed: UInt64 = 37
    var (seen, doubles) = (0, 0)
    for number in 0..<40 {
      let scenario = try texts.random(number, seed: seed)
      let result = try texts.result(scenario, draws: 80)
      let old = try verdicts(scenario, draws: 0..<80)
      let fresh = try verdicts(scenario, draws: 80..<160)
      let space = try #require(TextSpace(scenario))
      func options(_ text: Int) -> [Int] { space.options(of: text) }
      func distance(_ a: Int, _ b: Int) -> Int { zip(options(a), options(b)).count { $0 != $1 } }
      for text in result.texts.prefix(10) {
        for party in 0...1 {
          let refused = (0..<80).filter { !old.taken[text.text][party][$0] }
          func wins(_ other: Int) -> Int { refused.count { old.taken[other][party][$0] } }
          func count(_ other: Int) -> Int { old.accepted[other].count { $0 } }
          let near = (0..<24).filter { (1...2).contains(distance($0, text.text)) }
          let winners = near.filter { 2 * wins($0) >= refused.count }
          let found = result.amendments.first { $0.text.text == text.text && $0.party == party }
          guard !refused.isEmpty, near.contains(where: { wins($0) > 0 }) else {
            #expect(found == nil)
            continue
          }
          let amendment = try #require(found, "seed \(seed), scenario \(number)")
          seen += 1
          let changed = distance(amendment.amended, text.text)
          #expect(amendment.changed.count == changed && amendment.options == options(amendment.amended))
          if let fewest = winners.map({ distance($0, text.text) }).min() {
            if fewest == 2 { doubles += 1 }
            #expect(changed == fewest && winners.contains(amendment.amended))
            let best = winners.filter { distance($0, text.text) == fewest }.map(count).max()
            #expect(count(amendment.amended) == best, "seed \(seed), scenario \(number)")
          } else {
            #expect(wins(amendment.amended) == near.map(wins).max(), "seed \(seed), scenario \(number)")
          }
          let (before, after) = (fresh.accepted[text.text], fresh.accepted[amendment.amended])
          #expect(amendment.accepted.count == after.count { $0 } && amendment.accepted.total == 80)
          #expect(amendment.both.secondOnly == zip(before, after).count { !$0 && $1 })
          #expect(amendment.both.firstOnly == zip(before, after).count { $0 && !$1 })
          let (old, new) = (fresh.taken[text.text][party], fresh.taken[amendment.amended][party])
          #expect(amendment.won.total == old.count { !$0 })
          #expect(amendment.won.count == zip(old, new).count { !$0 && $1 })
          #expect(abs(amendment.taken[party] - Double(new.count { $0 } - old.count { $0 }) / 80) < 1e-12)
          let costs = zip(
            text.surpluses,
            try #require(
              result.texts.first { $0.text == amendment.amended }
            ).surpluses)
          #expect(amendment.costs.count == text.surpluses.count && !amendment.costs.isEmpty)
          for (cost, (before, after)) in zip(amendment.costs, costs) {
            #expect(abs(cost - (before - after)) < 1e-8)
          }
        }
      }
    }
    #expect(seen > 300 && doubles > 5, "\(seen) \(doubles)")
  }

  @Test("a carrot makes as many texts acceptable as a reservation that is lower by as much")
  func carrots() throws {
    let seed: UInt64 = 41
    var gains = 0
    for number in 0..<40 {
      let scenario = try texts.random(number, seed: seed)
      let result = try texts.result(scenario, draws: 120)
      #expect(Set(result.carrots.map(\.carrot)).isSubset(of: [0.05, 0.1, 0.2]))
      for party in 0...1 {
        for carrot in [0.05, 0.1, 0.2] {
          var softer = scenario
          softer.parameters[softer.parties[party].reservation.index].distribution =
            .uniform(low: 0.2 - carrot, high: 0.7 - carrot)
          let other = try texts.result(softer, draws: 120)
          let found = result.carrots.first { $0.party == party && $0.carrot == carrot }
          #expect(
            (found?.accepted.count ?? 0) == other.texts[0].accepted.count,
            "seed \(seed), scenario \(number), party \(party), \(carrot)")
          guard let found else { continue }
          #expect(
            abs(found.gain - Double(found.accepted.count - result.texts[0].accepted.count) / 120) < 1e-12)
          #expect(other.texts.contains { $0.text == found.text && $0.accepted.count == found.accepted.count })
          if found.gain > 0 { gains += 1 }
          // The same again on the fresh draws.
          let fresh = try verdicts(softer, draws: 120..<240)
          #expect(found.fresh.count == fresh.accepted[found.text].count { $0 })
        }
      }
    }
    #expect(gains > 60)
  }

  @Test("fresh shares are those of draws that come after the plan's, of texts, steps and folders")
  func freshDraws() throws {
    let seed: UInt64 = 43
    var differs = 0
    for number in 0..<20 {
      let scenario = try texts.random(number, seed: seed)
      let result = try texts.result(scenario, draws: 90)
      let fresh = try verdicts(scenario, draws: 90..<180)
      for text in result.texts {
        #expect(text.fresh.total == 90 && text.fresh.count == fresh.accepted[text.text].count { $0 })
        if text.fresh.count != text.accepted.count { differs += 1 }
      }
      for step in result.steps {
        #expect(step.standing.fresh.count == fresh.accepted[step.standing.text].count { $0 })
      }
      for place in result.folder.indices {
        let folder = result.folder[...place].map(\.text)
        let covered = (0..<90).count { draw in folder.contains { fresh.accepted[$0][draw] } }
        #expect(result.folder[place].fresh.count == covered)
      }
    }
    #expect(differs > 100)
  }

  @Test("the first of many texts flatters itself, and fresh draws do not flatter it")
  func winnersCurse() throws {
    // Eight options, each worth to b anything between 0 and 1, of which it asks for a half.
    let names = (0..<8).map { "o\($0)" }
    func values(_ value: String) -> String {
      names.map { #""\#($0)": \#(value)"# }.joined(separator: ", ")
    }
    func party(_ value: String, _ reservation: Double) -> String {
      #"{"preferences": {"x": {"weight": 1, "values": {\#(values(value))}}}, "tactic": "hardliner", "reservation": \#(reservation)}"#
    }
    let scenario = try texts.scenario(
      """
      {"rounds": 1, "issues": {"x": {"options": \(names)}},
       "parties": {"a": \(party("1", 0.5)), "b": \(party(#"{"uniform": [0, 1]}"#, 0.5))}}
      """)
    var (shares, fresh) = (0.0, 0.0)
    for seed in 1...150 {
      let first = try #require(try texts.result(scenario, draws: 60, seed: UInt64(seed)).texts.first)
      shares += (first.accepted.share ?? 0) / 150
      fresh += (first.fresh.share ?? 0) / 150
    }
    // The greatest of eight shares of 60 draws is 1.42 of their standard errors, 0.0645, above a
    // half on the mean (Tippett's expected maximum of eight normal values); the mean of 150 shares
    // has an error of 0.0053.
    #expect(abs(shares - (0.5 + 1.4236 * 0.0645)) < 0.016 && abs(fresh - 0.5) < 0.016, "\(shares) \(fresh)")
  }

  @Test(
    "a hundred thousand fresh draws confirm the first text of the Paris talks, by the tables and with homes")
  func paris() throws {
    let scenario = try ShippedScenario.read("paris-2025")
    let result = try #require(
      try FormulaStudy(
        scenario, plan: TextSurveyPlan(draws: 10_000, seed: 1, threads: 2), top: 1, folder: 1, carrots: []
      ).run())
    let first = try #require(result.texts.first)
    let judge = try TextJudge(scenario)
    let tally = TextTally(texts: 1)
    for draw in 0..<100_000 {
      judge.draw(UInt32(draw), seed: 2)
      judge.add([first.text], to: tally)
    }
    let share = Double(tally.acceptances(of: 0)) / 1e5
    let atTable = Double(tally.acceptancesAtTable(of: 0)) / 1e5
    // Four standard errors of a share of 10,000 draws; and what chose the text may flatter it a
    // little.
    #expect(abs((first.fresh.share ?? 0) - share) < 0.019, "\(share)")
    #expect(abs((first.accepted.share ?? 0) - share) < 0.021, "\(share)")
    #expect(abs((first.atTable.share ?? 0) - atTable) < 0.021, "\(atTable)")
  }
}
