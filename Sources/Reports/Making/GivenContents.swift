import Experiments
import Results
import Tables

/// What talks that are given a history are written down as: the tables, and the
/// pictures that these do not hold.
package struct GivenContents: Sendable {
  package let report: ReportContent
  package let tables: [Table]
  private let result: GivenResult
  private let language: String

  package init(_ result: GivenResult, language: String) throws(TableError) {
    self.result = result
    self.language = language
    var report = ReportContent(result.distribution, language: language)
    report.notes.insert(
      GivenWords(result, language: TellingLanguage(rawValue: language) ?? .english).ground, at: 0)
    self.report = report
    tables = try result.tables()
  }

  /// The pictures that tables do not hold: of distributions.
  package var texts: [(name: String, text: String)] {
    let pictures = result.posteriors.prefix(ResultNames.mostPosteriors).enumerated().map {
      Picture.posterior(of: $1, rank: $0 + 1, in: PictureLanguage(tag: language))
    }
    return pictures.map { ("\($0.name).svg", $0.svg) }
  }
}
