import Experiments
import Tables

/// How good forecasts were, as one HTML page: nothing outside it is needed, nothing in it runs.
package struct ScorePage: Sendable {
  private let result: ScoreResult
  private let words: ScoreWords
  private let language: TellingLanguage

  package init(_ result: ScoreResult, language: TellingLanguage) {
    self.result = result
    self.language = language
    words = ScoreWords(result, language: language)
  }

  /// The whole page.
  package var html: String {
    PageFrame.html(
      title: title, language: language.rawValue, isRightToLeft: language == .arabic,
      [header] + result.cases.map(section) + [summary])
  }

  private var title: String {
    let names = result.cases.map(\.forecast.scenario).joined(separator: language == .arabic ? "، " : ", ")
    return language == .arabic ? "جودة التوقعات: \(names)" : "How good the forecasts were: \(names)"
  }

  private var header: Markup {
    .tag(
      "header", [:],
      [
        .tag("h1", [:], text: Label.plain(title)), paragraph(words.opening),
        .tag("div", ["class": "caution"], [paragraph(words.caution)]),
      ])
  }

  private func section(_ score: CaseScore) -> Markup {
    let lines = score.told.map(words.line) + [words.time(of: score)].compactMap(\.self)
    let forecast = score.forecast
    return .tag(
      "section", [:],
      [
        .tag("h2", [:], text: Label.plain(words.heading(of: score))),
        .tag("ul", [:], lines.map { .tag("li", [:], text: Label.plain($0)) }),
        .tag(
          "p", ["class": "quiet"],
          text: Label.plain("\(forecast.result), \(forecast.program), SHA-256 \(forecast.digest)")),
      ])
  }

  private var summary: Markup {
    var body = [words.unseen, words.means, words.decomposition].compactMap(\.self).map(paragraph)
    if let calibration = result.calibration {
      body.append(
        .tag(
          "figure", [:],
          [
            Picture.calibration(calibration, words: words).inline,
            .tag("figcaption", [:], text: words.calibrationTitle),
          ]))
    }
    return .tag("section", [:], body)
  }

  private func paragraph(_ text: String) -> Markup { .tag("p", [:], text: Label.plain(text)) }
}
