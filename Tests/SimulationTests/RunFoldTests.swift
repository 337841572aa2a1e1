import Bargaining
import Foundation
import Simulation
import Tables
import Testing

/// What many runs add up to, in parts, written down and read again.
@Suite("A fold of runs")
struct RunFoldTests {
  /// Three parties, of whom one has no veto, a home, phases, mediators, events and partial deals:
  /// every part of a fold counts something.
  static func shipped() throws -> Scenario {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "scenarios/paris-2025.jsonc")
    return try Texts.scenario(String(contentsOf: folder, encoding: .utf8))
  }

  static func fold(_ scenario: Scenario, _ runs: Range<Int>) throws -> OutcomeFold {
    let plan = SimulationPlan(
      runs: runs.count, seed: 9, firstRun: runs.lowerBound, zone: .every(2), efficiency: .every(3))
    return try Ensemble(scenario, plan: plan).run().fold
  }

  @Test("written down and read again it is the same, and gives the same tables")
  func spelling() throws {
    let scenario = try Self.shipped()
    var distribution = try Ensemble(scenario, plan: SimulationPlan(runs: 400, seed: 2)).run()
    let tables = try Texts.csv(distribution)
    let bytes = distribution.fold.bytes
    let again = try #require(OutcomeFold(bytes: bytes))
    #expect(again.bytes == bytes)
    distribution.fold = again
    #expect(try Texts.csv(distribution) == tables && tables.count >= 9)
    #expect(again.durability.agreements > 0 && again.course.suspensions.sum > 0 && again.zones.missed > 0)
    #expect(again.causes.total > 0 && again.causes == distribution.causes)
  }

  @Test("cut short anywhere its bytes are none")
  func torn() throws {
    let bytes = try Self.fold(Texts.scenario(EfficiencyTableTests.sequence), 0..<20).bytes
    for length in bytes.indices { #expect(OutcomeFold(bytes: Array(bytes.prefix(length))) == nil) }
    #expect(OutcomeFold(bytes: bytes + [0]) == nil)
  }

  /// Counts are integers and quantiles are counted, so that they must be the same; of moments sums
  /// in another order are.
  @Test("parts that follow one another are merged to the runs in one go", arguments: [1, 37, 150, 299])
  func parts(cut: Int) throws {
    let scenario = try Self.shipped()
    let whole = try Self.fold(scenario, 0..<300)
    var merged = try Self.fold(scenario, 0..<cut)
    merged.merge(try Self.fold(scenario, cut..<300))
    #expect(merged.counts == whole.counts && merged.zones == whole.zones && merged.course == whole.course)
    #expect(merged.mediators == whole.mediators && merged.forums == whole.forums)
    #expect(merged.ratifications == whole.ratifications && merged.durability == whole.durability)
    #expect(merged.causes == whole.causes && whole.causes.total == whole.zones.missed + whole.zones.absent)
    #expect(merged.terms.settlements == whole.terms.settlements)
    #expect(merged.terms.packages.top() == whole.terms.packages.top())
    #expect(merged.efficiency.measured == whole.efficiency.measured)
    #expect(merged.efficiency.efficient == whole.efficiency.efficient)
    let pairs =
      zip(merged.parties, whole.parties).flatMap {
        [($0.utility, $1.utility), ($0.surplus, $1.surplus), ($0.surplusAtStart, $1.surplusAtStart)]
      }
      + AgreementMeasure.allCases.map { (merged.efficiency[$0], whole.efficiency[$0]) }
    for (merged, whole) in pairs {
      #expect(merged.quantiles == whole.quantiles && merged.moments.count == whole.moments.count)
      #expect(abs((merged.moments.mean ?? 0) - (whole.moments.mean ?? 0)) < 1e-12)
      #expect(abs(merged.moments.squaredDeviations - whole.moments.squaredDeviations) < 1e-9)
    }
    #expect(whole.counts.agreements > 30 && whole.efficiency.measured > 10)
  }

  @Test("merging with no runs changes nothing, on either side")
  func nothing() throws {
    let scenario = try Self.shipped()
    let some = try Self.fold(scenario, 0..<100)
    let none = try Self.fold(scenario, 0..<0)
    var (left, right) = (some, none)
    left.merge(none)
    right.merge(some)
    #expect(left.bytes == some.bytes && right.bytes == some.bytes)
  }
}
