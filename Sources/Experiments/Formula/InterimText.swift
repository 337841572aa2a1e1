import Bargaining
import Simulation

/// The best text that leaves something as it is: of the partial texts that cannot be told from the
/// one most often acceptable, by their intervals, the one that moves fewest issues.
package struct InterimText: Sendable, Equatable {
  package let standing: TextStanding
  /// Issues of the agenda that it moves away from what holds now, and that it leaves.
  package let moved: [Int]
  package let left: [Int]

  /// - Returns: `nil` where no text that moves something and leaves something is ever acceptable.
  static func best(of survey: TextSurvey, _ tally: TextTally, _ order: TextOrder) -> InterimText? {
    let scenario = survey.scenario
    let agenda = scenario.agenda
    func moves(_ text: Int) -> Int {
      let options = survey.texts.options(of: text)
      return agenda.reduce(0) { $0 + (options[$1] == scenario.issues[$1].statusQuo ? 0 : 1) }
    }
    func isPartial(_ moved: Int) -> Bool { moved > 0 && moved < agenda.count }
    var fewest: [Int: Int] = [:]
    for text in 0..<survey.texts.count where tally.acceptances(of: text) > 0 {
      let moved = moves(text)
      if isPartial(moved) { fewest[moved] = max(fewest[moved] ?? 0, tally.acceptances(of: text)) }
    }
    func interval(_ count: Int) -> WilsonInterval { WilsonInterval(count: count, total: tally.draws) }
    guard let most = fewest.values.max(),
      let moved = fewest.filter({ interval($0.value).high >= interval(most).low }).keys.min(),
      let count = fewest[moved],
      let text = order.first(
        1, by: tally.acceptances, where: { tally.acceptances(of: $0) == count && moves($0) == moved }
      ).first
    else { return nil }
    let standing = order.standings(of: [text])[0]
    return InterimText(
      standing: standing,
      moved: agenda.filter { standing.options[$0] != scenario.issues[$0].statusQuo },
      left: agenda.filter { standing.options[$0] == scenario.issues[$0].statusQuo })
  }
}
