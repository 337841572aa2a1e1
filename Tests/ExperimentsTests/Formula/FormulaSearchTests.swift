import Bargaining
import Experiments
import Simulation
import Testing

/// The search among texts that are too many to be looked at one by one, on scenarios where they are
/// not.
@Suite("Formula: search")
struct FormulaSearchTests {
  private let texts = FormulaTests()

  private func plan(_ draws: Int, steps: Int = TextSurveyPlan.steps, threads: Int = 2) -> TextSurveyPlan {
    var plan = TextSurveyPlan(draws: draws, seed: 3, threads: threads)
    (plan.exactPairs, plan.steps) = (0, steps)
    return plan
  }

  /// The greatest count of draws in which a text is acceptable, every text looked at.
  private func best(_ scenario: Scenario, draws: Int) throws -> Int {
    let (tally, _) = try #require(
      try TextSurvey(scenario, plan: TextSurveyPlan(draws: draws, seed: 3)).tally())
    return (0..<tally.texts).map(tally.acceptances).max() ?? 0
  }

  /// What a scan of all texts finds, which a search that has work enough must find as well.
  private func scan(_ scenario: Scenario, _ name: String) throws -> Int {
    let found = try #require(try TextSearch(scenario, plan: plan(60)).run())
    let most = try best(scenario, draws: 60)
    #expect(found.best == most && found.bound == most, "\(name)")
    return most
  }

  /// With red lines, interactions, and settlements that hold in some draws.
  private func scenario(_ number: Int, seed: UInt64) throws -> Scenario {
    try texts.random(number, seed: seed, isRich: true)
  }

  @Test("a search that has work enough finds on two hundred random scenarios what a scan of all texts finds")
  func isExact() throws {
    let seed: UInt64 = 53
    var open = 0
    for number in 0..<200 {
      if try scan(try scenario(number, seed: seed), "seed \(seed), scenario \(number)") > 0 { open += 1 }
    }
    #expect(open > 120, "\(open)")
  }

  @Test("a search among the texts of one open issue, or of none, finds what a scan of them finds")
  func fewIssues() throws {
    let seed: UInt64 = 61
    var open = 0
    for number in 0..<40 {
      var scenario = try scenario(number, seed: seed)
      for k in scenario.issues.indices where k != number % 4 { scenario.issues[k].isOnAgenda = false }
      if try scan(scenario, "seed \(seed), scenario \(number)") > 0 { open += 1 }
    }
    #expect(open > 20, "\(open)")
  }

  @Test("a search that ends early brackets the best text between what it found and its bound")
  func gap() throws {
    let seed: UInt64 = 59
    var gaps = 0
    for number in 0..<200 {
      let scenario = try scenario(number, seed: seed)
      let most = try best(scenario, draws: 60)
      for steps in [1, 3_000, 10_000] {
        let found = try #require(try TextSearch(scenario, plan: plan(60, steps: steps)).run())
        #expect(
          found.best <= most && most <= found.bound, "seed \(seed), scenario \(number), \(steps) steps")
        if found.best < found.bound { gaps += 1 }
      }
    }
    #expect(gaps > 20, "\(gaps)")
  }

  @Test("a search finds the same on any number of threads")
  func threads() throws {
    let seed: UInt64 = 61
    for number in 0..<20 {
      let scenario = try scenario(number, seed: seed)
      let one = try TextSearch(scenario, plan: plan(60, steps: 20_000, threads: 1)).run()
      for threads in [2, 3, 8] {
        #expect(
          try TextSearch(scenario, plan: plan(60, steps: 20_000, threads: threads)).run() == one,
          "seed \(seed), scenario \(number)")
      }
    }
  }

  @Test("what is told of the texts found is what is told of them where all are looked at")
  func sameFigures() throws {
    let seed: UInt64 = 67
    var seen = 0
    for number in 0..<30 {
      let scenario = try scenario(number, seed: seed)
      let all = try texts.result(scenario, draws: 60)
      let result = try #require(try FormulaStudy(scenario, plan: plan(60)).run())
      let search = try #require(result.search)
      #expect(all.search == nil && search.isExact && result.textCount == 24)
      #expect(result.texts.count == search.found)
      #expect(search.bound == result.texts[0].accepted.share)
      #expect(result.texts[0].accepted == all.texts[0].accepted, "seed \(seed), scenario \(number)")
      for text in result.texts {
        let other = try #require(all.texts.first { $0.text == text.text })
        #expect(text.accepted == other.accepted && text.surpluses == other.surpluses)
        #expect(text.durability == other.durability && text.fresh == other.fresh)
        seen += 1
      }
    }
    #expect(seen > 100)
  }
}
