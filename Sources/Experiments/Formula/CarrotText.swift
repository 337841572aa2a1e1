import Bargaining
import Simulation

/// The text most often acceptable if one party got so much more from any agreement.
package struct CarrotText: Sendable, Equatable {
  /// An index into `Scenario.parties`.
  package let party: Int
  /// In units of utility.
  package let carrot: Double
  package let text: Int
  package let options: [Int]
  /// Draws in which it is acceptable with the carrot; and of fresh draws.
  package let accepted: WilsonInterval
  package internal(set) var fresh = WilsonInterval(count: 0, total: 0)
  /// By how much the share is above that of the best text without a carrot.
  package let gain: Double

  /// Of each party with a veto, of each carrot, where some text is then ever acceptable.
  ///
  /// - Parameter sizes: ascending.
  /// - Returns: `nil` when it was stopped.
  static func all(
    _ survey: TextSurvey, _ order: TextOrder, _ sizes: [Double], best: WilsonInterval,
    shouldStop: @escaping @Sendable () -> Bool, onProgress: @escaping @Sendable (Int) -> Void
  ) -> [CarrotText]? {
    let voters = survey.scenario.voters
    let each = survey.pool.count * sizes.count * CarrotTally.bytesPerCount * survey.plan.threads
    // In one pass if there is room for it.
    let width = max(1, min(voters.count, mostBytes / max(1, each)))
    var found: [CarrotText] = []
    for start in stride(from: 0, to: sizes.isEmpty ? 0 : voters.count, by: width) {
      let parties = Array(voters[start..<min(start + width, voters.count)])
      guard
        let tallies = survey.carrots(
          sizes, for: parties, shouldStop: shouldStop,
          onProgress: { onProgress((start * survey.plan.draws + $0 * parties.count) / voters.count) })
      else { return nil }
      for (party, tally) in zip(parties, tallies) {
        for (place, carrot) in sizes.enumerated() {
          func count(_ text: Int) -> Int { tally.acceptances(of: text, at: place) }
          guard let first = order.best(by: count) else { continue }
          let accepted = WilsonInterval(count: count(first), total: survey.plan.draws)
          found.append(
            CarrotText(
              party: party, carrot: carrot, text: survey.pool.text(at: first),
              options: survey.pool.options(at: first), accepted: accepted,
              gain: (accepted.share ?? 0) - (best.share ?? 0)))
        }
      }
    }
    return found
  }

  private static let mostBytes = 1 << 30
}

extension Scenario {
  /// Parties that have a veto in some account of the talks.
  var voters: [Int] {
    parties.indices.filter { party in alternatives.contains { $0.parties[party].hasVeto } }
  }
}
