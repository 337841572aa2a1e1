import Bargaining
import Randomness
import Simulation
import Tables

/// What a history makes of an assumption.
package struct Posterior: Sendable, Equatable {
  /// The path of a number, or `models.NAME` for the share of a model.
  package let path: String
  /// Over all runs, and over those that the history leaves, by their weights.
  package let prior: Spread
  package let posterior: Spread
  /// By how many prior standard deviations the mean has moved; 0 where there is none.
  package let shift: Double

  package struct Spread: Sendable, Equatable {
    package let mean: Double
    /// Of the distribution, not of the mean.
    package let deviation: Double
    package let p05: Double
    package let p50: Double
    package let p95: Double
    /// Weight in each of ``Posterior/bins`` equal parts of the range of the prior.
    package let density: [Double]
  }

  /// The least and the greatest value of all runs.
  package let range: ClosedRange<Double>
  package static let bins = 24

  /// Of every uncertain number and every model, the most shifted first, of equals by path.
  static func all(
    of scenario: Scenario, _ particles: [Particle], _ weights: ParticleWeights, seed: UInt64, runs: Int
  ) -> [Posterior] {
    let draws = RunDraws(scenario, seed: seed)
    let numbers = SensitivityStudy.uncertainNumbers(of: scenario).map { id in
      (scenario[id].path, { draws.value(of: id, in: $0) })
    }
    let models = scenario.models.indices.map { model in
      (
        "models.\(scenario.models[model].name)",
        { (run: UInt32) in draws.place(of: run) == model ? 1.0 : 0.0 }
      )
    }
    return (numbers + models).map { path, value in
      Posterior(path, (0..<runs).map { value(UInt32(truncatingIfNeeded: $0)) }, particles, weights)
    }.sorted { a, b in
      abs(a.shift) != abs(b.shift)
        ? abs(a.shift) > abs(b.shift) : a.path.utf8.lexicographicallyPrecedes(b.path.utf8)
    }
  }

  /// - Parameter values: of every run.
  private init(_ path: String, _ values: [Double], _ particles: [Particle], _ weights: ParticleWeights) {
    self.path = path
    range = (values.min() ?? 0)...(values.max() ?? 0)
    prior = Spread(values.map { ($0, 1) }, over: range)
    posterior = Spread(
      zip(particles, weights.values).map { (values[Int($0.root)], $1) }, over: range)
    shift = prior.deviation > 0 ? (posterior.mean - prior.mean) / prior.deviation : 0
  }
}

extension Posterior.Spread {
  /// Of weighted values, at least one of which weighs something.
  init(_ values: [(value: Double, weight: Double)], over range: ClosedRange<Double>) {
    let total = values.reduce(0) { $0 + $1.weight }
    // Welford's recurrence with weights (West 1979, doi:10.1145/359146.359153), so that numbers
    // that are all the same have a deviation of 0.
    var (weight, mean, squares) = (0.0, 0.0, 0.0)
    var density = [Double](repeating: 0, count: Posterior.bins)
    let width = range.upperBound - range.lowerBound
    for each in values where each.weight > 0 {
      weight += each.weight
      let before = each.value - mean
      mean += before * each.weight / weight
      squares += each.weight * before * (each.value - mean)
      let place = width > 0 ? (each.value - range.lowerBound) / width * Double(Posterior.bins) : 0
      density[min(Int(place), Posterior.bins - 1)] += each.weight / total
    }
    let sorted = values.filter { $0.weight > 0 }.sorted { $0.value < $1.value }
    func quantile(_ p: Double) -> Double {
      var reached = 0.0
      for each in sorted {
        reached += each.weight
        if reached >= p * total { return each.value }
      }
      return sorted.last?.value ?? 0
    }
    self.init(
      mean: mean, deviation: total > 0 ? (squares / total).squareRoot() : 0, p05: quantile(0.05),
      p50: quantile(0.5), p95: quantile(0.95), density: density)
  }
}
