import Reports
import Simulation
import Testing

/// What the reports say of how good the agreements are.
@Suite struct EfficiencyReportTests {
  static func content() -> ReportContent {
    var content = HomeReportTests.content()
    content.efficiency = .init(
      agreements: 80, efficient: .init(count: 60, share: 0.75, low: 0.65, high: 0.83),
      measures: [
        .nashRatio: .init(
          mean: 0.8121, standardError: 0.0112,
          quantiles: .init(p05: 0.41, p25: 0.6, p50: 0.84, p75: 0.9, p95: 1)),
        .paretoDistance: .init(
          mean: 0.0312, standardError: 0.0021,
          quantiles: .init(p05: 0, p25: 0, p50: 0, p75: 0.05, p95: 0.22)),
      ])
    return content
  }

  @Test("the summary and the page tell how good the agreements are, and nothing where none was measured")
  func told() {
    let flowing = TextSummary(Self.content()).text.split(whereSeparator: \.isWhitespace).joined(
      separator: " ")
    #expect(flowing.contains("On average an agreement reaches 81.2% of the best Nash product."))
    #expect(flowing.contains("75.0% (65.0 to 83.0) of the agreements are Pareto-efficient."))
    let page = WellFormedness(of: HTMLReport(Self.content()).html)
    #expect(page.isWellFormed && page.elements.contains { $0.attributes["id"] == "efficiency" })
    #expect(page.characters.contains("0.812 ± 0.011") && page.characters.contains("0.031 ± 0.002"))
    let plain = HomeReportTests.content()
    #expect(!HTMLReport(plain).html.contains("id=\"efficiency\""))
    #expect(!TextSummary(plain).text.contains("Nash"))
  }

  @Test("what is known of every agreement is told where nothing else was measured")
  func unmeasured() throws {
    let plan = SimulationPlan(runs: 100, efficiency: .off)
    let content = ReportContent(try Ensemble(ReportContentTests.pie, plan: plan).run())
    let flowing = TextSummary(content).text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(flowing.contains("Whoever gains least is ") && !flowing.contains("Pareto-efficient"))
    let page = HTMLReport(content).html
    #expect(page.contains(">least surplus</td>") && !page.contains(">Nash product</td>"))
    #expect(!page.contains("each held against"))
  }

  @Test("a note says in which runs it was measured, if not in all")
  func notes() throws {
    func notes(_ efficiency: SimulationPlan.Sampling) throws -> String {
      let plan = SimulationPlan(runs: 100, efficiency: efficiency)
      return ReportContent(try Ensemble(ReportContentTests.pie, plan: plan).run()).notes.joined()
    }
    #expect(try notes(.every(4)).contains("was measured in one run out of 4."))
    #expect(try notes(.off).contains("was not measured"))
    #expect(try !notes(.every(1)).contains("measured"))
  }
}
