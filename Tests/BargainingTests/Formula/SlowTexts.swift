import Bargaining
import Randomness

/// What texts meet with, a second time: every outcome of every draw weighed by itself, by
/// ``SlowTalks`` in the first round before any event.
struct SlowTexts {
  /// Per outcome of the scenario, in nested loops with the first issue outermost.
  var atTable: [Int]
  var accepted: [Int]
  /// Sums over the draws in which it was accepted, and of the best over all draws.
  var worst: [Double]
  var best = 0.0
  /// Per outcome and party: sums over all draws.
  var surpluses: [[Double]]

  /// - Parameter outcomes: which to weigh; all unless given.
  init(_ scenario: Scenario, draws: Int, seed: UInt64, outcomes: [[Int]]? = nil) throws {
    let outcomes = outcomes ?? Self.outcomes(of: scenario)
    atTable = outcomes.map { _ in 0 }
    accepted = atTable
    worst = outcomes.map { _ in 0 }
    surpluses = outcomes.map { _ in scenario.parties.map { _ in 0 } }
    for run in 0..<draws {
      var talks = try Self.talks(scenario, run: UInt32(run), seed: seed)
      talks.standing()
      let plans = talks.scenario.parties
      let voters = plans.indices.filter { plans[$0].hasVeto }
      var most = 0.0
      for (place, outcome) in outcomes.enumerated() {
        let surplus = plans.indices.map {
          talks.world.utility(outcome, to: plans[$0].preferences) - talks.parties[$0].wholeThreshold
        }
        for party in surplus.indices { surpluses[place][party] += surplus[party] }
        guard zip(outcome, talks.bound).allSatisfy({ $1 == nil || $1 == $0 }),
          voters.allSatisfy({ talks.isAcceptable(outcome, to: $0) })
        else { continue }
        atTable[place] += 1
        guard talks.passesAtHome(outcome) else { continue }
        accepted[place] += 1
        let least = voters.map { surplus[$0] }.min() ?? 0
        worst[place] += least
        most = max(most, least)
      }
      best += most
    }
  }

  /// All outcomes that the agenda allows.
  static func outcomes(of scenario: Scenario) -> [[Int]] {
    scenario.issues.reduce([[]]) { prefixes, issue in
      let options = issue.isOnAgenda ? Array(issue.options.indices) : [issue.statusQuo ?? 0]
      return prefixes.flatMap { prefix in options.map { prefix + [$0] } }
    }
  }

  /// The talks of a run, in the account that is drawn for it.
  private static func talks(_ scenario: Scenario, run: UInt32, seed: UInt64) throws -> SlowTalks {
    var account = scenario
    if !scenario.models.isEmpty {
      var level = RandomStream.uniform(seed: seed, run: run, stream: StreamID("models.draw"), at: 0)
      let total = scenario.models.reduce(0) { $0 + $1.weight }
      for model in scenario.models.sorted(by: { $0.name < $1.name }) {
        account = model.scenario
        level -= model.weight / total
        if level < 0 { break }
      }
    }
    // A text settles everything at once.
    account.order = .package
    let negotiation = try Negotiation(account)
    negotiation.run(run, seed: seed)
    return SlowTalks(account, seed: seed, record: negotiation.record, acts: [])
  }
}
