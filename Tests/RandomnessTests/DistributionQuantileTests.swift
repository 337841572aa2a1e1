import Randomness
import Testing

@Suite struct DistributionQuantileTests {
  /// References: mpmath at 80 digits, written by Tests/Fixtures/scripts/distributions.py.
  @Test("quantiles of the cut normal law are right to 1e-12 of the interval")
  func quantilesCutNormal() throws {
    let cases = try references("normal")
    #expect(cases.count == 221)
    for (distribution, p, expected) in cases {
      let width = distribution.support.upperBound - distribution.support.lowerBound
      #expect(abs(distribution.quantile(p) - expected) <= 1e-12 * width + 4 * expected.ulp)
    }
  }

  @Test("quantiles of the beta law are right to a relative 1e-12, down to 1e-300")
  func quantilesBetaLaw() throws {
    let cases = try references("beta")
    #expect(cases.count == 221)
    for (distribution, p, expected) in cases {
      #expect(abs(distribution.quantile(p) - expected) <= 1e-12 * expected)
    }
  }

  @Test("means of the cut normal and the beta law are right")
  func meansCutNormal() throws {
    for row in try Fixture("distribution_moments.csv").rows {
      let distribution = try Fixture.distribution(row)
      let mean = try #require(Double(row[5]))
      let width = distribution.support.upperBound - distribution.support.lowerBound
      #expect(abs(distribution.middle - mean) <= 1e-12 * width + 4 * mean.ulp)
    }
  }

  @Test("Beta quantiles are the closed forms where one shape is one")
  func betaQuantilesClosed() {
    for i in 1..<40 {
      let p = Double(i) / 40
      // I_x(a, 1) = x^a and I_x(1, 2) = 1 - (1 - x)^2.
      let root = Distribution.beta(a: 2, b: 1).quantile(p)
      #expect(abs(root - p.squareRoot()) < 1e-14)
      #expect(abs(Distribution.beta(a: 1, b: 2).quantile(p) - (1 - (1 - p).squareRoot())) < 1e-14)
    }
  }

  @Test("uniform and triangular quantiles are their closed forms")
  func uniformTriangularQuantiles() {
    #expect(Distribution.uniform(low: -2, high: 6).quantile(0.25) == 0)
    // F(x) = x^2 / 2 up to the mode 1 of a triangle on [0, 2], 1 - (2 - x)^2 / 2 beyond.
    let triangle = Distribution.triangular(low: 0, mode: 1, high: 2)
    #expect(triangle.quantile(0.125) == 0.5)
    #expect(triangle.quantile(0.5) == 1)
    #expect(triangle.quantile(0.875) == 1.5)
    #expect(Distribution.triangular(low: 0, mode: 0, high: 4).quantile(0.75) == 2)
    #expect(Distribution.triangular(low: 0, mode: 4, high: 4).quantile(0.25) == 2)
  }

  @Test("the quantile of a choice rises with p whatever the order of the list")
  func quantileChoiceRises() {
    let choice = Distribution.choice([
      WeightedValue(value: 5, probability: 0.5), WeightedValue(value: -1, probability: 0.25),
      WeightedValue(value: 9, probability: 0), WeightedValue(value: 2, probability: 0.25),
    ])
    #expect([0, 0.2, 0.25, 0.26, 0.5, 0.51, 1].map(choice.quantile) == [-1, -1, -1, 2, 2, 5, 5])
    #expect(choice.support == -1...5)
    #expect(choice.middle == 5)
  }

  @Test("quantiles never fall, never leave the support, and reach its bounds")
  func quantilesNeverFall() {
    let laws: [Distribution] = [
      .uniform(low: 0.1, high: 0.7), .triangular(low: 0.2, mode: 0.3, high: 0.4),
      .normal(mean: 0.9, standardDeviation: 0.3, low: 0, high: 1),
      .normal(mean: -3, standardDeviation: 0.5, low: 0, high: 1), .beta(a: 0.3, b: 2), .beta(a: 5, b: 0.2),
      .uniform(low: 4, high: 4), .triangular(low: 4, mode: 4, high: 4),
      .normal(mean: 0, standardDeviation: 1, low: 4, high: 4),
    ]
    for law in laws {
      var previous = law.support.lowerBound
      #expect(law.quantile(0) == previous)
      #expect(law.quantile(-3) == previous)
      for i in 1...500 {
        let value = law.quantile(Double(i) / 500)
        #expect(value >= previous && value <= law.support.upperBound)
        previous = value
      }
      #expect(previous == law.support.upperBound)
      #expect(law.isConstant == (law.support.lowerBound == law.support.upperBound))
      #expect(law.support.contains(law.middle))
    }
  }

  @Test("the middle is the mean, for a choice the most probable value, the first of equals")
  func middleMeanChoice() {
    #expect(Distribution.constant(3).middle == 3)
    #expect(Distribution.uniform(low: 1, high: 4).middle == 2.5)
    #expect(Distribution.triangular(low: 0, mode: 3, high: 6).middle == 3)
    #expect(Distribution.beta(a: 1, b: 3).middle == 0.25)
    let tie: [(Double, Double)] = [(7, 0.25), (3, 0.25), (8, 0.125), (3, 0), (8, 0.125), (1, 0.25)]
    #expect(
      Distribution.choice(tie.map { WeightedValue(value: $0.0, probability: $0.1) }).middle == 7)
  }

  private func references(_ law: String) throws -> [(Distribution, Double, Double)] {
    try Fixture("distribution_quantiles.csv").rows.filter { $0[0] == law }.map { row in
      (try Fixture.distribution(row), try #require(Double(row[5])), try #require(Double(row[6])))
    }
  }
}
