import Bargaining
import Simulation

/// One party's refusals of one text.
package struct TextRefusal: Sendable, Equatable {
  package let text: TextStanding
  /// An index into `Scenario.parties`.
  package let party: Int
  /// Draws in which the party refuses it, at the table or by its home.
  package let refused: WilsonInterval
  /// The issue that, moved alone to some other option, wins the party in most of these draws, of
  /// equals the first by name; and in which share of these draws. `nil` where none ever does.
  package let issue: Int?
  package let won: WilsonInterval

  /// Of each text, of each party with a veto in the order of the scenario.
  static func all(
    _ refusals: TextRefusals, of texts: [TextStanding], in scenario: Scenario
  ) -> [TextRefusal] {
    let byName = NameOrder.places(of: scenario.issues.map(\.name))
    let voters = scenario.voters
    return zip(texts, refusals.refusals).flatMap { text, parties in
      voters.map { party in
        let refusal = parties[party]
        var most = (issue: -1, count: 0)
        for issue in byName where refusal.winning[issue] > most.count {
          most = (issue, refusal.winning[issue])
        }
        return TextRefusal(
          text: text, party: party, refused: WilsonInterval(count: refusal.count, total: refusals.draws),
          issue: most.issue < 0 ? nil : most.issue,
          won: WilsonInterval(count: most.count, total: refusal.count))
      }
    }
  }
}
