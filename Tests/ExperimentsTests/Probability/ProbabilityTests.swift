import Experiments
import Testing

@Suite("Binomial probabilities")
struct ProbabilityTests {
  @Test("log Γ of whole numbers is the logarithm of factorials, and at halves it has its closed form")
  func logGamma() {
    // 0, log sqrt(π), log 2, log 9!, log 170! by their closed forms; the others by
    // scipy.special.gammaln.
    let expected: [(Double, Double)] = [
      (1, 0), (2, 0), (0.5, 0.5723649429247001), (3, 0.6931471805599453), (1e-5, 11.512919692895827),
      (10, 12.801827480081469), (171, 706.5730622457874), (1e6, 12815504.569147611),
      (7.25, 7.0521854507385395),
    ]
    for (x, value) in expected {
      #expect(abs(LogGamma.value(x) - value) <= 4e-15 * max(1, value.magnitude), "\(x)")
    }
  }

  @Test("tails are those of SciPy")
  func tails() throws {
    for row in try FixtureTable("binomial_tails.csv").rows {
      let numbers = row.compactMap(Double.init)
      let law = Binomial(trials: Int(numbers[0]), p: numbers[1])
      #expect(abs(law.upperTail(Int(numbers[2])) - numbers[3]) <= 1e-9 * numbers[3] + 1e-15, "\(row)")
    }
  }

  @Test("impossible and certain successes have tails of 0 and 1")
  func edges() {
    #expect(Binomial(trials: 5, p: 0).upperTail(1) == 0)
    #expect(Binomial(trials: 5, p: 1).upperTail(5) == 1)
    #expect(Binomial(trials: 5, p: 0.3).upperTail(0) == 1)
    #expect(Binomial(trials: 5, p: 0.3).upperTail(6) == 0)
    #expect(Binomial(trials: 0, p: 0.3).upperTail(0) == 1)
  }
}
