import Experiments
import Tables

/// How good forecasts were, for a terminal.
package struct ScoreText: Sendable {
  private let result: ScoreResult
  private let words: ScoreWords
  private let width: Int

  package init(_ result: ScoreResult, language: TellingLanguage, width: Int) {
    self.result = result
    words = ScoreWords(result, language: language)
    self.width = width
  }

  /// Every line ended by a newline.
  package var text: String {
    var parts = [paragraph(words.opening)]
    for score in result.cases {
      let lines =
        score.told.map { words.line($0, of: score.forecast) } + [words.time(of: score)].compactMap(\.self)
      parts.append(
        ([paragraph(words.heading(of: score))]
          + lines.map { "  " + Prose.wrapped($0, width: width, indent: 4) })
          .joined(separator: "\n"))
    }
    parts += [words.unseen, words.means, words.decomposition, words.caution].compactMap(\.self).map(paragraph)
    return parts.joined(separator: "\n\n") + "\n"
  }

  private func paragraph(_ text: String) -> String { Prose.wrapped(text, width: width) }
}

extension CaseScore {
  /// What is told one by one: all but the single rounds.
  var told: [Event] { events.filter { !$0.name.hasPrefix("agreement_by_") } }
}
