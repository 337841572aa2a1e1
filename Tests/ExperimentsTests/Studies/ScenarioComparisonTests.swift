import Bargaining
import Experiments
import Simulation
import Testing

@Suite("Comparison of two scenarios")
struct ScenarioComparisonTests {
  static let uncertain = #"{"uniform": [0.3, 0.7]}"#

  @Test("a scenario does not differ from itself in any run")
  func itself() throws {
    let scenario = try StudyTexts.zone(a: Self.uncertain, b: Self.uncertain)
    let comparison = try #require(
      try ScenarioComparison.compare(scenario, scenario, plan: SimulationPlan(runs: 3_000, threads: 2)))
    #expect(comparison.runs == 3_000 && comparison.changed == 0 && comparison.changes.isEmpty)
    #expect(!comparison.rows.isEmpty)
    #expect(comparison.rows.allSatisfy { $0.difference == 0 && $0.first == $0.second })
  }

  @Test("differences, changes and examples are those of playing both run by run")
  func bruteForce() throws {
    let first = try StudyTexts.zone(a: Self.uncertain, b: "0.5")
    let second = try StudyTexts.zone(a: Self.uncertain, b: "0.55")
    // More than a block of runs, so that blocks are joined.
    let runs = 9_000
    let comparison = try #require(
      try ScenarioComparison.compare(first, second, plan: SimulationPlan(runs: runs, seed: 7, threads: 2)))
    let pair = try [first, second].map { try Negotiation($0) }
    var (agreed, lost, firstLost, utility) = ([0, 0], 0, -1, 0.0)
    for run in 0..<UInt32(runs) {
      for negotiation in pair { negotiation.run(run, seed: 7) }
      let ends = pair.map { $0.record.ending.isAgreement }
      for side in 0..<2 where ends[side] { agreed[side] += 1 }
      if ends[0], !ends[1] {
        lost += 1
        if firstLost < 0 { firstLost = Int(run) }
      }
      utility += (pair[1].record.utilities[1] - pair[0].record.utilities[1]) / Double(runs)
    }
    let row = try #require(comparison.rows.first { $0.measure == "agreement_share" })
    #expect(row.first == Double(agreed[0]) / Double(runs) && row.second == Double(agreed[1]) / Double(runs))
    #expect(comparison.changed == lost && lost > 500)
    #expect(comparison.changes.count == 1)
    #expect(comparison.changes[0].from == .fullAgreement || comparison.changes[0].from == .partialAgreement)
    #expect(comparison.changes[0].to == .outOfTime && comparison.changes[0].example == firstLost)
    let mean = try #require(comparison.rows.first { $0.measure == "utility_b" })
    #expect(abs(mean.difference - utility) < 1e-12)
    // A twentieth of [0.3, 0.7] times 2: one run in eight.
    let interval = try #require(row.interval)
    #expect(interval.lowerBound < -0.125 && -0.125 < interval.upperBound)
    let tables = try ScenarioComparison.tables(
      of: [comparison, comparison],
      naming: ScenarioComparison.Naming(
        first: comparison.first.identifier,
        others: [comparison.second.identifier, comparison.second.identifier], seed: 1))
    #expect(tables.map(\.name) == ["comparison", "changed"])
    #expect(
      tables[0].columns.map(\.name) == [
        "scenario", "measure", "first", "second", "difference", "low", "high", "first_scenario",
        "second_scenario", "seed",
      ])
    #expect(tables[0].rowCount == 2 * comparison.rows.count && tables[1].rowCount == 2)
  }

  @Test("two scenarios without a common issue or party are different talks, and one is told so")
  func caveats() throws {
    func told(_ first: String, _ second: String) throws -> [String] {
      try ScenarioComparison.caveats(ShippedScenario.read(first), ShippedScenario.read(second)).map(
        \.description)
    }
    #expect(try told("paris-2025", "paris-2025-three-issues").isEmpty)
    #expect(try told("river-water", "river-water").isEmpty)
    let strangers = try told("paris-2025", "river-water")
    #expect(
      strangers.count == 1
        && strangers[0].hasPrefix("paris-2025 and river-water have no issues and no parties in common"))
    let pie = try StudyTexts.zone(a: "0.5", b: "0.5")
    #expect(ScenarioComparison.caveats(pie, pie).isEmpty)
  }

  /// Deals are turned down at home, texts of mediators agreed and talks suspended in these; one has
  /// an actor fewer.
  @Test("every row of two large scenarios is what their runs come to, one by one")
  func everyRow() throws {
    let pair = try [
      ShippedScenario.read("paris-2025"),
      ShippedScenario.read("paris-2025-without-egypt", ["parties.hamas.willingness": "0.9", "rounds": "40"]),
    ]
    let runs = 11..<311
    let comparison = try #require(
      try ScenarioComparison.compare(
        pair[0], pair[1],
        plan: SimulationPlan(runs: runs.count, seed: 3, threads: 2, firstRun: runs.lowerBound)))
    let negotiations = try pair.map { try NegotiationSet($0) }
    let records = try runs.map { run in
      try negotiations.map { try #require($0.record(of: UInt32(run), seed: 3)) }
    }
    var values: [String: [[Double]]] = [:]
    for ending in Ending.allCases {
      values["\(ending.name)_share"] = records.map { $0.map { $0.ending == ending ? 1 : 0 } }
    }
    values["agreement_share"] = records.map { $0.map { $0.ending.isAgreement ? 1 : 0 } }
    values["rounds"] = records.map { $0.map { Double($0.round + 1) } }
    for (index, party) in pair[0].parties.enumerated() {
      let other = try #require(pair[1].parties.firstIndex { $0.name == party.name })
      values["utility_\(party.name)"] = records.map { [$0[0].utilities[index], $0[1].utilities[other]] }
    }
    for (index, toll) in pair[0].tolls.enumerated() {
      let other = try #require(pair[1].tolls.firstIndex { $0.name == toll.name })
      values["toll_\(toll.name)"] = records.map { [$0[0].tolls[index], $0[1].tolls[other]] }
    }
    let rows = comparison.rows
    #expect(Set(rows.map(\.measure)) == Set(values.keys) && rows.count == values.count)
    for row in rows {
      let sample = try #require(values[row.measure])
      func mean(_ value: ([Double]) -> Double) -> Double {
        sample.map(value).reduce(0, +) / Double(runs.count)
      }
      // Tolls are large: relative to what they are.
      let scale = max(1, abs(mean { $0[0] }), abs(mean { $0[1] }))
      #expect(
        abs(row.first - mean { $0[0] }) < 1e-12 * scale && abs(row.second - mean { $0[1] }) < 1e-12 * scale)
      let difference = mean { $0[1] - $0[0] }
      #expect(abs(row.difference - difference) < 1e-12 * scale)
      guard !row.isShare else { continue }
      let variance = mean { ($0[1] - $0[0] - difference) * ($0[1] - $0[0] - difference) }
      let reach = 1.959963984540054 * (variance / Double(runs.count - 1)).squareRoot()
      let interval = try #require(row.interval)
      #expect(abs(interval.lowerBound - (difference - reach)) < 1e-9 * scale)
      #expect(abs(interval.upperBound - (difference + reach)) < 1e-9 * scale)
    }
    for from in Ending.allCases {
      for to in Ending.allCases {
        let numbers = zip(runs, records).filter { $1[0].ending == from && $1[1].ending == to }.map(\.0)
        #expect(comparison.endings[from.rawValue][to.rawValue] == numbers.count)
        #expect(comparison.examples[from.rawValue][to.rawValue] == numbers.first ?? -1)
      }
    }
    // What it is about does occur.
    #expect(rows.filter { $0.first > 0 && $0.isShare }.count >= 4 && comparison.changed > 20)
  }
}
