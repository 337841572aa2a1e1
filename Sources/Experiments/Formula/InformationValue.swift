import Bargaining
import Simulation
import Synchronization

/// What it is worth to know an uncertain number before a text is chosen.
package struct InformationValue: Sendable, Equatable {
  package let parameter: ParameterID
  /// By how much more often the chosen text would be acceptable; an estimate, which may come out a
  /// little below 0.
  package let value: Double
  /// Its 95% interval: over the draws, for the texts as they were chosen.
  package let low: Double
  package let high: Double
}

/// The expected value of partial perfect information of each number by itself,
///
///     E[max_x P(x acceptable | number)] - max_x P(x acceptable),
///
/// x over some candidate texts.
///
/// Draws are sorted by the number and cut into intervals of it, within each of which it is taken as
/// known (Strong & Oakley 2013, doi:10.1177/0272989X12465123; what regression does instead: Strong,
/// Oakley & Brennan 2014, doi:10.1177/0272989X13505910). The best of several texts, on the very
/// draws on which they were compared, owes part of its share to luck. So texts are chosen on one
/// half of the draws, the even or the odd ones, and judged on the other, both ways: no luck of the
/// choice is in the value. Chosen on half of the draws, and for whole intervals, texts are not
/// quite the best, so that the value is rather too low than too high.
struct InformationValues {
  let acceptances: TextAcceptances
  private let draws: RunDraws
  /// Per draw: the places of the texts that are acceptable, from `starts[draw]` on.
  private let places: [UInt16]
  private let starts: [Int]

  /// Intervals that a number is cut into, at most.
  static let mostIntervals = 10
  /// Draws in an interval, at least.
  private static let fewestDraws = 50

  init(_ acceptances: TextAcceptances, of scenario: Scenario, seed: UInt64) {
    self.acceptances = acceptances
    draws = RunDraws(scenario, seed: seed)
    var places: [UInt16] = []
    var starts = [0]
    for draw in 0..<acceptances.draws {
      acceptances.forEachPlace(in: draw) { places.append(UInt16(truncatingIfNeeded: $0)) }
      starts.append(places.count)
    }
    self.places = places
    self.starts = starts
  }

  /// Of each of some numbers, the greatest first; of equals the first by path.
  ///
  /// - Returns: `nil` when it was stopped.
  func values(
    of parameters: [ParameterID], in scenario: Scenario, threads: Int,
    shouldStop: @escaping @Sendable () -> Bool
  ) -> [InformationValue]? {
    let next = Atomic<Int>(0)
    let found = Mutex<[InformationValue]>([])
    Crew.work(upTo: threads) { _ in
      while !shouldStop() {
        let place = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard place < parameters.count else { return }
        let value = value(of: parameters[place])
        found.withLock { $0.append(value) }
      }
    }
    let values = found.withLock { $0 }
    guard values.count == parameters.count else { return nil }
    return values.sorted { a, b in
      if a.value != b.value { return a.value > b.value }
      return scenario[a.parameter].path.utf8.lexicographicallyPrecedes(scenario[b.parameter].path.utf8)
    }
  }

  private func value(of parameter: ParameterID) -> InformationValue {
    let intervals = intervals(of: parameter)
    let (count, texts) = ((intervals.max() ?? 0) + 1, acceptances.texts.count)
    guard texts > 0, count > 1 else {
      return InformationValue(parameter: parameter, value: 0, low: 0, high: 0)
    }
    // counts[(half * count + interval) * texts + place]
    var counts = [Int32](repeating: 0, count: 2 * count * texts)
    for draw in 0..<acceptances.draws {
      let row = ((draw & 1) * count + intervals[draw]) * texts
      for place in places[starts[draw]..<starts[draw + 1]] { counts[row + Int(place)] += 1 }
    }
    /// By what is known of the other half: the text for each interval, and without knowing any.
    let chosen = (0..<2).map { half in choice(from: counts, half: 1 - half, count, texts) }
    var (gains, losses) = (0, 0)
    for draw in 0..<acceptances.draws {
      let (informed, blind) = (chosen[draw & 1].informed[intervals[draw]], chosen[draw & 1].blind)
      guard informed != blind else { continue }
      let (with, without) = (acceptances.accepts(informed, in: draw), acceptances.accepts(blind, in: draw))
      if with, !without { gains += 1 }
      if without, !with { losses += 1 }
    }
    let total = Double(acceptances.draws)
    let mean = Double(gains - losses) / total
    let variance = max(0, Double(gains + losses) / total - mean * mean)
    let reach = WilsonInterval.normalQuantile(level: 0.95) * (variance / total).squareRoot()
    return InformationValue(parameter: parameter, value: mean, low: mean - reach, high: mean + reach)
  }

  /// The text that was most often acceptable in a half, and in each interval of it; of equals in an
  /// interval the former, else the first.
  private func choice(
    from counts: [Int32], half: Int, _ intervals: Int, _ texts: Int
  ) -> (informed: [Int], blind: Int) {
    func row(_ interval: Int) -> Int { (half * intervals + interval) * texts }
    var blind = (place: 0, count: Int32(-1))
    for place in 0..<texts {
      let sum = (0..<intervals).reduce(Int32(0)) { $0 + counts[row($1) + place] }
      if sum > blind.count { blind = (place, sum) }
    }
    let informed = (0..<intervals).map { interval in
      var best = (place: blind.place, count: counts[row(interval) + blind.place])
      for place in 0..<texts where counts[row(interval) + place] > best.count {
        best = (place, counts[row(interval) + place])
      }
      return best.place
    }
    return (informed, blind.place)
  }

  /// Per draw: the interval that its number lies in. Equal numbers lie in one; a number of few
  /// values has one for each.
  private func intervals(of parameter: ParameterID) -> [Int] {
    let values = (0..<acceptances.draws).map {
      draws.value(of: parameter, in: UInt32(truncatingIfNeeded: $0))
    }
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    let most = max(2, min(Self.mostIntervals, acceptances.draws / Self.fewestDraws))
    var distinct = 1
    for place in order.indices.dropFirst() where values[order[place]] != values[order[place - 1]] {
      distinct += 1
    }
    var intervals = [Int](repeating: 0, count: values.count)
    var (interval, last) = (0, 0)
    for place in order.indices {
      if place > 0, values[order[place]] != values[order[place - 1]] {
        let end = place * most / order.count
        if distinct <= most || end > last { interval += 1 }
        last = end
      }
      intervals[order[place]] = interval
    }
    return intervals
  }
}
