import Randomness

/// What one actor believes of all parties by ``OpponentModel/bayesian``.
///
/// Complexity of an offer: one exponential per hypothesis, so the number of shapes plus the square
/// of the number of issues.
struct BayesianBelief: BitwiseCopyable {
  /// How far a party is supposed to have come down by relative time 1, and how far offers are
  /// supposed to stray.
  static let concession = 0.8
  static let deviation = 0.25

  private let hypotheses: BayesianHypotheses
  /// Probabilities of the shapes, party after party; of the ranks of each issue, party after party.
  private let shapes: Lane<Double>
  private let ranks: Lane<Double>
  /// Per party: its last offer, and whether there was one.
  private let last: Lane<UInt8>
  private let heard: Lane<Bool>
  /// Per issue: scratch for the expected value of what is offered and the expected weight.
  private let expectedValues: Lane<Double>
  private let expectedWeights: Lane<Double>

  init(_ hypotheses: BayesianHypotheses, of parties: Int, arena: Arena) {
    self.hypotheses = hypotheses
    let issues = hypotheses.issues.count
    shapes = arena.lane(parties * hypotheses.shapeCount, of: 0)
    ranks = arena.lane(parties * issues * issues, of: 0)
    last = arena.lane(parties * issues, of: 0)
    heard = arena.lane(parties, of: false)
    expectedValues = arena.lane(parties > 0 ? issues : 0, of: 0)
    expectedWeights = arena.lane(parties > 0 ? issues : 0, of: 0)
    reset()
  }

  /// All hypotheses are as likely again.
  func reset() {
    heard.fill(false)
    let issues = hypotheses.issues.count
    ranks.fill(1 / Double(max(issues, 1)))
    for party in 0..<heard.count {
      let row = shapes.slice(party * hypotheses.shapeCount, hypotheses.shapeCount)
      for i in 0..<issues {
        let own = hypotheses.firstShapes[i]..<hypotheses.firstShapes[i + 1]
        for shape in own { row[shape] = 1 / Double(own.count) }
      }
    }
  }

  func learn(_ options: Lane<UInt8>, from party: Int, time: Double) {
    guard isNew(options, from: party) else { return }
    let issues = hypotheses.issues.count
    let shapes = shapes.slice(party * hypotheses.shapeCount, hypotheses.shapeCount)
    let total = expectWeights(party)
    var sum = 0.0
    for i in 0..<issues {
      expectedValues[i] = expectedValue(Int(options[hypotheses.issues[i]]), issue: i, shapes)
      sum += expectedWeights[i] * expectedValues[i]
    }
    let expected = 1 - Self.concession * time
    for i in 0..<issues {
      let (weight, value) = (expectedWeights[i], expectedValues[i])
      let rest = sum - weight * value
      let option = Int(options[hypotheses.issues[i]])
      let own = hypotheses.firstShapes[i]..<hypotheses.firstShapes[i + 1]
      for shape in own {
        let utility = (rest + weight * hypotheses.values[hypotheses.rows[shape] + option]) / total
        shapes[shape] *= likelihood(utility - expected)
      }
      normalise(shapes.slice(own.lowerBound, own.count))
      guard issues > 1 else { continue }
      let ranks = ranks.slice((party * issues + i) * issues, issues)
      let others = rest / (total - weight)
      for rank in 0..<issues {
        let tried = hypotheses.rankWeights[rank]
        ranks[rank] *= likelihood(tried * value + (1 - tried) * others - expected)
      }
      normalise(ranks)
    }
  }

  /// Writes, per slot, expected weight times expected value.
  func estimate(_ party: Int, into worths: Lane<Double>) {
    worths.fill(0)
    let shapes = shapes.slice(party * hypotheses.shapeCount, hypotheses.shapeCount)
    let total = expectWeights(party)
    for i in 0..<hypotheses.issues.count {
      let weight = expectedWeights[i] / total
      for option in 0..<hypotheses.optionCounts[i] {
        worths[hypotheses.slots[i] + option] = weight * expectedValue(option, issue: i, shapes)
      }
    }
  }

  /// Adds, per slot, the estimate in 2^-20; nothing of a party that has offered nothing.
  func score(_ party: Int, into scores: Lane<Int32>) {
    guard heard[party] else { return }
    let shapes = shapes.slice(party * hypotheses.shapeCount, hypotheses.shapeCount)
    let total = expectWeights(party)
    for i in 0..<hypotheses.issues.count {
      let unit = FrequencyEstimate.scale * expectedWeights[i] / total
      for option in 0..<hypotheses.optionCounts[i] {
        scores[hypotheses.slots[i] + option] += Int32(unit * expectedValue(option, issue: i, shapes) + 0.5)
      }
    }
  }

  private func isNew(_ options: Lane<UInt8>, from party: Int) -> Bool {
    let issues = hypotheses.issues.count
    let last = last.slice(party * issues, issues)
    var isNew = !heard[party]
    heard[party] = true
    for i in 0..<issues {
      let option = options[hypotheses.issues[i]]
      if last[i] != option { isNew = true }
      last[i] = option
    }
    return isNew
  }

  /// Expects every issue's weight by the ranks; returns their sum.
  private func expectWeights(_ party: Int) -> Double {
    let issues = hypotheses.issues.count
    var total = 0.0
    for i in 0..<issues {
      let ranks = ranks.slice((party * issues + i) * issues, issues)
      var weight = 0.0
      for rank in 0..<issues { weight += ranks[rank] * hypotheses.rankWeights[rank] }
      expectedWeights[i] = weight
      total += weight
    }
    return total
  }

  @inline(__always)
  private func expectedValue(_ option: Int, issue i: Int, _ shapes: Lane<Double>) -> Double {
    var value = 0.0
    for shape in hypotheses.firstShapes[i]..<hypotheses.firstShapes[i + 1] {
      value += shapes[shape] * hypotheses.values[hypotheses.rows[shape] + option]
    }
    return value
  }

  @inline(__always)
  private func likelihood(_ distance: Double) -> Double {
    Elementary.exp(-distance * distance / (2 * Self.deviation * Self.deviation))
  }

  private func normalise(_ probabilities: Lane<Double>) {
    var sum = 0.0
    for index in 0..<probabilities.count { sum += probabilities[index] }
    for index in 0..<probabilities.count { probabilities[index] /= sum }
  }
}
