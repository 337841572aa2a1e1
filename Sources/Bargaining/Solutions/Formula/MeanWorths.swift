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
  package mutating func merge(_ other: MeanWorths) { _ = add(sums: other.sums) }

  /// Every sum, one after the other.
  package var sums: [Int64] {
    var sums = [Int64(draws)] + thresholds
    for model in worths.indices {
      for actor in worths[model].indices { sums += worths[model][actor] + bonuses[model][actor] }
    }
    return sums
  }

  /// Adds ``sums`` of the same scenario.
  ///
  /// - Returns: false, with nothing added, when they are not as many as this has.
  package mutating func add(sums: [Int64]) -> Bool {
    guard sums.count == self.sums.count else { return false }
    var place = 0
    func next() -> Int64 {
      defer { place += 1 }
      return sums[place]
    }
    draws += Int(next())
    for party in thresholds.indices { thresholds[party] += next() }
    for model in worths.indices {
      for actor in worths[model].indices {
        for slot in worths[model][actor].indices { worths[model][actor][slot] += next() }
        for j in bonuses[model][actor].indices { bonuses[model][actor][j] += next() }
      }
    }
    return true
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
