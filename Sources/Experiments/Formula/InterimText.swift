import Bargaining
import Simulation

/// The best text of those that move so many issues away from what holds now.
package struct InterimText: Sendable, Equatable {
  package internal(set) var standing: TextStanding
  /// Issues of the agenda that it moves away from what holds now, and that it leaves.
  package let moved: [Int]
  package let left: [Int]
  /// Whether it is the one to begin with.
  package fileprivate(set) var isRecommended = false

  /// Of each number of issues moved, from 1 on, by which some text is ever acceptable: the text
  /// most often acceptable.
  ///
  /// Recommended is, of those that leave something, the one that moves fewest issues and keeps at
  /// least ``share`` of the acceptability of the best of them. A rule that asks whether intervals
  /// tell them apart would come to the best one whenever draws are many.
  static func steps(_ order: TextOrder) -> [InterimText] {
    let (scenario, pool, agenda) = (order.scenario, order.pool, order.scenario.agenda)
    let now = agenda.map { scenario.issues[$0].statusQuo ?? -1 }
    var best = Array(repeating: (count: 0, equals: [Int]()), count: agenda.count + 1)
    for place in 0..<pool.count {
      let count = order.tally.acceptances(of: place)
      guard count > 0 else { continue }
      let text = pool.text(at: place)
      var moved = 0
      for (index, k) in agenda.enumerated() where pool.space.option(of: k, in: text) != now[index] {
        moved += 1
      }
      if count > best[moved].count { best[moved] = (count, []) }
      if count == best[moved].count { best[moved].equals.append(place) }
    }
    var steps = best.dropFirst().compactMap {
      order.sorted($0.equals, by: order.tally.acceptances).first
    }.map { place in
      let standing = order.standings(of: [place])[0]
      return InterimText(
        standing: standing,
        moved: agenda.filter { standing.options[$0] != scenario.issues[$0].statusQuo },
        left: agenda.filter { standing.options[$0] == scenario.issues[$0].statusQuo })
    }
    let partial = steps.filter { !$0.left.isEmpty }.map(\.standing.accepted.count)
    if let most = partial.max(),
      let place = steps.firstIndex(where: {
        !$0.left.isEmpty && Double($0.standing.accepted.count) >= share * Double(most)
      })
    {
      steps[place].isRecommended = true
    }
    return steps
  }

  /// What an interim text has to keep.
  package static let share = 0.8
}
