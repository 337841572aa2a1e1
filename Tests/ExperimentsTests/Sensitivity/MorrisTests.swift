import Experiments
import Testing

@Suite("Morris screening")
struct MorrisTests {
  @Test("the same rows and outcomes give SALib's effects", arguments: ["ishigami", "sobol_g", "shifted"])
  func salib(function: String) throws {
    let table = try FixtureTable("morris_\(function).csv")
    let found = try MorrisEffects(
      rows: table.numbers("x"), outcomes: table.numbers("y").map { $0[0] })
    #expect(found.trajectories == 20)
    let expected = try FixtureTable("morris_indices.csv").rows.filter { $0[0] == function }
    #expect(expected.count == 3 * found.effects.count)
    for row in expected {
      let effect = found.effects[try #require(Int(row[2])) - 1]
      let value = try #require(Double(row[3]))
      switch row[1] {
      case "mu": #expect(abs(effect.mu - value) < 1e-10, "\(row)")
      case "sigma": #expect(abs(effect.sigma - value) < 1e-10, "\(row)")
      default:
        #expect(abs(effect.muStar - value) < 1e-10, "\(row)")
        let halfWidth = try #require(Double(row[4]))
        #expect(abs(effect.muStarHalfWidth - halfWidth) < 0.2 * halfWidth + 1e-12, "\(row)")
      }
    }
  }

  @Test("each trajectory moves each coordinate once, by the step, between levels", arguments: [2, 4, 6])
  func trajectories(levels: Int) throws {
    let design = try MorrisDesign(dimensions: 7, trajectories: 30, levels: levels, seed: 3)
    let rows = design.rows()
    let grid = (0..<levels).map { Double($0) / Double(levels - 1) }
    #expect(rows.joined().allSatisfy { grid.contains($0) })
    for trajectory in 0..<30 {
      var moved: [Int] = []
      for row in trajectory * 8..<trajectory * 8 + 7 {
        for input in 0..<7 where rows[row][input] != rows[row + 1][input] {
          moved.append(input)
          #expect(abs(abs(rows[row + 1][input] - rows[row][input]) - design.step) < 1e-15)
        }
      }
      #expect(moved.sorted() == Array(0..<7))
    }
  }

  @Test("starts, directions and orders all vary, and each level is visited alike")
  func variety() throws {
    let rows = try MorrisDesign(dimensions: 4, trajectories: 2_000, seed: 5).rows()
    for level in 0..<4 {
      let visits = rows.joined().count { Int(($0 * 3).rounded()) == level }
      // 40,000 coordinates, in correlated fives: a quarter each, with a standard error below 200.
      #expect((9_000...11_000).contains(visits), "level \(level)")
    }
    let firstMoved = (0..<2_000).map { trajectory in
      let (start, next) = (rows[trajectory * 5], rows[trajectory * 5 + 1])
      return start.indices.first { start[$0] != next[$0] }
    }
    for input in 0..<4 {
      let times = firstMoved.count { $0 == input }
      #expect((400...600).contains(times))
    }
  }

  @Test("a linear function has its coefficients as effects and no spread")
  func linear() throws {
    let rows = try MorrisDesign(dimensions: 3, trajectories: 10, levels: 6, seed: 1).rows()
    let found = try MorrisEffects(rows: rows, outcomes: rows.map { 2 * $0[0] - 5 * $0[1] + 7 })
    #expect(found.effects.count == 3)
    for (effect, slope) in zip(found.effects, [2.0, -5, 0]) {
      #expect(abs(effect.mu - slope) < 1e-12)
      #expect(abs(effect.muStar - slope.magnitude) < 1e-12)
      #expect(effect.sigma < 1e-12 && effect.muStarHalfWidth < 1e-12)
    }
  }

  @Test("more trajectories keep those there were")
  func grows() throws {
    let small = try MorrisDesign(dimensions: 5, trajectories: 3, seed: 2).rows()
    let large = try MorrisDesign(dimensions: 5, trajectories: 9, seed: 2).rows()
    #expect(Array(large[..<small.count]) == small)
  }

  @Test("rows and outcomes that do not fit are refused")
  func refusals() {
    #expect(throws: DesignFault.levels(5)) {
      try MorrisDesign(dimensions: 1, trajectories: 1, levels: 5, seed: 1)
    }
    #expect(throws: SensitivityFault.outcomeCount(2, rows: 2, least: 2)) {
      try MorrisEffects(rows: [[0], [1]], outcomes: [0, 1])
    }
    #expect(throws: SensitivityFault.notOneStep(row: 2)) {
      try MorrisEffects(rows: [[0], [1], [1], [1]], outcomes: [0, 1, 2, 3])
    }
    #expect(throws: SensitivityFault.inputNotMoved(input: 1, trajectory: 0)) {
      try MorrisEffects(
        rows: [[0, 0], [1, 0], [0, 0], [0, 0], [1, 0], [1, 1]], outcomes: [0, 1, 2, 3, 4, 5])
    }
    #expect(throws: SensitivityFault.rowCount(2, outcomes: 1)) {
      try MorrisEffects(rows: [[0], [1]], outcomes: [0])
    }
  }
}
