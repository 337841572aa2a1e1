import Randomness
import Testing

/// Laws at the ends of what their parameters may be, and beyond.
@Suite struct DistributionCornerTests {
  /// References: mpmath, written by Tests/Fixtures/scripts/distribution_corners.py.
  @Test("at the corners of their ranges quantiles and means are right")
  func cornersTheirRanges() throws {
    let rows = try Fixture("distribution_corners.csv").rows
    #expect(rows.count == 248)
    for row in rows {
      let law = try Fixture.distribution(row)
      #expect(law.fault() == nil, "\(law)")
      let expected = try #require(Double(row[6]))
      let got = row[5] == "mean" ? law.middle : law.quantile(try #require(Double(row[5])))
      // The cut normal law is known to a share of its interval, and to the rounding of its mean;
      // the beta law relative to itself.
      let margin =
        switch law {
        case .normal(let mean, let deviation, let low, let high):
          1e-11 * min(high - low, 40 * deviation) + 4 * max(expected.ulp, min(mean.ulp, high - low))
        default: 1e-9 * expected
        }
      // The fixture says 0 of what is below 1e-307.
      #expect(abs(got - expected) <= margin + 1e-307, "\(law) at \(row[5]): \(got), not \(expected)")
    }
  }

  private static let corners: [(a: Double, b: Double)] = [
    (1e-6, 1e-6), (1e-6, 1), (1, 1e-6), (1e-6, 1e6), (1e6, 1e-6), (1e6, 1e6), (1e6, 1), (1, 1e6),
    (1e6, 1.0000001),
    (0.5, 1e6),
  ]

  @Test(
    "Beta samples have the moments of the closed forms where a shape is at the end of its range",
    arguments: corners)
  func betaSamplesHave(
    a: Double, b: Double
  ) {
    var stream = RandomStream(seed: 11, run: 0, stream: StreamID("corner"))
    let law = Distribution.beta(a: a, b: b)
    let n = 20_000.0
    let values = (0..<Int(n)).map { _ in law.sample(&stream) }
    #expect(values.allSatisfy { (0...1).contains($0) })
    let mean = 1 / (1 + b / a)
    let variance = mean * (1 / (1 + a / b)) / (a + b + 1)
    let average = values.reduce(0, +) / n
    #expect(abs(average - mean) < 4.5 * (variance / n).squareRoot())
  }

  /// The greatest distance between the empirical distribution function and I_x(3, 2) = x^3 (4 - 3
  /// x), times sqrt n; above 2.23 with probability 10^-4.
  @Test(
    "whatever number of trials is allowed, what follows them has the law of the trials", arguments: [0, 1, 2])
  func whateverNumberTrials(trials: Int) {
    var stream = RandomStream(seed: 12, run: 0, stream: StreamID("trials"))
    let law = BetaLaw(a: 3, b: 2)
    let n = 20_000.0
    let values = (0..<Int(n)).map { _ in law.sample(&stream, mostTrials: trials) }.sorted()
    var distance = 0.0
    for (index, x) in values.enumerated() {
      let p = x * x * x * (4 - 3 * x)
      distance = max(distance, p - Double(index) / n, Double(index + 1) / n - p)
    }
    #expect(distance * n.squareRoot() < 2.23)
  }

  @Test("without a trial a beta value is the quantile at the next uniform number")
  func withoutTrialBeta() {
    for (a, b) in [(3.0, 2.0), (0.2, 7.0), (1e-6, 1e6)] {
      var stream = RandomStream(seed: 13, run: 4, stream: StreamID("fallback"))
      var same = stream
      #expect(
        BetaLaw(a: a, b: b).sample(&stream, mostTrials: 0)
          == Distribution.beta(a: a, b: b).quantile(same.open()))
    }
  }

  /// Shapes for which the sum of both, or twice their product, is no finite number: rejection never
  /// accepted anything.
  private static let impossible: [(a: Double, b: Double)] = [
    (1e154, 1e154), (1e308, 2), (2, 1e308), (1e308, 1e308), (1e-300, 1e-300), (.leastNonzeroMagnitude, 1),
    (1e8, 1e-9),
    (-1e308, 1),
    (0, 0), (.infinity, 1), (.nan, 1), (1, .nan), (1e6 + 1, 1), (1, 9e-7),
  ]

  @Test(
    "shapes outside the range are a fault, and drawing from them ends all the same", arguments: impossible)
  func shapesOutsideRange(a: Double, b: Double) {
    let law = Distribution.beta(a: a, b: b)
    #expect(law.fault() != nil)
    var stream = RandomStream(seed: 14, run: 0, stream: StreamID("impossible"))
    for _ in 0..<100 { #expect((0...1).contains(law.sample(&stream))) }
    for p in [0, 0.3, 0.5, 0.9, 1] { #expect((0...1).contains(law.quantile(p))) }
    #expect((0...1).contains(law.middle))
  }

  @Test("the range of a shape is the one that the fault names")
  func rangeShapeOne() {
    for shape in [1e-6, 1e6] {
      #expect(Distribution.beta(a: shape, b: 1).fault() == nil)
      #expect(Distribution.beta(a: 1, b: shape).fault() == nil)
    }
    #expect(
      Distribution.beta(a: 1, b: 1e7).fault()?.description
        == "the parameter b of a beta distribution must be between 0.000001 and 1000000, not 10000000.0")
  }

  @Test("a choice has a thousand values and not one more")
  func choiceHasThousand() {
    func choice(_ count: Int) -> Distribution {
      .choice((0..<count).map { WeightedValue(value: Double($0), probability: 1 / Double(count)) })
    }
    #expect(choice(1_000).fault() == nil)
    #expect(choice(1_001).fault() == .choiceTooLong(count: 1_001))
  }

  @Test("uniform and triangular laws reach from the least double to the greatest without overflow")
  func uniformTriangularLaws() {
    let most = Double.greatestFiniteMagnitude
    let least = Double.leastNonzeroMagnitude
    for (low, high) in [
      (0, most), (-most, 0), (-most / 2, most / 2), (0, least), (-least, least), (1, 1.0.nextUp),
    ] {
      for law in [
        Distribution.uniform(low: low, high: high), .triangular(low: low, mode: low, high: high),
        .triangular(low: low, mode: high, high: high),
        .triangular(low: low, mode: low / 2 + high / 2, high: high),
      ] {
        #expect(law.fault() == nil)
        #expect(law.quantile(0) == low && law.quantile(1) == high)
        var stream = RandomStream(seed: 15, run: 0, stream: StreamID("wide"))
        for _ in 0..<200 { #expect((low...high).contains(law.sample(&stream))) }
        #expect((low...high).contains(law.middle))
      }
    }
    // A third of the way from one third to the end, though the sum of both distances is infinite.
    let middle = Distribution.triangular(low: 0, mode: most, high: most).middle
    #expect(abs(middle / most - 2 / 3.0) < 1e-15)
  }

  @Test("a cut normal law a few doubles wide gives those doubles, each of them")
  func cutNormalLaw() {
    let low = 0.3
    let values = [low, low.nextUp, low.nextUp.nextUp]
    let law = Distribution.normal(mean: 0.3, standardDeviation: 5, low: low, high: values[2])
    var stream = RandomStream(seed: 16, run: 0, stream: StreamID("narrow"))
    var seen = Set<Double>()
    for _ in 0..<1_000 { seen.insert(law.sample(&stream)) }
    #expect(seen == Set(values))
  }

  @Test("whole numbers below a bound are even, where nearly half of all words are rejected")
  func wholeNumbersBelow() {
    // (2^64 mod n) / 2^64 of the words are rejected: for n = 2^63 + 1 next to a half.
    let n = (UInt64(1) << 63) + 1
    var stream = RandomStream(seed: 17, run: 0, stream: StreamID("below"))
    var low = 0
    for _ in 0..<20_000 {
      let number = stream.below(n)
      #expect(number < n)
      if number < n / 2 { low += 1 }
    }
    // Four standard deviations of a binomial with p = 1/2.
    #expect(abs(Double(low) - 10_000) < 4 * 5_000.0.squareRoot())
  }
}
