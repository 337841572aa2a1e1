import Bargaining
import Randomness
import Reports
import Simulation
import Testing

@Suite struct ReportContentTests {
  /// Two neighbours divide a pie of 11 slices; both concede all the way to reservations that may
  /// not be compatible.
  static let pie: Scenario = {
    var list = ParameterList()
    let zero = list.add("talks.progress", 0)
    let one = list.add("parties.both.weight", 1)
    func party(_ name: String, _ valuation: Valuation) -> Party {
      Party(
        name: name, preferences: Preferences(issues: [IssuePreference(weight: one, valuation: valuation)]),
        reservation: list.add(
          "parties.\(name).reservation", .uniform(low: 0.3, high: 0.7),
          provenance: .assumption("anything in the middle")),
        costOfDelay: zero, discount: one,
        tactic: .time(TimeTactic(curve: .polynomial, beta: one, start: zero, tolerance: zero)),
        willingness: one,
        offer: .lowest,
        acceptance: .next)
    }
    let parties = [party("east", .increasing), party("west", .decreasing)]
    return Scenario(
      identifier: "pie", name: LocalizedText("A pie"), rounds: 20, roundUnit: "day",
      issues: [
        Issue(
          name: "slices", options: (0...10).map { IssueOption(name: "\($0)", value: Double($0)) },
          unit: "slices")
      ], parties: parties, mediation: Mediation(noise: zero, incoherence: zero),
      forums: [Forum(name: "kitchen_table", members: [0, 1], mediators: [], rules: .alternating)],
      talks: Talks(
        startSuspended: false, resume: .init(base: zero, mediation: zero, pain: zero), suspendAfter: nil,
        progress: zero, collapseWhileActive: zero, collapseWhileSuspended: zero),
      parameters: list.parameters)
  }()

  @Test("a report repeats the counts of the distribution and loses none")
  func reportRepeatsCounts() throws {
    let distribution = try Ensemble(Self.pie, plan: SimulationPlan(runs: 500)).run()
    let content = ReportContent(distribution)
    #expect(content.runs == 500 && content.plannedRuns == 500)
    #expect(content.endings.map(\.share.count) == distribution.endings)
    #expect(content.agreements == distribution.agreements)
    #expect(content.settlements[0].options.map(\.share.count) == distribution.settlements[0])
    #expect(content.survival.reduce(0) { $0 + $1.agreements } == distribution.agreements)
    #expect(content.forums.map(\.label) == ["kitchen table"])
    #expect(content.forums[0].agreed.share == 1)
    #expect(content.parties.map(\.party) == ["east", "west", "east", "west", "east", "west"])
    #expect(content.zones.reduce(0) { $0 + $1.share.count } == 500)
    #expect(content.packages.first?.terms.first?.option.hasSuffix(" slices") == true)
    #expect(content.packages.map(\.share.count) == content.packages.map(\.share.count).sorted(by: >))
    #expect(content.notes.isEmpty)
  }

  @Test("stopped before the first run, a report still stands")
  func stoppedBeforeFirst() throws {
    let distribution = try Ensemble(Self.pie, plan: SimulationPlan(runs: 500)).run(shouldStop: { true })
    let content = ReportContent(distribution)
    #expect(content.notes == ["Stopped early: 0 of 500 runs were done."])
    #expect(TextSummary(content).text.contains("\n0 of 500 runs of 20 days, seed 1\n"))
    #expect(WellFormedness(of: HTMLReport(content).html).isWellFormed)
  }

  @Test("a report that stopped at a precision says so once, and how precise it is")
  func reportStoppedPrecision() throws {
    let plan = SimulationPlan(runs: 20_000, precision: 0.02)
    let content = ReportContent(try Ensemble(Self.pie, plan: plan).run())
    #expect(
      content.notes == [
        "Stopped at the precision asked for: the share of agreements is known to within 0.02."
      ])
  }

  @Test("the same result makes the same bytes")
  func sameResultMakes() throws {
    func page(threads: Int) throws -> String {
      HTMLReport(
        ReportContent(try Ensemble(Self.pie, plan: SimulationPlan(runs: 300, threads: threads)).run())
      ).html
    }
    #expect(try page(threads: 1) == page(threads: 3))
  }
}
