import Bargaining
import Simulation
import Tables
import Testing

/// What becomes of agreements, over many runs.
struct DurabilityTests {
  static let three = #""phases": {"p": {}, "q": {}, "r": {}}"#

  /// A phase fails with probability f when the log-odds are log(f / (1 - f)); all three are
  /// completed with (1 - f)^3. Source of the figures: the project's reference table
  /// `analytic_tests.csv`, id `phased`; 100,000 runs, 4 standard errors.
  @Test(
    "three phases are all completed as often as their risks say",
    arguments: [
      (-1.386_294_361_119_890_6, 0.512), (-2.197_224_577_336_219_4, 0.729),
      (-2.944_438_979_166_440_3, 0.857_375),
    ],
    [UInt64(1), 2_025])
  func threePhasesAll(risk: (odds: Double, expected: Double), seed: UInt64)
    throws
  {
    let text = Deals.certain(#"\#(Self.three), "failure": {"base": \#(risk.odds)}"#)
    let durability = try Texts.simulate(text, runs: 100_000, seed: seed).durability
    #expect(durability.agreements == 100_000)
    #expect(
      abs(Double(durability.kept) / 100_000 - risk.expected) < 4
        * (risk.expected * (1 - risk.expected) / 100_000).squareRoot())
    // Each begins where the one before was completed.
    #expect(durability.started == [100_000, durability.completed[0], durability.completed[1]])
    #expect(durability.completed[2] == durability.kept)
    #expect(durability.causes == [0, 0, 100_000 - durability.kept])
  }

  @Test("the table durability is there when the scenario has phases and not otherwise")
  func tableDurabilityThere() throws {
    let with = try Texts.simulate(
      Deals.certain(#"\#(Self.three), "failure": {"base": 0}"#), runs: 1_000, seed: 1)
    let table = try #require(try with.tables().first { $0.name == "durability" })
    #expect(table.columns.map(\.name) == ["phase", "started", "completed", "share", "low", "high"])
    #expect(table.rowCount == 3)
    let without = try Texts.simulate(Deals.uncertain(), runs: 100, seed: 1)
    #expect(try !without.tables().contains { $0.name == "durability" || $0.name == "ratification" })
    #expect(!RunLog.columns(of: without.scenario).contains("phases_completed"))
    #expect(RunLog.columns(of: with.scenario).contains("phases_completed"))
  }

  @Test("the table ratification counts deals and runs")
  func tableRatificationCounts() throws {
    let home = #""ratification": {"quota": 1, "factions": {"f": {"weight": 1, "minimum": 0.55}}}"#
    let distribution = try Texts.simulate(Deals.uncertain(b: home), runs: 2_000, seed: 1)
    let table = try #require(try distribution.tables().first { $0.name == "ratification" })
    #expect(table.columns.map(\.name) == ["party", "failed", "runs", "share", "low", "high"])
    #expect(table.rowCount == 1)
    let negotiation = try Negotiation(distribution.scenario)
    var (failed, runs) = (0, 0)
    for run in 0..<UInt32(2_000) {
      negotiation.run(run, seed: 1)
      failed += negotiation.record.failedRatifications[1]
      if negotiation.record.failedRatifications[1] > 0 { runs += 1 }
    }
    #expect(runs > 0 && failed >= runs)
    #expect((distribution.ratifications[0].failed, distribution.ratifications[0].runs) == (0, 0))
    #expect((distribution.ratifications[1].failed, distribution.ratifications[1].runs) == (failed, runs))
  }
}
