import Experiments
import Testing

@Suite("A Latin hypercube")
struct LatinHypercubeTests {
  @Test("each coordinate has one point in each stratum", arguments: [1, 2, 7, 100, 1_000, 4_099])
  func stratified(count: Int) throws {
    #expect(isStratified(try LatinHypercube(dimensions: 5, count: count, seed: 9)))
  }

  @Test("seeds give different designs, the same seed the same, whatever the number of coordinates")
  func seeds() throws {
    let design = try LatinHypercube(dimensions: 3, count: 50, seed: 1)
    let wider = try LatinHypercube(dimensions: 8, count: 50, seed: 1)
    let other = try LatinHypercube(dimensions: 3, count: 50, seed: 2)
    #expect(design.rows() == wider.rows().map { Array($0[..<3]) })
    #expect(design.rows() != other.rows())
  }

  @Test("coordinates are uncorrelated and fill their strata evenly")
  func independent() throws {
    let rows = try LatinHypercube(dimensions: 2, count: 10_000, seed: 4).rows()
    // The variance of a uniform variable is 1/12; the standard error of a correlation of 10,000
    // pairs is 0.01.
    let covariance = rows.reduce(0) { $0 + ($1[0] - 0.5) * ($1[1] - 0.5) } / 10_000
    #expect(abs(covariance * 12) < 0.05)
    let positions = rows.map { $0[0] * 10_000 - ($0[0] * 10_000).rounded(.down) }
    #expect(abs(positions.reduce(0, +) / 10_000 - 0.5) < 0.015)
  }

  @Test("numbers out of range are refused")
  func refusals() {
    #expect(throws: DesignFault.noPoints(-1)) { try LatinHypercube(dimensions: 1, count: -1, seed: 1) }
    #expect(throws: DesignFault.tooManyPoints(10_000_001, most: 10_000_000)) {
      try LatinHypercube(dimensions: 1, count: 10_000_001, seed: 1)
    }
    #expect(throws: DesignFault.dimensions(0, most: 100_000)) {
      try LatinHypercube(dimensions: 0, count: 1, seed: 1)
    }
  }
}
