/// What texts are worth to each actor, on the mean over draws.
///
/// Means of sums are sums of means, so that options and bonuses are enough, for each model by
/// itself.
package struct MeanWorths: Sendable, Equatable {
  /// Per model, per actor: sums of what each option and each bonus is worth, in ``FixedPoint``
  /// units.
  private var worths: [[[Int64]]] = []
  private var bonuses: [[[Int64]]] = []
  /// Per party: sums of the utility at which its surplus is zero.
  private var thresholds: [Int64]
  private let parties: Int
  private let offsets: [Int]
  /// Per model, per actor: its interactions.
  private let conditions: [[[Condition]]]
  private var draws = 0

  /// Of no draws.
  init(_ alternatives: [Scenario], layout: IssueLayout) {
    parties = alternatives[0].parties.count
    offsets = layout.offsets
    conditions = alternatives.map { scenario in
      (scenario.parties.map(\.preferences) + scenario.mediators.map(\.preferences)).map {
        $0.interactions.map(\.condition)
      }
    }
    worths = conditions.map { $0.map { _ in Array(repeating: 0, count: layout.slotCount) } }
    bonuses = conditions.map { $0.map { Array(repeating: 0, count: $0.count) } }
    thresholds = Array(repeating: 0, count: parties)
  }

  /// Adds a draw as it stands.
  mutating func add(_ view: TalksView, model: Int) {
    draws += 1
    for actor in worths[model].indices {
      let table = actor < parties ? view.table(of: actor) : view.table(ofMediator: actor - parties)
      for slot in worths[model][actor].indices {
        worths[model][actor][slot] += FixedPoint.units(table.worth[slot])
      }
      for j in bonuses[model][actor].indices { bonuses[model][actor][j] += FixedPoint.units(table.bonus[j]) }
    }
    for party in 0..<parties { thresholds[party] += FixedPoint.units(view.threshold(of: party)) }
  }

  /// Adds what another has added up of the same scenario.
  package mutating func merge(_ other: MeanWorths) {
    draws += other.draws
    for party in thresholds.indices { thresholds[party] += other.thresholds[party] }
    for model in worths.indices {
      for actor in worths[model].indices {
        for slot in worths[model][actor].indices {
          worths[model][actor][slot] += other.worths[model][actor][slot]
        }
        for j in bonuses[model][actor].indices { bonuses[model][actor][j] += other.bonuses[model][actor][j] }
      }
    }
  }

  /// The mean utility of a text to a party, or after all parties a mediator; carrots not included.
  package func utility(of options: [Int], to actor: Int) -> Double {
    FixedPoint.mean(sum(of: options, to: actor), of: draws)
  }

  /// The mean of what a text brings a party more than no agreement does, whether or not it would
  /// take it; carrots and sticks included.
  package func surplus(of options: [Int], to party: Int) -> Double {
    FixedPoint.mean(sum(of: options, to: party) - thresholds[party], of: draws)
  }

  private func sum(of options: [Int], to actor: Int) -> Int64 {
    var sum: Int64 = 0
    for model in worths.indices {
      for k in options.indices { sum += worths[model][actor][offsets[k] + options[k]] }
      for (j, condition) in conditions[model][actor].enumerated() where condition.holds(in: options) {
        sum += bonuses[model][actor][j]
      }
    }
    return sum
  }
}
