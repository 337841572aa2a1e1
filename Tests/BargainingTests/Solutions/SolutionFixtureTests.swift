import Bargaining
import Foundation
import Testing

/// Fifteen random domains with their solution points by brute force.
///
/// Source: the project's reference collection (`Tests/Fixtures/solutions`, definitions in its
/// README).
struct SolutionFixtureTests {
  struct Case: Decodable {
    struct Side: Decodable {
      var weights: [Double]
      var values: [[Double]]
      var reservation: Double
    }
    struct Point: Decodable {
      var outcome: [Int]
      var utilities: [Double]
      var value: Double
    }
    var id: String
    var options: [Int]
    var parties: [Side]
    var outcomes: UInt64
    var pareto: [[Int]]
    var feasible: UInt64
    var leverageGap: Double
    var nash: Point?
    var utilitarian: Point?
    var egalitarian: Point?
    var kalaiSmorodinsky: Point?
    var kalaiSmorodinskyFeasibleIdeal: Point?
  }

  static func cases() throws -> [Case] {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try FileManager.default.contentsOfDirectory(
      at: Fixtures.folder("solutions"), includingPropertiesForKeys: nil
    )
    .filter { $0.pathExtension == "json" }
    .sorted { $0.lastPathComponent < $1.lastPathComponent }
    .map { try decoder.decode(Case.self, from: Data(contentsOf: $0)) }
  }

  private func check(_ found: Computed<SolutionPoint?>, _ expected: Case.Point?, _ name: String) throws {
    guard let expected else {
      #expect(found == .exact(nil), "\(name)")
      return
    }
    let point = try #require(found.value ?? nil, "\(name)")
    #expect(point.outcome == expected.outcome, "\(name)")
    #expect(abs(point.value - expected.value) <= 1e-12, "\(name)")
    #expect(point.utilities.count == expected.utilities.count)
    for (ours, theirs) in zip(point.utilities, expected.utilities) {
      #expect(abs(ours - theirs) <= 1e-12, "\(name)")
    }
  }

  @Test("every point and the frontier of all fifteen cases are reproduced", arguments: [true, false])
  func pointFrontierAll(enumerating: Bool) throws {
    let cases = try Self.cases()
    #expect(cases.count == 15)
    for one in cases {
      let domain = AdditiveDomain(
        options: one.options, rounds: 1,
        members: one.parties.map {
          AdditiveDomain.Member(weights: $0.weights, values: $0.values, reservation: $0.reservation)
        })
      // The same from the frontier alone, as in spaces too large to enumerate.
      let ways = Solutions.Ways(enumerable: enumerating ? Solutions.enumerable : 0, usesFrontier: true)
      let solutions = try Solutions(
        ZoneAtStart(middleOf: domain.scenario()), lookingForObstacles: true, ways: ways)
      #expect(solutions.outcomes == one.outcomes)
      if enumerating { #expect(solutions.feasible == .exact(one.feasible)) }
      let pareto = try #require(solutions.pareto.value).map(solutions.options)
      #expect(Set(pareto) == Set(one.pareto), "\(one.id)")
      #expect(pareto.count == one.pareto.count)
      let gap = try #require(solutions.leverageGap.value ?? nil)
      #expect(abs(gap.value - one.leverageGap) <= 1e-12)
      try check(solutions.nash, one.nash, "\(one.id) nash")
      try check(solutions.utilitarian, one.utilitarian, "\(one.id) utilitarian")
      try check(solutions.egalitarian, one.egalitarian, "\(one.id) egalitarian")
      try check(solutions.kalaiSmorodinsky, one.kalaiSmorodinsky, "\(one.id) kalai-smorodinsky")
      try check(
        solutions.kalaiSmorodinskyFeasibleIdeal, one.kalaiSmorodinskyFeasibleIdeal, "\(one.id) feasible ideal"
      )
    }
  }
}
