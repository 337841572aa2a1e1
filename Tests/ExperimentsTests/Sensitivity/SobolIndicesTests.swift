import Experiments
import Testing

@Suite("Sobol' indices")
struct SobolIndicesTests {
  @Test(
    "the same outcomes give SALib's indices and, but for luck, its half-widths",
    arguments: ["ishigami", "sobol_g", "shifted"])
  func salib(function: String) throws {
    let outcomes = try FixtureTable("saltelli_\(function).csv").numbers("y").map { $0[0] }
    let expected = try FixtureTable("saltelli_indices.csv").rows.filter { $0[0] == function }
    let inputs = expected.filter { $0[1] == "S1" }.count
    let found = try SobolIndices(outcomes: outcomes, inputs: inputs, secondOrder: true)
    var compared = 0
    for row in expected {
      let input = try #require(Int(row[2])) - 1
      let other = try #require(Int(row[3])) - 1
      let index =
        switch row[1] {
        case "S1": found.first[input]
        case "ST": found.total[input]
        default: try #require(found.second.first { $0.inputs == SIMD2(input, other) }).index
        }
      let (value, halfWidth) = (try #require(Double(row[4])), try #require(Double(row[5])))
      #expect(abs(index.estimate - value) < 1e-10, "\(row)")
      // A standard deviation of 1,000 resamples has a relative error of 1/sqrt(2,000) = 2.2%; two
      // of them, six times that.
      #expect(abs(index.halfWidth - halfWidth) < 0.2 * halfWidth, "\(row) not \(index.halfWidth)")
      compared += 1
    }
    #expect(compared == 2 * inputs + inputs * (inputs - 1) / 2)
  }

  @Test("indices of Ishigami's function come to their closed forms")
  func ishigami() throws {
    let design = try SaltelliDesign(dimensions: 3, samples: 8_192, secondOrder: true, scramble: .seeded(2))
    let found = try SobolIndices(
      outcomes: design.rows().map(Ishigami.value), inputs: 3, secondOrder: true,
      bootstrap: Bootstrap(resamples: 100))
    #expect(abs(found.variance - Ishigami.variance) < 0.05)
    expectNear(found.first, Ishigami.first, within: 0.01)
    expectNear(found.total, Ishigami.total, within: 0.01)
    expectNear(found.second.map(\.index), Ishigami.second, within: 0.02)
    #expect(found.second.map(\.inputs) == [SIMD2(0, 1), SIMD2(0, 2), SIMD2(1, 2)])
  }

  @Test("indices of Sobol's g-function come to their closed forms")
  func gFunction() throws {
    let design = try SaltelliDesign(dimensions: 4, samples: 8_192, scramble: .seeded(1))
    let found = try SobolIndices(
      outcomes: design.rows().map(SobolG.value), inputs: 4, bootstrap: Bootstrap(resamples: 100))
    expectNear(found.first, SobolG.first, within: 0.01)
    expectNear(found.total, SobolG.total, within: 0.01)
    #expect(found.second.isEmpty)
  }

  @Test("the closed forms are those usually printed")
  func printed() {
    // Saltelli et al. 2008, Global Sensitivity Analysis: The Primer; four decimals.
    #expect(Ishigami.first.count == 3 && Ishigami.total.count == 3)
    #expect(zip(Ishigami.first, [0.3139, 0.4424, 0]).allSatisfy { abs($0 - $1) < 5e-5 })
    #expect(zip(Ishigami.total, [0.5576, 0.4424, 0.2437]).allSatisfy { abs($0 - $1) < 5e-5 })
  }

  @Test("the intervals of a random design hold the closed form about as often as they say")
  func coverage() throws {
    // A scrambled sequence is more even than the bootstrap supposes: at least 90% of 95% intervals
    // must hold.
    var held = 0
    for seed in 0..<40 {
      let design = try SaltelliDesign(dimensions: 4, samples: 256, scramble: .seeded(UInt64(seed)))
      let found = try SobolIndices(
        outcomes: design.rows().map(SobolG.value), inputs: 4, bootstrap: Bootstrap(resamples: 200))
      held += zip(found.first + found.total, SobolG.first + SobolG.total).count {
        $0.low <= $1 && $1 <= $0.high
      }
    }
    #expect(held >= 288, "\(held) of 320")
  }

  @Test("a constant outcome has indices of 0 and no uncertainty")
  func constant() throws {
    let found = try SobolIndices(outcomes: [Double](repeating: 0.1, count: 40), inputs: 3)
    #expect(found.variance == 0 && found.first.count == 3 && found.total.count == 3)
    #expect((found.first + found.total).allSatisfy { $0.estimate == 0 && $0.halfWidth == 0 })
  }

  @Test("moving and stretching the outcome changes no index")
  func affine() throws {
    let design = try SaltelliDesign(dimensions: 3, samples: 64, scramble: .seeded(8))
    let outcomes = design.rows().map(Ishigami.value)
    let plain = try SobolIndices(outcomes: outcomes, inputs: 3)
    let moved = try SobolIndices(outcomes: outcomes.map { 1e6 - 30 * $0 }, inputs: 3)
    expectNear(moved.total, plain.total.map(\.estimate), within: 1e-8)
    expectNear(moved.first, plain.first.map(\.estimate), within: 1e-8)
  }

  @Test("the bootstrap is fixed by its seed")
  func seeds() throws {
    let outcomes = try SaltelliDesign(dimensions: 3, samples: 32).rows().map(Ishigami.value)
    func total(_ seed: UInt64) throws -> [SensitivityIndex] {
      try SobolIndices(outcomes: outcomes, inputs: 3, bootstrap: Bootstrap(resamples: 50, seed: seed)).total
    }
    #expect(try total(1) == total(1))
    #expect(try total(1)[0].halfWidth != total(2)[0].halfWidth)
  }

  @Test("outcomes that do not fit the design are refused")
  func refusals() {
    #expect(throws: SensitivityFault.outcomeCount(11, rows: 5, least: 1)) {
      try SobolIndices(outcomes: [Double](repeating: 0, count: 11), inputs: 3)
    }
    #expect(throws: SensitivityFault.notFinite(row: 2)) {
      try SobolIndices(outcomes: [0, 1, .nan], inputs: 1)
    }
    #expect(throws: SensitivityFault.noInputs) { try SobolIndices(outcomes: [], inputs: 0) }
  }

  private func expectNear(_ found: [SensitivityIndex], _ expected: [Double], within tolerance: Double) {
    #expect(found.count == expected.count)
    for (index, value) in zip(found, expected) {
      #expect(abs(index.estimate - value) < tolerance)
    }
  }
}
