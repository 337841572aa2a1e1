import Reports
import Testing

/// What the reports say of ratification and of phases.
@Suite struct HomeReportTests {
  static func content() -> ReportContent {
    var content = ReportContent(
      title: "t", runs: 100, plannedRuns: 100, seed: 1, rounds: 10,
      endings: [
        .init(
          name: "full_agreement", label: "Full agreement", isAgreement: true,
          share: .init(count: 80, share: 0.8, low: 0.71, high: 0.87)),
        .init(
          name: "rejected_at_home", label: "Rejected at home", isAgreement: false,
          share: .init(count: 20, share: 0.2, low: 0.13, high: 0.29)),
      ],
      provenance: .init(sourced: 0, assumed: 1))
    content.rejections = [
      .init(party: "North <b>", deals: 30, runs: .init(count: 25, share: 0.25, low: 0.18, high: 0.34))
    ]
    content.durability = .init(
      kept: .init(count: 60, share: 0.75, low: 0.65, high: 0.83), agreements: 80,
      phases: [
        .init(
          label: "First step", started: 80, completed: .init(count: 70, share: 0.875, low: 0.79, high: 0.93)),
        .init(label: "Never reached", started: 0, completed: .init(count: 0, share: 0, low: 0, high: 1)),
      ], causes: [.init(words: "by mishap", count: 15), .init(words: "by design", count: 5)])
    return content
  }

  @Test("the summary tells what becomes of the deals and what is turned down at home")
  func summary() {
    let text = TextSummary(Self.content()).text
    #expect(text.contains("What becomes of the deals"))
    #expect(text.contains("First step"))
    #expect(!text.contains("Never reached"))
    let flowing = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      flowing.contains("75.0% (65.0 to 83.0) of 80 agreements with phases were carried out to the end."))
    #expect(flowing.contains("20 broke: 15 by mishap; 5 by design."))
    #expect(text.contains("What is turned down at home"))
    #expect(flowing.contains("(18.0 to 34.0)"))
  }

  @Test("the page has a section for each, with labels escaped, and none where there is nothing to say")
  func page() {
    let html = HTMLReport(Self.content()).html
    #expect(html.contains("<section id=\"durability\">"))
    #expect(html.contains("<section id=\"home\">"))
    #expect(html.contains("North &lt;b&gt;"))
    var content = Self.content()
    content.rejections = []
    content.durability = nil
    let plain = HTMLReport(content).html
    #expect(!plain.contains("id=\"durability\"") && !plain.contains("id=\"home\""))
    #expect(!TextSummary(content).text.contains("What becomes of the deals"))
  }
}
