import Experiments
import Results
import Scenarios
import Tables

/// What talks that are given a history are written down as: the tables, the pictures and the page.
package struct GivenContents: Sendable {
  package let report: ReportContent
  package let tables: [Table]
  private let result: GivenResult

  /// - Parameter source: the text of the history.
  package init(
    _ result: GivenResult, of reading: ScenarioReading, history source: SourceText,
    by request: RunContents.Request
  ) throws(TableError) {
    self.result = result
    var report = ReportContent(result.distribution, language: request.language)
    report.notes.insert(GivenWords(result, language: .english).ground, at: 0)
    report.manifest = RunContents.manifest(
      command: request.line(
        "given",
        ["--history", source.name, "--runs", "\(result.study.runs)", "--least", "\(result.study.least)"]),
      files: reading.files + [source])
    self.report = report
    tables = try result.tables()
  }

  /// The pictures, for use elsewhere, and the page.
  package var texts: [(name: String, text: String)] {
    let pictures =
      RunContents.pictures(of: report) + [.forecast(of: result)]
      + result.posteriors.prefix(ResultNames.mostPosteriors).enumerated().map {
        .posterior(of: $1, rank: $0 + 1)
      }
    return pictures.map { ("\($0.name).svg", $0.svg) }
      + [(ResultDirectory.reportName, HTMLReport(report).html)]
  }
}
