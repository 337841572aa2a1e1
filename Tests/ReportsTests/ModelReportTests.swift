import Reports
import Simulation
import Tables
import Testing

/// How the range across models is told beside the interval of the sampling.
@Suite struct ModelReportTests {
  /// The invented fishery, half of whose runs agree, by two accounts of it.
  private static var content: ReportContent {
    var content = Specimen.fishery
    let range = ModelRange([0.09, 0.44, nil])
    for index in content.endings.indices { content.endings[index].share.models = range }
    content.agreement = ShareEstimate(count: 3_050, share: 0.305, low: 0.296, high: 0.314, models: range)
    content.models = [
      .init(
        label: "Fearful", weight: 0.25, runs: 2_500,
        agreement: ShareEstimate(count: 225, share: 0.09, low: 0.08, high: 0.1)),
      .init(
        label: "Eager", weight: 0.75, runs: 7_500,
        agreement: ShareEstimate(count: 3_300, share: 0.44, low: 0.43, high: 0.45)),
    ]
    return content
  }

  @Test("a range goes from the least to the greatest of the models that have the number")
  func range() {
    #expect(ModelRange([0.3, nil, 0.1])?.low == 0.1 && ModelRange([0.3, nil, 0.1])?.high == 0.3)
    #expect(ModelRange([0.3, nil, 0.1])?.models == 2)
    #expect(ModelRange([nil, nil]) == nil && ModelRange([]) == nil)
  }

  @Test("a share is told with its sampling and its models, and without models as ever")
  func estimate() {
    let share = ShareEstimate(count: 305, share: 0.305, low: 0.296, high: 0.314)
    #expect(Numerals.estimate(share) == "30.5% (29.6 to 31.4)")
    var both = share
    both.models = ModelRange([0.09, 0.44])
    #expect(Numerals.estimate(both) == "30.5% (sampling 29.6 to 31.4; across 2 models 9.0 to 44.0)")
    both.models = ModelRange([0.2])
    #expect(Numerals.estimate(both).hasSuffix("across 1 model 20.0 to 20.0)"))
  }

  @Test("the summary has the share of agreements with both, a row for each model, and ranges in a column")
  func summary() {
    let text = TextSummary(Self.content).text
    #expect(text.contains("Agreement, full or partial: 30.5%, sampling 29.6 to 31.4; across 2 models"))
    let lines = text.split(separator: "\n")
    let rows = lines.filter { $0.hasSuffix("  9.0 to 44.0") && $0.contains("%") }
    #expect(rows.count == Specimen.fishery.endings.filter { $0.share.count > 0 }.count)
    #expect(Set(rows.map { DisplayWidth.of(String($0)) }).count == 1)
    #expect(lines.contains { $0.contains("Fearful") && $0.contains("9.0%") })
    #expect(lines.allSatisfy { DisplayWidth.of(String($0)) <= 80 })
    #expect(!TextSummary(Specimen.fishery).text.contains("models"))
  }

  @Test("the page has ranges beside intervals, and a table of the models")
  func page() throws {
    let html = HTMLReport(Self.content).html
    #expect(html.contains("across models") && html.contains("Fearful") && html.contains("9.0 to 44.0"))
    #expect(!HTMLReport(Specimen.fishery).html.contains("across models"))
  }

  @Test("why talks fail is told with the range across models, in the summary and on the page")
  func causes() {
    var content = Self.content
    content.causes = [
      .init(
        label: "Distrust",
        share: ShareEstimate(
          count: 20, share: 0.2, low: 0.15, high: 0.25, models: ModelRange([0.031, 0.717])))
    ]
    let text = TextSummary(content).text
    #expect(text.contains("share of runs without agreement, 95% interval, across models"))
    #expect(text.split(separator: "\n").contains { $0.contains("Distrust") && $0.hasSuffix("  3.1 to 71.7") })
    #expect(HTMLReport(content).html.contains("3.1 to 71.7"))
  }

  @Test("a toll is told over all runs and by ending, whole where it is large")
  func tolls() {
    var content = Specimen.fishery
    func row(_ runs: String, _ mean: String) -> ReportContent.Toll.Row {
      .init(runs: runs, mean: mean, error: "120", low: "80,000", median: "400,000", high: "800,000")
    }
    content.tolls = [
      .init(
        label: "Displaced", rows: [row("All runs", "412,345 people"), row("Collapsed", "800,000 people")])
    ]
    let text = TextSummary(content).text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      text.contains(
        "Displaced: 412,345 people (± 120), from 80,000 to 800,000 in nine runs of ten; by ending: collapsed 800,000 people."
      ))
    #expect(HTMLReport(content).html.contains("800,000 people"))
    #expect(
      Numerals.amount(1234.5) == "1,234" && Numerals.amount(12.5) == "12.5"
        && Numerals.amount(-4e6) == "-4,000,000")
  }
}
