import Experiments
import Testing

@Suite("The Sobol' sequence")
struct SobolSequenceTests {
  @Test("points of all 1,111 dimensions, near and far, are those of SciPy")
  func scipy() throws {
    let table = try FixtureTable("sobol_sequence.csv")
    let sequence = try SobolSequence(dimensions: 1_111)
    for row in table.rows {
      let point = try #require(Int(row[0]))
      let expected = row.dropFirst().compactMap(Double.init).map { $0 / 0x1p30 }
      #expect(expected.count == 1_111)
      #expect(sequence[point] == expected, "point \(point)")
    }
  }

  @Test("the first points are those of the textbook")
  func beginning() throws {
    let sequence = try SobolSequence(dimensions: 2)
    #expect((0..<4).map { sequence[$0] } == [[0, 0], [0.5, 0.5], [0.75, 0.25], [0.25, 0.75]])
  }

  @Test(
    "of 2^k points each coordinate has one in each of 2^k strata",
    arguments: [.none, .seeded(3)] as [SobolScramble])
  func stratified(scramble: SobolScramble) throws {
    for start in [0, 512, 1 << 20] {
      let design = try SobolDesign(dimensions: 300, count: 256, skip: start, scramble: scramble)
      #expect(isStratified(design), "256 points from \(start)")
    }
  }

  @Test(
    "the first two dimensions fill every elementary box of 2^k points",
    arguments: [.none, .seeded(11)] as [SobolScramble])
  func net(scramble: SobolScramble) throws {
    // Sobol' 1967: in two dimensions the quality parameter is 0.
    let design = try SobolDesign(dimensions: 2, count: 64, scramble: scramble)
    for power in 0...6 {
      let (columns, rows) = (1 << power, 64 >> power)
      let boxes = design.rows().map { Int($0[0] * Double(columns)) * rows + Int($0[1] * Double(rows)) }
      #expect(Set(boxes).count == 64, "\(columns) x \(rows) boxes")
    }
  }

  @Test(
    "a scramble depends on its seed, not on the number of dimensions, and stays off the faces of the cube")
  func scrambles() throws {
    let small = try SobolDesign(dimensions: 3, count: 100, scramble: .seeded(5))
    let large = try SobolDesign(dimensions: 40, count: 100, scramble: .seeded(5))
    let other = try SobolDesign(dimensions: 3, count: 100, scramble: .seeded(6))
    #expect(small.rows() == large.rows().map { Array($0[..<3]) })
    #expect(small.rows().count == 100 && other.rows().count == 100)
    #expect(zip(small.rows(), other.rows()).allSatisfy { $0[0] != $1[0] })
    #expect(large.rows().joined().allSatisfy { 0 < $0 && $0 < 1 })
  }

  @Test("the mean over scrambles is unbiased where the plain sequence is not")
  func unbiased() throws {
    // The mean of x over points 0 and 1 is 1/4 for the plain sequence, 1/2 by expectation for a
    // scrambled one.
    let means = try (0..<2_000).map { seed in
      let rows = try SobolDesign(dimensions: 1, count: 2, scramble: .seeded(UInt64(seed))).rows()
      return (rows[0][0] + rows[1][0]) / 2
    }
    let mean = means.reduce(0, +) / 2_000
    // One point in each half: the standard deviation of one mean is 1/sqrt(96), of their mean
    // 0.0023.
    #expect(abs(mean - 0.5) < 0.0115)
  }

  @Test("numbers out of range are refused, saying what is possible")
  func refusals() {
    #expect(throws: DesignFault.dimensions(0, most: 1_111)) { try SobolSequence(dimensions: 0) }
    #expect(throws: DesignFault.dimensions(1_112, most: 1_111)) { try SobolSequence(dimensions: 1_112) }
    #expect(throws: DesignFault.noPoints(0)) { try SobolDesign(dimensions: 1, count: 0) }
    #expect(throws: DesignFault.beyondSequence(count: 2, skip: SobolSequence.mostPoints - 1)) {
      try SobolDesign(dimensions: 1, count: 2, skip: SobolSequence.mostPoints - 1)
    }
    #expect(throws: DesignFault.beyondSequence(count: 2, skip: Int.max)) {
      try SobolDesign(dimensions: 1, count: 2, skip: Int.max)
    }
  }
}

/// Whether each coordinate has exactly one point in each of as many equal parts of [0, 1) as there
/// are points.
func isStratified(_ design: some UnitDesign) -> Bool {
  let rows = design.rows()
  return (0..<design.dimensions).allSatisfy { dimension in
    Set(rows.map { Int($0[dimension] * Double(design.count)) }) == Set(0..<design.count)
  }
}
