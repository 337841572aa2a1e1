import Randomness
import Testing

@Suite struct DistributionFaultTests {
  private func choice(_ pairs: (Double, Double)...) -> Distribution {
    .choice(pairs.map { WeightedValue(value: $0.0, probability: $0.1) })
  }

  @Test("sound distributions have no fault, also where bounds coincide")
  func soundDistributionsHave() throws {
    let sound: [Distribution] = [
      .constant(0), .uniform(low: 0, high: 1), .uniform(low: 2, high: 2),
      .triangular(low: 0, mode: 0, high: 1), .triangular(low: 0, mode: 1, high: 1),
      .triangular(low: 3, mode: 3, high: 3),
      .normal(mean: 0, standardDeviation: 1, low: -1, high: 1),
      .normal(mean: 0, standardDeviation: 1, low: 37.5, high: 99),
      .normal(mean: 5, standardDeviation: 1, low: 1, high: 1),
      .beta(a: 1e-3, b: 1e3), choice((1, 1)), choice((1, 0.25), (2, 0.75 + 5e-10), (3, 0)),
    ]
    for distribution in sound {
      #expect(distribution.fault() == nil)
      #expect(try distribution.validated() == distribution)
    }
  }

  @Test("every impossible parameter is named")
  func impossibleParameterNamed() {
    func normal(_ mean: Double, _ deviation: Double, _ low: Double, _ high: Double) -> Distribution {
      .normal(mean: mean, standardDeviation: deviation, low: low, high: high)
    }
    let cases: [(Distribution, DistributionFault)] = [
      (.constant(.infinity), .notFinite(.infinity)),
      (.uniform(low: 0, high: .infinity), .notFinite(.infinity)),
      (.uniform(low: 2, high: 1), .boundsReversed(low: 2, high: 1)),
      (.uniform(low: -1e308, high: 1e308), .boundsTooFarApart(low: -1e308, high: 1e308)),
      (.triangular(low: 0, mode: 1.1, high: 1), .modeOutside(mode: 1.1, low: 0, high: 1)),
      (.triangular(low: 0, mode: -1, high: 1), .modeOutside(mode: -1, low: 0, high: 1)),
      (.triangular(low: 2, mode: 1, high: 0), .boundsReversed(low: 2, high: 0)),
      (normal(0, 0, -1, 1), .standardDeviationNotPositive(0)),
      (normal(0, -1, -1, 1), .standardDeviationNotPositive(-1)),
      (normal(0, 1, 1, -1), .boundsReversed(low: 1, high: -1)),
      (normal(0, 1, 38, 50), .noMassBetweenBounds(mean: 0, standardDeviation: 1, low: 38, high: 50)),
      (normal(9, 0.1, 0, 1), .noMassBetweenBounds(mean: 9, standardDeviation: 0.1, low: 0, high: 1)),
      (.beta(a: 0, b: 1), .shapeOutside(name: "a", value: 0)),
      (.beta(a: 1, b: -2), .shapeOutside(name: "b", value: -2)),
      (.choice([]), .choiceEmpty),
      (choice((1, 1.5), (2, -0.5)), .probabilityNegative(value: 2, probability: -0.5)),
      (choice((1, 0.5), (2, 0.25)), .probabilitiesDoNotSumToOne(sum: 0.75)),
      (choice((.infinity, 1)), .notFinite(.infinity)),
    ]
    for (distribution, fault) in cases {
      #expect(distribution.fault() == fault)
      #expect(throws: fault) { try distribution.validated() }
    }
    #expect(Distribution.beta(a: .nan, b: 1).fault() != nil)
  }

  @Test("a fault reads as a sentence with its numbers")
  func faultReadsSentence() {
    #expect(
      DistributionFault.boundsReversed(low: 0.7, high: 0.4).description
        == "the lower bound 0.7 lies above the upper bound 0.4")
    #expect(
      DistributionFault.probabilitiesDoNotSumToOne(sum: 0.75).description
        == "the probabilities of a choice must sum to 1, but sum to 0.75")
  }

  @Test("faulty distributions can still be asked everything without a crash")
  func faultyDistributionsCan() {
    let faulty: [Distribution] = [
      .uniform(low: 2, high: 1), .triangular(low: 3, mode: .nan, high: 1), .choice([]),
      .normal(mean: 0, standardDeviation: -1, low: 1, high: -1), .beta(a: -1, b: 0),
      .normal(mean: .nan, standardDeviation: 0, low: .nan, high: 1), .uniform(low: .nan, high: .nan),
      .normal(mean: 0, standardDeviation: 1, low: 50, high: 60),
    ]
    for distribution in faulty {
      #expect(distribution.fault() != nil)
      for p in [0, 0.3, 1, .nan, 7] { _ = distribution.quantile(p) }
      _ = (distribution.middle, distribution.support, distribution.isConstant)
    }
  }
}
