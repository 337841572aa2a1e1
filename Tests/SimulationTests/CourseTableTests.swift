import Bargaining
import Foundation
import Tables
import Testing

@testable import Simulation

@Suite("Whether talks resume")
struct CourseTableTests {
  private static let seeds: [UInt64] = [1, 20_250_906]

  /// Talks that begin suspended and resume with a hazard of 0.16251892949777494, 1 - exp(-h) = 0.15
  /// a round, and can agree on nothing.
  private func distribution(rounds: Int, seed: UInt64) throws -> OutcomeDistribution {
    let text = Texts.pie(fine: false, reservation: "0.9", rounds: rounds)
      .replacing(
        #""forums""#,
        with: #""talks": {"start": "suspended", "resume": {"base": 0.16251892949777494}}, "forums""#)
    return try Texts.simulate(text, runs: 20_000, seed: seed)
  }

  @Test("shares, means and the curve are those of a geometric law that is cut off", arguments: seeds)
  func geometric(seed: UInt64) throws {
    let (rounds, p) = (12, 0.15)
    let result = try distribution(rounds: rounds, seed: seed)
    let all = 1 - pow(1 - p, Double(rounds))
    let resumed = try #require(result.resumed.share)
    #expect(abs(resumed - all) < 4 * (all * (1 - all) / 20_000).squareRoot())
    // E[round | it resumes], round from 0: the sum of k p q^k over k < rounds, by the share.
    let law = (0..<rounds).map { p * pow(1 - p, Double($0)) }
    let mean = zip(law, 0...).reduce(0) { $0 + $1.0 * Double($1.1) } / all
    let square = zip(law, 0...).reduce(0) { $0 + $1.0 * Double($1.1 * $1.1) } / all
    let error = ((square - mean * mean) / (20_000 * all)).squareRoot()
    let first = result.course.firstResumption
    #expect(abs(try #require(first.mean) - mean) < 4 * error)
    let interval = try #require(first.interval)
    #expect(abs((interval.upperBound - interval.lowerBound) / (2 * 1.96 * error) - 1) < 0.05)
    let curve = result.course.survival.rows
    for k in 0..<rounds {
      let share = 1 - pow(1 - p, Double(k + 1))
      #expect(abs(1 - curve[k].survival - share) < 4 * (share * (1 - share) / 20_000).squareRoot() + 1e-12)
    }
  }

  @Test("runs that never were suspended are not asked whether they resume")
  func active() throws {
    let result = try Texts.simulate(Texts.pie(fine: false, reservation: "0.3"), runs: 50, seed: 1)
    #expect(result.course.runsSuspended == 0 && result.resumed.share == nil)
    let tables = try result.tables()
    let course = try #require(tables.first { $0.name == "course" })
    #expect(course.rowCount == 4 && course["share"]?[0] == .missing)
    #expect(tables.first { $0.name == "resumption" }?.rowCount == 0)
  }

  @Test("counts added in parts and read back are those of the whole")
  func parts() throws {
    let (one, other) = (
      try distribution(rounds: 12, seed: 1).course, try distribution(rounds: 30, seed: 2).course
    )
    var merged = one
    merged.merge(other)
    let runs = one.runsSuspended + other.runsSuspended
    #expect(merged.runsSuspended == runs && runs == 40_000)
    #expect(merged.resumedAfter.reduce(0, +) + merged.endedAfter.reduce(0, +) == runs)
    #expect(CourseCounts(bytes: merged.bytes) == merged)
    var swapped = other
    swapped.merge(one)
    #expect(swapped == merged)
  }
}
