import Randomness

@testable import Bargaining

/// What texts meet with, a third time: every outcome is put to the parts of the talks themselves,
/// begun for each run in the account that it is played in and left before its first round.
struct BegunTexts {
  /// Per outcome.
  var atTable: [Int]
  var accepted: [Int]

  init(_ scenario: Scenario, draws: Int, seed: UInt64, outcomes: [[Int]]) throws {
    atTable = outcomes.map { _ in 0 }
    accepted = atTable
    let accounts = try scenario.alternatives.map { account in
      var package = account
      package.order = .package
      return try Negotiation(package)
    }
    let models = ModelDraw(scenario)
    for run in 0..<UInt32(draws) {
      let talks = accounts[models.model(of: run, seed: seed) ?? 0]
      talks.begin(run: run, seed: seed, lookingForZone: true)
      talks.updateStanding()
      for (place, outcome) in outcomes.enumerated() where Self.isTaken(outcome, in: talks) {
        atTable[place] += 1
        let home = talks.seats.home
        let passes = home.ratifying.allSatisfy {
          home.vote(of: $0.party, under: $0.ratification, on: talks.agenda.deal).hasPassed
        }
        if passes { accepted[place] += 1 }
      }
    }
  }

  /// Whether what is locked allows an outcome and no party with a veto would rather have no
  /// agreement; the outcome is then on the table.
  private static func isTaken(_ outcome: [Int], in talks: Negotiation) -> Bool {
    let (agenda, view) = (talks.agenda, talks.view)
    for (k, option) in outcome.enumerated() {
      if agenda.locks[k] >= 0, agenda.locks[k] != option { return false }
      agenda.deal[k] = UInt8(option)
    }
    return talks.scenario.parties.indices.allSatisfy { party in
      guard talks.scenario.parties[party].hasVeto else { return true }
      let table = view.table(of: party)
      return !table.crossesRedLine(agenda.deal)
        && table.utility(agenda.deal) >= view.threshold(of: party) - UtilityGrid.tolerance
    }
  }
}
