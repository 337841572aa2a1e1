import Bargaining
import Experiments
import Testing

@Suite("Sensitivity of a scenario")
struct SensitivityStudyTests {
  static let uncertain = #"{"uniform": [0.3, 0.7]}"#

  /// Agreement is the event r_a + r_b <= 1 with both uniform on [0.3, 0.7]. Its variance is 1/4;
  /// given r_a it happens with probability (0.7 - r_a) / 0.4, uniform on [0, 1], of variance 1/12.
  /// So each has first order 1/3 and total 2/3, and the costs of delay, which no round is long
  /// enough to charge, have 0.
  @Test("Sobol' indices of a sum of two uniform numbers below 1 are 1/3 and 2/3")
  func closedForm() throws {
    let scenario = try StudyTexts.zone(a: Self.uncertain, b: Self.uncertain)
    let study = SensitivityStudy(scenario, method: .sobol(samples: 2_048), runs: 2, seed: 1)
    let result = try #require(try study.run(threads: 2))
    #expect(result.findings.count == 4)
    let names = result.findings.map { scenario[$0.parameter].path }
    #expect(Set(names.prefix(2)) == ["parties.a.reservation", "parties.b.reservation"])
    for finding in result.findings.prefix(2) {
      let (first, total) = (try #require(finding.first), try #require(finding.total))
      #expect(abs(first.estimate - 1.0 / 3) < 0.06, "\(first)")
      #expect(abs(total.estimate - 2.0 / 3) < 0.06, "\(total)")
      #expect(first.low < 1.0 / 3 && 1.0 / 3 < first.high)
      #expect(total.low < 2.0 / 3 && 2.0 / 3 < total.high)
    }
    for finding in result.findings.suffix(2) {
      let first = try #require(finding.first)
      #expect(finding.total?.estimate == 0 && abs(first.estimate) < 0.05, "\(first)")
    }
    #expect(abs(result.mean - 0.5) < 0.02 && abs(result.standardDeviation - 0.5) < 0.01)
    // Neither of the two is resolved to matter more, nor of the other two.
    #expect(result.findings.map(\.ranks) == [1...2, 1...2, 3...4, 3...4])
    // All that is uncertain is held: the two runs of a point are alike, and nothing is left to
    // luck.
    #expect(result.split?.parts.map(\.name) == ["numbers", "luck"])
    #expect(result.split?.parts.map(\.share.estimate) == [1, 0])
  }

  @Test("Morris screening ranks what matters first, and gives nothing to what does not")
  func morris() throws {
    let scenario = try StudyTexts.zone(a: Self.uncertain, b: Self.uncertain)
    let result = try #require(
      try SensitivityStudy(scenario, method: .morris(trajectories: 50), runs: 2, seed: 1).run(threads: 2))
    let effects = result.findings.compactMap(\.effect)
    #expect(effects.count == 4)
    #expect(effects[0].muStar > 0.2 && effects[1].muStar > 0.2)
    #expect(effects[0].mu < 0 && effects[1].mu < 0)
    #expect(effects[2].muStar == 0 && effects[3].muStar == 0)
  }

  @Test("numbers that are not asked about are luck, and how much of the variance they are is told")
  func luck() throws {
    let scenario = try StudyTexts.zone(a: Self.uncertain, b: Self.uncertain)
    let index = try #require(scenario.parameters.firstIndex { $0.path == "parties.b.reservation" })
    let study = SensitivityStudy(
      scenario, method: .sobol(samples: 4_096), inputs: [ParameterID(index)], runs: 50)
    let result = try #require(try study.run(threads: 2))
    // Given r_b the share is uniform on [0, 1]: 1/12 of the variance of 1/4.
    let numbers = try #require(result.split?.parts.first?.share)
    #expect(numbers.low < 1.0 / 3 && 1.0 / 3 < numbers.high && numbers.halfWidth < 0.05, "\(numbers)")
    #expect(result.findings.count == 1)
    for index in [result.findings[0].total, result.findings[0].first] {
      #expect(abs((index?.estimate ?? 0) - 1) < 0.05)
    }
  }

  @Test("the table has a row for each number, ranked, and says what it rests on")
  func table() throws {
    let scenario = try StudyTexts.zone(a: Self.uncertain, b: Self.uncertain)
    let result = try #require(try SensitivityStudy(scenario, method: .sobol(samples: 8), runs: 2).run())
    let table = try result.table()
    #expect(
      table.columns.map(\.name) == [
        "rank", "parameter", "rests_on", "rank_from", "rank_to", "total", "total_low", "total_high", "first",
        "first_low",
        "first_high", "total_resolved", "first_resolved",
      ])
    #expect(table.rowCount == 4)
    #expect((0..<4).allSatisfy { table["rests_on"]?[$0] == .text("assumption") })
  }
}
