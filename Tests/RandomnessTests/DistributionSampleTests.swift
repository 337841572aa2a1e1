import Randomness
import Testing

/// Samples against closed forms: moments at four standard errors, and Kolmogorov–Smirnov
/// distances, on two seeds.
@Suite struct DistributionSampleTests {
  private static let count = 40_000
  private static let seeds: [UInt64] = [1, 20_250_906]

  private func sample(_ law: Distribution, seed: UInt64) -> [Double] {
    var stream = RandomStream(seed: seed, run: 0, stream: StreamID("sample"))
    return (0..<Self.count).map { _ in law.sample(&stream) }
  }

  private func expectMoments(_ law: Distribution, seed: UInt64, mean: Double, variance: Double) {
    let values = sample(law, seed: seed)
    let n = Double(values.count)
    let deviations = values.map { ($0 - mean) * ($0 - mean) }
    let average = values.reduce(0, +) / n
    let spread = deviations.reduce(0, +) / n
    let spreadError = (deviations.reduce(0) { $0 + ($1 - spread) * ($1 - spread) } / n / n).squareRoot()
    #expect(abs(average - mean) < 4 * (variance / n).squareRoot(), "mean of \(law)")
    #expect(abs(spread - variance) < 4 * spreadError, "variance of \(law)")
  }

  /// The greatest distance between the empirical and the true distribution function, times sqrt n.
  /// Above 2.23 with probability 10^-4 (Kolmogorov's limit law, 2 exp(-2 d^2)).
  private func kolmogorov(_ values: [Double], _ cdf: (Double) -> Double) -> Double {
    let n = Double(values.count)
    var distance = 0.0
    for (index, value) in values.sorted().enumerated() {
      let p = cdf(value)
      distance = max(distance, p - Double(index) / n, Double(index + 1) / n - p)
    }
    return distance * n.squareRoot()
  }

  @Test("uniform and triangular samples have the moments of the closed forms", arguments: seeds)
  func uniformTriangularSamples(seed: UInt64) {
    expectMoments(.uniform(low: 0.2, high: 0.9), seed: seed, mean: 0.55, variance: 0.49 / 12)
    let (a, c, b) = (0.25, 0.35, 0.5)
    expectMoments(
      .triangular(low: a, mode: c, high: b), seed: seed, mean: (a + b + c) / 3,
      variance: (a * a + b * b + c * c - a * b - a * c - b * c) / 18)
  }

  @Test("choice samples have the moments of their list", arguments: seeds)
  func choiceSamplesHave(seed: UInt64) {
    let pairs = [(1.0, 0.2), (4.0, 0.5), (-2.0, 0.3)]
    let mean = pairs.reduce(0) { $0 + $1.0 * $1.1 }
    let variance = pairs.reduce(0) { $0 + ($1.0 - mean) * ($1.0 - mean) * $1.1 }
    let law = Distribution.choice(pairs.map { WeightedValue(value: $0.0, probability: $0.1) })
    expectMoments(law, seed: seed, mean: mean, variance: variance)
  }

  /// Means and variances by mpmath at 80 digits (Tests/Fixtures/scripts/distributions.py).
  @Test("cut normal samples have the moments of the closed forms", arguments: seeds)
  func cutNormalSamples(seed: UInt64) throws {
    var seen = 0
    for row in try Fixture("distribution_moments.csv").rows {
      let numbers = row.dropFirst().compactMap(Double.init)
      try #require(numbers.count == 6)
      // Where the interval is a few hundred ulp wide the variance measures the grid of doubles.
      if (numbers[3] - numbers[2]) / numbers[1] < 1e-5 { continue }
      let law = Distribution.normal(
        mean: numbers[0], standardDeviation: numbers[1], low: numbers[2], high: numbers[3])
      expectMoments(law, seed: seed, mean: numbers[4], variance: numbers[5])
      seen += 1
    }
    #expect(seen >= 5)
  }

  @Test(
    "Beta samples have the moments of the closed forms, for shapes above, at and below one", arguments: seeds)
  func betaSamplesHave(seed: UInt64) {
    for (a, b) in [(2, 3), (0.5, 0.5), (5, 1.5), (1, 1), (0.1, 0.2), (0.7, 12.5), (40, 0.9), (200, 300)] {
      let total = a + b
      expectMoments(
        .beta(a: a, b: b), seed: seed, mean: a / total, variance: a * b / (total * total * (total + 1)))
    }
  }

  @Test("samples follow the distribution functions of the closed forms", arguments: seeds)
  func samplesFollowDistribution(seed: UInt64) {
    #expect(kolmogorov(sample(.uniform(low: 2, high: 6), seed: seed)) { ($0 - 2) / 4 } < 2.23)
    let triangle = sample(.triangular(low: 0, mode: 1, high: 4), seed: seed)
    #expect(kolmogorov(triangle) { $0 < 1 ? $0 * $0 / 4 : 1 - (4 - $0) * (4 - $0) / 12 } < 2.23)
    let below = Elementary.normalCDF(-2.5)
    let mass = Elementary.normalCDF(1.25) - below
    let normal = sample(.normal(mean: 0.5, standardDeviation: 0.2, low: 0, high: 0.75), seed: seed)
    #expect(kolmogorov(normal) { (Elementary.normalCDF(($0 - 0.5) / 0.2) - below) / mass } < 2.23)
  }

  @Test("Beta samples follow the distribution functions of the closed forms", arguments: seeds)
  func betaSamplesFollow(seed: UInt64) {
    #expect(kolmogorov(sample(.beta(a: 3, b: 1), seed: seed)) { $0 * $0 * $0 } < 2.23)
    #expect(kolmogorov(sample(.beta(a: 1, b: 0.5), seed: seed)) { 1 - (1 - $0).squareRoot() } < 2.23)
    // I_x(2, 2) = x^2 (3 - 2 x) and I_x(3, 2) = x^3 (4 - 3 x).
    #expect(kolmogorov(sample(.beta(a: 2, b: 2), seed: seed)) { $0 * $0 * (3 - 2 * $0) } < 2.23)
    #expect(kolmogorov(sample(.beta(a: 3, b: 2), seed: seed)) { $0 * $0 * $0 * (4 - 3 * $0) } < 2.23)
  }

  @Test("Beta samples stay numbers between zero and one for extreme shapes")
  func betaSamplesStay() {
    for (a, b) in [(1e-3, 1e-3), (1e-3, 500), (500, 1e-3), (1e-6, 1), (1, 1e-6), (1e6, 1e6)] {
      var stream = RandomStream(seed: 4, run: 0, stream: StreamID("extreme"))
      for _ in 0..<2_000 {
        let value = Distribution.beta(a: a, b: b).sample(&stream)
        #expect(value >= 0 && value <= 1)
      }
    }
  }

  @Test("a law of one value gives that value, and a constant takes nothing from the stream")
  func lawOneValue() {
    var stream = RandomStream(seed: 1, run: 0, stream: StreamID("x"))
    var untouched = stream
    #expect(Distribution.constant(0.3).sample(&stream) == 0.3)
    #expect(stream.next() == untouched.next())
    #expect(Distribution.uniform(low: 0.3, high: 0.3).sample(&stream) == 0.3)
    #expect(Distribution.triangular(low: 0.3, mode: 0.3, high: 0.3).sample(&stream) == 0.3)
    #expect(Distribution.normal(mean: 9, standardDeviation: 1, low: 0.3, high: 0.3).sample(&stream) == 0.3)
    #expect(Distribution.choice([WeightedValue(value: 0.3, probability: 1)]).sample(&stream) == 0.3)
  }
}
