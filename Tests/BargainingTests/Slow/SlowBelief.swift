import Bargaining
import Foundation

/// The Bayesian model of a party's preferences a second time, straight from its formulas, with
/// dictionaries' worth of arrays.
struct SlowBelief {
  let issues: [Bargaining.Issue]
  /// The issues that are bargained over.
  let agenda: [Int]
  /// Per issue of the agenda: each shape as values of the options, and its probability.
  var shapes: [[(values: [Double], probability: Double)]]
  /// Per issue of the agenda: the probability of each rank from 1.
  var ranks: [[Double]]
  var last: [Int]?

  init(issues: [Bargaining.Issue]) {
    self.issues = issues
    agenda = issues.indices.filter { issues[$0].isOnAgenda }
    let count = agenda.count
    ranks = agenda.map { _ in Array(repeating: 1 / Double(count), count: count) }
    shapes = agenda.map { k in
      let options = issues[k].options
      guard issues[k].isNumeric else { return Self.categories(options.count) }
      let numbers = options.map { $0.value ?? 0 }
      let (low, high) = (numbers.min() ?? 0, numbers.max() ?? 1)
      let places = numbers.map { ($0 - low) / (high - low) }
      var values = [places, places.map { 1 - $0 }]
      let triangles = min(options.count - 2, 9)
      for j in 1..<max(triangles + 1, 1) {
        let peak = Double(j) / Double(triangles + 1)
        values.append(places.map { $0 <= peak ? $0 / peak : (1 - $0) / (1 - peak) })
      }
      let equal = 1 / Double(values.count)
      return values.map { ($0, equal) }
    }
  }

  /// One is best or one is worst; the others have the mean of the ranks that are left, where ranks
  /// go from 0 to 1 in equal steps. Of two, both say the same.
  static func categories(_ count: Int) -> [(values: [Double], probability: Double)] {
    let ranks = (0..<count).map { Double($0) / Double(count - 1) }
    let best = (1.0, ranks.dropLast().reduce(0, +) / Double(count - 1))
    let worst = (0.0, ranks.dropFirst().reduce(0, +) / Double(count - 1))
    let kinds = count == 2 ? [best] : [best, worst]
    return kinds.flatMap { own, others in
      (0..<count).map { singled in
        ((0..<count).map { $0 == singled ? own : others }, 1 / Double(kinds.count * count))
      }
    }
  }

  func weight(ofRank r: Int) -> Double { 2 * Double(r) / Double(agenda.count * (agenda.count + 1)) }

  var expectedWeights: [Double] {
    ranks.map { row in row.enumerated().reduce(0) { $0 + $1.element * weight(ofRank: $1.offset + 1) } }
  }

  func expectedValue(_ i: Int, _ option: Int) -> Double {
    shapes[i].reduce(0) { $0 + $1.probability * $1.values[option] }
  }

  mutating func observe(_ offer: [Int], time: Double) {
    defer { last = offer }
    if let last, agenda.allSatisfy({ last[$0] == offer[$0] }) { return }
    let before = self
    let weights = before.expectedWeights
    let total = weights.reduce(0, +)
    let values = agenda.indices.map { before.expectedValue($0, offer[agenda[$0]]) }
    func likelihood(_ utility: Double) -> Double {
      let distance = utility - (1 - 0.8 * time)
      return Foundation.exp(-distance * distance / (2 * 0.25 * 0.25))
    }
    for i in agenda.indices {
      let others = agenda.indices.filter { $0 != i }
      let rest = others.reduce(0) { $0 + weights[$1] * values[$1] }
      for h in shapes[i].indices {
        let utility = (weights[i] * shapes[i][h].values[offer[agenda[i]]] + rest) / total
        shapes[i][h].probability *= likelihood(utility)
      }
      let sum = shapes[i].reduce(0) { $0 + $1.probability }
      for h in shapes[i].indices { shapes[i][h].probability /= sum }
      guard !others.isEmpty else { continue }
      let share = others.reduce(0) { $0 + weights[$1] }
      for r in ranks[i].indices {
        let w = weight(ofRank: r + 1)
        ranks[i][r] *= likelihood(w * values[i] + (1 - w) * rest / share)
      }
      let all = ranks[i].reduce(0, +)
      for r in ranks[i].indices { ranks[i][r] /= all }
    }
  }

  /// Per issue, per option: expected weight, normalised, times expected value; 0 off the agenda.
  var worths: [[Double]] {
    let weights = expectedWeights
    let total = weights.reduce(0, +)
    var worths = issues.map { $0.options.map { _ in 0.0 } }
    for (i, k) in agenda.enumerated() {
      for option in worths[k].indices { worths[k][option] = weights[i] / total * expectedValue(i, option) }
    }
    return worths
  }
}

extension SlowParty {
  /// The Bayesian model of everybody else, in 2^-20.
  func believedValues(_ world: SlowPreferences) -> [[Int]] {
    var values = world.scenario.issues.map { $0.options.map { _ in 0 } }
    for other in Set(seen.map(\.from)).sorted() {
      var belief = SlowBelief(issues: world.scenario.issues)
      for offer in seen where offer.from == other { belief.observe(offer.offer, time: offer.time) }
      for (k, row) in belief.worths.enumerated() {
        for (option, worth) in row.enumerated() { values[k][option] += Int((worth * 0x1p20).rounded()) }
      }
    }
    return values
  }
}
